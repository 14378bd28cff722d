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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.definitions.XmlElement;

/**
 * Nothing in jar and KAR depends on when, where and by whom they were built. That two builds give the same bytes is
 * shown by {@code src/build/same-bytes}, which builds twice; this is what can be seen in one build.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ReproducibleTest {
    private static final List<String> OF_A_MACHINE = List.of("Built-By", "Build-Jdk", "Build-Jdk-Spec", "Created-By",
            "Bnd-LastModified", "Tool", "Originally-Created-By", "Git-SHA", "Git-Descriptor");

    private static List<? extends ZipEntry> entries(ZipFile file) {
        return Collections.list(file.entries());
    }

    private static ZipFile open(String property) throws IOException {
        return new ZipFile(Path.of(System.getProperty(property)).toFile());
    }

    /** The time of the pom: the zip format knows local time only, and two seconds are its finest step. */
    private static LocalDateTime time() {
        String timestamp = XmlElement.read(Path.of("pom.xml")).child("properties").orElseThrow()
                .text("project.build.outputTimestamp").orElseThrow();
        return LocalDateTime.ofInstant(Instant.parse(timestamp), ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(strings = { "selectronic.jar", "selectronic.kar" })
    void eachEntryHasTheTimeOfThePom(String property) throws IOException {
        try (ZipFile file = open(property)) {
            assertThat(entries(file), is(not(empty())));
            for (ZipEntry entry : entries(file)) {
                assertThat(entry.getName(), entry.getTimeLocal(), is(time()));
            }
        }
    }

    @Test
    void theJarIsSortedAfterItsManifest() throws IOException {
        try (ZipFile file = open("selectronic.jar")) {
            List<String> names = entries(file).stream().map(ZipEntry::getName)
                    .filter(name -> !name.equals("META-INF/") && !name.equals(JarFile.MANIFEST_NAME)).toList();
            assertThat(names, is(names.stream().sorted().toList()));
            assertThat(new HashSet<>(names).size(), is(names.size()));
        }
    }

    @Test
    void theKarHoldsItsFilesInOneOrder() throws IOException {
        try (ZipFile file = open("selectronic.kar")) {
            List<String> names = entries(file).stream().map(ZipEntry::getName).toList();
            assertThat(names, is(names.stream().sorted().toList()));
        }
    }

    @Test
    void theManifestNamesNoMachineAndNoTool() throws IOException {
        try (JarFile jar = new JarFile(Objects.requireNonNull(System.getProperty("selectronic.jar")))) {
            Manifest manifest = Objects.requireNonNull(jar.getManifest());
            Collection<String> names = manifest.getMainAttributes().keySet().stream().map(Object::toString).toList();
            OF_A_MACHINE.forEach(name -> assertThat(names, not(hasItem(name))));
            Properties maven = new Properties();
            for (ZipEntry entry : entries(jar)) {
                if (entry.getName().endsWith("pom.properties")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        assertThat("no time in a comment", text, not(containsString("#")));
                        maven.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
                    }
                }
            }
            assertThat(new ArrayList<>(maven.stringPropertyNames()),
                    everyItem(is(in(List.of("groupId", "artifactId", "version")))));
        }
    }

    /** A path of the machine would show in a class, a feature or a manifest. */
    @ParameterizedTest
    @ValueSource(strings = { "selectronic.jar", "selectronic.kar" })
    void nothingNamesTheFolderItWasBuiltIn(String property) throws IOException {
        String folder = Path.of("").toAbsolutePath().toString();
        try (ZipFile file = open(property)) {
            for (ZipEntry entry : entries(file)) {
                try (InputStream in = file.getInputStream(entry)) {
                    assertThat(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1),
                            not(containsString(folder)));
                }
            }
        }
    }
}
