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
package org.openhab.binding.selectronic.internal.derive;

import static org.openhab.binding.selectronic.internal.model.Quantity.BATTERY_POWER;
import static org.openhab.binding.selectronic.internal.model.Quantity.BATTERY_STATE_OF_CHARGE;
import static org.openhab.binding.selectronic.internal.model.Quantity.BATTERY_TIME_TO_EMPTY;
import static org.openhab.binding.selectronic.internal.model.Quantity.BATTERY_TIME_TO_FULL;

import java.util.Map;
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Calculates the time until the battery is empty or full at the present power.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class BatteryTimes {
    /**
     * Battery power below this is noise of a battery at rest, in watts; a time calculated from it would be meaningless.
     */
    private static final double AT_REST = 25;
    private static final double FULL = 100;

    private BatteryTimes() {
    }

    /**
     * @param sample the sample read
     * @param capacity the capacity of the battery in watt hours
     * @param values receives the times, in hours
     */
    static void add(Sample sample, double capacity, Map<Quantity, Value> values) {
        OptionalDouble charge = sample.number(BATTERY_STATE_OF_CHARGE);
        OptionalDouble power = sample.number(BATTERY_POWER);
        Value toEmpty = Value.UNKNOWN;
        Value toFull = Value.UNKNOWN;
        if (charge.isPresent() && power.isPresent()) {
            double watts = power.getAsDouble();
            double held = Math.max(0, Math.min(FULL, charge.getAsDouble())) / FULL;
            if (watts > AT_REST) {
                toEmpty = Rounding.value(held * capacity / watts);
            } else if (watts < -AT_REST) {
                toFull = Rounding.value((1 - held) * capacity / -watts);
            }
        }
        values.put(BATTERY_TIME_TO_EMPTY, toEmpty);
        values.put(BATTERY_TIME_TO_FULL, toFull);
    }
}
