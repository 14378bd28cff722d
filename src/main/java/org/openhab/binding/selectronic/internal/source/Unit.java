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
 * An inverter as known to a connection.
 *
 * @param id the connection's id of the inverter
 * @param identity what the connection reports about it
 * @param label the name that its owner has given it there, null if not reported
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Unit(String id, Identity identity, @Nullable String label) {
    /**
     * A unit of a connection that does not report names.
     *
     * @param id the connection's id of the inverter
     * @param identity what the connection reports about it
     */
    public Unit(String id, Identity identity) {
        this(id, identity, null);
    }

    /** @return its name for display: the serial number, else the connection's id */
    public String name() {
        @Nullable
        String serialNumber = identity.serialNumber();
        return serialNumber != null ? serialNumber : id;
    }
}
