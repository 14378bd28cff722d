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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Trigger;

/**
 * The rules name only what there is, and work whatever the way to the inverter.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class RuleExamplesTest {
    private static final String THING = "selectronic:inverter:shed:main";

    private final Map<String, ExampleItem> items = ExampleItems.all();

    static Stream<String> topics() {
        return Stream.of("alarm", "daily-report", "generator-call", "generator-night", "surplus");
    }

    @Test
    public void eachTopicIsThereInBothLanguages() {
        assertThat(Example.files("rules/dsl", ""), is(topics().map(topic -> "rules/dsl/" + topic + ".rules").toList()));
        assertThat(Example.files("rules/js", ""), is(topics().map(topic -> "rules/js/" + topic + ".js").toList()));
    }

    @Test
    public void bothFormsOfTheSettingsReportTheSame() {
        List<ExampleItem> settings = YamlFile.read("rules/settings.yaml").items();

        assertThat(DslFile.items("rules/settings.items"), is(settings));
        for (ExampleItem item : settings) {
            assertThat(item.name(), item.groups(), everyItem(is(in(items.keySet()))));
            // nothing of the rules can reach the inverter, which is only read
            assertThat(item.name(), item.links(), is(Map.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    public void whatTheRulesNameExists(String topic) {
        RuleFile rules = RuleFile.read("rules/dsl/" + topic + ".rules");

        assertThat(rules.names(), is(not(empty())));
        assertThat(rules.items(), everyItem(is(in(items.keySet()))));
        assertThat(rules.channels(), everyItem(is(in(triggers()))));
        assertThat(rules.things(), everyItem(is(THING)));
    }

    @ParameterizedTest
    @MethodSource("topics")
    public void bothLanguagesAreAboutTheSame(String topic) {
        RuleFile rules = RuleFile.read("rules/dsl/" + topic + ".rules");
        ScriptFile script = ScriptFile.read("rules/js/" + topic + ".js");

        assertThat(Set.copyOf(script.items()), is(rules.items()));
        assertThat(Set.copyOf(script.channels()), is(rules.channels()));
        assertThat(script.things().filter(text -> !text.contains("#")).collect(Collectors.toSet()), is(rules.things()));
        assertThat(script.texts(), hasItems(rules.names().toArray(String[]::new)));
    }

    /**
     * Words of triggers are keywords in the grammar of openHAB 5.1, and a file with such a name is ignored. Source:
     * {@code Rules.xtext} of openHAB 5.1.0.
     */
    @ParameterizedTest
    @MethodSource("topics")
    public void noNameIsAWordOfATrigger(String topic) throws IOException {
        Set<String> words = Set.of("from", "to", "changed", "received", "update", "updated", "command", "triggered",
                "cron", "timeOnly", "or", "when", "then", "end", "rule", "started", "shuts", "down", "reached",
                "level");
        List<String> names = Pattern.compile("\\b(?:val|var)\\s+(?:[A-Z]\\w*\\s+)?(\\w+)")
                .matcher(Files.readString(Path.of("examples/rules/dsl/" + topic + ".rules"))).results()
                .map(name -> name.group(1)).toList();
        assertThat(names, is(not(empty())));
        assertThat(names, everyItem(is(not(in(words)))));
    }

    @ParameterizedTest
    @MethodSource("topics")
    public void theRulesNeedNothingThatAWayDoesNotSupply(String topic) {
        for (String name : RuleFile.read("rules/dsl/" + topic + ".rules").items()) {
            ExampleItems.quantity(Objects.requireNonNull(items.get(name))).ifPresent(
                    quantity -> assertThat(name, suppliedBy(quantity), is(List.of(ConnectionType.values()))));
        }
    }

    /** A payload that does not exist would never come. */
    @Test
    public void payloadsAreThoseOfTheTriggers() {
        List<String> known = Stream.of(Trigger.values()).flatMap(trigger -> trigger.payloads().stream()).toList();
        for (String topic : List.of("alarm", "generator-call", "generator-night")) {
            List<String> named = ScriptFile.read("rules/js/" + topic + ".js").texts().stream()
                    .filter(text -> text.length() > 3 && text.equals(text.toUpperCase(Locale.ROOT))
                            && text.matches("[A-Z]+") && !text.matches("ONLINE|OFFLINE"))
                    .toList();
            assertThat(named, is(not(empty())));
            assertThat(named, everyItem(is(in(known))));
        }
    }

    private static List<ConnectionType> suppliedBy(Quantity quantity) {
        return Stream.of(ConnectionType.values()).filter(connectionType -> quantity.origin(connectionType).isPresent())
                .toList();
    }

    private static Set<String> triggers() {
        return Stream.of(Trigger.values()).map(trigger -> ExampleItems.INVERTER + trigger.channelId())
                .collect(Collectors.toSet());
    }
}
