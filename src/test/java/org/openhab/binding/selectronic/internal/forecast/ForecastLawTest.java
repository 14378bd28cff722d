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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.forecast.Forecast.Step;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever the past of a house is, with holes and nonsense in it: a forecast never depends on what comes later, its
 * band is in order, and its charge is one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ForecastLawTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final SimulatedHouse HOUSE = new SimulatedHouse(3);
    private static final int DAYS = 70;

    private static HalfHour damaged(Random random, int at) {
        HalfHour halfHour = HOUSE.at(at);
        return switch (random.nextInt(40)) {
            case 0 -> new HalfHour(Double.NaN, halfHour.solar(), 0, Double.NaN, Double.NaN);
            case 1 -> new HalfHour(0, 0, 0, 0, 0);
            case 2 -> new HalfHour(halfHour.load() * 30, -500, 0, halfHour.battery(), 120);
            default -> halfHour;
        };
    }

    private static ProfileStore past(long seed, int from, int to) {
        Random random = new Random(seed);
        ProfileStore store = new ProfileStore();
        for (int at = from; at < to; at++) {
            store.add(SimulatedHouse.time(at), SimulatedHouse.time(at + 1), damaged(random, at));
        }
        return store;
    }

    private static Forecast forecast(ProfileStore store, int at, double charge) {
        Instant now = SimulatedHouse.time(at).plusSeconds(700);
        return Forecaster.forecast(store, now, SYDNEY, charge,
                new Plant(Double.NaN, false, Double.NaN, 30, 80, false, 10));
    }

    @Property(tries = 25)
    void noValueFromTheFutureCounts(@ForAll long seed, @ForAll @IntRange(min = 20 * 48, max = DAYS * 48) int at) {
        int from = Math.max(0, at + 72 - ProfileStore.SIZE);
        ProfileStore store = past(seed, from, at);
        Forecast before = forecast(store, at, 70);
        Random random = new Random(seed);
        for (int later = at; later < at + 72; later++) {
            store.add(SimulatedHouse.time(later), SimulatedHouse.time(later + 1), new HalfHour(random.nextInt(9000),
                    random.nextInt(9000), 0, random.nextInt(9000), random.nextInt(100)));
        }
        assertThat(forecast(store, at, 70), is(before));
    }

    @Property(tries = 50)
    void theBandIsInOrderAndTheChargeIsOne(@ForAll long seed, @ForAll @IntRange(max = DAYS * 48) int at,
            @ForAll @IntRange(max = 100) int charge) {
        Forecast forecast = forecast(past(seed, 0, at), at, charge);
        if (forecast.state() == Forecast.State.LEARNING) {
            assertThat(forecast.steps(), is(empty()));
            return;
        }
        assertThat(forecast.need().low(), is(lessThanOrEqualTo(forecast.need().median())));
        assertThat(forecast.need().median(), is(lessThanOrEqualTo(forecast.need().high())));
        if (forecast.state() == Forecast.State.READY) {
            for (Step step : forecast.steps()) {
                assertThat(step.charge(), is(both(greaterThanOrEqualTo(0.0)).and(lessThanOrEqualTo(100.0))));
                assertThat(step.chargeLow(), is(both(greaterThanOrEqualTo(0.0)).and(lessThanOrEqualTo(step.charge()))));
            }
            assertThat(forecast.lowestChargeLow(), is(lessThanOrEqualTo(forecast.lowestCharge())));
        }
    }

    @Property(tries = 10)
    void aRestartChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 5 * 48, max = DAYS * 48) int at) {
        ProfileStore store = past(seed, 0, at);
        TextsInMemory texts = new TextsInMemory();
        store.save(texts);
        assertThat(forecast(ProfileStore.load(texts), at, 60), is(forecast(store, at, 60)));
    }
}
