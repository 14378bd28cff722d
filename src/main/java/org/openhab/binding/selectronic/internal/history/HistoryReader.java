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
package org.openhab.binding.selectronic.internal.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.history.HistoryCursors.Taken;
import org.openhab.binding.selectronic.internal.history.HistoryState.Phase;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.SerialNumber;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the logs and sends them to time series: portion by portion until everything is read, then at intervals for new
 * data. A log of days is read first, as it is short. Driven by live polling, so that no log is requested while the unit
 * is unreachable. An interrupted read continues where it stopped.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class HistoryReader {
    /** A day is recorded at its end, and the records of its intervals a little later. */
    private static final Duration NEXT_DAY = Duration.ofHours(25);

    private final Logger logger = LoggerFactory.getLogger(HistoryReader.class);
    private final HistorySource source;
    private final Settings settings;
    private final Executor executor;
    private final Clock steady;
    private final Clock wall;
    private final TextStorage memory;
    private final Outlet outlet;
    private final HistoryPace pace;

    private @Nullable Logs logs;
    private String unitKey = "";
    private volatile HistoryGaps gaps;
    private Instant nextLook;
    private boolean underWay;
    private volatile @Nullable Refill refill;
    private volatile Instant upTo;
    private volatile boolean mistakeLogged;
    private volatile boolean stopped;

    /** Receives points and the progress of reading. */
    public interface Outlet {
        /** @return the quantities to read */
        Set<Quantity> wanted();

        /**
         * @param quantity a quantity
         * @param points its recorded values, oldest first, at least one
         */
        void series(Quantity quantity, List<Point> points);

        /** @return after which records are wanted besides the series, empty if none are */
        Optional<HistoryPosition> recordsAfter();

        /** @param portion a portion that was read while records were wanted; it may begin earlier or later */
        void records(HistoryPortion portion);

        /** @param state the progress of reading */
        void state(HistoryState state);
    }

    /**
     * @param logKind the kind of log; each kind of log of a unit has its own positions
     * @param ofDays whether there is a log of days, which the energies of days are read from
     * @param interval the time between checks for new data
     * @param beginning where reading begins for a quantity that was never sent
     * @param zone the time zone of the hours and days by which energies are summed
     */
    public record Settings(String logKind, boolean ofDays, Duration interval, Instant beginning,
            Provider<ZoneId> zone) {
    }

    /** The positions in both logs. */
    private final class Logs {
        final HistoryCursors days, intervals;
        volatile boolean daysRead;

        Logs(TextStorage memory, String unit, Instant firstDay, Instant beginning) {
            days = new HistoryCursors(memory, unit, HistoryPosition.ofDays(firstDay), settings.zone());
            intervals = new HistoryCursors(memory, unit, HistoryPosition.at(beginning), settings.zone());
        }

        /** Whether there may be a day that was not read. */
        boolean isDayDue(Set<Quantity> wanted) {
            return !daysRead && !wanted.isEmpty()
                    && !days.earliest(wanted, Optional.empty()).time().plus(NEXT_DAY).isAfter(wall.instant());
        }
    }

    /** A part of the logs that is sent again on request: its end, and its own positions. */
    private record Refill(Instant to, Logs logs) {
    }

    /**
     * @param source reads the log
     * @param settings how to read it
     * @param executor processes the portions
     * @param steady a monotonic clock
     * @param wall the time of day, used to estimate when reading completes and to know when a day is over
     * @param memory stores positions across restarts
     * @param outlet receives the result
     */
    public HistoryReader(HistorySource source, Settings settings, Executor executor, Clock steady, Clock wall,
            TextStorage memory, Outlet outlet) {
        this.source = source;
        this.settings = settings;
        this.executor = executor;
        this.steady = steady;
        this.wall = wall;
        this.memory = memory;
        this.outlet = outlet;
        this.pace = new HistoryPace(steady, wall);
        this.nextLook = steady.instant();
        this.upTo = settings.beginning;
        this.gaps = new HistoryGaps(memory, unitKey);
    }

    /**
     * Checks for new data if the interval has passed. Call this after each successful read of the unit.
     *
     * @param unit the unit whose log to read
     */
    public void follow(Unit unit) {
        if (begin()) {
            read(unit);
        }
    }

    private synchronized boolean begin() {
        boolean begins = !stopped && !underWay && !steady.instant().isBefore(nextLook);
        underWay |= begins;
        return begins;
    }

    /** Checks again after the next poll, because more quantities are wanted. */
    public synchronized void wake() {
        nextLook = steady.instant();
    }

    /**
     * Sends a part of the log again, before anything else.
     *
     * @param from the start of the part
     * @param to the end of the part
     */
    public synchronized void refill(Instant from, Instant to) {
        refill = new Refill(to, new Logs(new Forgetful(), unitKey, from, from));
        wake();
    }

    /** Stops reading; the rest is read after the next start. */
    public void stop() {
        stopped = true;
    }

    private synchronized Logs logsOf(Unit unit) {
        @Nullable
        String serialNumber = SerialNumber.normal(unit.id());
        String key = settings.logKind() + " " + (serialNumber == null ? unit.id() : serialNumber);
        Logs known = logs;
        if (known == null || !key.equals(unitKey)) {
            unitKey = key;
            known = new Logs(memory, key, Instant.EPOCH, settings.beginning());
            gaps = new HistoryGaps(memory, key);
            logs = known;
        }
        return known;
    }

    /**
     * Reads the next portion. Any exception counts as a failure of this read, also one thrown before the request is
     * sent.
     */
    private void read(Unit unit) {
        CompletableFuture.completedFuture(unit).thenCompose(this::readNext).exceptionally(failure -> {
            broken(Futures.cause(failure));
            return null;
        });
    }

    private CompletableFuture<@Nullable Void> readNext(Unit unit) {
        Logs own = logsOf(unit);
        Refill refill = this.refill;
        Logs logs = refill == null ? own : refill.logs;
        Set<Quantity> all = outlet.wanted();
        Set<Quantity> ofDays = of(true, all);
        Set<Quantity> ofIntervals = of(false, all);
        boolean days = logs.isDayDue(ofDays);
        Set<Quantity> wanted = days ? ofDays : ofIntervals;
        Optional<HistoryPosition> records = days || refill != null ? Optional.empty() : outlet.recordsAfter();
        if (wanted.isEmpty() && refill != null) {
            endRefill(refill);
            return readNext(unit);
        }
        if (wanted.isEmpty() && records.isEmpty()) {
            rest(settings.interval());
            return CompletableFuture.completedFuture(null);
        }
        // the progress of a part that is sent again is not reported, and that of days only if there are no intervals
        boolean isReported = refill == null && !wanted.isEmpty() && (!days || ofIntervals.isEmpty());
        upTo = (ofIntervals.isEmpty() && !ofDays.isEmpty() ? own.days.earliest(ofDays, Optional.empty())
                : own.intervals.earliest(ofIntervals, records)).time();
        // one read serves all: it begins at the earliest of their positions
        HistoryCursors cursors = days ? logs.days : logs.intervals;
        HistoryPosition after = cursors.earliest(wanted, records);
        return source.history(unit, after).thenAcceptAsync(portion -> {
            if (stopped) {
                rest(settings.interval());
                return;
            }
            if (records.isPresent()) {
                outlet.records(portion);
            }
            take(cursors, refill, wanted, after, portion);
            boolean more = portion.left() > 0 && !portion.position().equals(after);
            if (isReported) {
                pace.add(portion.records().size(), portion.left());
                report(portion.left() > 0 ? Phase.READING : cursors.isEmpty(wanted) ? Phase.EMPTY : Phase.COMPLETE,
                        portion.position().time(), Optional.empty());
            }
            if (refill != null && portion.position().time().isAfter(refill.to)) {
                more = false;
            }
            if (!more && days) {
                logs.daysRead = true;
            } else if (!more && refill != null) {
                endRefill(refill);
            } else if (!more) {
                rest(settings.interval());
                return;
            }
            read(unit);
        }, executor);
    }

    /** Returns the wanted quantities that are read from the log of days, or those that are read from the other. */
    private Set<Quantity> of(boolean days, Set<Quantity> wanted) {
        Set<Quantity> read = EnumSet.noneOf(Quantity.class);
        wanted.stream()
                .filter(quantity -> days == (settings.ofDays() && quantity.form() == ChannelForm.HISTORY_DAILY_ENERGY))
                .forEach(read::add);
        return read;
    }

    /** Passes a portion on. */
    private void take(HistoryCursors cursors, @Nullable Refill refill, Set<Quantity> wanted, HistoryPosition after,
            HistoryPortion portion) {
        if (refill == null) {
            portion.lost().ifPresent(gone -> cursors.lost(wanted, gone).forEach(gaps::add));
        }
        for (Quantity quantity : wanted) {
            Taken taken = cursors.take(quantity, after, portion);
            if (!taken.points().isEmpty()) {
                outlet.series(quantity, taken.points());
            }
            cursors.keep(quantity, taken);
        }
    }

    /** @return whether the log has a gap that the portal may fill */
    public boolean hasGap() {
        return gaps.open().isPresent();
    }

    /**
     * Fills the next day of a gap, so that a gap of months is no load. Call this after each successful read of the unit
     * on the portal.
     *
     * @param unit the unit on the portal
     * @param portal the history of the portal
     * @param retry the time to wait after a failure, or while the portal is not that far
     */
    public void fill(Unit unit, HistorySource portal, Duration retry) {
        HistoryGaps gaps = this.gaps;
        gaps.begin(steady.instant())
                .ifPresent(gap -> CompletableFuture.completedFuture(unit)
                        .thenCompose(known -> portal.history(known, HistoryPosition.at(gap.reached())))
                        .thenAcceptAsync(portion -> gaps.replace(gap, fill(gap, portion)), executor)
                        .whenComplete((done, failure) -> {
                            if (failure != null) {
                                logger.debug("A gap was not filled", reason(Futures.cause(failure)));
                            }
                            gaps.end(gap, steady.instant().plus(retry));
                        }));
    }

    /** Sends what the log lacks of a portion of the portal. Returns the rest of the gap. */
    private HistoryGap fill(HistoryGap gap, HistoryPortion portion) {
        Instant reached = portion.position().time();
        if (stopped || !reached.isAfter(gap.reached())) {
            return gap;
        }
        ZoneId zone = settings.zone().get();
        Map<Quantity, List<Point>> found = new EnumMap<>(Quantity.class);
        int filled = 0;
        for (HistoryRecord hour : portion.records()) {
            Set<Quantity> lacking = gap.lacking(hour, zone);
            filled += !lacking.isEmpty() && hour.values().keySet().containsAll(lacking) ? 1 : 0;
            lacking.retainAll(hour.values().keySet());
            lacking.forEach(
                    quantity -> Objects.requireNonNull(found.computeIfAbsent(quantity, any -> new ArrayList<>()))
                            .add(Point.of(quantity, hour, Objects.requireNonNull(hour.values().get(quantity)))));
        }
        found.forEach(outlet::series);
        return new HistoryGap(gap.from(), gap.to(), gap.quantities(), reached, gap.filled() + filled);
    }

    private synchronized void endRefill(Refill ended) {
        if (ended.equals(refill)) {
            refill = null;
        }
    }

    private void broken(Throwable failure) {
        SourceException reason = reason(failure);
        logger.debug("Recorded data was not read from {} on", upTo, reason);
        rest(settings.interval());
        if (refill == null) {
            pace.broken();
        }
        report(reason.problem() == Problem.OUR_MISTAKE ? Phase.FAILED : Phase.INTERRUPTED, upTo,
                reason.kind() == FailureKind.UNEXPECTED ? Optional.of(reason) : Optional.empty());
    }

    /** Returns why reading failed. */
    private SourceException reason(Throwable failure) {
        return failure instanceof SourceException known ? known : mistake(failure);
    }

    /** Logs a programming error once, with its stack trace: it must neither stop reading nor flood openHAB's log. */
    private SourceException mistake(Throwable failure) {
        if (!mistakeLogged) {
            mistakeLogged = true;
            logger.warn("Reading recorded data failed unexpectedly, please report this", failure);
        }
        return new SourceException(Problem.OUR_MISTAKE, failure, failure.getClass().getSimpleName());
    }

    private synchronized void rest(Duration time) {
        nextLook = steady.instant().plus(time);
        underWay = false;
        Logs own = logs;
        if (own != null) {
            own.daysRead = false;
        }
    }

    private void report(Phase phase, Instant upTo, Optional<SourceException> reason) {
        if (!stopped) {
            outlet.state(new HistoryState(phase, upTo, pace.percent(), pace.end(), gaps.last(), reason));
        }
    }

    /** @return the quantities that are read from a log */
    public static Set<Quantity> quantities() {
        Set<Quantity> all = EnumSet.allOf(Quantity.class);
        all.removeIf(quantity -> !"history".equals(quantity.group()));
        return all;
    }

    /** Storage that keeps nothing: the position of a part that is sent again must not survive a restart. */
    private static final class Forgetful implements TextStorage {
        @Override
        public @Nullable String get(String key) {
            return null;
        }

        @Override
        public void put(String key, String text) {
        }
    }
}
