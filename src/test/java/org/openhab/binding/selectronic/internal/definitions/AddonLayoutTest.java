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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code src/build/addon-layout} writes, against the rules of openHAB's developer guide for an add-on of
 * openhab-addons.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddonLayoutTest {
    private static final String ID = "org.openhab.binding.selectronic";

    private Path addOn = Path.of("");

    @BeforeAll
    void write(@TempDir Path bundles) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of("src/build/addon-layout").toString(), bundles.toString())
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said, process.waitFor(), is(0));
        addOn = bundles.resolve(ID);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(addOn)) {
            return files.filter(Files::isRegularFile).map(file -> addOn.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private String read(String file) throws IOException {
        return Files.readString(addOn.resolve(file));
    }

    @Test
    void onlyTheFoldersOfAnAddOnAreThere() throws IOException {
        assertThat(files(), hasItems("NOTICE", "README.md", "pom.xml", "src/main/feature/feature.xml",
                "src/main/resources/OH-INF/addon/addon.xml", "src/main/resources/OH-INF/i18n/selectronic.properties",
                "src/main/resources/OH-INF/thing/bridges.xml", "src/main/resources/OH-INF/config/gateway.xml"));
        assertThat(files(), everyItem(anyOf(is(in(List.of("NOTICE", "README.md", "pom.xml"))),
                startsWith("src/main/java/org/openhab/binding/selectronic/internal/"),
                startsWith("src/main/resources/OH-INF/"),
                is("src/main/resources/META-INF/services/" + ID + ".internal.http.JettyGeneration"),
                startsWith("src/main/resources/org/openhab/binding/selectronic/internal/"),
                is("src/main/feature/feature.xml"), startsWith("src/test/java/org/openhab/binding/selectronic/"),
                startsWith("src/test/resources/"))));
    }

    /** A service that is named and not there ends the search for all of them. */
    @Test
    void onlyTheJettyOfOpenHabIsNamed() throws IOException {
        assertThat(read("src/main/resources/META-INF/services/" + ID + ".internal.http.JettyGeneration").strip(),
                is(ID + ".internal.http.Jetty9"));
        assertThat(files(), hasItem("src/main/java/org/openhab/binding/selectronic/internal/http/Jetty9.java"));
    }

    /** Translations are made in openHAB's Crowdin, which adds them later. */
    @Test
    void englishIsTheOnlyLanguage() throws IOException {
        assertThat(files().stream().filter(file -> file.startsWith("src/main/resources/OH-INF/i18n/")).toList(),
                contains("src/main/resources/OH-INF/i18n/selectronic.properties"));
    }

    /** The POM has a parent, an id and a name; all else comes from the parent. */
    @Test
    void thePomIsShort() throws IOException {
        String pom = read("pom.xml");
        assertThat(pom,
                stringContainsInOrder("<parent>", "<groupId>org.openhab.addons.bundles</groupId>",
                        "<artifactId>org.openhab.addons.reactor.bundles</artifactId>", "-SNAPSHOT</version>",
                        "</parent>", "<artifactId>" + ID + "</artifactId>",
                        "<name>openHAB Add-ons :: Bundles :: Selectronic Binding</name>"));
        assertThat(pom, not(
                anyOf(containsString("<dependencies>"), containsString("<build>"), containsString("<properties>"))));
    }

    @Test
    void theFeatureNamesTheRepositoryOfOpenHab() throws IOException {
        assertThat(read("src/main/feature/feature.xml"),
                stringContainsInOrder("name=\"" + ID + "-${project.version}\"",
                        "<repository>mvn:org.openhab.core.features.karaf/org.openhab.core.features.karaf.openhab-core/"
                                + "${ohc.version}/xml/features</repository>",
                        "name=\"openhab-binding-selectronic\"", "<feature>openhab-runtime-base</feature>",
                        "mvn:org.openhab.addons.bundles/" + ID + "/${project.version}"));
    }

    @Test
    void eachSourceHasOpenHabsHeader() throws IOException {
        for (String file : files()) {
            if (file.endsWith(".java")) {
                assertThat(file, read(file),
                        startsWith("/*\n * Copyright (c) 2010-2026 Contributors to the openHAB project\n"));
            }
        }
        assertThat(read("NOTICE"), containsString("produced and maintained by the openHAB project"));
    }

    /** The slice of openHAB, the workbench and the benchmarks stay here, and libraries that add-ons do not have. */
    @Test
    void nothingIsThereThatOpenHabHasOrLacks() throws IOException {
        assertThat(files(), not(hasItem(
                anyOf(containsString("org/openhab/core/"), containsString("/workbench/"), containsString("/bench/")))));
        for (String file : files()) {
            if (file.startsWith("src/test/java/")) {
                assertThat(file,
                        Arrays.stream(read(file).split("\n")).filter(line -> line.startsWith("import ")).toList(),
                        everyItem(matchesPattern("import (static )?(java|javax|com\\.google\\.gson|com\\.sun\\.net"
                                + "|org\\.(eclipse|hamcrest|junit|mockito|openhab|osgi|slf4j|w3c|xml))\\..*")));
            }
        }
    }

    @Test
    void theSimulatorAndTestsOfEachRoomComeAlong() throws IOException {
        assertThat(files(), hasItem("src/test/java/org/openhab/binding/selectronic/simulator/SimulatorMain.java"));
        for (String room : List.of("config", "derive", "discovery", "handler", "history", "http", "model", "point",
                "polling", "portal", "splink/wire", "splink/memory", "splink/log")) {
            assertThat(files(), hasItem(matchesPattern(
                    "src/test/java/org/openhab/binding/selectronic/internal/" + room + "/\\w+Test\\.java")));
        }
    }

    /** The README is shown on openHAB's site, alone: no other page of the project is beside it. */
    @Test
    void theReadmeStandsAlone() throws IOException {
        String readme = read("README.md");
        assertThat(readme, startsWith("# Selectronic Binding\n"));
        assertThat(readme, stringContainsInOrder("\n## Supported Things\n", "\n## Discovery\n",
                "\n## Thing Configuration\n", "\n## Channels\n", "\n## Full Example\n"));
        assertThat(readme, not(anyOf(containsString("./try"), containsString("mvn verify"), containsString(".svg"))));
        assertThat(readme.replaceAll("\\]\\((https?://|#)", ""), not(containsString("](")));
    }
}
