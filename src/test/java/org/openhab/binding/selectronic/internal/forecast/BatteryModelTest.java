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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * What is learned of a battery whose capacity, acceptance and losses are known.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class BatteryModelTest {
    private static final double CAPACITY = 10_000, ACCEPTANCE = 0.9, STANDING = 40, SHARE = 0.1, GENERATOR = 3000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant time(int at) {
        return START.plusSeconds((long) at * ProfileStore.SECONDS);
    }

    /** The battery is charged by sun or generator from 40 % to 75 % and then feeds loads of two sizes. */
    private static BatteryModel learned(boolean generator, double capacity) {
        ProfileStore store = new ProfileStore();
        double charge = 60;
        boolean charging = false;
        for (int at = 0; at < ProfileStore.SIZE; at++) {
            charging = charging ? charge < 75 : charge < 40;
            double load = at % 2 == 0 ? 1000 : 500;
            double source = charging && generator ? GENERATOR : 0;
            double solar = charging && !generator ? 2500 : 0;
            double net = load - solar - source;
            double battery = net + STANDING + SHARE * Math.abs(net);
            charge -= (battery > 0 ? battery : battery * ACCEPTANCE) / 2 / CAPACITY * 100;
            store.add(time(at), time(at + 1), new HalfHour(load, solar, source, battery, charge));
        }
        return BatteryModel.learn(store, ProfileStore.slot(time(ProfileStore.SIZE)), capacity);
    }

    @Test
    void capacityAcceptanceAndLossesAreFound() {
        BatteryModel model = learned(false, Double.NaN);
        assertThat(model.capacity(), is(closeTo(CAPACITY, 100)));
        assertThat(model.acceptance(), is(closeTo(ACCEPTANCE, 0.01)));
        assertThat(model.share(), is(closeTo(SHARE, 0.005)));
        assertThat(model.standing(), is(closeTo(STANDING, 5)));
        assertThat("there was none", model.generator(), is(Double.NaN));
    }

    @Test
    void theConfiguredCapacityCounts() {
        BatteryModel model = learned(false, 12_000);
        assertThat(model.capacity(), is(12_000.0));
        assertThat(model.acceptance(), is(closeTo(ACCEPTANCE, 0.01)));
    }

    @Test
    void theGeneratorHasThePowerThatItHad() {
        BatteryModel model = learned(true, Double.NaN);
        assertThat(model.generator(), is(closeTo(GENERATOR, 1)));
        assertThat(model.share(), is(closeTo(SHARE, 0.005)));
    }

    @Test
    void ofNothingTheUsualIsAssumed() {
        BatteryModel model = BatteryModel.learn(new ProfileStore(), ProfileStore.slot(START), 5000);
        assertThat(model.capacity(), is(5000.0));
        assertThat(model.acceptance(), is(0.95));
        assertThat("5 % of a kilowatt", model.power(1000) - 1000, is(closeTo(50, 1)));
        assertThat(BatteryModel.learn(new ProfileStore(), ProfileStore.slot(START), Double.NaN).capacity(),
                is(Double.NaN));
    }

    @Test
    void theChargeFollowsThePower() {
        BatteryModel model = new BatteryModel(CAPACITY, ACCEPTANCE, STANDING, SHARE, Double.NaN);
        assertThat(model.power(1000), is(1140.0));
        assertThat(model.power(-1000), is(-860.0));
        assertThat(model.after(50, 1000, 1), is(closeTo(40, 1e-9)));
        assertThat(model.after(50, -1000, 1), is(closeTo(59, 1e-9)));
        assertThat(model.after(50, 1000, 0.5), is(closeTo(45, 1e-9)));
        assertThat(model.after(50, 1000, 9), is(0.0));
        assertThat(model.after(50, -1000, 9), is(100.0));
        assertThat(model.after(50, 0, 9), is(50.0));
    }
}
