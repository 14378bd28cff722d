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
package org.openhab.binding.selectronic.internal.splink.client;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakeCredentials;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.CapturedLog;
import org.openhab.binding.selectronic.internal.splink.FakeUnit;
import org.openhab.binding.selectronic.internal.splink.wire.Frames;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

/**
 * Tests that neither the password nor what could be used to guess it shows anywhere.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SecretsTest {
    private static final String SECRET = "Correct Horse";

    private final FakeUnit unit = new FakeUnit();
    private final CapturedLog log = new CapturedLog();
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void nothingShowsThePassword() throws SourceException, InterruptedException {
        List<String> challengesAndAnswers = new ArrayList<>();
        unit.lasting = answer -> {
            if (answer.length == 26) {
                challengesAndAnswers.add(Frames.digits(answer).substring(16, 48));
            }
            return answer;
        };
        Password password = Password.of(SECRET);
        seen.add(password.toString());

        unit.password = SECRET;
        SpLinkClient client = new SpLinkClient(unit, password, FakeCredentials.unknown().of("unit"),
                Duration.ofSeconds(1), unit.clock);
        client.read(new WordRange(0xA001, 10));
        seen.add(client.toString());
        unit.restart();
        client.read(new WordRange(0xA001, 10));
        client.close();

        unit.password = "other";
        SpLinkClient refused = new SpLinkClient(unit, password, FakeCredentials.unknown().of("unit"),
                Duration.ofSeconds(1), unit.clock);
        seen.add(trace(assertThrows(SourceException.class, () -> refused.read(new WordRange(0xA001, 10)))));
        refused.close();
        seen.add(trace(assertThrows(SourceException.class, () -> Password.of(SECRET.repeat(5)))));

        seen.add(log.text());
        assertThat(log.text(), containsString("login answer"));
        for (String text : seen) {
            assertThat(text, not(containsString(SECRET)));
            for (String digits : challengesAndAnswers) {
                assertThat(text, not(containsString(digits)));
            }
        }
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
