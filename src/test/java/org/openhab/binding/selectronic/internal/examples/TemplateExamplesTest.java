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

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.model.Trigger;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The rule templates: a parameter for each placeholder, and rules made from them that name what there is.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class TemplateExamplesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");
    /** Source: openHAB's documentation of its YAML configuration, page on rule templates. */
    private static final Set<String> TEMPLATE_KEYS = Set.of("label", "description", "tags", "configDescriptions",
            "triggers", "conditions", "actions");
    private static final Set<String> PARAMETER_KEYS = Set.of("label", "description", "type", "context", "required",
            "min", "max", "unit", "default");
    private static final Set<String> TRIGGER_TYPES = Set.of("ItemChanged", "Cron", "ChannelEvent");

    static Stream<String> files() {
        return Example.files("templates", ".yaml").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    public void eachPlaceholderIsAParameterAndTheOtherWayRound(String file) {
        Map<String, JsonNode> templates = YamlFile.read(file).section("ruleTemplates");

        assertThat(templates, is(not(anEmptyMap())));
        templates.forEach((uid, template) -> {
            Map<String, JsonNode> parameters = YamlFile.members(template.path("configDescriptions"));
            assertThat(uid, matchesPattern("\\w[\\w-]*"));
            assertThat(YamlFile.members(template).keySet(), everyItem(is(in(TEMPLATE_KEYS))));
            assertThat(placeholders(template), is(parameters.keySet()));
            parameters.forEach((name, parameter) -> {
                assertThat(name, YamlFile.members(parameter).keySet(), everyItem(is(in(PARAMETER_KEYS))));
                assertThat(name, parameter.path("type").asText(), is(in(Set.of("TEXT", "INTEGER"))));
                assertThat(name, parameter.path("required").asBoolean(), is(true));
                if (parameter.has("default")) {
                    inRange(name, parameter, parameter.path("default").asInt());
                }
            });
            template.path("triggers")
                    .forEach(trigger -> assertThat(trigger.path("type").asText(), is(in(TRIGGER_TYPES))));
            template.path("actions").forEach(action -> {
                assertThat(action.path("type").asText(), is("Script"));
                assertThat(action.path("config").path("type").asText(), is("DSL"));
            });
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    public void rulesAreMadeFromTheTemplatesWithItemsThatExist(String file) {
        YamlFile yaml = YamlFile.read(file);
        Map<String, JsonNode> templates = yaml.section("ruleTemplates");
        Set<String> made = new HashSet<>();

        yaml.section("rules").forEach((uid, rule) -> {
            JsonNode template = Objects.requireNonNull(templates.get(rule.path("template").asText()));
            assertThat(uid, template, is(notNullValue()));
            made.add(rule.path("template").asText());
            Map<String, JsonNode> values = YamlFile.members(rule.path("config"));
            Map<String, JsonNode> parameters = YamlFile.members(template.path("configDescriptions"));
            assertThat(uid, values.keySet(), is(parameters.keySet()));
            parameters.forEach((name, parameter) -> check(name, parameter, Objects.requireNonNull(values.get(name))));
            template.path("actions").forEach(action -> namesOnlyItemsThatExist(uid, action, values));
        });
        assertThat(made, is(templates.keySet()));
    }

    private static void check(String name, JsonNode parameter, JsonNode value) {
        if (parameter.path("type").asText().equals("INTEGER")) {
            assertThat(name, value.isInt(), is(true));
            inRange(name, parameter, value.asInt());
        } else if (parameter.path("context").asText().equals("item")) {
            assertThat(name, value.asText(), is(in(ExampleItems.all().keySet())));
        } else {
            assertThat(name, value.asText(), is(in(
                    Stream.of(Trigger.values()).map(trigger -> ExampleItems.INVERTER + trigger.channelId()).toList())));
        }
    }

    private static void inRange(String name, JsonNode parameter, int value) {
        assertThat(name, value, is(both(greaterThanOrEqualTo(parameter.path("min").asInt()))
                .and(lessThanOrEqualTo(parameter.path("max").asInt()))));
    }

    /** The script as it is when the values have been put in. */
    private static void namesOnlyItemsThatExist(String uid, JsonNode action, Map<String, JsonNode> values) {
        String script = PLACEHOLDER.matcher(action.path("config").path("script").asText())
                .replaceAll(placeholder -> Objects.requireNonNull(values.get(placeholder.group(1))).asText());
        assertThat(RuleFile.items(uid, script), everyItem(is(in(ExampleItems.all().keySet()))));
    }

    private static Set<String> placeholders(JsonNode template) {
        return Stream.of("triggers", "conditions", "actions")
                .flatMap(modules -> PLACEHOLDER.matcher(texts(template.path(modules))).results())
                .map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String texts(JsonNode node) {
        StringBuilder texts = new StringBuilder(node.isValueNode() ? node.asText() + "\n" : "");
        node.forEach(child -> texts.append(texts(child)));
        return texts.toString();
    }
}
