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
package org.openhab.binding.selectronic.internal.packaging;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What the manifest of the finished jar promises and asks for.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ManifestTest {
    private static final Pattern RANGE = Pattern.compile(";version=\"(.+?)\"");

    private final Path jar = Path.of(System.getProperty("selectronic.jar"));

    private Attributes manifest() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Objects.requireNonNull(file.getManifest()).getMainAttributes();
        }
    }

    /** The clauses of a header: name of a package or capability, and the whole clause. */
    private Map<String, String> clauses(String header) throws IOException {
        return Arrays
                .stream(Objects.requireNonNull(manifest().getValue(header)).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .collect(Collectors.toMap(clause -> clause.split(";")[0], clause -> clause,
                        (one, other) -> one + "," + other, TreeMap::new));
    }

    /** openHAB takes the id of an add-on that was installed from a file out of its name. */
    @Test
    void theBundleHasTheNameAndTheVersionOfItsFile() throws IOException {
        Version version = Version.parseVersion(manifest().getValue("Bundle-Version"));
        assertThat(jar.getFileName().toString(),
                is(manifest().getValue("Bundle-SymbolicName") + "-" + manifest().getValue("Bundle-Version") + ".jar"));
        assertThat("no build time in the version", version.getQualifier(), is(""));
        assertThat(manifest().getValue("Bundle-License"), is("EPL-2.0"));
    }

    /**
     * The versions are those of the bills of material of openHAB 5.1.0 and 5.2.1, of the Karaf below them, and of
     * openHAB's port to Jetty 12. What only one generation of Jetty has is optional.
     */
    @ParameterizedTest
    @CsvSource({ "com.google.gson, 2.13.1, 2.13.2", "org.eclipse.jetty, 9.4.57, 12.1.10", "org.slf4j, 1.7.36, 2.0.17",
            "javax.measure, 2.2.0, 2.2.0", "org.osgi.framework, 1.10.0, 1.10.0" })
    void eachRangeAdmitsWhatOpenHabShipsAndNotTheNextGeneration(String library, String oldest, String newest)
            throws IOException {
        List<String> clauses = clauses("Import-Package").values().stream()
                .filter(clause -> !clause.contains("resolution:=optional")).filter(clause -> clause.equals(library)
                        || clause.startsWith(library + ".") || clause.startsWith(library + ";"))
                .toList();

        assertThat(clauses, is(not(empty())));
        for (String clause : clauses) {
            Matcher range = RANGE.matcher(clause);
            assertThat(clause, range.find(), is(true));
            VersionRange admitted = new VersionRange(range.group(1));
            assertThat(clause, admitted.includes(new Version(oldest)), is(true));
            assertThat(clause, admitted.includes(new Version(newest)), is(true));
            Version next = new Version(new Version(newest).getMajor() + 1, 0, 0);
            assertThat(clause, admitted.includes(next), is(false));
        }
    }

    @Test
    void onlyWhatMayBeMissingIsOptional() throws IOException {
        List<String> optional = clauses("Import-Package").entrySet().stream()
                .filter(entry -> entry.getValue().contains("resolution:=optional")).map(Map.Entry::getKey).toList();

        assertThat(optional, contains("org.eclipse.jetty.client.api", "org.eclipse.jetty.client.util",
                "org.openhab.core.config.discovery.usbserial", "org.openhab.core.io.transport.serial"));
    }

    /** A capability that must be there at resolve time would keep a jar without its feature from starting. */
    @Test
    void nothingIsRequiredToResolveButJavaAndTheComponentRuntime() throws IOException {
        List<String> required = Stream
                .of(Objects.requireNonNull(manifest().getValue("Require-Capability"))
                        .split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .filter(clause -> !clause.contains("effective:=active")).toList();

        assertThat(required, contains(startsWith("osgi.extender;filter:=\"(&(osgi.extender=osgi.component)"),
                is("osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"")));
        assertThat(manifest().getValue("Require-Bundle"), is(nullValue()));
        assertThat(manifest().getValue("Bundle-ClassPath"), is(nullValue()));
    }
}
