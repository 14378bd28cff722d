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

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Splits each signed power into two powers of which one is zero, and sums the solar powers.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PowerSplit {
    private PowerSplit() {
    }

    /**
     * @param sample the sample read
     * @param values receives the derived powers, in watts; an absent signed power adds none, an unknown one adds
     *            unknown powers
     */
    public static void add(Sample sample, Map<Quantity, Value> values) {
        split(sample, BATTERY_POWER, BATTERY_DISCHARGING_POWER, BATTERY_CHARGING_POWER, values);
        split(sample, AC_SOURCE_POWER, AC_SOURCE_IMPORT_POWER, AC_SOURCE_EXPORT_POWER, values);
        Value ac = sample.values().get(SOLAR_AC_COUPLED_POWER);
        Value dc = sample.values().get(SOLAR_DC_COUPLED_POWER);
        if (ac instanceof Value.Numeric a && dc instanceof Value.Numeric d) {
            values.put(SOLAR_POWER, Value.of(a.number() + d.number()));
        } else if (ac != null && dc != null) {
            values.put(SOLAR_POWER, Value.UNKNOWN);
        }
    }

    private static void split(Sample sample, Quantity signed, Quantity ifPositive, Quantity ifNegative,
            Map<Quantity, Value> values) {
        Value power = sample.values().get(signed);
        if (power instanceof Value.Numeric numeric) {
            values.put(ifPositive, Value.of(Math.max(0, numeric.number())));
            values.put(ifNegative, Value.of(Math.max(0, 0 - numeric.number())));
        } else if (power != null) {
            values.put(ifPositive, Value.UNKNOWN);
            values.put(ifNegative, Value.UNKNOWN);
        }
    }
}
