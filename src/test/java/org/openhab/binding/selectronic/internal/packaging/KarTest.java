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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.selectronic.internal.definitions.XmlElement;
import org.openhab.core.thing.ThingStatus;
import org.osgi.framework.BundleException;

/**
 * The finished KAR, unpacked as Karaf does it: what is below {@code repository} becomes a Maven repository, each
 * feature file in it is installed, and its bundles are looked up by their Maven addresses.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@ExtendWith(NothingLeft.class)
class KarTest {
    private static final String REPOSITORY = "repository/";

    @TempDir
    Path repository = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        try (ZipFile kar = new ZipFile(System.getProperty("selectronic.kar"))) {
            for (ZipEntry entry : Collections.list(kar.entries())) {
                assertThat(Objects.requireNonNull(entry).getName(), startsWith(REPOSITORY));
                if (!entry.isDirectory()) {
                    Path file = repository.resolve(entry.getName().substring(REPOSITORY.length()));
                    Files.createDirectories(file.getParent());
                    Files.write(file, kar.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private XmlElement feature() throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            List<Path> features = files.filter(file -> file.toString().endsWith("-features.xml")).toList();
            assertThat(features.size(), is(1));
            return XmlElement.read(features.get(0)).child("feature").orElseThrow();
        }
    }

    /** Where {@code mvn:group/artifact/version} lies in a Maven repository. */
    private Path bundle() throws IOException {
        String[] address = feature().text("bundle").orElseThrow().split("[:/]");
        assertThat(address[0], is("mvn"));
        return repository.resolve(address[1].replace('.', '/')).resolve(address[2]).resolve(address[3])
                .resolve(address[2] + "-" + address[3] + ".jar");
    }

    @Test
    void itsFeatureIsNamedAsThoseOfOpenHab() throws IOException {
        assertThat(feature().attribute("name").orElseThrow(), is("openhab-binding-selectronic"));
        assertThat(feature().attribute("description").orElseThrow(), is("Selectronic Binding"));
        assertThat(System.getProperty("selectronic.kar"),
                endsWith("-" + feature().attribute("version").orElseThrow() + ".kar"));
        assertThat(feature().child("bundle").orElseThrow().attribute("start-level").orElseThrow(), is("80"));
        assertThat(feature().children("feature").stream().map(XmlElement::text).toList(),
                contains("openhab-runtime-base", "openhab-transport-serial"));
    }

    @Test
    void itsBundleIsTheJarAndComesOnline() throws IOException, BundleException {
        assertThat(Files.mismatch(bundle(), Path.of(System.getProperty("selectronic.jar"))), is(-1L));
        try (PackagedRun run = new PackagedRun("gateway-mains-evening", Locale.ENGLISH, bundle())) {
            assertThat(run.awaitInverter().getStatus(), is(ThingStatus.ONLINE));
            assertThat(run.state("load#power").toString(), startsWith("839.96"));
        }
    }
}
