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
package org.openhab.binding.selectronic.simulator;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * The simulator shares no code with the binding, so that a mistake cannot cancel itself out, and none with openHAB.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SharesNothingWithTheBindingTest {
    @Test
    void byteCodeNamesNeitherBindingNorOpenHab() throws Exception {
        Path folder = Path.of(Objects.requireNonNull(Simulation.class.getResource("Simulation.class")).toURI())
                .getParent();
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        assertThat(classes.size(), is(greaterThan(50)));
        for (Path file : classes) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String foreign : List.of("org.openhab.core.", "org.openhab.binding.selectronic.internal.")) {
                assertThat(file.toString(), bytes, not(containsString(foreign.replace('.', '/'))));
            }
        }
    }
}
