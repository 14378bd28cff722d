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
package org.openhab.binding.selectronic.internal.handler;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog;
import org.openhab.binding.selectronic.internal.diagnostics.Recordings;
import org.openhab.binding.selectronic.internal.model.Notes;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.polling.IdleMonitor;
import org.openhab.binding.selectronic.internal.polling.OutageMonitor;
import org.openhab.binding.selectronic.internal.polling.Poller;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.LogSource;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.binding.BaseBridgeHandler;
import org.openhab.core.types.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all ways to an inverter have in common: polling, the bridge's status, and who is told about it. Inverters see of
 * it that they can subscribe, discovery that it can listen.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public abstract class SourceBridgeHandler extends BaseBridgeHandler {
    /** How often it is looked for a request that does not end. */
    private static final Duration REQUEST_CHECKED_EVERY = Duration.ofSeconds(10);
    /** The next configuration connects after this time even if the connection before it never ends. */
    private static final Duration LONGEST_DISCONNECT = Duration.ofSeconds(15);

    private final Logger logger = LoggerFactory.getLogger(SourceBridgeHandler.class);
    private final Timing timing;
    private final ContactLog contact;
    // inverters stay subscribed while a changed configuration re-initialises this handler
    private final Set<Poller.Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private volatile @Nullable UnitsListener listener;
    private volatile @Nullable Polling polling;
    private volatile @Nullable Recordings recordings;
    private volatile List<Unit> units = List.of();
    private volatile boolean nobodyListed;
    private volatile @Nullable SourceException conflict;
    private CompletableFuture<Void> disconnected = CompletableFuture.completedFuture(null);

    /** Who wants to know which inverters there are. */
    public interface UnitsListener {
        /** @param units the units that the bridge reaches */
        void unitsFound(List<Unit> units);
    }

    /**
     * @param bridge the thing
     * @param timing what is waited with
     */
    protected SourceBridgeHandler(Bridge bridge, Timing timing) {
        super(bridge);
        this.timing = timing;
        this.contact = new ContactLog(timing.clock());
    }

    /**
     * Begins to poll, as soon as the connection of the configuration before this one is free; to be called by
     * {@code initialize()} of a connection with a good configuration.
     *
     * @param source what is polled; it is disconnected at the end
     * @param pace how often, and how long an attempt may take
     */
    protected void begin(InverterSource source, Pace pace) {
        updateStatus(ThingStatus.UNKNOWN);
        this.recordings = new Recordings(source);
        Polling polling = new Polling(source, pace);
        this.polling = polling;
        subscribers.forEach(polling.poller::subscribe);
        CompletableFuture<Void> free = disconnected;
        if (free.isDone()) {
            polling.start();
        } else {
            free.whenCompleteAsync((done, failure) -> polling.start(), timing.executor());
        }
    }

    /**
     * How a connection is polled.
     *
     * @param interval the time between two polls of a unit
     * @param longestAttempt the longest that one poll may take
     * @param idleAfter after how long without a linked channel the connection is released, zero for never
     */
    protected record Pace(Duration interval, Duration longestAttempt, Duration idleAfter) {
    }

    /** @return which connection this is */
    abstract Way way();

    /**
     * @return how long trouble that begins now may last before it is an outage: never less than two intervals and the
     *         longest attempt
     */
    Duration toleratedTime() {
        Duration usual = way().toleratedTime(timing.wall().instant());
        Polling polling = this.polling;
        Duration least = polling == null
                ? usual
                : polling.pace.interval.multipliedBy(2).plus(polling.pace.longestAttempt);
        return least.compareTo(usual) > 0 ? least : usual;
    }

    /** @return the time between two polls of an inverter */
    Duration interval() {
        Polling polling = this.polling;
        return polling == null ? way().usualInterval() : polling.pace.interval;
    }

    @Override
    public void dispose() {
        this.recordings = null;
        Polling polling = this.polling;
        this.polling = null;
        if (polling != null) {
            CompletableFuture<Void> free = polling.stop();
            CompletableFuture<Void> next = new CompletableFuture<>();
            if (!free.isDone()) {
                Future<?> late = timing.executor().schedule(() -> next.complete(null),
                        LONGEST_DISCONNECT.toMillis(), TimeUnit.MILLISECONDS);
                next.whenComplete((done, failure) -> late.cancel(false));
            }
            free.whenComplete((done, failure) -> next.complete(null));
            disconnected = next;
        }
        super.dispose();
    }

    /** Forgets what was stored about this thing, in every storage. */
    protected abstract void forget();

    /** Who makes a thing again begins anew. Nothing is polled any more that could store something. */
    @Override
    public void handleRemoval() {
        dispose();
        forget();
        super.handleRemoval();
    }

    /** @param inverter who is polled from now on */
    void subscribe(Poller.Subscriber inverter) {
        subscribers.add(inverter);
        Polling polling = this.polling;
        if (polling != null) {
            polling.poller.subscribe(inverter);
        }
    }

    /** @param inverter who is not polled any more */
    void unsubscribe(Poller.Subscriber inverter) {
        subscribers.remove(inverter);
        Polling polling = this.polling;
        if (polling != null) {
            polling.poller.unsubscribe(inverter);
        }
    }

    /** The inverters that are a unit, each of which reads events by itself: their notes by the UID of the thing. */
    Map<String, Notes> readers(Unit unit) {
        Map<String, Notes> readers = new HashMap<>();
        for (Poller.Subscriber subscriber : subscribers) {
            if (subscriber instanceof InverterHandler inverter
                    && inverter.unit().filter(own -> own.id().equals(unit.id())).isPresent()) {
                readers.put(inverter.getThing().getUID().getAsString(), inverter.notes());
            }
        }
        return readers;
    }

    /** @return how the contact with the device has gone so far */
    public ContactLog contact() {
        return contact;
    }

    /** @return the units that were found last */
    public List<Unit> units() {
        return units;
    }

    /** @return whether the connection is released for other programs at present */
    public boolean isReleased() {
        Polling polling = this.polling;
        return polling != null && polling.poller.isReleased();
    }

    /**
     * Polls everything at once, also while failures have slowed polling down. Many such requests make one.
     *
     * @return completes when all were asked, with the failure if none has answered
     */
    public CompletableFuture<Void> refresh() {
        Polling polling = this.polling;
        return polling == null ? notPolled() : polling.poller.request();
    }

    /**
     * Polls one inverter at once.
     *
     * @param inverter who is subscribed
     * @return completes when it was asked, with the failure if there was one
     */
    CompletableFuture<Void> refresh(Poller.Subscriber inverter) {
        Polling polling = this.polling;
        return polling == null ? notPolled() : polling.poller.request(inverter);
    }

    private <T> CompletableFuture<T> notPolled() {
        return CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, getThing().getUID().getId()));
    }

    /**
     * Reads on in what was recorded of a unit.
     *
     * @param unit the unit
     * @param after where the portion before has ended
     * @return the next portion; fails where there is no record, and while the line is lent or not used
     */
    CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after) {
        return source() instanceof HistorySource record && isInUse()
                ? record.history(unit, after)
                : CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, unit.name()));
    }

    /** Whether units on this way have logs that can be opened. */
    boolean hasLogs() {
        return source() instanceof LogSource;
    }

    /**
     * Opens a log of a unit at its end.
     *
     * @param unit the unit
     * @param log the log
     * @param count how many records at most
     * @return the newest records; fails where there are no logs, and while the line is lent or not used
     */
    CompletableFuture<Excerpt> newest(Unit unit, Log log, int count) {
        return source() instanceof LogSource logs && isInUse()
                ? logs.newest(unit, log, count)
                : CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, unit.name()));
    }

    private @Nullable InverterSource source() {
        Polling polling = this.polling;
        return polling == null ? null : polling.source;
    }

    private boolean isInUse() {
        Polling polling = this.polling;
        return polling != null && !polling.poller.isReleased();
    }

    /** @return whether a request is under way */
    public boolean isAsking() {
        Polling polling = this.polling;
        return polling != null && polling.poller.inFlight().isPresent();
    }

    /** @return how long until the next request, empty while one is under way or if none is planned */
    public Optional<Duration> untilNextRequest() {
        Polling polling = this.polling;
        return polling == null ? Optional.empty() : polling.poller.untilNext();
    }

    /** Somebody has linked a channel: if the connection was released because nobody had, it is taken back. */
    void wake() {
        Polling polling = this.polling;
        if (polling != null) {
            polling.poller.wake();
        }
    }

    /** @return the longest that one request of the owner may take */
    public Duration longestAttempt() {
        Polling polling = this.polling;
        return polling == null ? Duration.ZERO : polling.pace.longestAttempt;
    }

    /** @return whether there is a port or session that another program may need */
    public boolean isReleasable() {
        return way().isExclusive();
    }

    /**
     * Releases the port or session, so that another program can use it, and takes it back by itself.
     *
     * @param time for how long
     * @return completes when it is free
     */
    public CompletableFuture<Void> release(Duration time) {
        Polling polling = this.polling;
        if (polling == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> free = polling.poller.release(time);
        offline(StatusText.of(new SourceException(Problem.RELEASED, Long.toString(time.toMinutes()))));
        return free;
    }

    /**
     * Records what is asked and answered, beginning with a round that reads everything.
     *
     * @param listener is shown it
     * @param time for how long
     * @param end what to do at the end
     * @return whether it has begun: not while nothing is asked
     */
    public boolean record(ExchangeListener listener, Duration time, Runnable end) {
        Recordings recorded = recordings;
        if (recorded == null || isReleased()) {
            return false;
        }
        recorded.begin(listener);
        refreshUnits();
        timing.executor().schedule(() -> {
            recorded.end(listener);
            end.run();
        }, time.toMillis(), TimeUnit.MILLISECONDS);
        return true;
    }

    /**
     * Reads the list of units at once, and reports it to the listener.
     *
     * @return completes when it was read, with the failure if there was one
     */
    public CompletableFuture<Void> refreshUnits() {
        Polling polling = this.polling;
        return polling == null ? notPolled() : polling.poller.requestUnits();
    }

    /**
     * @param listener who is told of the units from now on, beginning with those that are known; null for nobody
     */
    public void setUnitsListener(@Nullable UnitsListener listener) {
        this.listener = listener;
        List<Unit> known = units;
        if (listener != null && !known.isEmpty()) {
            listener.unitsFound(known);
        }
    }

    /** A bridge has no channels. */
    @Override
    public void handleCommand(ChannelUID channelUID, Command command) {
    }

    /** @return reference to a text about what is not as it should be although the bridge is ONLINE, null for nothing */
    @Nullable
    String remark() {
        if (nobodyListed) {
            return TextReference.of(Problem.NO_UNITS.key(), List.of());
        }
        SourceException conflict = this.conflict;
        if (conflict != null) {
            return TextReference.of(conflict.problem().key(), conflict.arguments());
        }
        Polling polling = this.polling;
        return polling == null
                ? null
                : polling.poller.slowPace()
                        .map(pace -> TextReference.of("online.slow", List.of(Long.toString(pace.toSeconds()))))
                        .orElse(null);
    }

    /** Called after the first contact, and whenever the list of units was read again. */
    protected void identified() {
    }

    /**
     * Shows a status unless it is shown already: each update is an event to the whole system.
     *
     * @param shown what an OFFLINE bridge shows
     */
    protected void offline(StatusText shown) {
        var info = getThing().getStatusInfo();
        if (info.getStatus() != ThingStatus.OFFLINE || info.getStatusDetail() != shown.detail()
                || !shown.text().equals(info.getDescription())) {
            updateStatus(ThingStatus.OFFLINE, shown.detail(), shown.text());
        }
    }

    /** What belongs to one configuration, from begin to dispose; what comes late from an earlier one ends here. */
    private final class Polling implements Poller.Observer {
        private final InverterSource source;
        private final Pace pace;
        private final Poller poller;
        private final OutageMonitor outage;
        private volatile boolean stopped;
        private volatile @Nullable Future<?> nextCheck;

        Polling(InverterSource source, Pace pace) {
            this.source = source;
            this.pace = pace;
            this.outage = new OutageMonitor(timing.clock(), SourceBridgeHandler.this::toleratedTime);
            this.poller = new Poller(source, pace.interval, timing, new IdleMonitor(timing.clock(), pace.idleAfter),
                    this);
        }

        void start() {
            if (!stopped) {
                poller.start();
                checkRequestLater();
            }
        }

        CompletableFuture<Void> stop() {
            stopped = true;
            Future<?> check = nextCheck;
            if (check != null) {
                check.cancel(false);
            }
            return poller.stop();
        }

        private void checkRequestLater() {
            nextCheck = timing.executor().schedule(this::checkRequest, REQUEST_CHECKED_EVERY.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        private void checkRequest() {
            if (stopped) {
                return;
            }
            checkRequestLater();
            poller.inFlight().filter(this::isNeverAnswered)
                    .ifPresent(time -> showOutage(new SourceException(Problem.NO_ANSWER, getThing().getUID().getId(),
                            Long.toString(time.toSeconds()))));
        }

        /** A request that takes longer than any may is seen as the outage that it is before values look old. */
        private boolean isNeverAnswered(Duration time) {
            return time.compareTo(toleratedTime()) >= 0
                    || time.compareTo(pace.longestAttempt) > 0 && outage.failure().isEmpty() && outage.isOutage();
        }

        @Override
        public void answered() {
            outage.succeeded();
            contact.answered();
            online();
        }

        private void online() {
            if (stopped || isReleased()) {
                // the end of a request that was under way when the connection was released
                return;
            }
            ThingStatusInfo info = getThing().getStatusInfo();
            String remark = remark();
            if (info.getStatus() != ThingStatus.ONLINE || !Objects.equals(remark, info.getDescription())) {
                logger.debug("{} answers", getThing().getUID());
                updateStatus(ThingStatus.ONLINE, ThingStatusDetail.NONE, remark);
            }
        }

        @Override
        public void unitsFound(List<Unit> found) {
            if (stopped) {
                return;
            }
            units = found;
            nobodyListed = found.isEmpty();
            conflict = UnitChoice.conflict(found).orElse(null);
            online();
            identified();
            UnitsListener listener = SourceBridgeHandler.this.listener;
            if (listener != null) {
                listener.unitsFound(found);
            }
        }

        @Override
        public void failed(SourceException failure) {
            contact.failed(failure);
            outage.failed(failure);
            if (outage.isOutage()) {
                showOutage(failure);
            }
        }

        private void showOutage(SourceException failure) {
            if (stopped || isReleased()) {
                return;
            }
            if (getThing().getStatus() != ThingStatus.OFFLINE) {
                logger.debug("{} is out of reach: {}", getThing().getUID(), failure.getMessage());
            }
            offline(StatusText.of(failure));
        }

        @Override
        public void idle() {
            if (!stopped) {
                offline(StatusText.of(new SourceException(Problem.IDLE)));
            }
        }
    }
}
