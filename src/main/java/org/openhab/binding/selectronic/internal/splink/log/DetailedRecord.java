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
import static org.openhab.binding.selectronic.internal.splink.memory.Conversion.*;
import static org.openhab.binding.selectronic.internal.splink.memory.RegisterType.*;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.splink.memory.Conversion;
import org.openhab.binding.selectronic.internal.splink.memory.RegisterType;
import org.openhab.binding.selectronic.internal.splink.memory.ShuntName;

/**
 * A record of the detailed log, formats 1 to 3: means over an interval, and counters that reset at midnight. Source:
 * word tables of L and P, which agree; signs are those of the live registers.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DetailedRecord extends DecodedRecord {
    /** First format with AC-coupled solar. */
    private static final int WITH_COUPLED = 3;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double WATTS_PER_KILOWATT = 1000;

    DetailedRecord(LogRecord record, LogUnit unit) {
        super(record, unit, record.scales(39));
    }

    /** Whether it is complete: it has scale factors and a time that is not in the future. */
    boolean isUsable() {
        return unit.isPossible(record.seconds()) && scales.acPower() != 0 && scales.dcPower() != 0;
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
        double load = number(21, S16, AC_WATTS);
        double source = 0 - number(23, S16, AC_WATTS);
        put(values, HISTORY_STATE_OF_CHARGE, number(31, U16, PERCENT));
        put(values, HISTORY_BATTERY_POWER, battery);
        put(values, HISTORY_SOLAR_POWER, solar);
        put(values, HISTORY_LOAD_POWER, load);
        put(values, HISTORY_AC_SOURCE_POWER, source);
        // counts with different scale factors cannot be subtracted
        if (before != null && before.scales.equals(scales)) {
            put(values, HISTORY_BATTERY_ENERGY_IN, since(before, 8, U32, DC_ENERGY, 0 - battery, hours));
            put(values, HISTORY_BATTERY_ENERGY_OUT, since(before, 10, U32, DC_ENERGY, battery, hours));
            put(values, HISTORY_SOLAR_ENERGY, sinceOfShunts(before.solarEnergy(), solarEnergy(), solar, hours));
            put(values, HISTORY_LOAD_ENERGY, since(before, 33, U16, AC_ENERGY, load, hours));
            put(values, HISTORY_AC_SOURCE_ENERGY_IMPORT, since(before, 32, U16, AC_ENERGY, source, hours));
            put(values, HISTORY_AC_SOURCE_ENERGY_EXPORT, since(before, 38, U16, AC_ENERGY, 0 - source, hours));
        }
        return new HistoryRecord(end.minus(interval), end, values);
    }

    /**
     * Returns volts multiplied by the sum of all currents out of the battery; unknown if a shunt may hide a part of it.
     */
    private double batteryPower() {
        return number(12, S16, DC_VOLTS) * (number(18, S16, DC_AMPERES)
                + unit.sum(ShuntName::isOnTheBus, number(19, S16, DC_AMPERES), number(20, S16, DC_AMPERES)));
    }

    private double solarPower() {
        return coupled(29, AC_WATTS) - number(12, S16, DC_VOLTS)
                * unit.sum(ShuntName::isSolar, number(19, S16, DC_AMPERES), number(20, S16, DC_AMPERES));
    }

    private double solarEnergy() {
        return coupled(30, AC_ENERGY)
                - unit.sum(ShuntName::isSolar, number(34, S16, DC_ENERGY), number(35, S16, DC_ENERGY));
    }

    /** Returns power or energy of AC-coupled inverters; 0 if the format includes it but the field is empty. */
    private double coupled(int word, Conversion conversion) {
        if (unit.format(LogKind.DETAILED) < WITH_COUPLED) {
            return Double.NaN;
        }
        long raw = record.number(word, U16);
        // an unsigned power is the distance from 0, an energy is a counter
        return U16.isAvailable(raw) ? number(conversion == AC_WATTS ? U16.magnitude(raw) : raw, conversion) : 0;
    }

    private double since(DetailedRecord before, int word, RegisterType type, Conversion conversion, double power,
            double hours) {
        return since(before.number(word, type, conversion), number(word, type, conversion), power, hours);
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
