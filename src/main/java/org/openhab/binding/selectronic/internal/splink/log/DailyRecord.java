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
package org.openhab.binding.selectronic.internal.splink.log;

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.memory.Conversion;
import org.openhab.binding.selectronic.internal.splink.memory.ShuntName;

/**
 * A record of the daily log, formats 1 to 5, written at 23:59:59: the counters at that time. Source: word table of P.
 * That the counters continue from day to day is inferred from the one published record, which has 8.3 kWh of load on a
 * unit that carried 52 W for 108 hours; it is not proven for each counter. Formats before 5 do not have the energy of
 * AC-coupled solar.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DailyRecord extends DecodedRecord {
    /** The counter of each energy. */
    private static final Map<Quantity, Quantity> COUNTERS = Map.of(HISTORY_BATTERY_ENERGY_IN, BATTERY_ENERGY_IN_TOTAL,
            HISTORY_BATTERY_ENERGY_OUT, BATTERY_ENERGY_OUT_TOTAL, HISTORY_SOLAR_ENERGY, SOLAR_ENERGY_TOTAL,
            HISTORY_LOAD_ENERGY, LOAD_ENERGY_TOTAL, HISTORY_AC_SOURCE_ENERGY_IMPORT, AC_SOURCE_ENERGY_IMPORT_TOTAL,
            HISTORY_AC_SOURCE_ENERGY_EXPORT, AC_SOURCE_ENERGY_EXPORT_TOTAL);
    private static final double HOURS_OF_A_DAY = 25;
    /** Counts by which a counter of the day and the sum of its intervals may differ: three counters, one more each. */
    private static final double ROUNDING = 4;
    /** The energy of the interval at midnight is estimated. */
    private static final double ESTIMATED = 0.1;

    private final Map<Quantity, Double> counters;

    DailyRecord(LogRecord record, LogUnit unit) {
        super(LogKind.DAILY, record, unit);
        counters = counters();
    }

    /** Returns the energies that it has counters of. */
    static Set<Quantity> energies() {
        return COUNTERS.keySet();
    }

    /** Returns the day by the clock of the unit. */
    LocalDate day() {
        return UnitTime.shown(record.seconds()).toLocalDate();
    }

    /** Returns when the day begins. */
    Instant start() {
        return day().atStartOfDay(unit.zone()).toInstant();
    }

    /** Returns when the day ends. */
    Instant end() {
        return day().plusDays(1).atStartOfDay(unit.zone()).toInstant();
    }

    /** Whether a record is that of the day before and counts in the same steps. */
    boolean follows(DailyRecord before) {
        return before.day().plusDays(1).equals(day()) && before.scales.equals(scales);
    }

    /**
     * @param before the record of the day before
     * @return the energies of the day in kilowatt hours, with the keys of the energies of intervals; none of a counter
     *         that was reset on this day, or that increased more than it can
     */
    Map<Quantity, Double> energies(DailyRecord before) {
        Map<Quantity, Double> energies = new EnumMap<>(Quantity.class);
        COUNTERS.forEach((energy, counter) -> {
            Double from = before.counters.get(counter);
            Double to = counters.get(counter);
            if (from == null || to == null) {
                return;
            }
            if (to >= from && to - from <= limits.kilowattHours(HOURS_OF_A_DAY)) {
                energies.put(energy, to - from);
            } else if (energy == HISTORY_SOLAR_ENERGY && to < from && to > from / 2) {
                // a load on a solar shunt
                energies.put(energy, 0.0);
            }
        });
        return energies;
    }

    /**
     * @param before the record of the day before
     * @param sums the energies that the detailed log has of this day, for those that it has
     * @return for each energy that can be compared, whether both agree
     */
    Map<Quantity, Boolean> agreement(DailyRecord before, Map<Quantity, Double> sums) {
        double counts = ROUNDING * Math.max(count(Conversion.AC_ENERGY), count(Conversion.DC_ENERGY));
        Map<Quantity, Double> energies = energies(before);
        Map<Quantity, Boolean> agreement = new EnumMap<>(Quantity.class);
        sums.forEach((energy, sum) -> {
            if (counters.containsKey(COUNTERS.get(energy)) && before.counters.containsKey(COUNTERS.get(energy))) {
                Double own = energies.get(energy);
                agreement.put(energy, own != null && Math.abs(own - sum) <= counts + ESTIMATED * sum);
            }
        });
        return agreement;
    }

    /** Returns the kilowatt hours of a count. */
    private double count(Conversion conversion) {
        double count = conversion.number(1, scales);
        return Double.isNaN(count) ? 0 : count;
    }

    /** Returns the counters in kilowatt hours. */
    Map<Quantity, Value> values() {
        return values(counters);
    }

    private Map<Quantity, Double> counters() {
        Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
        put(numbers, BATTERY_ENERGY_IN_TOTAL, number(Column.BATTERY_ENERGY_IN));
        put(numbers, BATTERY_ENERGY_OUT_TOTAL, number(Column.BATTERY_ENERGY_OUT));
        put(numbers, SOLAR_ENERGY_TOTAL, number(Column.COUPLED_ENERGY)
                + unit.sum(ShuntName::isSolar, number(Column.SHUNT_1_ENERGY), number(Column.SHUNT_2_ENERGY)));
        put(numbers, LOAD_ENERGY_TOTAL, number(Column.LOAD_ENERGY));
        put(numbers, AC_SOURCE_ENERGY_IMPORT_TOTAL, number(Column.SOURCE_ENERGY_IN));
        put(numbers, AC_SOURCE_ENERGY_EXPORT_TOTAL, number(Column.EXPORT_ENERGY));
        return numbers;
    }
}
