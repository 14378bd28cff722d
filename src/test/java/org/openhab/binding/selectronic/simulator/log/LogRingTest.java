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
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.simulator.log.LogWalker.Entry;

/**
 * Flash: sectors that fill, are erased and fill again, and what goes wrong with them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LogRingTest {
    private static final int WORDS = 44;
    private static final int SECTORS = 4;
    private static final int SECTOR_WORDS = 5 * WORDS + 36;

    private final RingLayout layout = LogKind.DETAILED.layout().withSectors(SECTORS, SECTOR_WORDS, 2);
    private final LogRing ring = new LogRing(LogKind.DETAILED, layout);

    private boolean write(int number) {
        int[] record = new int[WORDS];
        Arrays.fill(record, number);
        return ring.write(record);
    }

    private void write(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(this::write);
    }

    /** What a client reads: header and flash, from the places that are public. */
    private int[] words(int address, int count) {
        int[] header = ring.header();
        return IntStream.range(address, address + count)
                .map(place -> place >= 0x68000 ? ring.holds(place) ? ring.word(place) : 0xFFFF : header[place - 41_781])
                .toArray();
    }

    private List<Integer> walk() {
        return new LogWalker(this::words, 41_781).newest(10_000).stream().map(entry -> entry.u16(WORDS - 1)).toList();
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void sizesAreThoseOfPublishedUnits() {
        assertThat(LogKind.DETAILED.layout().perSector(44), is(744));
        assertThat(LogKind.DETAILED.layout().most(44), is(5952));
        assertThat(LogKind.OPERATIONS.layout().most(36), is(910));
        LogRing alerts = new LogRing(LogKind.ALERTS, LogKind.ALERTS.layout());
        IntStream.range(0, 910 + 904).forEach(i -> alerts.write(new int[36]));
        alerts.countAnew();
        IntStream.range(0, 52).forEach(i -> alerts.write(new int[36]));
        // the header of a real unit with 52 alerts, as far as it is published
        assertThat(alerts.newest(), is(951_892));
        assertThat(Arrays.copyOf(alerts.header(), 5), is(new int[] { 2, 36, 0x8654, 0xE, 52 }));
    }

    @Test
    void countsAnewInThePlaceWhereItIs() {
        write(1, 7);
        ring.countAnew();
        assertThat(walk(), is(empty()));
        write(8, 12);
        assertThat(walk(), is(numbers(8, 12)));
    }

    @Test
    void nothingIsWritten() {
        assertThat(walk(), is(empty()));
        assertThat(ring.newest(), is(0x68000));
        assertThat(ring.word(0x68000), is(0xFFFF));
    }

    @Test
    void goesRoundAndErasesAhead() {
        for (int number = 1; number <= 100; number++) {
            write(number);
            int known = Math.min(number, 10);
            assertThat(ring.count(), is(known));
            assertThat(walk(), is(numbers(number - known + 1, number)));
            // the sector that comes next is empty
            int next = ((number - 1) / 5 + 1) % SECTORS;
            assertThat(ring.word(0x68000 + next * 0x8000), is(0xFFFF));
        }
        assertThat(ring.word(0x68000 + 5 * WORDS), is(0xFFFF));
    }

    @Test
    void resetEmptiesIt() {
        write(1, 7);
        ring.clear();
        assertThat(walk(), is(empty()));
        write(8, 9);
        assertThat(walk(), is(numbers(8, 9)));
    }

    @Test
    void powerFailsWithinARecordThatCounts() {
        write(1, 3);
        ring.tearNext(20, true);
        assertThat(write(4), is(false));
        assertThat(walk(), is(List.of(1, 2, 3, 0xFFFF)));
        assertThat(ring.word(ring.newest() + 19), is(4));
        assertThat(ring.word(ring.newest() + 20), is(0xFFFF));
        write(5);
        assertThat(walk(), is(List.of(1, 2, 3, 0xFFFF, 5)));
    }

    @Test
    void powerFailsBeforeTheHeaderReports() {
        write(1, 3);
        ring.tearNext(20, false);
        write(4);
        assertThat(walk(), is(numbers(1, 3)));
        write(5);
        assertThat(walk(), is(List.of(1, 2, 3, 0xFFFF, 5)));
    }

    @ParameterizedTest
    @EnumSource(HeaderFault.class)
    void headersAreWrongOnDemand(HeaderFault fault) {
        write(1, 8);
        ring.spoil(fault);
        assertThrows(IllegalStateException.class, this::walk);
        ring.repair();
        assertThat(walk(), is(numbers(1, 8)));
    }

    @Test
    void recordsAreWrongOnDemand() {
        write(1, 8);
        ring.spoil(0, RecordFault.SCALES_ZERO);
        ring.spoil(1, RecordFault.SCALES_ERASED);
        ring.spoil(2, RecordFault.NO_TIME);
        ring.spoil(3, RecordFault.ERASED);
        ring.setWord(4, 7, 77);
        List<Entry> entries = new LogWalker(this::words, 41_781).newest(6);
        for (int scale = 39; scale <= 43; scale++) {
            assertThat(entries.get(5).u16(scale), is(0));
            assertThat(entries.get(4).u16(scale), is(0xFFFF));
        }
        assertThat(entries.get(5).u16(38), is(8));
        assertThat(entries.get(3).seconds(), is(0xFFFF_FFFFL));
        assertThat(entries.get(3).u16(2), is(6));
        assertThat(IntStream.of(entries.get(2).words()).allMatch(word -> word == 0xFFFF), is(true));
        assertThat(entries.get(1).u16(7), is(77));
        assertThat(entries.get(0).u16(7), is(3));
    }
}
