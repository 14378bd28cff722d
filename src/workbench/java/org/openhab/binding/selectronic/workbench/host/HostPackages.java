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
package org.openhab.binding.selectronic.workbench.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Constants;

/**
 * The packages that the host lends to bundles: openHAB's, and those that openHAB's signatures name, since both sides
 * must see the same classes of them. Their versions are the ones that the libraries' own manifests state, so the
 * framework resolves the bundle's import ranges as it would in openHAB.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HostPackages {
    private static final String OPENHAB = "org.openhab.core";
    /** Not every openHAB has it, and the bundle must start without it. */
    static final String SERIAL_TRANSPORT = OPENHAB + ".io.transport.serial";
    private static final List<String> LENT = List.of("org.eclipse.jetty.", "org.slf4j", "javax.measure",
            "tech.units.indriya", "org.osgi.service.component", "org.osgi.util.promise", "org.osgi.util.function");
    /** A clause begins where a comma is not within quotes. */
    private static final Pattern CLAUSES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final Pattern PARTS = Pattern.compile(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final Pattern VERSION = Pattern.compile("version=\"?([^\"]*)\"?");

    private HostPackages() {
    }

    /**
     * @param lent whether a package is among them
     * @return the packages as a framework expects them
     */
    static String header(Predicate<String> lent) throws IOException {
        Map<String, @Nullable String> versions = new TreeMap<>();
        for (Path entry : ClassPath.entries()) {
            ClassPath.packages(entry, OPENHAB).stream().forEach(name -> versions.putIfAbsent(name, null));
            String exported = ClassPath.header(entry, Constants.EXPORT_PACKAGE);
            if (exported != null) {
                CLAUSES.splitAsStream(exported).forEach(clause -> add(versions, clause));
            }
        }
        return versions.entrySet().stream().filter(found -> lent.test(found.getKey()))
                .map(found -> found.getValue() == null ? found.getKey()
                        : found.getKey() + ";version=\"" + found.getValue() + "\"")
                .collect(Collectors.joining(","));
    }

    private static void add(Map<String, @Nullable String> versions, String clause) {
        List<String> names = new ArrayList<>();
        String version = "0";
        for (String part : PARTS.split(clause)) {
            Matcher attribute = VERSION.matcher(part.strip());
            if (attribute.matches()) {
                version = attribute.group(1);
            } else if (!part.contains("=")) {
                names.add(part.strip());
            }
        }
        for (String name : names) {
            if (LENT.stream().anyMatch(name::startsWith)) {
                versions.putIfAbsent(name, version);
            }
        }
    }
}
