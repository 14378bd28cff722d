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
package org.openhab.binding.selectronic.internal.forecast;

import java.util.function.ToDoubleFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;

/**
 * Means of half an hour, or values of a moment that contribute to them. NaN means unknown.
 *
 * @param load power consumed by the house, in watts
 * @param solar power of all solar arrays, in watts
 * @param acSource power of the generator or grid, in watts, positive when importing
 * @param battery power of the battery, in watts, positive when discharging
 * @param charge state of charge at the end, in percent
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HalfHour(double load, double solar, double acSource, double battery, double charge) {
    /** @return the values of a sample to which derived values were added */
    public static HalfHour of(Sample sample) {
        return new HalfHour(sample.number(Quantity.LOAD_POWER), sample.number(Quantity.SOLAR_POWER),
                sample.number(Quantity.AC_SOURCE_POWER), sample.number(Quantity.BATTERY_POWER),
                sample.number(Quantity.BATTERY_STATE_OF_CHARGE));
    }

    /** @return the means of a recorded interval */
    public static HalfHour of(HistoryRecord interval) {
        ToDoubleFunction<Quantity> number = quantity -> interval.values().getOrDefault(quantity, Double.NaN);
        return new HalfHour(number.applyAsDouble(Quantity.HISTORY_LOAD_POWER),
                number.applyAsDouble(Quantity.HISTORY_SOLAR_POWER),
                number.applyAsDouble(Quantity.HISTORY_AC_SOURCE_POWER),
                number.applyAsDouble(Quantity.HISTORY_BATTERY_POWER),
                number.applyAsDouble(Quantity.HISTORY_STATE_OF_CHARGE));
    }

    /** @return whether all powers are zero or unknown: recorded by a logger that measured nothing */
    boolean isBlank() {
        return !(Math.abs(load) > 0 || Math.abs(solar) > 0 || Math.abs(acSource) > 0 || Math.abs(battery) > 0);
    }

    double[] toArray() {
        return new double[] { load, solar, acSource, battery, charge };
    }
}
