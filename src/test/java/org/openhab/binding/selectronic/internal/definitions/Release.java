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
package org.openhab.binding.selectronic.internal.definitions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a release promises to things that are stored: their channels, and the instructions that bring older things up to
 * it.
 *
 * @param channels for each thing type its channels, each with the id of its type
 * @param versions for each thing type the version that new things of it get, 0 if it names none
 * @param instructions for each thing type its instruction sets, in their order
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Release(Map<String, Map<String, String>> channels, Map<String, Integer> versions,
        Map<String, List<XmlElement>> instructions) {

    private static final String BINDING = "selectronic:";

    /**
     * @param folder definitions, as in {@code ESH-INF}
     * @return what they promise
     */
    static Release of(Path folder) {
        List<XmlElement> things = roots(folder.resolve("thing"));
        Map<String, Map<String, String>> groups = new TreeMap<>();
        for (XmlElement group : below(things, "channel-group-type")) {
            Map<String, String> channels = new TreeMap<>();
            Definitions.channels(group).forEach(
                    channel -> channels.put(channel.id(), BINDING + channel.attribute("typeId").orElseThrow()));
            groups.put(group.id(), channels);
        }
        Map<String, Map<String, String>> channels = new TreeMap<>();
        Map<String, Integer> versions = new TreeMap<>();
        for (String kind : List.of("bridge-type", "thing-type")) {
            for (XmlElement type : below(things, kind)) {
                Map<String, String> ofType = new TreeMap<>();
                type.child("channel-groups").stream().flatMap(all -> all.children("channel-group").stream())
                        .forEach(group -> groups.getOrDefault(group.attribute("typeId").orElseThrow(), Map.of())
                                .forEach((id, channelType) -> ofType.put(group.id() + "#" + id, channelType)));
                channels.put(type.id(), ofType);
                versions.put(type.id(),
                        type.child("properties").stream().flatMap(all -> all.children("property").stream())
                                .filter(property -> property.attribute("name").orElseThrow().equals("thingTypeVersion"))
                                .map(property -> Integer.parseInt(property.text())).findFirst().orElseGet(() -> 0));
            }
        }
        Map<String, List<XmlElement>> instructions = new LinkedHashMap<>();
        for (XmlElement type : below(roots(folder.resolve("update")), "thing-type")) {
            instructions.put(type.attribute("uid").orElseThrow().replaceFirst(BINDING, ""),
                    type.children("instruction-set"));
        }
        return new Release(channels, versions, instructions);
    }

    /**
     * What is wrong about this release as the successor of another one. Channels that come or go need no instruction:
     * the handler adds and removes them at the first contact, with the labels in the language of openHAB, which an
     * instruction could not. A channel that it finds it keeps, so one whose type changes needs an instruction.
     *
     * @param before the release before
     * @return what is wrong, for each fault one line
     */
    List<String> problemsAfter(Release before) {
        List<String> problems = new ArrayList<>();
        channels.forEach((type, now) -> {
            Map<String, String> then = new TreeMap<>(before.channels.getOrDefault(type, Map.of()));
            List<XmlElement> sets = instructions.getOrDefault(type, List.of());
            List<XmlElement> released = before.instructions.getOrDefault(type, List.of());
            if (sets.size() < released.size() || !text(sets.subList(0, released.size())).equals(text(released))) {
                problems.add(type + ": a released instruction set was changed");
                return;
            }
            for (XmlElement set : sets.subList(released.size(), sets.size())) {
                set.children("update-channel")
                        .forEach(update -> Stream.of(update.attribute("groupIds").orElseThrow().split(",")).forEach(
                                group -> then.replace(group + "#" + update.id(), update.text("type").orElseThrow())));
            }
            then.forEach((channel, channelType) -> {
                if (!now.getOrDefault(channel, channelType).equals(channelType)) {
                    problems.add(type + ": no instruction changes " + channel + " into " + now.get(channel));
                }
            });
        });
        return problems;
    }

    /** @return what is wrong about the instructions in themselves, for each fault one line */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        instructions.forEach((type, sets) -> {
            if (!channels.containsKey(type)) {
                problems.add(type + ": no such thing type");
                return;
            }
            List<Integer> targets = sets.stream()
                    .map(set -> Integer.valueOf(set.attribute("targetVersion").orElseThrow())).toList();
            if (!targets.equals(IntStream.rangeClosed(1, sets.size()).boxed().toList())) {
                problems.add(type + ": target versions are " + targets);
            }
        });
        versions.forEach((type, version) -> {
            int last = instructions.getOrDefault(type, List.of()).size();
            if (version != last) {
                problems.add(type + ": thingTypeVersion is " + version + ", instructions end at " + last);
            }
        });
        return problems;
    }

    private static List<String> text(List<XmlElement> sets) {
        return sets.stream().map(Release::text).toList();
    }

    private static String text(XmlElement element) {
        return element.name() + element.attribute("targetVersion") + element.attribute("id")
                + element.attribute("groupIds") + element.attribute("preserveConfiguration")
                + (element.children().isEmpty() ? element.text()
                        : element.children().stream().map(Release::text).toList());
    }

    private static List<XmlElement> below(List<XmlElement> roots, String name) {
        return roots.stream().flatMap(root -> root.children(name).stream()).toList();
    }

    private static List<XmlElement> roots(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().map(XmlElement::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
