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
package org.openhab.binding.selectronic.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A mistake that PIT has made, as its report tells.
 *
 * @param type the class, with its package
 * @param method the method
 * @param mutator what kind of mistake, with its package
 * @param description what was changed
 * @param noticed whether a test has noticed
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Mutation(String type, String method, String mutator, String description, boolean noticed) {
    /**
     * @param report a report in XML
     * @return all that it tells
     */
    static List<Mutation> read(Path report) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<Mutation> mutations = new ArrayList<>();
        try (var in = Files.newInputStream(report)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            boolean noticed = false;
            Map<String, String> reported = new TreeMap<>();
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "mutation" -> noticed = Boolean.parseBoolean(xml.getAttributeValue(null, "detected"));
                    case "mutatedClass", "mutatedMethod", "mutator" ->
                        reported.put(xml.getLocalName(), xml.getElementText());
                    // the last of what is told of each
                    case "description" -> mutations.add(new Mutation(reported.getOrDefault("mutatedClass", ""),
                            reported.getOrDefault("mutatedMethod", ""), reported.getOrDefault("mutator", ""),
                            xml.getElementText(), noticed));
                    default -> {
                        // line, block and test are not shown
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("not a report of PIT: " + report, e);
        }
        return mutations;
    }
}
