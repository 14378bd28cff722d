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
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Identity;

/**
 * An inverter as a way knows it.
 *
 * @param id the way's own id of it
 * @param identity what the way tells about it
 * @param label how its owner has named it there, null if the way does not tell
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Unit(String id, Identity identity, @Nullable String label) {
    /**
     * A unit of a way that knows no names.
     *
     * @param id the way's own id of it
     * @param identity what the way tells about it
     */
    public Unit(String id, Identity identity) {
        this(id, identity, null);
    }

    /** @return how to name it to a person: by its serial number, else by the way's id */
    public String name() {
        @Nullable
        String serialNumber = identity.serialNumber();
        return serialNumber != null ? serialNumber : id;
    }
}
