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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;

/**
 * The items that rules, pages and dashboards of the examples may name.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ExampleItems {
    /** What each channel of the inverter begins with. */
    static final String INVERTER = "selectronic:inverter:shed:main:";

    /** The files with the items of the channels, in both forms. */
    static final List<String> CHANNEL_FILES = List.of("sp-pro", "sp-pro-record", "sp-pro-native");

    private ExampleItems() {
    }

    /**
     * @param file the name of a file without ending
     * @return the items in its YAML form
     */
    static List<ExampleItem> yaml(String file) {
        return YamlFile.read("yaml/items/" + file + ".yaml").items();
    }

    /** @return the items of the channels, by name */
    static Map<String, ExampleItem> ofChannels() {
        return byName(CHANNEL_FILES.stream().flatMap(file -> yaml(file).stream()));
    }

    /** @return the items of the channels and those of the rules, by name */
    static Map<String, ExampleItem> all() {
        return byName(
                Stream.concat(ofChannels().values().stream(), YamlFile.read("rules/settings.yaml").items().stream()));
    }

    /**
     * @param item an item
     * @return the quantity that it is linked to, empty for a group or an item of a rule
     */
    static Optional<Quantity> quantity(ExampleItem item) {
        return item.links().keySet().stream().filter(channel -> channel.startsWith(INVERTER))
                .map(channel -> quantity(channel.substring(INVERTER.length()))).findFirst();
    }

    /**
     * @param item an item
     * @return whether persistence stores it: not what is another moment with each poll, which would be a row each time
     */
    static boolean isStored(ExampleItem item) {
        return quantity(item).map(Quantity::form)
                .filter(form -> form == ChannelForm.SAMPLE_TIME || form == ChannelForm.ESTIMATED_END).isEmpty();
    }

    /**
     * @param group the name of a group
     * @param items items by name
     * @return the members of the group and of the groups in it, without those groups
     */
    static List<ExampleItem> members(String group, Map<String, ExampleItem> items) {
        return items.values().stream().filter(item -> item.groups().contains(group))
                .flatMap(item -> item.isGroup() ? members(item.name(), items).stream() : Stream.of(item)).distinct()
                .toList();
    }

    private static Quantity quantity(String channel) {
        return Stream.of(Quantity.values()).filter(quantity -> quantity.channelId().equals(channel)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no channel " + channel));
    }

    private static Map<String, ExampleItem> byName(Stream<ExampleItem> items) {
        return items.collect(Collectors.toMap(ExampleItem::name, Function.identity()));
    }

    /** Whether nothing but a register of the unit supplies it: such a channel needs no place in the examples. */
    static boolean isOnlyARegister(Quantity quantity) {
        return quantity.origin(ConnectionType.GATEWAY).isEmpty()
                && quantity.origin(ConnectionType.SERIAL).orElse(null) instanceof Origin.Registers;
    }
}
