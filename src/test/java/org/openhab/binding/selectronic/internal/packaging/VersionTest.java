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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.definitions.XmlElement;

/**
 * Scripts read the version out of the build file by its lines, since Maven takes seconds to tell it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class VersionTest {
    private static final Pattern SED = Pattern.compile("sed -n 's:([^:]+):\\\\1:p' pom\\.xml");

    @ParameterizedTest
    @ValueSource(strings = { "try", ".github/workflows/build.yml" })
    void aScriptFindsTheVersionOfTheBuildAndNoOther(String script) throws IOException {
        Path pom = Path.of("pom.xml");
        Matcher sed = SED.matcher(Files.readString(Path.of(script)));
        assertThat(sed.find(), is(true));
        Pattern line = Pattern.compile(sed.group(1).replace("\\(", "(").replace("\\)", ")"));

        List<String> found = Files.readAllLines(pom).stream().map(line::matcher).filter(Matcher::find)
                .map(match -> match.group(1)).toList();

        assertThat(found, is(List.of(XmlElement.read(pom).text("version").orElseThrow())));
    }
}
