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
package org.openhab.binding.selectronic.simulator.log;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.Flows;

/**
 * Published records come out byte for byte when the values go in that public clients read from them. The events are of
 * one real unit, published with simonhac/LiveOne, the daily record is of another, published with peter-dolkens/splink;
 * the detailed record is made up by LiveOne's tests.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PublishedRecordsTest {
    private static final double MISSING = 1e6;

    private static String hex(int[] words) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            bytes.putShort((short) word);
        }
        return HexFormat.of().formatHex(bytes.array());
    }

    private static String event(String time, int code, Snapshot snapshot) {
        return hex(new EventRecord(Instant.EPOCH, LocalDateTime.parse(time), code, snapshot).words(UnitScales.A));
    }

    @Test
    void alertOfALowDcVoltage() {
        Snapshot snapshot = new Snapshot(51.689, 16.804, 155.823, -0.476, 0, 7180.75, -7180.75, 0, 236.469, 84.598, 50,
                48.119, 44.609, 43.897, 11.516, 27.787, 20.024, 2, 0, 1, 0, 0, 0, 111.511, 26.055, 0.9067, 55.04);
        assertThat(event("2026-09-17T19:51:33", 50, snapshot),
                is("457c5c303200033f7c149f10f3ff0000103f0000f0c0ffff00001c39995488139f0bc60a9a0ac802b606d604"
                        + "0200000001000000000000001d000e1a410701009808df05e02e1202"));
    }

    @Test
    void operationTwoSecondsLater() {
        Snapshot snapshot = new Snapshot(41.192, 20.690, 0.220, -2.600, 0, 0, 0, 0, 0.388, 84.598, 37.15, 48.248,
                44.560, 44.010, 11.241, 27.755, 20.218, 2, 0, 1, 6, 5, 15, 0, 25.785, 0.9067, 55.04);
        assertThat(event("2026-09-17T19:51:35", 149, snapshot),
                is("477c5c309500373239190600b9ff00000000000000000000000018009954830ea70bc30aa10ab702b406e204"
                        + "020000000100060005000f000000c919410701009808df05e02e1202"));
    }

    @Test
    void daily() {
        Energies total = new Energies(20_614.7, 0, 8314.2, 9228.6, 4183.6, 0, 0, 2584, 2091.8, 0);
        DailyRecord record = new DailyRecord(Instant.EPOCH, LocalDateTime.parse("2026-10-02T23:59:59"), total, 26_701.2,
                Duration.ZERO, Duration.ofMinutes(6489), Duration.ofHours(24), 0.9595);
        assertThat(hex(record.words(UnitScales.B)),
                is("ff7c703015000000110000004b00000022000000000000004900000000000000000000000000000000000000"
                        + "d900000059190000a0050000b500ad07b414760b1a04803e12020000"));
    }

    @Test
    void detailed() {
        UnitScales scales = new UnitScales(32_768, 1000, 16_384, 2000, 100, 180);
        Flows mean = new Flows(1000, 0, -1000, 0, 0, 0, -10_000, 0, 1);
        Energies today = new Energies(480, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        DetailedRecord record = new DetailedRecord(Instant.EPOCH, Instant.EPOCH,
                LocalDateTime.parse("2026-09-10T00:00:00"), mean, 0, 50, 0, 0, -0.61, 0, 0, 50, MISSING, 0, 0, 50,
                Energies.NONE, today, true);
        int[] words = record.words(scales);
        // the published record has no mid-point, which the simulated unit takes as half of the volts
        assertThat(words[15], is(500));
        words[15] = 0;
        assertThat(hex(words),
                is("802a5230401f000000000000000000000000000000000000e803000000000000000000009cff000000009cff"
                        + "0000000000008813ff7f0000000064000200003200000000000000000000000000000080e8030040d0076400"));
    }
}
