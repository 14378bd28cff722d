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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The other side, or our own caution, refuses until the owner changes something.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Refused extends SourceException {
    private static final long serialVersionUID = 1L;

    /**
     * @param problem what exactly went wrong
     * @param arguments the arguments of its text
     */
    public Refused(Problem problem, String... arguments) {
        super(problem, arguments);
    }

    @Override
    public FailureKind kind() {
        return FailureKind.REFUSED;
    }
}
