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
package org.openhab.binding.selectronic.simulator.memory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What one count of a register is worth, as an exact fraction of the unit's scale factors (public register lists;
 * confirmed by published gateway bodies, whose members are whole numbers of these counts).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Kind {
    /** A bare number. */
    RAW,
    /** AC volts. */
    AC_V,
    /** AC amperes. */
    AC_A,
    /** AC watts in one word. */
    AC_W16,
    /** AC watts in two words: an eighth of a count of one word. */
    AC_W32,
    /** AC energy in Wh. */
    AC_WH,
    /** DC volts. */
    DC_V,
    /** DC amperes. */
    DC_A,
    /** DC watts. */
    DC_W,
    /** DC energy in Wh. */
    DC_WH,
    /** Degrees Celsius. */
    TEMP,
    /** Percent in steps of a 256th. */
    PCT256,
    /** Hundredths: of a hertz, of a firmware version. */
    CENTI;

    /** Up to here a quotient of doubles is off by far less than {@link #CLOSE}. */
    private static final double EXACT_ENOUGH = 1e9;
    /** What is closer to a half count than this is rounded by exact numbers. */
    private static final double CLOSE = 1e-5;

    private final Map<UnitScales, BigDecimal> worths = new ConcurrentHashMap<>();

    /** Worth of one count. */
    public BigDecimal perCount(UnitScales scales) {
        // a simulated day asks for it a million times, and there are few sets of scale factors
        BigDecimal known = worths.get(scales);
        return known == null ? Objects.requireNonNull(worths.computeIfAbsent(scales, this::worth)) : known;
    }

    private BigDecimal worth(UnitScales scales) {
        long acPower = (long) scales.acVolts() * scales.acCurrent();
        long dcPower = (long) scales.dcVolts() * scales.dcCurrent();
        return switch (this) {
            case RAW -> BigDecimal.ONE;
            case AC_V -> fraction(scales.acVolts(), 327_680);
            case AC_A -> fraction(scales.acCurrent(), 327_680);
            case AC_W16 -> fraction(acPower, 3_276_800);
            case AC_W32 -> fraction(acPower, 26_214_400);
            case AC_WH -> fraction(24 * acPower, 3_276_800);
            case DC_V -> fraction(scales.dcVolts(), 327_680);
            case DC_A -> fraction(scales.dcCurrent(), 327_680);
            case DC_W -> fraction(dcPower, 3_276_800);
            case DC_WH -> fraction(24 * dcPower, 3_276_800);
            case TEMP -> fraction(scales.temperature(), 32_768);
            case PCT256 -> fraction(1, 256);
            case CENTI -> fraction(1, 100);
        };
    }

    /** Physical value of counts, exactly. */
    public BigDecimal value(long counts, UnitScales scales) {
        return perCount(scales).multiply(BigDecimal.valueOf(counts));
    }

    /** Counts nearest to a physical value, halves away from zero. */
    public long counts(double value, UnitScales scales) {
        BigDecimal worth = perCount(scales);
        double counts = value / worth.doubleValue();
        double beyond = Math.abs(counts) - Math.floor(Math.abs(counts));
        if (Math.abs(counts) < EXACT_ENOUGH && Math.abs(beyond - 0.5) > CLOSE) {
            return Math.round(counts);
        }
        return BigDecimal.valueOf(value).divide(worth, MathContext.DECIMAL64).setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Whole counts that a growing amount has filled. */
    public long filled(double value, UnitScales scales) {
        return (long) Math.floor(value / perCount(scales).doubleValue());
    }

    private static BigDecimal fraction(long numerator, long powerOfTwoAndTen) {
        return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(powerOfTwoAndTen));
    }
}
