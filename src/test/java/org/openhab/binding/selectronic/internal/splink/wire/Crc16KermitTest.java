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
package org.openhab.binding.selectronic.internal.splink.wire;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Tests the check sum against its published check value and against a bit by bit calculation.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class Crc16KermitTest {
    @Test
    void theCheckValueIsThePublishedOne() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

        assertThat(Crc16Kermit.of(digits, 0, digits.length), is(0x2189));
    }

    @Test
    void nothingHasTheCrcZero() {
        assertThat(Crc16Kermit.of(new byte[5], 3, 3), is(0));
    }

    @Test
    void aBlockWithItsOwnCrcHasTheCrcZero() {
        Random random = new Random(1);
        for (int length = 0; length < 600; length++) {
            byte[] block = new byte[length + 4];
            random.nextBytes(block);
            Crc16Kermit.append(block, 2, length + 2);
            assertThat(Crc16Kermit.of(block, 2, length + 4), is(0));

            byte[] alone = java.util.Arrays.copyOfRange(block, 2, length + 2);
            assertThat(new byte[] { block[length + 2], block[length + 3] }, is(Frames.crc(alone)));
        }
    }
}
