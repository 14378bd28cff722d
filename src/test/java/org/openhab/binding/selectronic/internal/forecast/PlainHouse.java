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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A house whose nights can be told by heart: one load from 18:00 to 17:00, another in the hour before 18:00, and the
 * same sun from 8:00 to 16:00. Day 0 is a Monday.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PlainHouse {
    static final int DAY = 48;
    static final int EVENING = 36;
    /** Hours from 18:00 to the sun. */
    static final double NIGHT_HOURS = 14;
    static final double SUN = 3000;
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    /** Load in watts of the 23 hours from 18:00 of a day on. */
    IntToDoubleFunction load = day -> 500;
    /** Load in watts from 17:00 to 18:00 of a day. */
    IntToDoubleFunction late = day -> 500;
    /** Share of the usual sun of a day. */
    IntToDoubleFunction sun = day -> 1;
    double charge = 50;

    static Instant time(int at) {
        return MONDAY.plusSeconds((long) at * ProfileStore.SECONDS);
    }

    private HalfHour at(int at) {
        int time = at % DAY;
        return new HalfHour(
                time == 34 || time == 35 ? late.applyAsDouble(at / DAY)
                        : load.applyAsDouble(Math.max(0, Math.floorDiv(at - EVENING, DAY))),
                time >= 16 && time < 32 ? SUN * sun.applyAsDouble(at / DAY) : 0, 0, Double.NaN, charge);
    }

    /** Its past up to a time of a day, in half hours. */
    ProfileStore store(int day, int time) {
        ProfileStore store = new ProfileStore();
        for (int at = 0; at < day * DAY + time; at++) {
            store.add(time(at), time(at + 1), at(at));
        }
        return store;
    }

    /** The forecast for a battery of a capacity in watt hours, of whose losses nothing is known. */
    Forecast forecast(int day, double charge, double capacity, Duration later) {
        return Forecaster.forecast(store(day, EVENING), time(day * DAY + EVENING).plus(later), ZoneOffset.UTC, charge,
                new Plant(capacity, false, Double.NaN, Double.NaN, Double.NaN, false, Double.NaN));
    }

    /** Loads from 400 to 1000 W, each of them once, in an order that says nothing. */
    static List<Integer> shuffled() {
        List<Integer> loads = IntStream.rangeClosed(0, 70).map(at -> 400 + at * 60 / 7 / 10 * 10).boxed()
                .collect(Collectors.toList());
        Collections.shuffle(loads, new Random(3));
        return loads;
    }

    /** What is expected at a time of a day, in half hours, if nothing later is known. */
    Scenarios scenarios(int day, int time) {
        ProfileStore store = store(day, time);
        long issue = ProfileStore.slot(time(day * DAY + time));
        return new Scenarios(new Grid(store, issue, ZoneOffset.UTC), issue);
    }

    /** The same at 18:00. */
    Scenarios evening(int day) {
        return scenarios(day, EVENING);
    }
}
