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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a persistence service stores of the examples, from a {@code .persist} file or from the text that is pasted into
 * the user interface.
 *
 * @param crons the cron expressions of the strategies that are not built in, by name
 * @param timeFilters the filters by time, as {@code 30 s}, by name
 * @param rules what is stored, and how
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record PersistFile(Map<String, String> crons, Map<String, String> timeFilters, List<Rule> rules) {

    /** Source: the strategies that openHAB 5.2 has built in. */
    static final Set<String> BUILT_IN = Set.of("everyChange", "everyUpdate", "restoreOnStartup", "forecast");

    /**
     * @param items what is stored: items, or groups with a star for their members
     * @param strategies when
     * @param filters what holds it back
     */
    record Rule(List<String> items, List<String> strategies, List<String> filters) {
    }

    /**
     * @param name the path of a {@code .persist} file
     * @return what it says
     */
    static PersistFile read(String name) {
        DslReader reader = new DslReader(name);
        Map<String, String> crons = new LinkedHashMap<>();
        Map<String, String> filters = new LinkedHashMap<>();
        List<Rule> rules = new ArrayList<>();
        if (reader.skip("Strategies")) {
            reader.expect("{");
            while (!reader.skip("}")) {
                String strategy = reader.word();
                reader.expect(":");
                crons.put(strategy, reader.text());
            }
        }
        if (reader.skip("Filters")) {
            reader.expect("{");
            while (!reader.skip("}")) {
                String filter = reader.word();
                reader.expect(":");
                reader.expect("T");
                filters.put(filter, reader.word() + " " + reader.word());
            }
        }
        reader.expect("Items");
        reader.expect("{");
        while (!reader.skip("}")) {
            rules.add(rule(reader));
        }
        if (reader.more()) {
            throw reader.unexpected("the end");
        }
        return new PersistFile(crons, filters, rules);
    }

    private static Rule rule(DslReader reader) {
        List<String> items = new ArrayList<>();
        do {
            String item = reader.word();
            items.add(reader.skip("*") ? item + "*" : item);
        } while (reader.skip(","));
        reader.expect(":");
        reader.expect("strategy");
        reader.expect("=");
        List<String> strategies = words(reader);
        List<String> filters = List.of();
        if (reader.skip("filter")) {
            reader.expect("=");
            filters = words(reader);
        }
        return new Rule(items, strategies, filters);
    }

    private static List<String> words(DslReader reader) {
        List<String> words = new ArrayList<>();
        do {
            words.add(reader.word());
        } while (reader.skip(","));
        return words;
    }

    /**
     * @param name the path of a text for the user interface
     * @return what it says
     */
    static PersistFile readPasted(String name) {
        JsonNode root = YamlFile.tree(name);
        Map<String, String> crons = new LinkedHashMap<>();
        root.path("cronStrategies")
                .forEach(cron -> crons.put(cron.path("name").asText(), cron.path("cronExpression").asText()));
        Map<String, String> filters = new LinkedHashMap<>();
        root.path("timeFilters").forEach(filter -> filters.put(filter.path("name").asText(),
                filter.path("value").asText() + " " + filter.path("unit").asText()));
        List<Rule> rules = new ArrayList<>();
        root.path("configs").forEach(rule -> rules.add(new Rule(YamlFile.texts(rule.path("items")),
                YamlFile.texts(rule.path("strategies")), YamlFile.texts(rule.path("filters")))));
        return new PersistFile(crons, filters, rules);
    }

    /**
     * @param items all items by name
     * @return the names of the items that are stored
     */
    Set<String> stored(Map<String, ExampleItem> items) {
        Set<String> stored = new TreeSet<>();
        for (Rule rule : rules) {
            for (String item : rule.items()) {
                if (item.endsWith("*")) {
                    ExampleItems.members(item.substring(0, item.length() - 1), items)
                            .forEach(member -> stored.add(member.name()));
                } else {
                    stored.add(item);
                }
            }
        }
        return stored;
    }
}
