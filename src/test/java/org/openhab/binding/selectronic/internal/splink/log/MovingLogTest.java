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
package org.openhab.binding.selectronic.internal.splink.log;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPortion.Lost;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.log.LogRing;
import org.openhab.binding.selectronic.simulator.log.RingLayout;

/**
 * A unit that goes on writing while its log is read, at each moment: the law is that of any interval behind the
 * position is reported once, or reported as lost, and that nothing is called lost that is still there. The
 * ring in flash is the simulator's. As a real one it has a sector more than its header counts, and erases a sector as a
 * whole: here at most the first sector that was counted is erased within one reading, which a real unit would need a
 * week for.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class MovingLogTest {
    private static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final ZoneId ZONE = ZoneOffset.UTC;
    /** So that the midnight comes within what the ring holds. */
    private static final Instant START = Instant.parse("2026-01-19T21:00:00Z");
    private static final int SECTORS = 4;
    private static final int IN_A_SECTOR = 6;
    /** Records that were reported before. */
    private static final int KNOWN = 2;
    private static final ScaleFactors SCALES = new ScaleFactors(5300, 2200, 1050, 12_000, 530);
    private static final org.openhab.binding.selectronic.simulator.log.LogKind KIND = org.openhab.binding.selectronic.simulator.log.LogKind.DETAILED;

    private LogRing ring = new LogRing(KIND, KIND.layout());
    private int written;
    private int reads;
    private int moveAt;
    private int moveBy;

    /** A new log with so many records in it. */
    private void write(int records, int slack) {
        RingLayout layout = KIND.layout().withSectors(SECTORS, KIND.recordWords() * IN_A_SECTOR + slack, SECTORS - 1);
        ring = new LogRing(KIND, layout);
        written = 0;
        reads = 0;
        moveAt = -1;
        more(records);
    }

    private static Instant end(int record) {
        return START.plus(INTERVAL.multipliedBy(record + 1L));
    }

    private void more(int records) {
        for (int n = 0; n < records; n++) {
            int[] words = new int[KIND.recordWords()];
            long seconds = Duration.between(Instant.parse("2001-01-01T00:00:00Z"), end(written)).toSeconds();
            words[0] = (int) (seconds & 0xFFFF);
            words[1] = (int) (seconds >>> 16);
            words[33] = written;
            System.arraycopy(new int[] { 5300, 2200, 1050, 12_000, 530 }, 0, words, 39, 5);
            ring.write(words);
            written++;
        }
    }

    private Words read(org.openhab.binding.selectronic.internal.splink.wire.WordRange range) {
        if (reads++ == moveAt) {
            more(moveBy);
        }
        int[] words = new int[range.words()];
        int[] header = ring.header();
        for (int n = 0; n < words.length; n++) {
            int address = range.address() + n;
            int inHeader = address - KIND.header();
            if (inHeader >= 0 && inHeader < header.length) {
                words[n] = header[inHeader];
            } else {
                words[n] = ring.holds(address) ? ring.word(address) : 0;
            }
        }
        return new Words(range.address(), words);
    }

    private DetailedLog log() {
        return new DetailedLog(LogUnits.memory(this::read, () -> LogUnits.of(SCALES, 1, 0, INTERVAL, 3, 3, 5, ZONE)));
    }

    /** What is reported from a position on, until nothing is left. */
    private HistoryPosition follow(DetailedLog log, HistoryPosition from, List<HistoryRecord> reported, List<Lost> lost)
            throws SourceException, InterruptedException {
        HistoryPosition position = from;
        for (int portions = 0; portions < 100; portions++) {
            HistoryPortion portion = log.readAfter(position);
            reported.addAll(portion.records());
            portion.lost().ifPresent(lost::add);
            position = portion.position();
            if (portion.left() == 0) {
                return position;
            }
        }
        throw new AssertionError("it does not come to an end");
    }

    private void assertLaw(String what, HistoryPosition from, List<HistoryRecord> reported, List<Lost> lost) {
        Instant reached = from.time();
        for (HistoryRecord record : reported) {
            if (!record.start().equals(reached)) {
                assertThat(what + ": neither reported nor lost", lost, hasItem(new Lost(reached, record.start())));
            }
            assertThat(what + ": twice, or out of order", record.start(), is(greaterThanOrEqualTo(reached)));
            reached = record.end();
        }
        assertThat(what + ": up to the newest", reached, is(end(written - 1)));
        Instant oldest = end(written - ring.count()).minus(INTERVAL);
        for (Lost gap : lost) {
            assertThat(what + ": called lost, but still there", gap.to(), is(lessThanOrEqualTo(oldest)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 7 })
    void eachIntervalIsReportedOnceOrNamed(int slack) throws SourceException, InterruptedException {
        for (boolean marked : new boolean[] { true, false }) {
            for (int by = 0; by <= IN_A_SECTOR + 1; by++) {
                for (int at = 0; at < 16; at++) {
                    write(KNOWN, slack);
                    HistoryPosition known = follow(log(), HistoryPosition.BEGINNING, new ArrayList<>(),
                            new ArrayList<>());
                    HistoryPosition from = marked ? known : HistoryPosition.at(known.time());
                    more((SECTORS - 1) * IN_A_SECTOR - KNOWN);
                    reads = 0;
                    moveAt = at;
                    moveBy = by;
                    List<HistoryRecord> reported = new ArrayList<>();
                    List<Lost> lost = new ArrayList<>();
                    DetailedLog log = log();
                    HistoryPosition position = follow(log, from, reported, lost);
                    moveAt = -1;
                    follow(log, position, reported, lost);
                    assertLaw(by + " records at read " + at + ", marked " + marked, from, reported, lost);
                }
            }
        }
    }

    /** openHAB is away for any time, and comes back with what it has noted. */
    @ParameterizedTest
    @ValueSource(ints = { 0, 7 })
    void anyAbsenceIsFilledOrNamed(int slack) throws SourceException, InterruptedException {
        for (int before : new int[] { 1, 5, 6, 7, 17, 18, 19, 23, 24, 25, 40 }) {
            for (int away = 0; away < 3 * SECTORS * IN_A_SECTOR; away++) {
                write(before, slack);
                HistoryPosition known = follow(log(), HistoryPosition.BEGINNING, new ArrayList<>(), new ArrayList<>());
                assertThat(known.time(), is(end(written - 1)));
                more(away);
                for (HistoryPosition from : List.of(known, HistoryPosition.parse(known.toString()),
                        HistoryPosition.at(known.time()))) {
                    List<HistoryRecord> reported = new ArrayList<>();
                    List<Lost> lost = new ArrayList<>();
                    follow(log(), from, reported, lost);
                    assertLaw(away + " records after " + before, from, reported, lost);
                    assertThat("all that is still there", reported, hasSize(Math.min(away, ring.count())));
                }
            }
        }
    }
}
