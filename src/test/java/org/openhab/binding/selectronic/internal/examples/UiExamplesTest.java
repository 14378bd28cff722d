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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Widgets take their items from parameters only, the page gives them items that exist, and each component has what the
 * code of Main UI demands of it: what is recorded of that stands in {@code src/test/resources/ui}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class UiExamplesTest {
    private static final int LONGEST_LABEL = 25;
    private static final Pattern PROP = Pattern.compile("props\\.(\\w+)");
    private static final Pattern CALL = Pattern.compile("\\bfn\\.(\\w+)");
    private static final Pattern ICON = Pattern.compile("\\b(?:f7|oh|iconify|material):[\\w:-]+");
    private static final Path RECORDED = Path.of("src/test/resources/ui");

    private final Map<String, ExampleItem> items = ExampleItems.ofChannels();
    private final Map<String, JsonNode> widgets = YamlFile.read("ui/sp-pro.yaml").section("widgets");
    private final Map<String, JsonNode> pages = YamlFile.read("ui/sp-pro.yaml").section("pages");
    private final Map<String, JsonNode> known = YamlFile.members(YamlFile.tree(RECORDED.resolve("components.yaml")));

    @Test
    public void eachComponentHasWhatTheMainUiDemandsOfIt() {
        roots().forEach((name, root) -> check(name, root, List.of()));
    }

    private void check(String path, JsonNode component, List<String> around) {
        String name = component.path("component").asText();
        assertThat(path, YamlFile.members(component).keySet(),
                everyItem(is(in(Set.of("component", "config", "slots", "props")))));
        if (name.startsWith("widget:")) {
            assertThat(path, name.replace("widget:", ""), is(in(widgets.keySet())));
            return;
        }
        assertThat(path, name, is(in(known.keySet())));
        JsonNode demands = Objects.requireNonNull(known.get(name));
        Map<String, JsonNode> config = YamlFile.members(component.path("config"));
        if (demands.has("config")) {
            assertThat(path + ": " + name + " without config", config.keySet(), is(not(empty())));
        }
        demands.path("needs").forEach(needed -> assertThat(path + ": " + name, config, hasKey(needed.asText())));
        if (demands.has("within")) {
            assertThat(path + ": " + name, around, hasItem(demands.path("within").asText()));
        }
        YamlFile.members(demands.path("values")).forEach((property, values) -> {
            if (config.containsKey(property)) {
                assertThat(path + ": " + property, Objects.requireNonNull(config.get(property)).asText(),
                        is(in(texts(values))));
            }
        });
        List<String> inside = Stream.concat(around.stream(), Stream.of(name)).toList();
        YamlFile.members(component.path("slots")).forEach((slot, children) -> {
            assertThat(path + ": slot of " + name, slot,
                    is(in(demands.has("slots") ? texts(demands.path("slots")) : List.of("default"))));
            assertThat(path + ": only the first is shown", demands.has("single") && children.size() > 1, is(false));
            children.forEach(child -> check(path + "/" + name, child, inside));
        });
    }

    @Test
    public void eachIconExists() throws IOException {
        List<String> icons = Files.readAllLines(RECORDED.resolve("icons.txt"));
        roots().forEach((name, root) -> {
            for (String text : expressions(root)) {
                ICON.matcher(text).results().map(MatchResult::group)
                        .forEach(icon -> assertThat(name, icon, is(in(icons))));
            }
            // a glyph in a drawing is written with the font of the icons
            all(root).stream().map(component -> component.path("config"))
                    .filter(config -> config.path("class").asText().equals("icon"))
                    .forEach(config -> assertThat(name, "f7:" + config.path("content").asText(), is(in(icons))));
        });
    }

    /** A name that is not defined, or half an expression, shows nothing; the Main UI says so in no log. */
    @Test
    public void expressionsAreWholeAndCallWhatIsDefined() {
        widgets.forEach((uid, widget) -> {
            List<String> functions = new ArrayList<>();
            widget.path("config").path("functions").fieldNames().forEachRemaining(functions::add);
            Set<String> called = new HashSet<>();
            for (String text : expressions(widget).stream().filter(text -> text.startsWith("=")).toList()) {
                CALL.matcher(text).results().forEach(call -> called.add(call.group(1)));
                assertThat(text, text.chars().filter(c -> c == '(').count(),
                        is(text.chars().filter(c -> c == ')').count()));
                assertThat(text, text.chars().filter(c -> c == '"').count() % 2, is(0L));
                // "@@item.trim()" is the state of an item named by item.trim()
                assertThat(text, text.matches(".*[@#][\\w.]+\\(.*"), is(false));
            }
            assertThat(uid, called, is(Set.copyOf(functions)));
        });
    }

    private Map<String, JsonNode> roots() {
        Map<String, JsonNode> roots = new HashMap<>(widgets);
        roots.putAll(pages);
        return roots;
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
                    Map<String, JsonNode> asked = parameters(Objects.requireNonNull(widgets.get(uid)));
                    asked.forEach((name, parameter) -> {
                        if (parameter.path("context").asText().equals("item")) {
                            assertThat(uid, given, hasKey(name));
                            // whoever changes the page finds the default of the widget there
                            assertThat(Objects.requireNonNull(given.get(name)).asText(),
                                    is(parameter.path("default").asText()));
                        }
                    });
                    assertThat(uid, given.keySet(), everyItem(is(in(asked.keySet()))));
                });
        assertThat(shown, is(widgets.keySet()));
    }

    @Test
    public void chartsHaveItemsThatAreStored() {
        Set<String> stored = new HashSet<>(PersistFile.read("persistence/rrd4j.persist").stored(items));
        stored.addAll(PersistFile.read("persistence/inmemory.persist").stored(items));
        stored.addAll(PersistFile.read("persistence/influxdb.persist").stored(items));
        List<String> charted = widgets.values().stream().flatMap(widget -> all(widget).stream()
                .filter(component -> component.path("component").asText().endsWith("-series"))
                .map(series -> PROP.matcher(series.path("config").path("item").asText()).replaceFirst("$1")
                        .substring(1))
                .map(parameter -> Objects.requireNonNull(parameters(widget).get(parameter)).path("default").asText()))
                .toList();

        assertThat(charted, is(not(empty())));
        assertThat(charted, everyItem(is(in(stored))));
    }

    @Test
    public void labelsAreShort() {
        widgets.forEach((uid, widget) -> parameters(widget).values().forEach(parameter -> assertThat(uid,
                parameter.path("label").asText().length(), is(between(1, LONGEST_LABEL)))));
        pages.forEach((uid, page) -> assertThat(uid, page.path("config").path("label").asText().length(),
                is(between(1, LONGEST_LABEL))));
    }

    private static Matcher<Integer> between(int least, int most) {
        return both(greaterThanOrEqualTo(least)).and(lessThanOrEqualTo(most));
    }

    private void exists(String item) {
        assertThat(item, item, is(in(items.keySet())));
        Quantity quantity = ExampleItems.quantity(Objects.requireNonNull(items.get(item))).orElseThrow();
        // the chart of recorded years says that a gateway has none
        assertThat(item.toLowerCase(Locale.ROOT),
                Stream.of(ConnectionType.values()).filter(connectionType -> quantity.origin(connectionType).isEmpty())
                        .filter(connectionType -> connectionType != ConnectionType.GATEWAY
                                || quantity.form() != ChannelForm.HISTORY_DAILY_ENERGY)
                        .toList(),
                is(empty()));
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
