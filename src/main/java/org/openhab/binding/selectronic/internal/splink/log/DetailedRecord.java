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

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.splink.memory.ShuntName;

/**
 * A record of the detailed log, formats 1 to 3: means over an interval, and counters that reset at midnight. Source:
 * word tables of L and P, which agree; signs are those of the live registers.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DetailedRecord extends DecodedRecord {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double WATTS_PER_KILOWATT = 1000;

    DetailedRecord(LogRecord record, LogUnit unit) {
        super(LogKind.DETAILED, record, unit);
    }

    /**
     * @param before the record of the previous interval, null if there is none that is complete and adjacent: what
     *            counters gained in a hole does not belong to any interval
     * @param end the time of this record, used as the end of its interval
     * @param interval the length of the interval
     */
    HistoryRecord history(@Nullable DetailedRecord before, Instant end, Duration interval) {
        Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
        double hours = interval.toSeconds() / SECONDS_PER_HOUR;
        double battery = batteryPower();
        double solar = solarPower();
        double load = number(Column.LOAD_POWER);
        double source = number(Column.SOURCE_POWER);
        put(values, HISTORY_STATE_OF_CHARGE, number(Column.STATE_OF_CHARGE));
        put(values, HISTORY_BATTERY_POWER, battery);
        put(values, HISTORY_SOLAR_POWER, solar);
        put(values, HISTORY_LOAD_POWER, load);
        put(values, HISTORY_AC_SOURCE_POWER, source);
        // counts with different scale factors cannot be subtracted
        if (before != null && before.scales.equals(scales)) {
            put(values, HISTORY_BATTERY_ENERGY_IN, since(before, Column.BATTERY_ENERGY_IN, 0 - battery, hours));
            put(values, HISTORY_BATTERY_ENERGY_OUT, since(before, Column.BATTERY_ENERGY_OUT, battery, hours));
            put(values, HISTORY_SOLAR_ENERGY, sinceOfShunts(before.solarEnergy(), solarEnergy(), solar, hours));
            put(values, HISTORY_LOAD_ENERGY, since(before, Column.LOAD_ENERGY, load, hours));
            put(values, HISTORY_AC_SOURCE_ENERGY_IMPORT, since(before, Column.SOURCE_ENERGY_IN, source, hours));
            put(values, HISTORY_AC_SOURCE_ENERGY_EXPORT, since(before, Column.EXPORT_ENERGY, 0 - source, hours));
        }
        return new HistoryRecord(end.minus(interval), end, values);
    }

    /**
     * Returns volts multiplied by the sum of all currents out of the battery; unknown if a shunt may hide a part of it.
     */
    private double batteryPower() {
        return number(Column.BATTERY_VOLTS) * (number(Column.INVERTER_DC_CURRENT)
                - unit.sum(ShuntName::isOnTheBus, number(Column.SHUNT_1_CURRENT), number(Column.SHUNT_2_CURRENT)));
    }

    private double solarPower() {
        return coupled(Column.COUPLED_POWER) + number(Column.BATTERY_VOLTS)
                * unit.sum(ShuntName::isSolar, number(Column.SHUNT_1_CURRENT), number(Column.SHUNT_2_CURRENT));
    }

    private double solarEnergy() {
        return coupled(Column.COUPLED_ENERGY)
                + unit.sum(ShuntName::isSolar, number(Column.SHUNT_1_ENERGY), number(Column.SHUNT_2_ENERGY));
    }

    /** Returns power or energy of AC-coupled inverters; 0 if the format includes it but the field is empty. */
    private double coupled(Column column) {
        double number = number(column);
        return has(column) && Double.isNaN(number) ? 0 : number;
    }

    private double since(DetailedRecord before, Column counter, double power, double hours) {
        return since(before.number(counter), number(counter), power, hours);
    }

    /**
     * Calculates the energy of the interval from a counter of the day. The counter resets at midnight, shortly before
     * or after a record is written: energy counted before the reset is then estimated by the mean power. The energy of
     * an interval at midnight may be more than the counter had on the old day, so the mean power decides whether it was
     * reset. If a counter resets at any other time, e.g. at a start of the unit, the energy is unknown.
     */
    private double since(double before, double now, double power, double hours) {
        double byPower = byPower(power, hours);
        boolean aroundMidnight = isAroundMidnight(hours);
        boolean fitsNewDay = aroundMidnight && Math.abs(now - byPower) < Math.abs(now - before - byPower);
        if (now >= before && !fitsNewDay) {
            // more than can flow: the counter is damaged, or of another unit
            return now - before <= limits.kilowattHours(hours) ? now - before : Double.NaN;
        }
        return aroundMidnight ? Math.max(now, byPower) : Double.NaN;
    }

    /** Same for shunts, whose counters decrease slightly if there is a load in addition to solar. */
    private double sinceOfShunts(double before, double now, double power, double hours) {
        double byPower = byPower(power, hours);
        boolean atLoad = now < before && now > before / 2
                && Math.abs(now - before - byPower) <= Math.abs(now - byPower);
        return atLoad ? 0 : since(before, now, power, hours);
    }

    private static double byPower(double power, double hours) {
        return Double.isNaN(power) ? 0 : Math.max(0, power * hours / WATTS_PER_KILOWATT);
    }

    /** Whether the interval starts or ends at midnight (unit clock). */
    private boolean isAroundMidnight(double hours) {
        return record.seconds() % Duration.ofDays(1).toSeconds() <= hours * SECONDS_PER_HOUR;
    }
}
