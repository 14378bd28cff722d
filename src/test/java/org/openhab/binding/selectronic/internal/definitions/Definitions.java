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
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What stands in the folder of the definitions.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Definitions {
    /** The folder; the bundle carries it as {@code OH-INF}. */
    public static final Path FOLDER = Path.of("ESH-INF");

    private static final List<XmlElement> THING_DESCRIPTIONS = roots("thing");
    private static final List<XmlElement> CONFIG_DESCRIPTIONS = roots("config");

    private Definitions() {
    }

    /** @return the root of the add-on description */
    public static XmlElement addon() {
        return XmlElement.read(FOLDER.resolve("addon/addon.xml"));
    }

    /** @return the roots of all files with thing descriptions */
    public static List<XmlElement> thingDescriptions() {
        return THING_DESCRIPTIONS;
    }

    /** @return all bridge types and thing types */
    public static List<XmlElement> thingTypes() {
        List<XmlElement> types = new ArrayList<>(below(thingDescriptions(), "bridge-type"));
        types.addAll(below(thingDescriptions(), "thing-type"));
        return types;
    }

    /** @return all channel group types */
    public static List<XmlElement> groupTypes() {
        return below(thingDescriptions(), "channel-group-type");
    }

    /**
     * @param groupType a channel group type
     * @return its channels
     */
    public static List<XmlElement> channels(XmlElement groupType) {
        return groupType.child("channels").orElseThrow().children("channel");
    }

    /** @return all channel types */
    public static List<XmlElement> channelTypes() {
        return below(thingDescriptions(), "channel-type");
    }

    /**
     * @param channelType a channel type
     * @return whether it is for triggers, not for states
     */
    public static boolean isTrigger(XmlElement channelType) {
        return channelType.text("kind").filter("trigger"::equals).isPresent();
    }

    /** @return all configuration descriptions */
    public static List<XmlElement> configDescriptions() {
        return below(CONFIG_DESCRIPTIONS, "config-description");
    }

    /**
     * @param parent a {@code state}, an {@code event} or a {@code parameter}
     * @return its options
     */
    public static List<XmlElement> options(XmlElement parent) {
        return parent.child("options").map(options -> options.children("option")).orElseGet(List::of);
    }

    /**
     * @param elements elements
     * @param id an id
     * @return the element with that id
     */
    public static XmlElement withId(List<XmlElement> elements, String id) {
        return elements.stream().filter(element -> element.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<XmlElement> below(List<XmlElement> roots, String name) {
        return roots.stream().flatMap(root -> root.children(name).stream()).toList();
    }

    private static List<XmlElement> roots(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().map(XmlElement::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
