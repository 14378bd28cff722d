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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.NewEvents;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.RegisterValue;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.SerialNumber;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;
import org.openhab.binding.selectronic.internal.source.LogSource.Extract;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.LogSource.Sheet;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.RegisterSource.Row;
import org.openhab.binding.selectronic.internal.source.Remark;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Settings;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.SpLinkSource.Work;
import org.openhab.binding.selectronic.internal.splink.client.SpLinkClient;
import org.openhab.binding.selectronic.internal.splink.log.DailyLog;
import org.openhab.binding.selectronic.internal.splink.log.DetailedLog;
import org.openhab.binding.selectronic.internal.splink.log.EventLogs;
import org.openhab.binding.selectronic.internal.splink.log.LogBrowser;
import org.openhab.binding.selectronic.internal.splink.log.LogKind;
import org.openhab.binding.selectronic.internal.splink.log.LogMemory;
import org.openhab.binding.selectronic.internal.splink.log.LogSheet;
import org.openhab.binding.selectronic.internal.splink.log.UnitZone;
import org.openhab.binding.selectronic.internal.splink.memory.LiveDecoder;
import org.openhab.binding.selectronic.internal.splink.memory.LivePlan;
import org.openhab.binding.selectronic.internal.splink.memory.RangePlanner;
import org.openhab.binding.selectronic.internal.splink.memory.ReadCost;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;
import org.openhab.binding.selectronic.internal.splink.memory.UnitClock;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSettings;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the memory of one unit: its setup once per connection and login, all live values with each poll.
 * <p>
 * The values of a sample belong together: they are read in immediate succession, including the serial number, and read
 * again from the start if the connection or the login was lost in between. Live values, events and logs are returned
 * only if the requested unit has answered.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class UnitSession implements AutoCloseable {
    /**
     * Interval between reads of the unit's clock, which drifts by seconds in a week, and of what its shunts measure.
     */
    private static final Duration SETTINGS_LAST = Duration.ofMinutes(10);
    /** Number of attempts to read a complete sample before the connection counts as unusable. */
    private static final int MOST_READINGS = 3;
    /**
     * A read with lost answers that took at least this long is repeated, because the words read first are too old by
     * then.
     */
    private static final Duration LONGEST_DISTURBANCE = Duration.ofSeconds(2);
    /** How long {@link #close()} waits for a running request, so that it can log out. */
    private static final Duration LONGEST_FRAME = Duration.ofSeconds(1);

    private static final WordRange SERIAL_NUMBER = Registers.named("SERIAL_NUMBER").range();

    private final Logger logger = LoggerFactory.getLogger(UnitSession.class);
    private final SpLinkClient client;
    /**
     * Serialises reads frame by frame: live values wait for one frame of the log at most. The log waits for all live
     * values.
     */
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Provider<ReadCost> cost;
    private final NativeAccess access;
    private final ConnectionType connectionType;
    private volatile boolean closed;
    private volatile @Nullable Known known;
    private volatile @Nullable Instant settingsRead;
    private @Nullable Duration clockOffset;

    /** Facts about the unit while the client's session is the same. */
    private record Known(int session, UnitSetup setup, UnitZone zone, List<WordRange> reads, LiveDecoder decoder,
            LogMemory logs, DetailedLog detailed, DailyLog daily, RegisterReader registers) {
    }

    /** Words that were read together, and the time of the last one. */
    private record Reading(Known unit, List<Words> words, Instant time) {
    }

    /**
     * @param client reads words of the unit; closed with the session
     * @param cost provides the cost of reads on its connection, once that is open
     * @param access everything else that is needed
     * @param connectionType the connection type
     */
    UnitSession(SpLinkClient client, Provider<ReadCost> cost, NativeAccess access, ConnectionType connectionType) {
        this.client = client;
        this.cost = cost;
        this.access = access;
        this.connectionType = connectionType;
    }

    /** @return the identity reported by the unit, empty before it was read */
    Optional<Identity> identity() {
        Known unit = known;
        return unit == null ? Optional.empty() : Optional.of(unit.setup.identity());
    }

    /** @return hints for the owner about the clock of the unit, its daily log and the cost of its registers */
    Stream<Remark> remarks() {
        Known unit = known;
        return unit == null ? Stream.empty()
                : Stream.of(unit.zone.remark(), unit.daily.remark(String.valueOf(unit.setup.identity().serialNumber())),
                        unit.registers.remark()).flatMap(Optional::stream);
    }

    /** Reads the identity of the unit. */
    Identity identify() throws SourceException, InterruptedException {
        return inTurn(this::readSetup).setup.identity();
    }

    /**
     * Reads the live values.
     *
     * @throws SourceException with {@link Problem#OTHER_UNIT} if another unit has answered
     */
    Sample sample(Unit wanted, EventLogs events) throws SourceException, InterruptedException {
        return inTurn(() -> readSample(wanted, events));
    }

    /** Reads the next portion of the detailed or the daily log, one frame at a time. */
    HistoryPortion history(Unit wanted, HistoryPosition after) throws SourceException, InterruptedException {
        Known unit = inTurn(this::known);
        HistoryPortion portion = after.log() == Log.DAYS ? unit.daily.readAfter(after) : unit.detailed.readAfter(after);
        verify(wanted);
        return portion;
    }

    /** Reads the newest records of a log, one frame at a time. */
    Excerpt newest(Unit wanted, Log log, int count) throws SourceException, InterruptedException {
        Excerpt excerpt = LogBrowser.newest(inTurn(this::known).logs, LogKind.of(log), count);
        verify(wanted);
        return excerpt;
    }

    /** Reads a log, one frame at a time. */
    void export(Unit wanted, Extract extract, Sheet sheet) throws SourceException, InterruptedException {
        Known unit = inTurn(this::known);
        verify(wanted);
        LogSheet.read(unit.zone.memory(unit.setup, range -> {
            Words words = readInTurn(range);
            if (client.session() != unit.session) {
                verify(wanted);
            }
            return words;
        }), extract, sheet);
    }

    /** Reads the settings, one frame at a time. */
    Settings settings(Unit wanted, @Nullable String before) throws SourceException, InterruptedException {
        UnitSetup setup = inTurn(this::known).setup;
        List<Words> words = new ArrayList<>();
        for (WordRange range : UnitSettings.RANGES) {
            try {
                words.add(readInTurn(range));
            } catch (SourceException e) {
                if (e.problem() != Problem.NO_WORDS) {
                    throw e;
                }
                logger.debug("no settings in {}", range, e);
            }
        }
        verify(wanted);
        return UnitSettings.of(words, setup, before);
    }

    private <T> T inTurn(Work<T> work) throws SourceException, InterruptedException {
        turn.lockInterruptibly();
        try {
            return work.done();
        } finally {
            turn.unlock();
        }
    }

    private Words readInTurn(WordRange range) throws SourceException, InterruptedException {
        return inTurn(() -> {
            if (closed) {
                throw new SourceException(Problem.LINK_CUT, client.name());
            }
            return client.read(range);
        });
    }

    /** Fails if the connected unit is not the wanted one. */
    private void verify(Unit wanted) throws SourceException, InterruptedException {
        verify(wanted, List.of(readInTurn(SERIAL_NUMBER)));
    }

    private void verify(Unit wanted, List<Words> words) throws SourceException {
        @Nullable
        String asked = SerialNumber.normal(wanted.identity().serialNumber());
        @Nullable
        String answered = SerialNumber.normal(UnitSetup.serialNumber(words));
        if (!Objects.equals(asked, answered)) {
            forget();
            throw new SourceException(Problem.OTHER_UNIT, wanted.name(), answered == null ? "?" : answered);
        }
    }

    private Sample readSample(Unit wanted, EventLogs events) throws SourceException, InterruptedException {
        Instant begin = access.steady().instant();
        readSettings();
        Reading reading = readTogether(wanted);
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        values.putAll(reading.unit.decoder.decode(reading.words));
        Duration offset = clockOffset;
        values.put(Quantity.CONNECTION_CLOCK_OFFSET,
                offset == null ? Value.UNKNOWN : Value.of((double) offset.toSeconds()));
        Map<String, RegisterValue> registers = readRegisters(wanted, reading);
        Map<String, NewEvents> newEvents = readEvents(wanted, reading, events, access.readers().of(wanted));
        return new Sample(connectionType, reading.time, reading.time,
                Duration.between(begin, access.steady().instant()), values, List.of(), events.followsAlerts(),
                newEvents, registers);
    }

    private Reading readTogether(Unit wanted) throws SourceException, InterruptedException {
        int connections = client.connections();
        for (int readings = 0; readings < MOST_READINGS; readings++) {
            Known unit = known();
            int failures = client.failures();
            Instant begin = access.steady().instant();
            List<Words> words = read(unit.reads);
            Duration took = Duration.between(begin, access.steady().instant());
            verify(wanted, words);
            if (client.session() != unit.session || unit.setup.isContradictedBy(words)) {
                // a new connection, login or setup in between: nothing is valid any more
                forget();
            } else if (client.failures() == failures || took.compareTo(LONGEST_DISTURBANCE) < 0) {
                return new Reading(unit, words, access.wall().instant().truncatedTo(ChronoUnit.MILLIS));
            }
        }
        throw unsteady(connections);
    }

    /** Returns why a read does not complete: the connection is cut repeatedly, or another program logs us out. */
    private SourceException unsteady(int connectionsBefore) {
        return new SourceException(
                client.connections() - connectionsBefore > 1 ? Problem.LINK_CUT : Problem.LINE_SHARED, client.name());
    }

    /** Reads the registers of channels. A failure does not prevent the live values from being published. */
    private Map<String, RegisterValue> readRegisters(Unit wanted, Reading reading) throws InterruptedException {
        try {
            Map<String, RegisterValue> registers = reading.unit.registers.read(access.readers().registers(wanted),
                    reading.words, access.steady().instant(), client::read);
            if (client.session() == reading.unit.session) {
                return registers;
            }
        } catch (SourceException e) {
            logger.debug("no registers of {}", wanted.name(), e);
        }
        return Map.of();
    }

    /** Reads any registers of the unit, one frame at a time. */
    List<Row> registers(Unit wanted, Set<String> names) throws SourceException, InterruptedException {
        Known unit = inTurn(this::known);
        List<Row> rows = unit.registers.rows(names, this::readInTurn);
        verify(wanted);
        return rows;
    }

    /**
     * Reads new events. A failure does not prevent the live values from being published; events are read again with the
     * next sample.
     */
    private Map<String, NewEvents> readEvents(Unit wanted, Reading reading, EventLogs events,
            Map<String, TextStorage> readers) throws SourceException, InterruptedException {
        Map<String, NewEvents> newEvents = new HashMap<>();
        Map<WordRange, Words> frames = new HashMap<>();
        // the readers of a unit mostly need the same frames, so each frame is read once
        LogMemory logs = reading.unit.zone.memory(reading.unit.setup, range -> {
            Words words = frames.get(range);
            if (words == null) {
                words = readInTurn(range);
                verify(wanted);
                frames.put(range, words);
            }
            return words;
        });
        try {
            for (Map.Entry<String, TextStorage> reader : readers.entrySet()) {
                newEvents.put(reader.getKey(), events.readNew(reader.getValue(), reading.words, logs));
            }
        } catch (SourceException e) {
            if (e.problem() == Problem.OTHER_UNIT) {
                throw e;
            }
            logger.debug("no events of {}", wanted.name(), e);
        }
        return newEvents;
    }

    private Known known() throws SourceException, InterruptedException {
        Known unit = known;
        return unit != null && unit.session == client.connect() ? unit : readSetup();
    }

    private Known readSetup() throws SourceException, InterruptedException {
        int connections = client.connections();
        for (int readings = 0; readings < MOST_READINGS; readings++) {
            int session = client.connect();
            RangePlanner planner = new RangePlanner(cost.get());
            UnitSetup setup = UnitSetup.of(read(planner.plan(UnitSetup.WANTED)));
            if (session != client.session()) {
                // a new connection or login in between: fine if the unit is still the same
                session = client.session();
                if (!Objects.equals(UnitSetup.serialNumber(read(List.of(SERIAL_NUMBER))),
                        setup.identity().serialNumber())) {
                    continue;
                }
            }
            if (session == client.session()) {
                UnitZone zone = new UnitZone(access.memory(), String.valueOf(setup.identity().serialNumber()),
                        access.zone(), access.wall());
                LogMemory logs = zone.memory(setup, this::readInTurn);
                LiveDecoder decoder = new LiveDecoder(setup);
                Known unit = new Known(session, setup, zone, LivePlan.of(setup, planner, LogKind.followed()), decoder,
                        logs, new DetailedLog(logs), new DailyLog(logs),
                        new RegisterReader(setup, decoder, cost.get()));
                known = unit;
                settingsRead = null;
                return unit;
            }
        }
        throw unsteady(connections);
    }

    /**
     * Reads the clock before the live values, so that their serial number verifies which unit it belongs to, and reads
     * the setup again if the shunts measure something else now.
     */
    private void readSettings() throws SourceException, InterruptedException {
        Instant now = access.steady().instant();
        Instant before = settingsRead;
        if (before != null && Duration.between(before, now).compareTo(SETTINGS_LAST) < 0) {
            return;
        }
        if (known().setup.isContradictedBy(read(List.of(UnitSetup.SHUNTS)))) {
            readSetup();
        }
        clockOffset = null;
        settingsRead = now;
        try {
            clockOffset = UnitClock.time(client.read(UnitClock.RANGE))
                    .map(time -> UnitClock.offset(time, access.wall().instant(), access.zone().get())).orElse(null);
        } catch (SourceException e) {
            if (e.problem() != Problem.NO_WORDS) {
                throw e;
            }
            logger.debug("no clock", e);
        }
    }

    private List<Words> read(List<WordRange> ranges) throws SourceException, InterruptedException {
        List<Words> words = new ArrayList<>(ranges.size());
        for (WordRange range : ranges) {
            words.add(client.read(range));
        }
        return words;
    }

    /** Sets the listener for all words that are read from now on. */
    void listen(Consumer<Words> listener) {
        client.listen(listener);
    }

    /** Reads the setup of the unit again with the next sample. */
    void forget() {
        known = null;
        settingsRead = null;
    }

    /**
     * Logs out after the running frame and closes the connection; a longer request and an attempt to connect are
     * aborted. Returns when the connection is closed, after some seconds at most.
     */
    @Override
    public void close() {
        closed = true;
        boolean mine = false;
        try {
            mine = client.isConnected() && turn.tryLock(LONGEST_FRAME.toMillis(), TimeUnit.MILLISECONDS);
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
