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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * An element of a definition file, as small as the tests need it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class XmlElement {
    private final Element element;

    private XmlElement(Element element) {
        this.element = element;
    }

    /**
     * @param file an XML file
     * @return its root element
     */
    public static XmlElement read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return new XmlElement(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    /** @return the name, with prefix where the file has one */
    public String name() {
        return element.getTagName();
    }

    /**
     * @param name the name of an attribute
     * @return its value, empty if the element does not have it
     */
    public Optional<String> attribute(String name) {
        return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
    }

    /** @return the attribute {@code id}, which must be there */
    public String id() {
        return attribute("id").orElseThrow();
    }

    /** @return the elements directly below */
    public List<XmlElement> children() {
        List<XmlElement> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new XmlElement(child));
            }
        }
        return children;
    }

    /**
     * @param name the name of elements
     * @return those directly below
     */
    public List<XmlElement> children(String name) {
        return children().stream().filter(child -> child.name().equals(name)).toList();
    }

    /**
     * @param path names of elements, each below the one before
     * @return the first such element
     */
    public Optional<XmlElement> child(String... path) {
        Optional<XmlElement> found = Optional.of(this);
        for (String name : path) {
            found = found.flatMap(parent -> parent.children(name).stream().findFirst());
        }
        return found;
    }

    /**
     * @param path names of elements, each below the one before
     * @return the text of the first such element, on one line
     */
    public Optional<String> text(String... path) {
        return child(path).map(XmlElement::text);
    }

    /** @return the text, on one line */
    public String text() {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return name() + attribute("id").or(() -> attribute("name")).map(id -> " " + id).orElse("");
    }
}
