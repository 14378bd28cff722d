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
package org.openhab.binding.selectronic.internal.laws;

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.history.HistoryReader;
import org.openhab.binding.selectronic.internal.history.HistoryState;
import org.openhab.binding.selectronic.internal.history.Point;
import org.openhab.binding.selectronic.internal.history.SeriesBook;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.log.DetailedLog;
import org.openhab.binding.selectronic.internal.splink.log.LogUnit;
import org.openhab.binding.selectronic.internal.splink.log.LogUnits;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.log.DetailedRecord;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * A simulated unit whose detailed log is fed to series, with a line that may break after so many reads, an openHAB that
 * may be restarted, and beside it what the unit has written.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class RecordedHouse extends SeriesBook implements HistorySource {
    static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final Unit UNIT = new Unit("240001", Identity.NONE);

    final SimulatedUnit unit;
    /** Everything that the unit has written whole, oldest first. */
    final List<DetailedRecord> written = new ArrayList<>();
    private final ThingStorage kept = new ThingStorage(new FakeStorage());
    private final VirtualTime time = new VirtualTime();
    private final LogUnit known;
    private DetailedLog log;
    private HistoryReader feed;
    private int readsLeft = Integer.MAX_VALUE;

    RecordedHouse(PlantSettings settings, LogSettings logs) {
        unit = SimulatedUnit.withPast(settings, Duration.ofHours(2), UnitIdentity.b(0), Scenario.SUNNY_DAY, logs);
        known = LogUnits.unit(Plants.setup(unit), Plants.ZONE);
        log = new DetailedLog(LogUnits.memory(this::words, () -> known));
        feed = newReader();
        take();
    }

    private Words words(WordRange range) throws SourceException {
        if (readsLeft-- <= 0) {
            throw new SourceException(Problem.LINK_CUT, "line");
        }
        return Plants.read(unit, range);
    }

    private HistoryReader newReader() {
        return new HistoryReader(this,
                new HistoryReader.Settings("log", false, Duration.ofMinutes(1), Instant.EPOCH, () -> Plants.ZONE), time,
                time.clock(), time.clock(), kept, this);
    }

    /** Lets the unit run, an hour at a time, so that no record is overwritten before it was seen here. */
    void pass(Duration duration) {
        Duration left = duration;
        while (!left.isZero()) {
            Duration step = left.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : left;
            unit.change(plant -> plant.advance(step));
            left = left.minus(step);
            take();
        }
    }

    private void take() {
        for (DetailedRecord each : unit.logs().intervals()) {
            if (written.isEmpty() || each.end().isAfter(written.get(written.size() - 1).end())) {
                written.add(each);
            }
        }
    }

    /** Looks for something new, as after a poll. The line breaks after so many reads. */
    void look(int reads) {
        readsLeft = reads;
        time.pass(Duration.ofMinutes(2));
        feed.follow(UNIT);
        time.settle();
    }

    /** Looks until the line has held through to the end. */
    void lookToTheEnd() {
        look(Integer.MAX_VALUE);
    }

    void restart() {
        feed.stop();
        log = new DetailedLog(LogUnits.memory(this::words, () -> known));
        feed = newReader();
    }

    List<Instant> times(Quantity quantity) {
        return sent.getOrDefault(quantity, List.of()).stream().map(Point::time).toList();
    }

    /** Where a record of the unit stands by the unit's own clock. */
    static Instant start(DetailedRecord record) {
        return record.unitTime().atZone(Plants.ZONE).toInstant().minus(INTERVAL);
    }

    @Override
    public CompletableFuture<HistoryPortion> history(Unit asked, HistoryPosition after) {
        return CompletableFuture.completedFuture(after).thenApply(position -> Futures.done(() -> {
            try {
                return log.readAfter(position);
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts", e);
            }
        }));
    }

    @Override
    public Set<Quantity> wanted() {
        return Set.of(HISTORY_LOAD_POWER, HISTORY_LOAD_ENERGY, HISTORY_STATE_OF_CHARGE);
    }

    @Override
    public void state(HistoryState newEvents) {
        // of no interest to a law
    }
}
