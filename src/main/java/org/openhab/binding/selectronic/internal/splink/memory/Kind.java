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

import java.util.function.ToLongFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * The scaling of a register's counts: products of the unit's scale factors, divided by a constant.
 * <p>
 * Source: S, P and L agree; the gateway's bodies are whole numbers of these counts. Beware of the factor 8 between AC
 * power in one word and in two.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Kind {
    /** A code, a version or a plain number. */
    PLAIN("", 1, scales -> 1),
    AC_VOLTS("V", 327_680, ScaleFactors::acVolts),
    AC_AMPERES("A", 327_680, ScaleFactors::acCurrent),
    /** AC power in one word. */
    AC_WATTS("W", 3_276_800, ScaleFactors::acPower),
    /** AC power in two words. */
    AC_WATTS_FINE("W", 26_214_400, ScaleFactors::acPower),
    AC_ENERGY("kWh", 3_276_800_000L, scales -> 24 * scales.acPower()),
    DC_VOLTS("V", 327_680, ScaleFactors::dcVolts),
    DC_AMPERES("A", 327_680, ScaleFactors::dcCurrent),
    DC_WATTS("W", 3_276_800, ScaleFactors::dcPower),
    DC_ENERGY("kWh", 3_276_800_000L, scales -> 24 * scales.dcPower()),
    TEMPERATURE("°C", 32_768, ScaleFactors::temperature),
    PERCENT("%", 256, scales -> 1),
    HERTZ("Hz", 100, scales -> 1);

    private final String unit;
    private final long divisor;
    private final ToLongFunction<ScaleFactors> factor;

    Kind(String unit, long divisor, ToLongFunction<ScaleFactors> factor) {
        this.unit = unit;
        this.divisor = divisor;
        this.factor = factor;
    }

    /** @return the unit of the values, empty for none */
    public String unit() {
        return unit;
    }

    /**
     * @param counts the number in the register
     * @param scales the scale factors of the unit
     * @return the value; unknown if a required scale factor is missing
     */
    public Value value(long counts, ScaleFactors scales) {
        long worth = factor.applyAsLong(scales);
        // a single division of whole numbers gives the same double as that of the gateway
        return worth == 0 ? Value.UNKNOWN : Value.of((double) (counts * worth) / divisor);
    }
}
