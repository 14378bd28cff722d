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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.derive.AlertWatch.Change;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.model.Way;

/**
 * Which alert stands, and since when.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AlertWatchTest {
    private static final Instant SINCE = Instant.ofEpochSecond(1735700345);
    private static final Change NOTHING = new Change(null, null);

    private final AlertWatch watch = new AlertWatch();
    private final Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
    private Instant time = Instant.ofEpochSecond(1735700400);

    private Change observe(@Nullable Value code, Value since) {
        values.clear();
        time = time.plusSeconds(5);
        Map<Quantity, Value> told = new EnumMap<>(Quantity.class);
        if (code != null) {
            told.put(ALERTS_CODE, code);
        }
        told.put(ALERTS_SINCE, since);
        return watch.observe(new Sample(Way.GATEWAY, time, null, Duration.ZERO, told), values);
    }

    @Test
    void noAlert() {
        assertThat(observe(Value.of(0.0), Value.UNKNOWN), is(NOTHING));
        assertThat(values, is(Map.of(ALERTS_ACTIVE, Value.of(false), ALERTS_SINCE, Value.UNKNOWN)));
    }

    @Test
    void anAlertComesAndGoes() {
        observe(Value.of(0.0), Value.UNKNOWN);
        assertThat(observe(Value.of(50.0), Value.of(SINCE)), is(new Change(null, 50)));
        assertThat(values, is(Map.of(ALERTS_ACTIVE, Value.of(true), ALERTS_SINCE, Value.of(SINCE))));
        assertThat(observe(Value.of(50.0), Value.of(SINCE)), is(NOTHING));
        assertThat(observe(Value.of(127.0), Value.of(SINCE)), is(new Change(50, 127)));
        assertThat(observe(Value.of(0.0), Value.UNKNOWN), is(new Change(127, null)));
    }

    @Test
    void whatStoodBeforeUsIsNoEvent() {
        assertThat(observe(Value.of(50.0), Value.of(SINCE)), is(NOTHING));
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(true)));
        assertThat(observe(Value.of(0.0), Value.UNKNOWN), is(new Change(50, null)));
    }

    @Test
    void withoutATimeItBeganWhenItWasFirstSeen() {
        observe(Value.of(0.0), Value.UNKNOWN);
        observe(Value.of(50.0), Value.UNKNOWN);
        Instant seen = time;
        assertThat(values, hasEntry(ALERTS_SINCE, Value.of(seen)));
        observe(Value.of(50.0), Value.UNKNOWN);
        assertThat(values, hasEntry(ALERTS_SINCE, Value.of(seen)));
    }

    @Test
    void anUnknownCodeIsNeitherAnAlertNorItsEnd() {
        observe(Value.of(50.0), Value.of(SINCE));
        assertThat(observe(Value.UNKNOWN, Value.UNKNOWN), is(NOTHING));
        assertThat(values, is(Map.of(ALERTS_ACTIVE, Value.UNKNOWN, ALERTS_SINCE, Value.UNKNOWN)));
        assertThat(observe(Value.of(50.0), Value.of(SINCE)), is(NOTHING));
    }

    @Test
    void whereNothingIsToldOfAlertsNothingIsSaid() {
        assertThat(observe(null, Value.UNKNOWN), is(NOTHING));
        assertThat(values, is(anEmptyMap()));
    }
}
