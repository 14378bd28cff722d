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

import static org.openhab.binding.selectronic.internal.SelectronicBindingConstants.SERIAL_NUMBER;

import java.time.Duration;
import java.util.Collection;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog;
import org.openhab.binding.selectronic.internal.diagnostics.Recordings;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;
import org.openhab.binding.selectronic.internal.model.TextStorage;
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
import org.openhab.binding.selectronic.internal.source.LogSource.Extract;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.LogSource.Sheet;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.RegisterSource;
import org.openhab.binding.selectronic.internal.source.RegisterSource.Row;
import org.openhab.binding.selectronic.internal.source.SettingsSource;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Settings;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.binding.selectronic.internal.text.StatusText;
import org.openhab.binding.selectronic.internal.text.TranslatedText;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.binding.BaseBridgeHandler;
import org.openhab.core.thing.binding.ThingHandlerService;
import org.openhab.core.types.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Base of all bridges: polls the source, updates the status of the bridge, and reports to inverters and discovery.
 * Inverters subscribe to samples, discovery listens for units.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public abstract class SourceBridgeHandler extends BaseBridgeHandler {
    /** Interval of the check for a request that does not end. */
    private static final Duration REQUEST_CHECKED_EVERY = Duration.ofSeconds(10);
    /** Time after which a new configuration connects even if the previous connection has not ended. */
    private static final Duration LONGEST_DISCONNECT = Duration.ofSeconds(15);

    private final Logger logger = LoggerFactory.getLogger(SourceBridgeHandler.class);
    protected final Services services;
    protected final Timing timing;
    /** Storage of this thing, kept over a restart. */
    protected final ThingStorage storage;
    private final ContactLog contact;
    // inverters stay subscribed while a changed configuration re-initialises this handler
    private final Set<Poller.Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private volatile @Nullable UnitsListener listener;
    private volatile @Nullable Polling polling;
    private volatile @Nullable Recordings recordings;
    private volatile List<Unit> units = List.of();
    private volatile boolean nobodyListed;
    private volatile @Nullable SourceException conflict;
    private CompletableFuture<@Nullable Void> disconnected = CompletableFuture.completedFuture(null);

    /** Receives the list of units. */
    public interface UnitsListener {
        /** @param units the units that the bridge reaches */
        void unitsFound(List<Unit> units);
    }

    /**
     * @param bridge the thing
     * @param services the services of openHAB
     */
    protected SourceBridgeHandler(Bridge bridge, Services services) {
        super(bridge);
        this.services = services;
        this.timing = services.timing();
        this.contact = new ContactLog(timing.clock());
        this.storage = services.storage().ofThing(bridge.getUID().getAsString());
    }

    @Override
    public Collection<Class<? extends ThingHandlerService>> getServices() {
        return services.ofBridge();
    }

    /** Shows the fault of a configuration. */
    protected void offline(ConfigurationProblem problem) {
        offline(StatusText.of(problem));
    }

    /**
     * Starts polling as soon as the connection of the previous configuration is free. Must be called by
     * {@code initialize()} if the configuration is valid.
     *
     * @param source the source to poll; it is disconnected at the end
     * @param pace the intervals and limits of polling
     */
    protected void begin(InverterSource source, Pace pace) {
        updateStatus(ThingStatus.UNKNOWN);
        // the units of an earlier configuration may be those of another device
        units = List.of();
        nobodyListed = false;
        conflict = null;
        this.recordings = new Recordings(source);
        Polling polling = new Polling(source, pace);
        this.polling = polling;
        subscribers.forEach(polling.poller::subscribe);
        CompletableFuture<@Nullable Void> free = disconnected;
        if (free.isDone()) {
            polling.start();
        } else {
            free.whenCompleteAsync((done, failure) -> polling.start(), timing.executor());
        }
    }

    /**
     * Intervals and limits of polling.
     *
     * @param interval the time between two polls of a unit
     * @param longestAttempt the longest duration of one poll
     * @param idleAfter the time without linked channels after which the connection is released, zero for never
     */
    protected record Pace(Duration interval, Duration longestAttempt, Duration idleAfter) {
    }

    /** @return the connection type */
    abstract ConnectionType connectionType();

    /**
     * @return how long a failure that begins now is tolerated before it is an outage: at least two intervals plus the
     *         longest attempt
     */
    Duration toleratedTime() {
        Duration usual = connectionType().toleratedTime(timing.wall().instant());
        Polling polling = this.polling;
        Duration least = polling == null ? usual
                : polling.pace.interval.plus(polling.pace.interval).plus(polling.pace.longestAttempt);
        return least.compareTo(usual) > 0 ? least : usual;
    }

    /** @return the time between two polls of an inverter */
    Duration interval() {
        Polling polling = this.polling;
        return polling == null ? connectionType().usualInterval() : polling.pace.interval;
    }

    @Override
    public void dispose() {
        this.recordings = null;
        Polling polling = this.polling;
        this.polling = null;
        if (polling != null) {
            CompletableFuture<@Nullable Void> free = polling.stop();
            CompletableFuture<@Nullable Void> next = new CompletableFuture<>();
            if (!free.isDone()) {
                Future<?> late = timing.executor().schedule(() -> next.complete(null), LONGEST_DISCONNECT.toMillis(),
                        TimeUnit.MILLISECONDS);
                next.whenComplete((done, failure) -> late.cancel(false));
            }
            free.whenComplete((done, failure) -> next.complete(null));
            disconnected = next;
        }
        super.dispose();
    }

    /** Deletes the data of this thing from every storage. */
    protected void forget() {
        storage.clear();
    }

    /**
     * Deletes the stored data of the thing, so that a thing created again starts from scratch. Stops polling first, so
     * that nothing is stored afterwards.
     */
    @Override
    public void handleRemoval() {
        dispose();
        forget();
        super.handleRemoval();
    }

    /** @param inverter the inverter to poll from now on */
    void subscribe(Poller.Subscriber inverter) {
        subscribers.add(inverter);
        Polling polling = this.polling;
        if (polling != null) {
            polling.poller.subscribe(inverter);
        }
    }

    /** @param inverter the inverter to poll no longer */
    void unsubscribe(Poller.Subscriber inverter) {
        subscribers.remove(inverter);
        Polling polling = this.polling;
        if (polling != null) {
            polling.poller.unsubscribe(inverter);
        }
    }

    /** Returns the storage of all inverter things of a unit by UID. Each of these things reads events on its own. */
    Map<String, TextStorage> readers(Unit unit) {
        Map<String, TextStorage> readers = new HashMap<>();
        owners(unit).forEach(owner -> readers.put(owner.reader(), owner.storage()));
        return readers;
    }

    /** Returns the registers that are read for channels of all inverter things of a unit. */
    Map<String, RegisterRefresh> registers(Unit unit) {
        Map<String, RegisterRefresh> registers = new HashMap<>();
        owners(unit).forEach(owner -> owner.registers().forEach((name, refresh) -> registers.merge(name, refresh,
                (one, other) -> one.compareTo(other) < 0 ? one : other)));
        return registers;
    }

    private Stream<InverterConnection.Owner> owners(Unit unit) {
        return connections()
                .filter(connection -> connection.unit().filter(own -> own.id().equals(unit.id())).isPresent())
                .map(InverterConnection::owner);
    }

    private Stream<InverterConnection> connections() {
        return subscribers.stream().filter(InverterConnection.class::isInstance).map(InverterConnection.class::cast);
    }

    /** @return provides texts and openHAB's time zone */
    public ChannelTexts texts() {
        return services.texts();
    }

    /** @return the statistics of answers and failures */
    public ContactLog contact() {
        return contact;
    }

    /** @return the units found at the last read */
    public List<Unit> units() {
        return units;
    }

    /** @return whether the connection is currently released for other programs */
    public boolean isReleased() {
        Polling polling = this.polling;
        return polling != null && polling.poller.isReleased();
    }

    /**
     * Polls all inverters as soon as possible, also while failures have slowed polling down. Repeated requests are
     * combined.
     *
     * @return completes after all requests, with the failure if no inverter has answered
     */
    public CompletableFuture<@Nullable Void> refresh() {
        Polling polling = this.polling;
        return polling == null ? notPolled() : polling.poller.request();
    }

    /**
     * Polls one inverter as soon as possible.
     *
     * @param inverter a subscribed inverter
     * @return completes after the request, with the failure if there was one
     */
    CompletableFuture<@Nullable Void> refresh(Poller.Subscriber inverter) {
        Polling polling = this.polling;
        return polling == null ? notPolled() : polling.poller.request(inverter);
    }

    private <T> CompletableFuture<T> notPolled() {
        return CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, getThing().getUID().getId()));
    }

    /**
     * Reads the next portion of the recorded data of a unit.
     *
     * @param unit the unit
     * @param after the end of the previous portion
     * @return the next portion; fails if there is no recorded data, and while the connection is released or not in use
     */
    CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after) {
        return source() instanceof HistorySource record && isInUse() ? record.history(unit, after)
                : CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, unit.name()));
    }

    /** Returns whether units of this connection have logs that can be opened. */
    boolean hasLogs() {
        return source() instanceof LogSource;
    }

    /**
     * Reads the newest records of a log of a unit.
     *
     * @param unit the unit
     * @param log the log
     * @param count the maximum number of records
     * @return the newest records; fails if there are no logs, and while the connection is released or not in use
     */
    CompletableFuture<Excerpt> newest(Unit unit, Log log, int count) {
        return source() instanceof LogSource logs && isInUse() ? logs.newest(unit, log, count)
                : CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, unit.name()));
    }

    /**
     * Reads a log of a unit.
     *
     * @param unit the unit
     * @param extract the part to read
     * @param sheet receives the columns and records
     * @return completes at the end; fails if there are no logs, and while the connection is released or not in use
     */
    CompletableFuture<@Nullable Void> export(Unit unit, Extract extract, Sheet sheet) {
        return source() instanceof LogSource logs && isInUse() ? logs.export(unit, extract, sheet)
                : CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, unit.name()));
    }

    /** Returns whether registers of units of this connection can be read. */
    boolean hasRegisters() {
        return source() instanceof RegisterSource;
    }

    /**
     * Reads any registers of a unit.
     *
     * @param unit the unit
     * @param names the names of the registers
     * @return those that the unit has; fails if there are none, and while the connection is released or not in use
     */
    CompletableFuture<List<Row>> registers(Unit unit, Set<String> names) {
        return source() instanceof RegisterSource registers && isInUse() ? registers.registers(unit, names)
                : CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, unit.name()));
    }

    /**
     * Reads the settings of a unit.
     *
     * @param unit the unit
     * @param before the snapshot of an earlier read, null if there is none
     * @return the settings; fails if they cannot be read, and while the connection is released or not in use
     */
    CompletableFuture<Settings> settings(Unit unit, @Nullable String before) {
        return source() instanceof SettingsSource settings && isInUse() ? settings.settings(unit, before)
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

    /** @return whether a request is running */
    public boolean isAsking() {
        Polling polling = this.polling;
        return polling != null && polling.poller.inFlight().isPresent();
    }

    /** @return the time until the next request; empty while a request is running, or if none is planned */
    public Optional<Duration> untilNextRequest() {
        Polling polling = this.polling;
        return polling == null ? Optional.empty() : polling.poller.untilNext();
    }

    /** Takes the connection back if it was released because no channel was linked. Called when a channel is linked. */
    void wake() {
        Polling polling = this.polling;
        if (polling != null) {
            polling.poller.wake();
        }
    }

    /** @return the longest duration of one request of the owner */
    public Duration longestAttempt() {
        Polling polling = this.polling;
        return polling == null ? Duration.ZERO : polling.pace.longestAttempt;
    }

    /** @return whether the connection occupies a port or session that another program may need */
    public boolean isReleasable() {
        return connectionType().isNative();
    }

    /**
     * Releases the port or session for another program. Takes it back after the given time.
     *
     * @param time the duration
     * @return completes when the port or session is free
     */
    public CompletableFuture<@Nullable Void> release(Duration time) {
        Polling polling = this.polling;
        if (polling == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<@Nullable Void> free = polling.poller.release(time);
        offline(StatusText.of(new SourceException(Problem.RELEASED, Long.toString(time.toMinutes()))));
        return free;
    }

    /**
     * Records requests and answers. Starts with a read of the list of units.
     *
     * @param listener receives the requests and answers
     * @param time the duration
     * @param end called at the end
     * @return whether the recording was started; false while nothing is polled
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
     * Reads the list of units as soon as possible and reports it to the listener.
     *
     * @return completes after the list was read, with the failure if there was one
     */
    public CompletableFuture<@Nullable Void> refreshUnits() {
        Polling polling = this.polling;
        return polling == null ? notPolled() : polling.poller.requestUnits();
    }

    /**
     * @param listener receives the units that are known and each later list; null for none
     */
    public void setUnitsListener(@Nullable UnitsListener listener) {
        this.listener = listener;
        List<Unit> known = units;
        if (listener != null && !known.isEmpty()) {
            listener.unitsFound(known);
        }
    }

    /** Ignores commands: a bridge has no channels. */
    @Override
    public void handleCommand(ChannelUID channelUID, Command command) {
    }

    /** @return reference to the text of a problem that leaves the bridge ONLINE, null for none */
    @Nullable
    String remark() {
        if (nobodyListed) {
            return TranslatedText.of(Problem.NO_UNITS.key(), List.of());
        }
        SourceException conflict = this.conflict;
        if (conflict != null) {
            return TranslatedText.of(conflict.problem().key(), conflict.arguments());
        }
        Polling polling = this.polling;
        String slow = polling == null ? null
                : polling.poller.slowPace()
                        .map(pace -> TranslatedText.of("online.slow", List.of(Long.toString(pace.toSeconds()))))
                        .orElse(null);
        String elsewhere = thingsElsewhere();
        return slow == null && !elsewhere.isEmpty() ? TranslatedText.of("online.thing-elsewhere", List.of(elsewhere))
                : slow;
    }

    /**
     * Returns the things of units that have a thing at another bridge and none that uses this one: openHAB's inbox
     * ignores such units.
     */
    private String thingsElsewhere() {
        // usually all are read here, and with many bridges it would be long to ask the things of all others each time
        Set<String> read = connections().flatMap(connection -> connection.unit().stream()).map(Unit::id)
                .collect(Collectors.toSet());
        return units.stream().filter(unit -> !read.contains(unit.id())).map(unit -> unit.identity().serialNumber())
                .filter(Objects::nonNull).flatMap(serialNumber -> {
                    List<InverterHandler> things = services.inverters().stream().filter(
                            inverter -> serialNumber.equals(inverter.getThing().getProperties().get(SERIAL_NUMBER)))
                            .toList();
                    return things.stream().anyMatch(inverter -> inverter.isConnectedTo(getThing().getUID()))
                            ? Stream.empty()
                            : things.stream();
                }).map(inverter -> inverter.getThing().getLabel() + " (" + inverter.getThing().getUID() + ")").sorted()
                .collect(Collectors.joining(", "));
    }

    /** Called whenever the list of units was read or has changed. */
    protected void identified() {
    }

    /**
     * Updates the status unless it is already shown: each update is an event on openHAB's event bus.
     *
     * @param shown the detail and text of the status OFFLINE
     */
    protected void offline(StatusText shown) {
        var info = getThing().getStatusInfo();
        if (info.getStatus() != ThingStatus.OFFLINE || info.getStatusDetail() != shown.detail()
                || !shown.text().equals(info.getDescription())) {
            updateStatus(ThingStatus.OFFLINE, shown.detail(), shown.text());
        }
    }

    /** Polls with one configuration, from begin to dispose. Ignores late results of an earlier configuration. */
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

        CompletableFuture<@Nullable Void> stop() {
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

        /**
         * Returns whether a running request counts as an outage: one that exceeds its limit is reported before the
         * values look outdated.
         */
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
                // a request that was running when the connection was released
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
