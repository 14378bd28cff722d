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
import static org.openhab.binding.selectronic.internal.splink.memory.Form.*;
import static org.openhab.binding.selectronic.internal.splink.memory.Kind.*;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.memory.Form;
import org.openhab.binding.selectronic.internal.splink.memory.Kind;
import org.openhab.binding.selectronic.internal.splink.memory.Limits;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;

/**
 * A record of the detailed log, formats 1 to 3: means over an interval, and counters that begin again at midnight.
 * Source: word tables of L and P, which agree; signs are those of the live registers.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DetailedRecord {
    private static final int FIRST_FORMAT = 1, LAST_FORMAT = 3;
    /** From this format on there is AC-coupled solar in it. */
    private static final int WITH_COUPLED = 3;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double WATTS_PER_KILOWATT = 1000;

    private final int[] words;
    private final int at;
    private final LogUnit unit;
    private final ScaleFactors scales;
    private final Limits limits;

    /**
     * @param words what was read
     * @param at where in there the record begins
     * @param unit the unit
     */
    DetailedRecord(int[] words, int at, LogUnit unit) {
        this.words = words;
        this.at = at;
        this.unit = unit;
        this.scales = new ScaleFactors(words[at + 39], words[at + 40], words[at + 41], words[at + 42],
                words[at + 43]);
        this.limits = unit.limits(scales);
    }

    /** Whether records of such a version can be understood. */
    static boolean isKnown(int format) {
        return format >= FIRST_FORMAT && format <= LAST_FORMAT;
    }

    /** When it was written, by the unit's clock. */
    long seconds() {
        return U32.number(words, at);
    }

    /** Whether it is whole: it has a time that has come, and says what its counts are worth. */
    boolean isUsable() {
        return seconds() != UnitTime.NONE && !UnitTime.isAfter(seconds(), unit.zone(), unit.latest())
                && scales.acPower() != 0 && scales.dcPower() != 0;
    }

    /** Whether nothing was written since its place was erased. */
    boolean isErased() {
        for (int word = 0; word < LogKind.DETAILED.recordWords(); word++) {
            if (words[at + word] != 0xFFFF) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param before the record of the interval before, null if there is none that adjoins or it is not whole: what the
     *        counters gained in a hole belongs to no interval
     * @param end the time of this one, which is taken for the end of its interval
     * @param interval how long that is
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
        // counts that are worth something else now are no difference
        if (before != null && before.scales.equals(scales)) {
            put(values, HISTORY_BATTERY_ENERGY_IN,
                    since(before.number(8, U32, DC_ENERGY), number(8, U32, DC_ENERGY), 0 - battery, hours));
            put(values, HISTORY_BATTERY_ENERGY_OUT,
                    since(before.number(10, U32, DC_ENERGY), number(10, U32, DC_ENERGY), battery, hours));
            put(values, HISTORY_SOLAR_ENERGY, sinceOfShunts(before.solarEnergy(), solarEnergy(), solar, hours));
            put(values, HISTORY_LOAD_ENERGY,
                    since(before.number(33, U16, AC_ENERGY), number(33, U16, AC_ENERGY), load, hours));
            put(values, HISTORY_AC_SOURCE_ENERGY_IMPORT,
                    since(before.number(32, U16, AC_ENERGY), number(32, U16, AC_ENERGY), source, hours));
            put(values, HISTORY_AC_SOURCE_ENERGY_EXPORT,
                    since(before.number(38, U16, AC_ENERGY), number(38, U16, AC_ENERGY), 0 - source, hours));
        }
        return new HistoryRecord(end.minus(interval), end, values);
    }

    /** Volts times everything that flows out of the battery; unknown where a shunt may hide a part of it. */
    private double batteryPower() {
        double volts = number(12, S16, DC_VOLTS);
        return unit.shunt1() < 0 || unit.shunt2() < 0
                ? Double.NaN
                : volts * (number(18, S16, DC_AMPERES) + onTheBus(unit.shunt1(), 19) + onTheBus(unit.shunt2(), 20));
    }

    private double onTheBus(int shunt, int word) {
        return LogUnit.isOnTheBus(shunt) ? number(word, S16, DC_AMPERES) : 0;
    }

    private double solarPower() {
        double volts = number(12, S16, DC_VOLTS);
        return coupled(29, AC_WATTS) - volts * solar(unit.shunt1(), number(19, S16, DC_AMPERES))
                - volts * solar(unit.shunt2(), number(20, S16, DC_AMPERES));
    }

    private double solarEnergy() {
        return coupled(30, AC_ENERGY) - solar(unit.shunt1(), number(34, S16, DC_ENERGY))
                - solar(unit.shunt2(), number(35, S16, DC_ENERGY));
    }

    private static double solar(int shunt, double number) {
        if (shunt < 0) {
            return Double.NaN;
        }
        return LogUnit.isSolar(shunt) ? number : 0;
    }

    /** What AC-coupled inverters give: nothing where the record has a place for it that is left empty. */
    private double coupled(int word, Kind kind) {
        if (unit.detailedFormat() < WITH_COUPLED) {
            return Double.NaN;
        }
        long raw = U16.number(words, at + word);
        if (!U16.isAvailable(raw)) {
            return 0;
        }
        // a power without a sign is the distance from 0, an energy is a counter
        return number(kind.value(kind == AC_WATTS ? U16.magnitude(raw) : raw, scales));
    }

    private double number(int word, Form form, Kind kind) {
        long raw = form.number(words, at + word);
        return form.isAvailable(raw) ? number(kind.value(raw, scales)) : Double.NaN;
    }

    private static double number(Value value) {
        return value instanceof Value.Numeric numeric ? numeric.number() : Double.NaN;
    }

    /**
     * What a counter of the day counted in the interval. It begins again at midnight, a little before or after a record
     * is written: then what it counted before is taken from the mean power. What flows over midnight may count more on
     * the new day than it had on the old one: there the mean power says which it was. What a counter had counted that
     * begins again at another time, as after a start of the unit, is not known.
     */
    private double since(double before, double now, double power, double hours) {
        double byPower = byPower(power, hours);
        boolean aroundMidnight = isAroundMidnight(hours);
        boolean fitsNewDay = aroundMidnight && Math.abs(now - byPower) < Math.abs(now - before - byPower);
        if (now >= before && !fitsNewDay) {
            // more than can flow is a counter that was torn, or one of another unit
            return now - before <= limits.kilowattHours(hours) ? now - before : Double.NaN;
        }
        return aroundMidnight ? Math.max(now, byPower) : Double.NaN;
    }

    /** The same of shunts, whose counters go a little back where there is a load beside the sun. */
    private double sinceOfShunts(double before, double now, double power, double hours) {
        double byPower = byPower(power, hours);
        boolean atLoad = now < before && now > before / 2
                && Math.abs(now - before - byPower) <= Math.abs(now - byPower);
        return atLoad ? 0 : since(before, now, power, hours);
    }

    private static double byPower(double power, double hours) {
        return Double.isNaN(power) ? 0 : Math.max(0, power * hours / WATTS_PER_KILOWATT);
    }

    /** Whether the interval ends at midnight by the unit's clock, or begins there. */
    private boolean isAroundMidnight(double hours) {
        return seconds() % Duration.ofDays(1).toSeconds() <= hours * SECONDS_PER_HOUR;
    }

    /** What no such system can have is left out, as what is not known. */
    private void put(Map<Quantity, Double> values, Quantity quantity, double number) {
        if (limits.bounded(quantity, number) instanceof Value.Numeric possible) {
            values.put(quantity, possible.number());
        }
    }
}
