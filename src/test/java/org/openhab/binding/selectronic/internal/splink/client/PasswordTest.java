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
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.config.SpLinkConfiguration;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.wire.Frames;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Tests the answer to a challenge with those that public clients gave.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PasswordTest {
    static Stream<List<String>> logins() {
        return Frames.rows("logins.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("logins")
    void answersAreTheRecordedOnes(List<String> row) throws SourceException {
        byte[] header = Frames.bytes("510700001f00cf62");
        Words challenge = new Words(0x1F0000,
                new Frames.Pair("", header, Frames.join(header, Frames.bytes(row.get(1)))).values());

        byte[] frame = Password.of(row.get(0)).answer(challenge).frame();

        assertThat(Frames.digits(Arrays.copyOfRange(frame, 8, 24)), is(row.get(2)));
    }

    @Test
    void upperAndLowerCaseMatter() throws SourceException {
        Words challenge = new Words(0x1F0000, new int[8]);

        assertThat(Arrays.equals(Password.of("Selectronic SP PRO").answer(challenge).frame(),
                Password.of("Selectronic SP Pro").answer(challenge).frame()), is(false));
    }

    @Test
    void anEmptyOneIsAllowed() throws SourceException {
        assertThat(Password.of("").answer(new Words(0x1F0000, new int[8])).words(), is(8));
    }

    /** Who may type a password into the configuration can log in with it, and vice versa. */
    @Test
    void theConfigurationAllowsTheSame() {
        for (char character = 0; character < 0x200; character++) {
            for (int length : new int[] { 1, 32, 33 }) {
                String text = String.valueOf(character).repeat(length);
                SpLinkConfiguration configuration = new SpLinkConfiguration();
                configuration.inverterPassword = text;
                assertThat(Integer.toHexString(character) + " " + length + " times", configuration.problem().isEmpty(),
                        is(isAllowed(text)));
            }
        }
    }

    private static boolean isAllowed(String text) {
        try {
            Password.of(text);
            return true;
        } catch (SourceException e) {
            assertEquals(FailureKind.REFUSED, e.kind());
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "123456789012345678901234567890123", "euro \u20ac", "\u00e9", "\u007f", "a\tb" })
    void whatNoUnitCanHaveIsRefused(String text) {
        SourceException refused = assertThrows(SourceException.class, () -> Password.of(text));

        assertThat(refused.problem(), is(Problem.PASSWORD_INVALID));
        assertThat(refused.problem().isLasting(), is(true));
        assertThat(refused.arguments(), is(List.of()));
    }
}
