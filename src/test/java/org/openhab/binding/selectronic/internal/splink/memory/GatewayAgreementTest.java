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
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.fake.Bodies;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

/**
 * The published bodies of two real gateways, turned back into the counts that the gateway must have read: each member
 * is a whole number of counts, and the memory way gives the same values as the gateway way, sign included.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class GatewayAgreementTest {
    /** Of ALERTS_SINCE and CONNECTION_SAMPLE_TIME the memory tells nothing. */
    private static final List<Quantity> NOT_IN_MEMORY = List.of(ALERTS_SINCE, CONNECTION_SAMPLE_TIME);

    private final List<String> checked = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({ "gateway-mains-evening, B, 1, 0, 0, 0, 0", "gateway-mains-evening, B, 33, 0, 0, 0, 0",
            "gateway-offgrid-evening, A, 19, 118, 26, 571, 25436",
            "gateway-offgrid-evening, A, 28, 118, 26, 571, 25436" })
    void bothWaysGiveTheSameValues(String name, String unit, int mapVersion, int coupledToday, int shuntToday,
            int coupledTotal, int shuntTotal) throws SourceException {
        UnitSetup setup = TestMemory.setup(mapVersion, TestMemory.scales(unit));
        String body = Bodies.text(name);
        TestMemory memory = new TestMemory();
        for (Map.Entry<String, String> row : Map
                .ofEntries(Map.entry("solarinverter_w", "COUPLED_POWER"), Map.entry("load_w", "LOAD_POWER"),
                        Map.entry("battery_w", "BATTERY_POWER"), Map.entry("battery_soc", "BATTERY_CHARGE"),
                        Map.entry("grid_w", "SOURCE_POWER"), Map.entry("battery_in_wh_today", "BATTERY_IN_TODAY"),
                        Map.entry("battery_in_wh_total", "BATTERY_IN_TOTAL"),
                        Map.entry("battery_out_wh_today", "BATTERY_OUT_TODAY"),
                        Map.entry("battery_out_wh_total", "BATTERY_OUT_TOTAL"),
                        Map.entry("grid_in_wh_today", "IMPORT_TODAY"), Map.entry("grid_in_wh_total", "IMPORT_TOTAL"),
                        Map.entry("grid_out_wh_today", "EXPORT_TODAY"), Map.entry("grid_out_wh_total", "EXPORT_TOTAL"),
                        Map.entry("load_wh_today", "LOAD_TODAY"), Map.entry("load_wh_total", "LOAD_TOTAL"))
                .entrySet()) {
            set(memory, Registers.named(row.getValue(), mapVersion), member(body, row.getKey()), setup.scales());
        }
        // the gateway turns the sign of the shunt, and of nothing else
        set(memory, Registers.named("SHUNT_1_POWER"), -member(body, "shunt_w"), setup.scales());
        memory.set(Registers.named("COUPLED_TODAY", mapVersion), coupledToday).set("SHUNT_1_TODAY", -shuntToday)
                .set(Registers.named("COUPLED_TOTAL", mapVersion), coupledTotal).set("SHUNT_1_TOTAL", -shuntTotal);

        List<WordRange> reads = LivePlan.of(setup, new RangePlanner(ReadCost.TUNNEL), List.of());
        Map<Quantity, Value> reported = new PointDecoder(ConnectionType.GATEWAY)
                .decode(Bodies.bytes(name), Duration.ZERO).values();
        // the scale factors come along with the values
        memory.set(0xA028, "A".equals(unit) ? "b414 9808 1a04 e02e 1202" : "b414 760b 1a04 803e 1202");
        Map<Quantity, Value> decoded = new LiveDecoder(setup).decode(memory.read(reads));

        reported.forEach((quantity, value) -> {
            if (NOT_IN_MEMORY.contains(quantity)) {
                assertThat(decoded, not(hasKey(quantity)));
            } else if (value instanceof Value.Numeric numeric) {
                assertThat(quantity.name(), ((Value.Numeric) Objects.requireNonNull(decoded.get(quantity))).number(),
                        is(closeTo(numeric.number(), 1e-9)));
                checked.add(quantity.name());
            } else {
                assertThat(quantity.name(), decoded.get(quantity), is(value));
            }
        });
        assertThat(checked.size(), is(19));
    }

    private static void set(TestMemory memory, Register register, double value, ScaleFactors scales) {
        double one = register.conversion().number(1, scales);
        long counts = Math.round(value / one);
        assertThat(register.name() + " holds whole counts", counts * one, is(closeTo(value, 1e-7)));
        memory.set(register, counts);
    }

    private static double member(String body, String name) {
        Matcher matcher = Pattern.compile('"' + name + "\"\\s*:\\s*(-?[\\d.]+)").matcher(body);
        assertThat(name, matcher.find(), is(true));
        return Double.parseDouble(matcher.group(1));
    }
}
