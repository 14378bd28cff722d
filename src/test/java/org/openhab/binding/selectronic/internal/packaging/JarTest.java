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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * The finished jar and KAR: what is in them, what is not, and what the manifest asks openHAB for.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class JarTest {
    /**
     * A few hundred kB is what an add-on without embedded libraries has. The first goal was 250 kB; some 370 small
     * classes, the texts of two languages and the table of 1,200 registers with its German take almost four times
     * that, and one embedded library would show here.
     */
    private static final long LARGEST = 980_000;
    private static final String OURS = "org/openhab/binding/selectronic/internal/";

    private final Path jar = Path.of(System.getProperty("selectronic.jar"));

    private List<String> entries() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
        }
    }

    private Map<String, String> imports() throws IOException {
        String header = Objects.requireNonNull(manifest().getMainAttributes().getValue("Import-Package"));
        return Arrays.stream(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).collect(
                Collectors.toMap(clause -> clause.split(";")[0], clause -> clause, (one, other) -> one, TreeMap::new));
    }

    private Manifest manifest() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Objects.requireNonNull(file.getManifest());
        }
    }

    @Test
    void nothingButOurClassesAndDefinitions() throws IOException {
        assertThat(entries(), everyItem(anyOf(startsWith(OURS), startsWith("OH-INF/"), startsWith("OSGI-INF/"),
                startsWith("META-INF/"), is("NOTICE"))));
    }

    @Test
    void theDefinitionsAreWhereTheRuntimeReadsThem() throws IOException {
        assertThat(entries(),
                hasItems("OH-INF/addon/addon.xml", "OH-INF/thing/bridges.xml", "OH-INF/thing/inverter.xml",
                        "OH-INF/config/gateway.xml", "OH-INF/i18n/selectronic.properties",
                        "OH-INF/i18n/selectronic_de.properties", "NOTICE",
                        "org/openhab/binding/selectronic/internal/splink/memory/registers.tsv",
                        "org/openhab/binding/selectronic/internal/splink/memory/codes.tsv",
                        "org/openhab/binding/selectronic/internal/text/german.tsv"));
        assertThat(entries(), not(hasItem(startsWith("ESH-INF"))));
    }

    @Test
    void theByteCodeRunsOnJava17() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (String name : entries()) {
                if (name.endsWith(".class")) {
                    try (InputStream in = file.getInputStream(Objects.requireNonNull(file.getEntry(name)))) {
                        byte[] head = in.readNBytes(8);
                        assertThat(name, head[6] << 8 | head[7], is(61));
                    }
                }
            }
        }
    }

    @Test
    void openHabIsImportedWithoutVersionAndLibrariesInTheRangeThatItShips() throws IOException {
        imports().forEach((name, clause) -> {
            if (name.startsWith("org.openhab.")) {
                assertThat(clause, not(containsString("version=")));
            } else if (name.startsWith("org.eclipse.jetty.")) {
                assertThat(clause, anyOf(is(name + ";version=\"[9.4,13)\""),
                        is(name + ";resolution:=optional;version=\"[9.4,10)\"")));
            } else if (name.startsWith("com.google.gson")) {
                assertThat(clause, is(name + ";version=\"[2.10,3)\""));
            } else if (name.startsWith("org.slf4j")) {
                assertThat(clause, is(name + ";version=\"[1.7,3)\""));
            } else {
                assertThat("foreseen: " + clause, name, anyOf(startsWith("javax."), startsWith("org.osgi.")));
            }
        });
        assertThat(imports(), hasKey("org.openhab.core.thing.binding"));
        assertThat(imports(), hasKey("org.eclipse.jetty.client"));
    }

    /** A jar that is copied into the folder of add-ons does not bring the serial transport along, but must start. */
    @Test
    void theSerialTransportMayBeMissing() throws IOException {
        assertThat(imports().get("org.openhab.core.io.transport.serial"),
                is("org.openhab.core.io.transport.serial;resolution:=optional"));
        assertThat(entries(), hasItem("OSGI-INF/" + OURS.replace('/', '.') + "splink.link.SerialLinkFactory.xml"));
    }

    @Test
    void theManifestReportsNothingOfTheMachineThatBuiltIt() throws IOException {
        Manifest manifest = manifest();
        assertThat(manifest.getMainAttributes().getValue("Bundle-SymbolicName"), is("org.openhab.binding.selectronic"));
        assertThat(manifest.getMainAttributes().getValue("Automatic-Module-Name"),
                is("org.openhab.binding.selectronic"));
        assertThat(manifest.getMainAttributes().getValue("Export-Package"), is(nullValue()));
        assertThat(manifest.getMainAttributes().keySet().stream().map(Object::toString).toList(),
                not(hasItems(anyOf(is("Built-By"), is("Build-Jdk"), is("Bnd-LastModified"), is("Created-By")))));
    }

    @Test
    void theComponentsAreDeclared() throws IOException {
        assertThat(entries(),
                hasItem("OSGI-INF/org.openhab.binding.selectronic.internal.SelectronicHandlerFactory.xml"));
        try (JarFile file = new JarFile(jar.toFile())) {
            String discovery = new String(file.getInputStream(Objects.requireNonNull(file.getEntry(
                    "OSGI-INF/org.openhab.binding.selectronic.internal.discovery.InverterDiscoveryService.xml")))
                    .readAllBytes(), StandardCharsets.UTF_8);
            assertThat(discovery, containsString("scope=\"prototype\""));
            assertThat(discovery, containsString("configuration-pid=\"discovery.selectronic\""));
        }
    }

    @Test
    void itIsSmall() throws IOException {
        assertThat(Files.size(jar), is(lessThan(LARGEST)));
    }

    @Test
    void theKarHoldsTheJarAndItsFeature() throws IOException {
        Path kar = Path.of(System.getProperty("selectronic.kar"));
        String feature = "";
        long size = 0;
        try (JarInputStream in = new JarInputStream(Files.newInputStream(kar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith("-features.xml")) {
                    feature = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(entry.getName(), startsWith("repository/org/openhab/addons/bundles/"));
                } else if (entry.getName().endsWith(".jar")) {
                    size = in.readAllBytes().length;
                    assertThat(entry.getName(), endsWith("/" + jar.getFileName()));
                }
            }
        }
        assertThat(size, is(Files.size(jar)));
        String version = jar.getFileName().toString().replaceAll(".*-([0-9].*)\\.jar", "$1");
        assertThat(feature,
                containsString("mvn:org.openhab.addons.bundles/org.openhab.binding.selectronic/" + version));
        assertThat(feature, containsString("<feature>openhab-runtime-base</feature>"));
        assertThat(feature, containsString("<feature>openhab-transport-serial</feature>"));
        assertThat("no version of openHAB is tied to it", feature, not(containsString("<repository>")));
    }
}
