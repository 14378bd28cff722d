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
package org.openhab.binding.selectronic.internal.splink.link;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fake.FakeCredentials;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.source.SourceException;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever the tunnel's server says, all at once and in any pieces: the account gets units or hears what is wrong, in
 * time, and the connection is closed. What a failure says does not hold the password, which the server may repeat.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class TunnelFuzzTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int MOST_UNITS = 999;

    static Stream<byte[]> seeds() {
        return Stream.of("\7LOGIN\r\nOK\r\nDEVICES:2\r\nDEVICE:240001|Home\r\nDEVICE: 240002 | Shed\r\n",
                "\0LOGIN\r\nOK\r\n?\r\nDEVICES: 1\r\nDEVICE:240001\r\n", "\1hello\nLOGIN\nREJECTED secret\n",
                "\5LOGIN\r\nOK\r\nREADY\r\nQ\1\2\3", "\3LOGIN\r\nOK\r\nBUSY\r\n", "\3LOGIN\r\nOK\r\nOFFLINE\r\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void words(byte[] said) throws SourceException, InterruptedException {
        TunnelAccount account = TunnelAccount.of("owner@example.com", "secret", FakeCredentials.unknown());
        int pieces = said.length == 0 ? 0 : said[0];
        String text = new String(said, Math.min(1, said.length), Math.max(0, said.length - 1),
                StandardCharsets.ISO_8859_1);

        FakeServer listing = server(pieces, text);
        Instant start = listing.clock.instant();
        try {
            List<String> units = new TunnelLink(listing, account, "", TIMEOUT, listing.clock).units();
            assertThat(units.size(), is(lessThanOrEqualTo(MOST_UNITS)));
            assertThat(units, everyItem(matchesPattern("[0-9]{1,10}")));
        } catch (SourceException e) {
            isReported(e);
        }
        assertThat("left open", listing.isOpen, is(false));
        assertThat(Duration.between(start, listing.clock.instant()), is(lessThan(Duration.ofMinutes(2))));

        FakeServer connecting = server(pieces, text);
        TunnelLink link = new TunnelLink(connecting, account, "240001", TIMEOUT, connecting.clock);
        try {
            link.open();
            byte[] buffer = new byte[64];
            int count = link.read(buffer, Duration.ZERO);
            assertThat(count, is(both(greaterThanOrEqualTo(0)).and(lessThanOrEqualTo(buffer.length))));
            link.close();
        } catch (SourceException e) {
            isReported(e);
        }
        assertThat("left open", connecting.isOpen, is(false));
    }

    private static void isReported(SourceException failure) {
        Plausible.text(failure.getMessage());
        assertThat(failure.getMessage(), not(containsString("secret")));
    }

    /** Says everything at once and answers nothing, in pieces of one byte, in two, or whole. */
    private static FakeServer server(int pieces, String text) {
        FakeServer server = new FakeServer();
        server.greeting = text;
        server.split = pieces;
        server.answers.clear();
        return server;
    }
}
