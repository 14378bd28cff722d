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
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakeCredentials;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.FakeUnit;
import org.openhab.binding.selectronic.internal.splink.FakeUnit.Stranger;
import org.openhab.binding.selectronic.internal.splink.wire.Frames;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

/**
 * Connects a client to links on which anything may happen to any answer: it reads what the unit holds or says what is
 * wrong, in time, and never takes a good password for a wrong one. The number of tries comes from the system property
 * {@code selectronic.fuzz}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SpLinkClientFuzzTest {
    private static final int TRIES = Objects.requireNonNull(Integer.getInteger("selectronic.fuzz", 10_000));
    private static final long SEED = 20261102;

    @Test
    void whatIsReadIsWhatTheUnitHolds() throws SourceException, InterruptedException {
        Random random = new Random(SEED);
        int good = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            FakeUnit unit = new FakeUnit();
            unit.stranger = Stranger.values()[random.nextInt(2)];
            unit.largestPiece = 1 + random.nextInt(50);
            for (int at = 0xA001; at < 0xA041; at++) {
                unit.memory.put(at, random.nextInt(0x10000));
            }
            int badness = random.nextInt(100);
            unit.lasting = answer -> random.nextInt(100) < badness ? spoilt(random, answer) : answer;
            SpLinkClient client = new SpLinkClient(unit, Password.of(Password.OF_THE_FACTORY),
                    FakeCredentials.unknown().of("unit"), Duration.ofSeconds(1), unit.clock);
            for (int read = 0; read < 3; read++) {
                if (random.nextInt(3) == 0) {
                    unit.restart();
                }
                if (random.nextInt(20) == 0) {
                    unit.cutAfter = random.nextInt(30);
                }
                good += reads(client, unit, 0xA001 + random.nextInt(32), 1 + random.nextInt(32)) ? 1 : 0;
            }
            client.close();
            assertThat("left open", unit.isOpen, is(false));
        }
        assertThat("of " + 3 * TRIES + " reads " + good + " are good", good > TRIES, is(true));
    }

    private static boolean reads(SpLinkClient client, FakeUnit unit, int address, int count)
            throws InterruptedException {
        Instant start = unit.clock.instant();
        try {
            int[] values = client.read(new WordRange(address, count)).values();
            for (int at = 0; at < count; at++) {
                assertThat(values[at], is(unit.memory.get(address + at)));
            }
            return true;
        } catch (SourceException e) {
            assertThat(e.problem(), is(not(Problem.PASSWORD_REFUSED)));
            return false;
        } finally {
            assertThat(Duration.between(start, unit.clock.instant()), is(lessThanOrEqualTo(Duration.ofSeconds(60))));
        }
    }

    private static byte[] spoilt(Random random, byte[] answer) {
        byte[] noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        return switch (random.nextInt(8)) {
            case 0 -> new byte[0];
            case 1 -> noise;
            case 2 -> Frames.join(noise, answer);
            case 3 -> Frames.join(answer, noise);
            case 4 -> Arrays.copyOf(answer, random.nextInt(answer.length + 1));
            case 5 -> Frames.join(Arrays.copyOf(answer, random.nextInt(answer.length + 1)), answer);
            case 6 -> Frames.join(Frames.answer(0xB000, 1, 2, 3), answer);
            default -> {
                byte[] flipped = answer.clone();
                if (flipped.length > 0) {
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield flipped;
            }
        };
    }
}
