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
package org.openhab.binding.selectronic.internal.splink;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.client.SpLinkClient;
import org.openhab.binding.selectronic.internal.splink.log.DetailedLog;
import org.openhab.binding.selectronic.internal.splink.log.EventLogs;
import org.openhab.binding.selectronic.internal.splink.log.LogBook;
import org.openhab.binding.selectronic.internal.splink.log.LogKind;
import org.openhab.binding.selectronic.internal.splink.log.LogUnit;
import org.openhab.binding.selectronic.internal.splink.memory.LineCost;
import org.openhab.binding.selectronic.internal.splink.memory.LiveDecoder;
import org.openhab.binding.selectronic.internal.splink.memory.LivePlan;
import org.openhab.binding.selectronic.internal.splink.memory.RangePlanner;
import org.openhab.binding.selectronic.internal.splink.memory.UnitClock;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.memory.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * One unit's memory, read again and again: its setup once, the whole live picture every few polls, the few words that
 * move fast in between. Each sample is whole: what the fast words do not tell is as the last whole picture told it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class UnitSession implements AutoCloseable {
    /** The unit's clock drifts by seconds in a week: once in so many whole pictures is often enough. */
    private static final int FULL_READS_PER_CLOCK_READ = 20;

    private static final int MOST_RESTARTS = 3;

    private static final Duration LONGEST_FRAME = Duration.ofSeconds(1);

    private final SpLinkClient client;
    /** A reading of live values waits for one frame of the log at most, and the log for the reading. */
    private final ReentrantLock turn = new ReentrantLock(true);
    private final RangePlanner planner;
    private final NativeAccess access;
    private final Way way;
    private volatile boolean closed;
    private volatile @Nullable Unit unit;
    private Map<Quantity, Value> picture = Map.of();
    private int polls;
    private int fullReads;
    private int logIns;
    private @Nullable Duration clockOffset;

    /** What is known of the unit from its setup. */
    private record Unit(UnitSetup setup, LivePlan plan, LiveDecoder decoder, DetailedLog detailed) {
    }

    /**
     * @param client words of the unit; closed with the session
     * @param cost what reads cost on its line
     * @param access what else it takes
     * @param way the way that the unit is reached
     */
    UnitSession(SpLinkClient client, LineCost cost, NativeAccess access, Way way) {
        this.client = client;
        this.planner = new RangePlanner(cost);
        this.access = access;
        this.way = way;
    }

    /** @return what the unit has told about itself, empty before it was asked */
    Optional<Identity> identity() {
        Unit known = unit;
        return known == null ? Optional.empty() : Optional.of(known.setup.identity());
    }

    /** Reads what the unit is; later reads follow from it. */
    Identity identify() throws SourceException, InterruptedException {
        UnitSetup setup = UnitSetup.of(read(planner.plan(UnitSetup.WANTED)));
        unit = new Unit(setup, LivePlan.of(setup, planner, LogKind.followed()), new LiveDecoder(setup),
                new DetailedLog(this::readInTurn, LogUnit.of(setup, access.zone().get())));
        polls = 0;
        fullReads = 0;
        logIns = client.logIns();
        return setup.identity();
    }

    /** Reads the live values. */
    Sample sample(EventLogs events) throws SourceException, InterruptedException {
        turn.lockInterruptibly();
        try {
            return readSample(events);
        } finally {
            turn.unlock();
        }
    }

    /** Reads on in the detailed log, a frame at a time. */
    HistoryPortion history(HistoryPosition after) throws SourceException, InterruptedException {
        return knownInTurn().detailed.readAfter(after);
    }

    /** Opens a log at its end, a frame at a time. */
    Excerpt newest(Log log, int count) throws SourceException, InterruptedException {
        return new LogBook(this::readInTurn, LogUnit.of(knownInTurn().setup, access.zone().get()))
                .newest(LogKind.of(log), count);
    }

    private Unit knownInTurn() throws SourceException, InterruptedException {
        turn.lockInterruptibly();
        try {
            return known();
        } finally {
            turn.unlock();
        }
    }

    private Words readInTurn(WordRange range) throws SourceException, InterruptedException {
        turn.lockInterruptibly();
        try {
            if (closed) {
                throw new SourceException(Problem.LINK_CUT, way.name());
            }
            return client.read(range.address(), range.words());
        } finally {
            turn.unlock();
        }
    }

    private Sample readSample(EventLogs events) throws SourceException, InterruptedException {
        Instant begin = access.steady().instant();
        Unit known = known();
        boolean full = polls % access.pollsPerFullRead() == 0 || picture.isEmpty();
        List<Words> words = read(full ? known.plan.full() : known.plan.fast());
        for (int tries = 0; tries < MOST_RESTARTS && client.logIns() != logIns; tries++) {
            // a unit that has started again may count in other steps, which the fast words alone do not tell
            logIns = client.logIns();
            full = true;
            words = read(known.plan.full());
        }
        if (known.setup.isContradictedBy(words)) {
            // another unit, or one that was set up anew: nothing that was known holds any more
            identify();
            known = known();
            full = true;
            words = read(known.plan.full());
        }
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        if (!full) {
            values.putAll(picture);
        }
        values.putAll(known.decoder.decode(words));
        List<UnitEvent> happened = List.of();
        if (full) {
            readClock();
            picture = new EnumMap<>(values);
            happened = events.readNew(known.setup, words, this::readInTurn, access.zone().get(), unitTime());
        }
        Duration offset = clockOffset;
        values.put(Quantity.CONNECTION_CLOCK_OFFSET,
                offset == null ? Value.UNKNOWN : Value.of((double) offset.toSeconds()));
        polls++;
        Instant now = access.wall().instant().truncatedTo(ChronoUnit.MILLIS);
        return new Sample(way, now, now, Duration.between(begin, access.steady().instant()), values,
                happened);
    }

    private Unit known() throws SourceException, InterruptedException {
        Unit known = unit;
        if (known == null) {
            identify();
            known = java.util.Objects.requireNonNull(unit);
        }
        return known;
    }

    private void readClock() throws SourceException, InterruptedException {
        if (fullReads++ % FULL_READS_PER_CLOCK_READ == 0) {
            Words words = client.read(UnitClock.RANGE.address(), UnitClock.RANGE.words());
            clockOffset = UnitClock.time(words)
                    .map(time -> UnitClock.offset(time, access.wall().instant(), access.zone().get()))
                    .orElse(null);
        }
    }

    /** What time it is by the unit's clock. */
    private Instant unitTime() {
        Duration offset = clockOffset;
        Instant now = access.wall().instant();
        return offset == null ? now : now.plus(offset);
    }

    private List<Words> read(List<WordRange> ranges) throws SourceException, InterruptedException {
        List<Words> words = new ArrayList<>(ranges.size());
        for (WordRange range : ranges) {
            words.add(client.read(range.address(), range.words()));
        }
        return words;
    }

    /** Who is shown all words that are read from now on. */
    void listen(Consumer<Words> listener) {
        client.listen(listener);
    }

    /** What the unit is will be read anew with the next values. */
    void forget() {
        unit = null;
    }

    /** Says good-bye, as soon as a frame of the log that is under way has come; may take two seconds. */
    @Override
    public void close() {
        closed = true;
        boolean mine = false;
        try {
            mine = turn.tryLock(LONGEST_FRAME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            client.close();
        } finally {
            if (mine) {
                turn.unlock();
            }
        }
    }
}
