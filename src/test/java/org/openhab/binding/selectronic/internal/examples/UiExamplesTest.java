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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Widgets take their items from parameters only, and the page gives them items that exist.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class UiExamplesTest {
    /** Source: the components of openHAB's Main UI 5.2, of which these are used. */
    private static final Set<String> COMPONENTS = Set.of("Label", "div", "f7-card", "f7-card-content", "f7-list",
            "oh-block", "oh-chart", "oh-chart-grid", "oh-chart-legend", "oh-chart-tooltip", "oh-gauge", "oh-grid-col",
            "oh-grid-row", "oh-icon", "oh-label-item", "oh-layout-page", "oh-list-item", "oh-time-axis",
            "oh-time-series", "oh-value-axis");
    private static final Pattern PROP = Pattern.compile("props\\.(\\w+)");

    private final Map<String, ExampleItem> items = ExampleItems.ofChannels();
    private final Map<String, JsonNode> widgets = YamlFile.read("ui/widgets.yaml").section("widgets");
    private final Map<String, JsonNode> pages = YamlFile.read("ui/page.yaml").section("pages");

    @Test
    public void componentsAreThoseOfTheMainUi() {
        Set<String> known = new HashSet<>(COMPONENTS);
        widgets.keySet().forEach(widget -> known.add("widget:" + widget));
        Stream.of(widgets, pages).flatMap(roots -> roots.values().stream()).flatMap(root -> all(root).stream())
                .forEach(component -> {
                    assertThat(component.path("component").asText(), is(in(known)));
                    assertThat(YamlFile.members(component).keySet(),
                            everyItem(is(in(Set.of("component", "config", "slots", "props")))));
                });
    }

    @Test
    public void eachParameterOfAWidgetIsUsedAndTheOtherWayRound() {
        widgets.forEach((uid, widget) -> {
            Set<String> used = expressions(widget).stream().flatMap(text -> PROP.matcher(text).results())
                    .map(match -> match.group(1)).collect(Collectors.toSet());
            assertThat(uid, used, is(parameters(widget).keySet()));
        });
    }

    @Test
    public void widgetsNameItemsAsDefaultsOnly() {
        widgets.forEach((uid, widget) -> {
            assertThat(uid, expressions(widget).stream().filter(text -> text.contains("SpPro")).toList(), is(empty()));
            parameters(widget).values().stream().filter(parameter -> parameter.path("context").asText().equals("item"))
                    .forEach(parameter -> exists(parameter.path("default").asText()));
        });
    }

    @Test
    public void thePageGivesEachWidgetWhatItAsksFor() {
        Set<String> shown = new HashSet<>();
        pages.values().stream().flatMap(page -> all(page).stream())
                .filter(component -> component.path("component").asText().startsWith("widget:")).forEach(component -> {
                    String uid = component.path("component").asText().replace("widget:", "");
                    shown.add(uid);
                    Map<String, JsonNode> given = YamlFile.members(component.path("config"));
                    Map<String, JsonNode> asked = parameters(widgets.get(uid));
                    asked.forEach((name, parameter) -> {
                        if (parameter.path("context").asText().equals("item")) {
                            assertThat(uid, given, hasKey(name));
                            // whoever changes the page finds the default of the widget there
                            assertThat(given.get(name).asText(), is(parameter.path("default").asText()));
                        }
                    });
                    assertThat(uid, given.keySet(), everyItem(is(in(asked.keySet()))));
                });
        assertThat(shown, is(widgets.keySet()));
    }

    @Test
    public void theChartHasItemsOfThePresentThatAreStored() {
        Set<String> stored = PersistFile.read("persistence/rrd4j.persist").stored(items);
        List<String> charted = pages.values().stream().flatMap(page -> all(page).stream())
                .filter(component -> component.path("component").asText().equals("oh-time-series"))
                .map(component -> component.path("config").path("item").asText()).toList();

        assertThat(charted, is(not(empty())));
        charted.forEach(this::exists);
        assertThat(charted, everyItem(is(in(stored))));
    }

    private void exists(String item) {
        assertThat(item, item, is(in(items.keySet())));
        Quantity quantity = ExampleItems.quantity(items.get(item)).orElseThrow();
        assertThat(item.toLowerCase(Locale.ROOT), Stream.of(ConnectionType.values())
                .filter(connectionType -> quantity.origin(connectionType).isEmpty()).toList(), is(empty()));
    }

    private static Map<String, JsonNode> parameters(JsonNode widget) {
        Map<String, JsonNode> parameters = new HashMap<>();
        widget.path("props").path("parameters")
                .forEach(parameter -> parameters.put(parameter.path("name").asText(), parameter));
        return parameters;
    }

    /** A component and all below it. */
    private static List<JsonNode> all(JsonNode component) {
        List<JsonNode> all = new ArrayList<>(List.of(component));
        component.path("slots").forEach(slot -> slot.forEach(child -> all.addAll(all(child))));
        return all;
    }

    /** What stands in the configurations of a component and of all below it. */
    private static List<String> expressions(JsonNode component) {
        return all(component).stream().flatMap(each -> texts(each.path("config")).stream()).toList();
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isValueNode()) {
            texts.add(node.asText());
        }
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }
}
