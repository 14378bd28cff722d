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
package org.openhab.binding.selectronic.internal.point;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.GeneratorStatus;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Turns a member of a point body into the value of its quantity, with the quantity's sign. Name and sign of the member
 * are defined in {@link Quantity}; special meanings of numbers are defined here.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PointMapper {
    /** The most power in W of anything at one unit: five times the rating of the largest SP PRO, 20 kW. */
    private static final double LARGEST_POWER = 100_000;
    /**
     * The most energy of a day in kWh: that power around the clock. An old version of a gateway emulator reports
     * {@code load_wh_today} in watt hours, beside members in kilowatt hours (published body, sample C: 22410.5); such a
     * number is no energy of a day.
     */
    private static final double LARGEST_DAY = LARGEST_POWER / 1000 * 24;
    /** The most energy of all time in kWh: that power for fifty years. */
    private static final double LARGEST_TOTAL = LARGEST_DAY * 365.25 * 50;
    /** The largest code that a word of the unit's memory holds. */
    private static final int LARGEST_CODE = 0xFFFF;

    private static final double LARGEST_CHARGE = 100.0;
    /** The end of the year 9999 in seconds since 1970; later numbers are not times and cannot be shown. */
    private static final double LAST_SECOND = 253_402_300_799.0;

    private final Map<String, Row> rows = new HashMap<>();

    private record Row(Quantity quantity, boolean negated) {
    }

    /**
     * @param connectionType the connection type of the bodies
     */
    public PointMapper(ConnectionType connectionType) {
        for (Quantity quantity : Quantity.values()) {
            if (quantity.origin(connectionType).orElse(null) instanceof Origin.Member member) {
                rows.put(member.name(), new Row(quantity, member.negated()));
            }
        }
    }

    /**
     * Adds a member to the values. Unknown members are ignored.
     *
     * @param member the name of the member
     * @param number its number; not finite if the member is not a number
     * @param values receives the value
     */
    void put(String member, double number, Map<Quantity, Value> values) {
        Row row = rows.get(member);
        if (row != null) {
            values.put(row.quantity, Double.isFinite(number) ? value(row, number) : Value.UNKNOWN);
        }
    }

    private static Value value(Row row, double number) {
        return switch (row.quantity) {
            case BATTERY_STATE_OF_CHARGE -> within(number, 0, LARGEST_CHARGE);
            case GENERATOR_STATUS -> GeneratorStatus.ofCode(number);
            case ALERTS_CODE -> number == Math.rint(number) ? within(number, 0, LARGEST_CODE) : Value.UNKNOWN;
            // no alert, no time: 0 stands for "none" here
            case ALERTS_SINCE -> moment(number).map(Value::of).orElseGet(() -> Value.UNKNOWN);
            default -> switch (row.quantity.reset()) {
                case DAILY -> within(number, 0, LARGEST_DAY);
                case NEVER -> within(number, 0, LARGEST_TOTAL);
                // not -number, which would turn 0 into -0
                default -> within(row.negated ? 0 - number : number, -LARGEST_POWER, LARGEST_POWER);
            };
        };
    }

    /** Converts seconds since 1970 to a time, empty for none. */
    static Optional<Instant> moment(double seconds) {
        return seconds > 0 && seconds <= LAST_SECOND ? Optional.of(Instant.ofEpochSecond((long) seconds))
                : Optional.empty();
    }

    /** Returns the number, or unknown if it is out of range: impossible numbers are not corrected. */
    private static Value within(double number, double least, double most) {
        return number >= least && number <= most ? Value.of(number) : Value.UNKNOWN;
    }
}
