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
package org.openhab.binding.selectronic.internal.splink.memory;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a shunt of the unit measures. The ordinal is the code of its name in the settings.
 * <p>
 * Source: P and L agree on the names. Which of them are on the DC bus and bypass the inverter is our interpretation.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum ShuntName {
    NONE(Part.NOTHING),
    SOLAR(Part.SOLAR),
    WIND(Part.SOURCE),
    HYDRO(Part.SOURCE),
    CHARGER(Part.SOURCE),
    LOAD(Part.LOAD),
    DUAL(Part.BOTH),
    OTHER_SP_PROS(Part.BOTH),
    LOG_ONLY(Part.NOTHING),
    SYSTEM_CHARGE(Part.NOTHING),
    CHARGE_INPUT(Part.NOTHING);

    private static final List<ShuntName> CODES = List.of(values());

    private final Part part;

    ShuntName(Part part) {
        this.part = part;
    }

    /**
     * @param code the code of a name
     * @return the name; empty for a missing or unknown code
     */
    public static Optional<ShuntName> of(int code) {
        return code >= 0 && code < CODES.size() ? Optional.of(CODES.get(code)) : Optional.empty();
    }

    /** @return whether the flow through the shunt is between the battery and something other than the inverter */
    public boolean isOnTheBus() {
        return part != Part.NOTHING;
    }

    /** @return whether it measures solar power only */
    public boolean isSolar() {
        return part == Part.SOLAR;
    }

    /**
     * @param flow a power or an energy through the shunt, positive while it feeds the bus
     * @return the part of it from sources other than solar; negative while one of them consumes
     */
    public double fromOtherSources(double flow) {
        return part == Part.SOURCE || part == Part.BOTH && flow > 0 ? flow : 0;
    }

    /**
     * @param flow a power or an energy through the shunt, positive while it feeds the bus
     * @return the part of it consumed by loads; negative while one of them feeds
     */
    public double intoLoads(double flow) {
        return part == Part.LOAD || part == Part.BOTH && flow < 0 ? 0 - flow : 0;
    }

    private enum Part {
        NOTHING,
        SOLAR,
        SOURCE,
        LOAD,
        /** A source while it feeds, a load while it consumes. */
        BOTH
    }
}
