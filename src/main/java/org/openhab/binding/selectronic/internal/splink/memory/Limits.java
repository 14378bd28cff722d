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

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Reset;

/**
 * Limits of what a unit can measure: a number beyond them is a failed reading and not a value. The limits are wide, so
 * that all values of a working system of several units are within them.
 *
 * @param watts the largest power anywhere, in watts
 * @param dcVolts the highest voltage of the battery, in volts
 * @param dcAmperes the largest current at the battery, in amperes
 * @param acAmperes the largest current at the AC source, in amperes
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Limits(double watts, double dcVolts, double dcAmperes, double acAmperes) {

    /**
     * Largest power as a multiple of the rated power: a unit delivers nearly three times as much for seconds, the AC
     * source is connected through to the load in addition, and solar chargers feed the battery directly.
     */
    private static final double TIMES_RATED = 8;
    /**
     * Highest battery voltage as a multiple of the nominal one: 2.45 V per cell when equalising, with a wide margin.
     */
    private static final double TIMES_NOMINAL = 1.75;
    /** A single-phase system has 230 or 240 V; a unit disconnects far below this limit. */
    private static final double MOST_AC_VOLTS = 400;
    private static final double MOST_HERTZ = 100;
    private static final double LEAST_DEGREES = -60;
    private static final double MOST_DEGREES = 200;
    private static final double FULL = 100;
    /** The longest day of a clock that follows daylight saving. */
    private static final double HOURS_OF_A_DAY = 25;
    private static final double HOURS_OF_A_LIFE = 40 * 365.25 * 24;
    private static final double WATTS_PER_KILOWATT = 1000;
    /** Scale factors are ten times the end of the scale. */
    private static final double FULL_SCALE = 10;
    /** A shunt without a flow counts slightly in both directions, in kilowatt hours. */
    private static final double COUNTED_BACKWARDS = 10;
    /** A value without a flow may be slightly below 0, as a fraction of the limit. */
    private static final double NOISE = 0.01;

    /**
     * @param identity the identity of the unit
     * @param scales its scale factors
     * @return its limits by rating and model, or by the end of its scales if these are unknown
     */
    public static Limits of(Identity identity, ScaleFactors scales) {
        Optional<UnitModel> model = UnitModel.named(identity.model());
        @Nullable
        Double rated = identity.ratedPower();
        double watts = Math.max(scales.acPower(), scales.dcPower()) / (FULL_SCALE * FULL_SCALE);
        if (rated != null) {
            watts = TIMES_RATED * rated;
        } else if (model.isPresent()) {
            watts = TIMES_RATED * model.get().mostWatts();
        }
        double volts = model.isPresent() ? TIMES_NOMINAL * model.get().volts() : scales.dcVolts() / FULL_SCALE;
        return new Limits(watts, volts, scales.dcCurrent() / FULL_SCALE, scales.acCurrent() / FULL_SCALE);
    }

    /**
     * @param quantity a quantity
     * @param number a number that was read for it, in its unit
     * @return the number, NaN if it is impossible for such a system
     */
    public double bounded(Quantity quantity, double number) {
        double most = most(quantity);
        double least = least(quantity, most);
        if (quantity.reset() != Reset.NONE && number < 0 && number >= -COUNTED_BACKWARDS
                || least == 0 && number < 0 && number >= -NOISE * most) {
            return 0;
        }
        return number >= least && number <= most ? number : Double.NaN;
    }

    /**
     * @param hours the length of an interval
     * @return the largest energy that can flow within it, in kilowatt hours
     */
    public double kilowattHours(double hours) {
        return watts * hours / WATTS_PER_KILOWATT;
    }

    private double most(Quantity quantity) {
        return switch (quantity.form().itemType()) {
            case "Number:Power" -> watts;
            case "Number:Energy" -> kilowattHours(quantity.reset() == Reset.NEVER ? HOURS_OF_A_LIFE : HOURS_OF_A_DAY);
            case "Number:ElectricPotential" -> quantity.group().equals("battery") ? dcVolts : MOST_AC_VOLTS;
            case "Number:ElectricCurrent" -> quantity.group().equals("ac-source") ? acAmperes : dcAmperes;
            case "Number:Time" -> HOURS_OF_A_LIFE;
            case "Number:Frequency" -> MOST_HERTZ;
            case "Number:Temperature" -> MOST_DEGREES;
            case "Number:Dimensionless" -> FULL;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    private static double least(Quantity quantity, double most) {
        return switch (quantity.form().itemType()) {
            case "Number:Power", "Number:ElectricCurrent" -> 0 - most;
            case "Number:Temperature" -> LEAST_DEGREES;
            default -> 0;
        };
    }
}
