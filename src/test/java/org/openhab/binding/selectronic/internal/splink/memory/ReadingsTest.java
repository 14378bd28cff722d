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
package org.openhab.binding.selectronic.internal.splink.memory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Recorded words and what they mean.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ReadingsTest {
    private static final int FIRST_MAP = 1;

    @ParameterizedTest
    @CsvFileSource(resources = "/splink/readings.csv", delimiter = ';', numLinesToSkip = 1)
    void mean(String name, String unit, String address, String words, String values) {
        LiveDecoder decoder = new LiveDecoder(TestMemory.setup(FIRST_MAP, TestMemory.scales(unit)));

        Map<Quantity, Value> decoded = decoder.decode(new TestMemory().set(Integer.decode(address), words).written());

        Map<String, Value> byChannel = new HashMap<>();
        decoded.forEach((quantity, value) -> byChannel.put(quantity.channelId(), value));
        Map<String, String> expected = Stream.of(values.split(" ")).map(each -> each.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        assertThat(name, byChannel.keySet(), is(expected.keySet()));
        expected.forEach(
                (channel, text) -> check(name + " " + channel, Objects.requireNonNull(byChannel.get(channel)), text));
    }

    private static void check(String what, Value value, String expected) {
        if ("UNKNOWN".equals(expected)) {
            assertThat(what, value, is(Value.UNKNOWN));
        } else if (value instanceof Value.Numeric numeric) {
            assertThat(what, numeric.number(), is(closeTo(Double.parseDouble(expected), 1e-3)));
        } else if (value instanceof Value.Alerts alerts) {
            List<Integer> codes = Stream.of(expected.split(",")).filter(code -> !code.isEmpty()).map(Integer::valueOf)
                    .toList();
            assertThat(what, alerts.codes(), is(codes));
        } else {
            assertThat(what, value, is(Value.of(expected)));
        }
    }
}
