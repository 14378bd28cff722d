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

/**
 * The conversion of a register's counts to a value: the counts above the zero of the register times the unit's scale
 * factors, divided by a constant. The table of registers names the unit of the result.
 * <p>
 * Source: S, P and L agree; the gateway's bodies are whole numbers of these counts. Beware of the factor 8 between AC
 * power in one word and in two.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Conversion {
    /** A code, a version or a plain number. */
    PLAIN(1),
    TENTHS(10),
    HUNDREDTHS(100),
    THOUSANDTHS(1000),
    FIFTEENTHS(15),
    TENS(1, scales -> 10),
    TIMES_FIVE(1, scales -> 5),
    /** Minutes to hours. */
    MINUTES(60),
    PERCENT(256),
    /** Index of the efficiency of charging. */
    CHARGE_INDEX(2048),
    /** A share in percent, 16384 for all of it. */
    SHARE(16_384, scales -> 100),
    AC_VOLTS(327_680, ScaleFactors::acVolts),
    AC_AMPERES(327_680, ScaleFactors::acCurrent),
    /** AC power in one word. */
    AC_WATTS(3_276_800, ScaleFactors::acPower),
    /** AC power in two words. */
    AC_WATTS_FINE(26_214_400, ScaleFactors::acPower),
    AC_ENERGY(3_276_800_000L, scales -> 24 * scales.acPower()),
    DC_VOLTS(327_680, ScaleFactors::dcVolts),
    /** Voltage at the DC side of an AC-coupled inverter, four times that of a battery (J). */
    STRING_VOLTS(81_920, ScaleFactors::dcVolts),
    DC_AMPERES(327_680, ScaleFactors::dcCurrent),
    DC_WATTS(3_276_800, ScaleFactors::dcPower),
    DC_ENERGY(3_276_800_000L, scales -> 24 * scales.dcPower()),
    TEMPERATURE(32_768, ScaleFactors::temperature),
    /** A setting in millivolts per cell, shown as the voltage of all cells. */
    CELL_VOLTS(1000, ScaleFactors::cells),
    FROM_10000(1, 10_000),
    THOUSANDTHS_FROM_10000(1000, 10_000),
    TENTHS_FROM_1000(10, 1000);

    private final long divisor;
    private final ToLongFunction<ScaleFactors> factor;
    private final long zero;

    Conversion(long divisor, ToLongFunction<ScaleFactors> factor) {
        this.divisor = divisor;
        this.factor = factor;
        this.zero = 0;
    }

    Conversion(long divisor) {
        this(divisor, 0);
    }

    Conversion(long divisor, long zero) {
        this.divisor = divisor;
        this.factor = scales -> 1;
        this.zero = zero;
    }

    /**
     * @param counts the number in the register
     * @param scales the scale factors of the unit
     * @return the number, NaN if a required scale factor is missing
     */
    public double number(long counts, ScaleFactors scales) {
        long worth = factor.applyAsLong(scales);
        // a single division of whole numbers gives the same double as that of the gateway
        return worth == 0 ? Double.NaN : (double) ((counts - zero) * worth) / divisor;
    }
}
