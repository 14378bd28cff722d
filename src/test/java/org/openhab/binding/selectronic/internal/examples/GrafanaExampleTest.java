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
package org.openhab.binding.selectronic.internal.examples;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * The dashboard asks influxdb only for what its {@code .persist} file stores, and shows it in its unit.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class GrafanaExampleTest {
    private static final Pattern MEASUREMENT = Pattern
            .compile("r\\._measurement == \"(\\w+)\" and r\\._field == \"value\"");
    /** Source: the ids of units in Grafana. */
    private static final Map<String, String> UNITS = Map.of("W", "watt", "kWh", "kwatth", "%", "percent", "V", "volt",
            "A", "amp", "°C", "celsius", "s", "s");

    private final Map<String, ExampleItem> items = ExampleItems.ofChannels();
    private final JsonObject dashboard = JsonParser.parseString(Example.text("grafana/sp-pro.json")).getAsJsonObject();
    private final List<JsonObject> panels = new ArrayList<>();

    public GrafanaExampleTest() {
        dashboard.getAsJsonArray("panels").forEach(panel -> panels.add(panel.getAsJsonObject()));
    }

    @Test
    public void eachQueryIsForAnItemThatIsStored() {
        Set<String> stored = PersistFile.read("persistence/influxdb.persist").stored(items);
        for (JsonObject panel : panels) {
            assertThat(names(panel), everyItem(is(in(stored))));
        }
    }

    @Test
    public void eachPanelHasTheUnitOfItsItems() {
        for (JsonObject panel : panels) {
            String unit = panel.getAsJsonObject("fieldConfig").getAsJsonObject("defaults").get("unit").getAsString();
            for (String name : names(panel)) {
                String expected = UNITS.get(Objects.requireNonNull(items.get(name)).unit());
                assertThat(name, unit, expected == null ? is(oneOf("short", "none")) : is(expected));
            }
        }
    }

    @Test
    public void liveAndRecordedValuesAreShown() {
        Set<String> shown = new HashSet<>();
        panels.forEach(panel -> shown.addAll(names(panel)));

        ExampleItems.members("SpProSeries", items).forEach(item -> assertThat(shown, hasItem(item.name())));
        assertThat(shown, hasItems("SpPro_Solar_Power", "SpPro_Load_Power", "SpPro_Battery_Power",
                "SpPro_AC_Source_Power", "SpPro_State_of_Charge"));
    }

    @Test
    public void panelsHaveIdsOfTheirOwnAndDoNotOverlap() {
        Set<Integer> ids = new HashSet<>();
        Set<String> cells = new HashSet<>();
        for (JsonObject panel : panels) {
            assertThat(ids.add(panel.get("id").getAsInt()), is(true));
            JsonObject place = panel.getAsJsonObject("gridPos");
            int left = place.get("x").getAsInt();
            int top = place.get("y").getAsInt();
            assertThat(left + place.get("w").getAsInt(), is(lessThanOrEqualTo(24)));
            for (int x = left; x < left + place.get("w").getAsInt(); x++) {
                for (int y = top; y < top + place.get("h").getAsInt(); y++) {
                    assertThat(cells.add(x + "," + y), is(true));
                }
            }
        }
    }

    @Test
    public void sourceAndBucketAreChosenAtTheTop() {
        List<String> variables = new ArrayList<>();
        dashboard.getAsJsonObject("templating").getAsJsonArray("list")
                .forEach(variable -> variables.add(variable.getAsJsonObject().get("name").getAsString()));
        assertThat(variables, is(List.of("datasource", "bucket")));
        for (JsonObject panel : panels) {
            assertThat(panel.getAsJsonObject("datasource").get("uid").getAsString(), is("${datasource}"));
        }
    }

    private static List<String> names(JsonObject panel) {
        List<String> names = new ArrayList<>();
        for (JsonElement target : panel.getAsJsonArray("targets")) {
            String query = target.getAsJsonObject().get("query").getAsString();
            assertThat(query, startsWith("from(bucket: \"${bucket}\")"));
            Matcher measurement = MEASUREMENT.matcher(query);
            assertThat(query, measurement.find(), is(true));
            names.add(measurement.group(1));
        }
        return names;
    }
}
