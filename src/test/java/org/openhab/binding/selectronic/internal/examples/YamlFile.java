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

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file in the form of openHAB 5.2, read with the parser that openHAB reads it with; things and items have the
 * same form in 5.1. Keys that openHAB would not know, and keys that come twice, are errors.
 * <p>
 * Source: openHAB's documentation of its YAML configuration, pages on things and items.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class YamlFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> SECTIONS = Set.of("version", "things", "items", "rules", "ruleTemplates", "pages",
            "widgets");

    private final String name;
    private final JsonNode root;

    private YamlFile(String name, JsonNode root) {
        this.name = name;
        this.root = root;
    }

    /**
     * @param name the path of a file for the folder {@code conf/yaml}
     * @return the file
     */
    static YamlFile read(String name) {
        JsonNode root = tree(name);
        if (root.path("version").asInt() != 1) {
            throw new IllegalArgumentException(name + " does not say version: 1");
        }
        known(name, root, SECTIONS);
        return new YamlFile(name, root);
    }

    /**
     * @param name the path of any YAML file
     * @return what is in it
     */
    static JsonNode tree(String name) {
        return tree(Path.of("examples", name));
    }

    /**
     * @param file any YAML file
     * @return what is in it
     */
    static JsonNode tree(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * @param key the key of a section
     * @return what is in that section, by name, in the order of the file
     */
    Map<String, JsonNode> section(String key) {
        return members(root.path(key));
    }

    /** @return the things */
    List<ExampleThing> things() {
        List<ExampleThing> things = new ArrayList<>();
        section("things").forEach((uid, thing) -> {
            known(name + " " + uid, thing, Set.of("isBridge", "bridge", "label", "location", "config", "channels"));
            Map<String, ExampleThing.Channel> channels = new LinkedHashMap<>();
            members(thing.path("channels")).forEach((id, channel) -> {
                known(name + " " + id, channel, Set.of("type", "label", "config"));
                channels.put(id, new ExampleThing.Channel(channel.path("type").asText(), channel.path("label").asText(),
                        values(channel.path("config"))));
            });
            things.add(new ExampleThing(uid, thing.path("isBridge").asBoolean(), thing.path("bridge").asText(),
                    thing.path("label").asText(), thing.path("location").asText(), values(thing.path("config")),
                    channels));
        });
        return things;
    }

    /** @return the items */
    List<ExampleItem> items() {
        List<ExampleItem> items = new ArrayList<>();
        section("items").forEach((item, node) -> {
            known(name + " " + item, node, Set.of("type", "dimension", "unit", "format", "label", "icon", "groups",
                    "tags", "channel", "channels", "metadata", "autoupdate"));
            known(name + " " + item, node.path("metadata"), Set.of("stateDescription"));
            known(name + " " + item, node.path("metadata").path("stateDescription"), Set.of("config"));
            Map<String, Map<String, Object>> links = new LinkedHashMap<>();
            if (node.has("channel")) {
                links.put(node.path("channel").asText(), Map.of());
            }
            members(node.path("channels")).forEach((channel, config) -> links.put(channel, values(config)));
            String type = node.path("type").asText();
            items.add(new ExampleItem(item, node.has("dimension") ? type + ":" + node.path("dimension").asText() : type,
                    node.path("unit").asText(), node.path("format").asText(), node.path("label").asText(),
                    node.path("icon").asText(), texts(node.path("groups")), texts(node.path("tags")), links,
                    values(node.path("metadata").path("stateDescription").path("config")),
                    node.path("autoupdate").asBoolean(true)));
        });
        return items;
    }

    /**
     * @param node a mapping
     * @return its members
     */
    static Map<String, JsonNode> members(JsonNode node) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    /**
     * @param node a list of texts
     * @return the texts
     */
    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /**
     * @param node a mapping of plain values
     * @return the values; numbers as {@code BigDecimal}
     */
    static Map<String, Object> values(JsonNode node) {
        Map<String, Object> values = new LinkedHashMap<>();
        members(node).forEach((key, value) -> values.put(key,
                value.isNumber() ? new BigDecimal(value.asText()) : value.isBoolean() ? value.asBoolean() : //
                        value.asText()));
        return values;
    }

    private static void known(String where, JsonNode node, Set<String> keys) {
        members(node).keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(where + " has a key that openHAB does not know: " + key);
        });
    }
}
