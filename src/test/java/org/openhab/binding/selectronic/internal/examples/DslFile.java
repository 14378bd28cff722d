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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Things and items in openHAB's own languages.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DslFile {
    private static final Pattern LABEL = Pattern.compile("(.*?)(?: \\[(.*)])?");

    private DslFile() {
    }

    /**
     * @param name the path of a {@code .things} file
     * @return its things, bridges first
     */
    static List<ExampleThing> things(String name) {
        DslReader reader = new DslReader(name);
        List<ExampleThing> things = new ArrayList<>();
        while (reader.more()) {
            thing(reader, "", things);
        }
        return things;
    }

    private static void thing(DslReader reader, String bridge, List<ExampleThing> things) {
        boolean isBridge = reader.skip("Bridge");
        if (!isBridge) {
            reader.expect("Thing");
        }
        String uid = reader.words(":");
        if (!bridge.isEmpty()) {
            // a thing within a bridge: its type and id, the rest is that of the bridge
            String[] segments = bridge.split(":");
            uid = segments[0] + ":" + uid + ":" + segments[2] + ":" + reader.word();
        }
        String label = reader.text();
        String location = reader.skip("@") ? reader.text() : "";
        Map<String, Object> config = reader.skip("[") ? reader.parameters() : Map.of();
        Map<String, ExampleThing.Channel> channels = new LinkedHashMap<>();
        things.add(new ExampleThing(uid, isBridge, bridge, label, location, config, channels));
        if (reader.skip("{")) {
            while (reader.sees("Thing") || reader.sees("Bridge")) {
                thing(reader, uid, things);
            }
            if (reader.skip("Channels")) {
                reader.expect(":");
                while (reader.skip("Type")) {
                    String type = reader.word();
                    reader.expect(":");
                    String id = reader.words("#");
                    String channelLabel = reader.text();
                    reader.expect("[");
                    channels.put(id, new ExampleThing.Channel(type, channelLabel, reader.parameters()));
                }
            }
            reader.expect("}");
        }
    }

    /**
     * @param name the path of an {@code .items} file
     * @return its items
     */
    static List<ExampleItem> items(String name) {
        DslReader reader = new DslReader(name);
        List<ExampleItem> items = new ArrayList<>();
        while (reader.more()) {
            items.add(item(reader));
        }
        return items;
    }

    private static ExampleItem item(DslReader reader) {
        String type = reader.words(":");
        String name = reader.word();
        Matcher label = LABEL.matcher(reader.text());
        if (!label.matches()) {
            throw reader.unexpected("a label");
        }
        String format = label.group(2) == null ? "" : label.group(2);
        String icon = "";
        if (reader.skip("<")) {
            icon = reader.words(":");
            reader.expect(">");
        }
        List<String> groups = reader.skip("(") ? reader.list(")") : List.of();
        List<String> tags = reader.skip("[") ? reader.list("]") : List.of();
        Map<String, Map<String, Object>> links = new LinkedHashMap<>();
        Map<String, Object> stateDescription = new LinkedHashMap<>();
        String unit = "";
        boolean autoupdate = true;
        if (reader.skip("{")) {
            do {
                String key = reader.word();
                reader.expect("=");
                String value = reader.text();
                Map<String, Object> parameters = reader.skip("[") ? reader.parameters() : Map.of();
                switch (key) {
                    case "channel" -> links.put(value, parameters);
                    case "unit" -> unit = value;
                    case "autoupdate" -> autoupdate = Boolean.parseBoolean(value);
                    case "stateDescription" -> stateDescription.putAll(parameters);
                    default -> throw reader.unexpected("metadata of an example");
                }
            } while (reader.skip(","));
            reader.expect("}");
        }
        return new ExampleItem(name, type, unit, format, label.group(1), icon, groups, tags, links, stateDescription,
                autoupdate);
    }
}
