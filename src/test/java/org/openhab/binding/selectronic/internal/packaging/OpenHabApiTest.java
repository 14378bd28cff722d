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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * The finished jar links against the newest and the oldest openHAB that it is meant for, 5.2.1 and 5.1.0.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class OpenHabApiTest {
    /**
     * All that openHAB 5.2.1 has and 5.1.0 has not in the classes of which the binding is compiled against a slice.
     * Source: openHAB core, tags 5.1.0 and 5.2.1.
     */
    private static final Set<String> LATER_UNITS = Set.of("SQUARE_CENTIMETRE", "SQUARE_KILOMETRE", "SQUARE_MILLIMETRE",
            "KILOWATT_HOUR_PER_CUBICMETRE", "SIEVERT_PER_HOUR", "CUBIC_CENTIMETRE", "CUBIC_MILLIMETRE");

    @Test
    void theJarLinksAgainstTheCurrentVersion() throws IOException {
        LinkageChecker.Result result = LinkageChecker.check(packagedClasses(), RecordedApi.read(RecordedApi.CURRENT));
        assertThat(result.problems(), is(empty()));
        assertThat(result.notRecorded(), is(empty()));
    }

    @Test
    void theJarLinksAgainstTheOldestVersion() throws IOException {
        RecordedApi oldest = RecordedApi.read(RecordedApi.CURRENT);
        ApiType units = Objects.requireNonNull(oldest.type("org/openhab/core/library/unit/Units"));
        assertThat("recorded, and taken out here",
                units.members().values().removeIf(member -> LATER_UNITS.contains(member.name())), is(true));

        assertThat(LinkageChecker.check(packagedClasses(), oldest).problems(), is(empty()));
    }

    private static List<byte[]> packagedClasses() throws IOException {
        String path = Objects.requireNonNull(System.getProperty("selectronic.jar"));
        assertThat("the build sets selectronic.jar", path, is(notNullValue()));
        List<byte[]> classes = new ArrayList<>();
        try (JarFile jar = new JarFile(path)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().endsWith(".class")) {
                    classes.add(jar.getInputStream(entry).readAllBytes());
                }
            }
        }
        assertThat("classes in " + path, classes, is(not(empty())));
        return classes;
    }
}
