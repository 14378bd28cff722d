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
package org.openhab.binding.selectronic.internal.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Absent is not unknown is not zero.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ValueTest {
    @ParameterizedTest
    @ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
    void whatIsNotFiniteIsUnknown(double number) {
        assertThat(Value.of(number), is(Value.UNKNOWN));
        assertThrows(IllegalArgumentException.class, () -> new Value.Numeric(number));
    }

    @Test
    void aSampleHasNumbersOnlyWhereThereAreSome() {
        Sample sample = new Sample(ConnectionType.GATEWAY, Instant.EPOCH, null, Duration.ZERO,
                Map.of(Quantity.LOAD_POWER, Value.of(0.0), Quantity.BATTERY_POWER, Value.UNKNOWN));
        assertThat(sample.number(Quantity.LOAD_POWER), is(0.0));
        assertThat(sample.number(Quantity.BATTERY_POWER), is(Double.NaN));
        assertThat(sample.number(Quantity.SOLAR_POWER), is(Double.NaN));
        assertThrows(UnsupportedOperationException.class,
                () -> sample.values().put(Quantity.SOLAR_POWER, Value.of(1.0)));
        assertThat(sample.with(Map.of(Quantity.SOLAR_POWER, Value.of(1.0))).number(Quantity.SOLAR_POWER), is(1.0));
    }

    /** As the console and the report show it: nothing but the value, and words for what is not known. */
    @Test
    void aValueIsShownAsItself() {
        assertThat(Value.of(56.25), hasToString("56.25"));
        assertThat(Value.of("RETRY_PAUSE"), hasToString("RETRY_PAUSE"));
        assertThat(Value.of(true), hasToString("ON"));
        assertThat(Value.of(false), hasToString("OFF"));
        assertThat(Value.of(Instant.EPOCH), hasToString("1970-01-01T00:00:00Z"));
        assertThat(new Value.Alerts(List.of(50, 2)), hasToString("[50, 2]"));
        assertThat(Value.UNKNOWN, hasToString("unknown"));
    }
}
