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
package org.openhab.binding.selectronic.simulator.gateway;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.memory.ProcessImage;
import org.openhab.binding.selectronic.simulator.memory.Register;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.memory.UnitMemory;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.plant.GeneratorReason;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Two published bodies of real gateways, reproduced digit by digit from counts, and the balance of the simulated ones.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PointBodyTest {
    private static final Map<String, Register> MEMBERS = Map.ofEntries(
            Map.entry("solarinverter_w", Register.COUPLED_POWER_FINE), Map.entry("load_w", Register.LOAD_POWER),
            Map.entry("battery_w", Register.BATTERY_POWER), Map.entry("battery_soc", Register.SOC),
            Map.entry("grid_w", Register.SOURCE_POWER), Map.entry("battery_in_wh_today", Register.BATTERY_IN_TODAY),
            Map.entry("battery_in_wh_total", Register.BATTERY_IN_TOTAL),
            Map.entry("battery_out_wh_today", Register.BATTERY_OUT_TODAY),
            Map.entry("battery_out_wh_total", Register.BATTERY_OUT_TOTAL),
            Map.entry("grid_in_wh_today", Register.SOURCE_IN_TODAY),
            Map.entry("grid_in_wh_total", Register.SOURCE_IN_TOTAL),
            Map.entry("grid_out_wh_today", Register.SOURCE_OUT_TODAY),
            Map.entry("grid_out_wh_total", Register.SOURCE_OUT_TOTAL), Map.entry("load_wh_today", Register.LOAD_TODAY),
            Map.entry("load_wh_total", Register.LOAD_TOTAL));

    @Test
    void mainsEveningIsReproduced() throws IOException {
        JsonObject published = published("gateway-point-mains-evening.json");
        ProcessImage image = image(published, UnitIdentity.b(0));
        assertThat(image.counts(Register.LOAD_POWER), is(1416L));
        assertThat(image.counts(Register.BATTERY_POWER), is(185L));
        assertThat(texts(served(image, published)), is(texts(published)));
    }

    @Test
    void offGridEveningIsReproduced() throws IOException {
        JsonObject published = published("gateway-point-offgrid-evening.json");
        ProcessImage image = image(published, UnitIdentity.a(0));
        image.set(Register.SHUNT_1_POWER, -3);
        // solar today: 118 AC counts and 26 DC counts
        image.set(Register.COUPLED_TODAY, 118);
        image.set(Register.SHUNT_1_TODAY, -26);
        JsonObject expected = published.deepCopy();
        JsonObject served = served(image, published);
        // how the total is shared between the two kinds of solar is not known: no single split is tested
        expected.getAsJsonObject("items").remove("solar_wh_total");
        served.getAsJsonObject("items").remove("solar_wh_total");
        assertThat(image.counts(Register.LOAD_POWER), is(532L));
        assertThat(texts(served), is(texts(expected)));
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void everyMemberIsAWholeNumberOfCountsAndTheBalanceIsASmallLoss(Scenario scenario) {
        Simulation simulation = Simulation.still(scenario);
        for (int i = 0; i < 100; i++) {
            simulation.advance(Duration.ofMinutes(13));
            ProcessImage image = simulation.unit().sample().image();
            JsonObject items = new PointBody(image).body(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, false)
                    .getAsJsonObject("items");
            MEMBERS.forEach((member, register) -> assertThat(member, counts(items, member, register, image.scales()),
                    is(image.counts(register))));
            double loss = number(items, "solarinverter_w") + number(items, "shunt_w") + number(items, "battery_w")
                    - number(items, "grid_w") - number(items, "load_w");
            assertThat(items.toString(), loss, is(greaterThan(0.0)));
            if (Math.abs(number(items, "battery_w")) < 700 && Math.abs(number(items, "grid_w")) < 10
                    && number(items, "load_w") > 0 && number(items, "load_w") < 900
                    && number(items, "solarinverter_w") == 0) {
                assertThat(loss, is(both(greaterThan(55.0)).and(lessThan(120.0))));
            }
        }
    }

    @Test
    void generatorRunIsNegativeGridPowerWhileTheStatusStaysAtNought() {
        Simulation simulation = Simulation.still(Scenario.GENERATOR_RUN);
        simulation.unit().change(plant -> plant.startGenerator(GeneratorReason.MANUAL));
        simulation.advance(Duration.ofMinutes(3));
        ProcessImage image = simulation.unit().sample().image();
        JsonObject items = new PointBody(image).body(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, false)
                .getAsJsonObject("items");
        assertThat(number(items, "grid_w"), is(lessThan(-5000.0)));
        assertThat(number(items, "battery_w"), is(lessThan(-3000.0)));
        assertThat(items.get("gen_status").getAsInt(), is(0));
        assertThat(new PointBody(image).body(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, true).getAsJsonObject("items")
                .get("gen_status").getAsInt(), is(1));
    }

    /** Numbers as they are written, not as they are understood. */
    private static Map<String, String> texts(JsonObject body) {
        Map<String, String> texts = new TreeMap<>();
        body.getAsJsonObject("items").entrySet().forEach(item -> texts.put(item.getKey(), item.getValue().toString()));
        texts.put("now", body.get("now").toString());
        texts.put("device", body.get("device").toString());
        texts.put("item_count", body.get("item_count").toString());
        return texts;
    }

    private static JsonObject served(ProcessImage image, JsonObject published) {
        Instant readAt = Instant.ofEpochSecond(published.getAsJsonObject("items").get("timestamp").getAsLong());
        Instant now = Instant.ofEpochSecond(published.get("now").getAsLong());
        String text = new PointBody(image).body(readAt, now, Instant.EPOCH, false).toString();
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static ProcessImage image(JsonObject published, UnitIdentity identity) {
        ProcessImage image = new UnitMemory(identity, Scenario.NIGHT.settings()).image().copy();
        JsonObject items = published.getAsJsonObject("items");
        MEMBERS.forEach((member, register) -> image.set(register, counts(items, member, register, identity.scales())));
        return image;
    }

    private static long counts(JsonObject items, String member, Register register, UnitScales scales) {
        double value = number(items, member) * (member.contains("_wh_") ? 1000 : 1);
        return register.kind().counts(value, scales);
    }

    private static double number(JsonObject items, String member) {
        return items.get(member).getAsDouble();
    }

    private static JsonObject published(String name) throws IOException {
        try (Reader reader = new InputStreamReader(PointBodyTest.class.getResourceAsStream(name),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }
}
