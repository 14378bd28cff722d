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
package org.openhab.binding.selectronic.workbench.definition;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.thing.type.ChannelKind;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads the XML files that describe things and their parameters, one after another.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DefinitionReader {
    final Map<String, ThingType> things = new LinkedHashMap<>();
    final Map<String, ChannelGroupType> groups = new LinkedHashMap<>();
    final Map<String, ChannelType> channels = new LinkedHashMap<>();
    final Map<String, List<ConfigParameter>> configurations = new LinkedHashMap<>();

    /** @param in a file with descriptions of any kind */
    void read(InputStream in) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            for (Element each : children(factory.newDocumentBuilder().parse(in).getDocumentElement())) {
                read(each);
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private void read(Element element) {
        String id = element.getAttribute("id");
        switch (element.getTagName()) {
            case "bridge-type", "thing-type" -> things.put(id, thing(id, element));
            case "channel-group-type" -> groups.put(id, group(id, element));
            case "channel-type" -> channels.put(id, channel(id, element));
            case "config-description" -> configurations.put(element.getAttribute("uri"), parameters(element));
            default -> throw new IllegalStateException("Unknown description: " + element.getTagName());
        }
    }

    private static ThingType thing(String id, Element element) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (Element group : descendants(element, "channel-groups", "channel-group")) {
            groups.put(group.getAttribute("id"), group.getAttribute("typeId"));
        }
        Map<String, String> properties = new LinkedHashMap<>();
        for (Element property : descendants(element, "properties", "property")) {
            properties.put(property.getAttribute("name"), text(property));
        }
        return new ThingType(id, "bridge-type".equals(element.getTagName()), label(element), groups, properties,
                child(element, "config-description-ref").map(ref -> ref.getAttribute("uri")).orElse(null));
    }

    private static ChannelGroupType group(String id, Element element) {
        List<ChannelGroupType.Member> channels = new ArrayList<>();
        for (Element channel : descendants(element, "channels", "channel")) {
            channels.add(new ChannelGroupType.Member(channel.getAttribute("id"), channel.getAttribute("typeId"),
                    text(channel, "label"), text(channel, "description")));
        }
        return new ChannelGroupType(id, label(element), channels);
    }

    private static ChannelType channel(String id, Element element) {
        Set<String> tags = new LinkedHashSet<>();
        descendants(element, "tags", "tag").forEach(tag -> tags.add(text(tag)));
        Optional<Element> state = child(element, "state");
        Map<String, String> options = new LinkedHashMap<>();
        state.or(() -> child(element, "event")).map(parent -> descendants(parent, "options", "option"))
                .orElseGet(() -> List.of()).forEach(option -> options.put(option.getAttribute("value"), text(option)));
        String pattern = Objects.requireNonNull(state.map(present -> present.getAttribute("pattern")).orElse(""));
        return new ChannelType(id, "trigger".equals(text(element, "kind")) ? ChannelKind.TRIGGER : ChannelKind.STATE,
                text(element, "item-type"), label(element), text(element, "description"),
                Boolean.parseBoolean(element.getAttribute("advanced")), pattern.isEmpty() ? null : pattern, options,
                tags);
    }

    private static List<ConfigParameter> parameters(Element element) {
        return children(element).stream().filter(child -> "parameter".equals(child.getTagName()))
                .map(parameter -> new ConfigParameter(parameter.getAttribute("name"), parameter.getAttribute("type"),
                        text(parameter, "default")))
                .toList();
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static Optional<Element> child(Element element, String name) {
        return children(element).stream().filter(child -> name.equals(child.getTagName())).findFirst();
    }

    private static List<Element> descendants(Element element, String between, String name) {
        return child(element, between).map(DefinitionReader::children).orElseGet(() -> List.of()).stream()
                .filter(each -> name.equals(each.getTagName())).toList();
    }

    private static String label(Element element) {
        String label = text(element, "label");
        return label == null ? element.getAttribute("id") : label;
    }

    private static @Nullable String text(Element element, String child) {
        return child(element, child).map(DefinitionReader::text).orElse(null);
    }

    private static String text(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }
}
