/*
 * Copyright (c) 2026 Contributors to the Selectronic binding project
 *
 * See the NOTICE file(s) distributed with this work for additional
 * information.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * http://www.eclipse.org/legal/epl-2.0
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.selectronic.internal.source;

import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * There was an answer, but it repeats what was true long ago.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Stale extends SourceException {
    private static final long serialVersionUID = 1L;

    private final Instant since;

    /**
     * @param since when the inverter was last heard, by the clock of the device that reads it
     */
    public Stale(Instant since) {
        super(Problem.STALE, since.toString());
        this.since = since;
    }

    /** @return when the inverter was last heard */
    public Instant since() {
        return since;
    }

    @Override
    public FailureKind kind() {
        return FailureKind.STALE;
    }
}
