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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog;
import org.openhab.binding.selectronic.internal.diagnostics.Recordings;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.schedule.IdleWatch;
import org.openhab.binding.selectronic.internal.schedule.OutageWatch;
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
    private final Logger logger = LoggerFactory.getLogger(SourceBridgeHandler.class);
    private final Timing timing;
    private final ContactLog contact;
    // inverters stay subscribed while a changed configuration re-initialises this handler
    private final Set<Poller.Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private volatile @Nullable UnitsListener listener;
    private volatile @Nullable Poller poller;
    private volatile @Nullable InverterSource source;
    private volatile @Nullable Recordings recordings;
    private volatile List<Unit> units = List.of();
    private volatile boolean nobodyListed;
    private volatile Duration interval = Duration.ZERO;

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
     * Begins to poll; to be called by {@code initialize()} of a way with a good configuration.
     *
     * @param source what to poll; it is closed at the end
     * @param interval the pace
     * @param idleAfter after how long without a linked channel the line is let go of, zero for never
     */
    protected void begin(InverterSource source, Duration interval, Duration idleAfter) {
        updateStatus(ThingStatus.UNKNOWN);
        this.interval = interval;
        Poller poller = new Poller(source, Poller.scheduleOf(timing, way(), interval), timing,
                new IdleWatch(timing.clock(), idleAfter), subscribers,
                new Follower());
        this.source = source;
        this.recordings = new Recordings(source);
        this.poller = poller;
        poller.start();
    }

    /** @return the way that this bridge is */
    abstract Way way();

    /** @return how long trouble that begins now may last before it is an outage; one poll that fails never is one */
    Duration toleratedTime() {
        Duration usual = way().toleratedTime(timing.wall().instant());
        Duration twice = interval.multipliedBy(2);
        return twice.compareTo(usual) > 0 ? twice : usual;
    }

    @Override
    public void dispose() {
        Poller poller = this.poller;
        this.poller = null;
        this.source = null;
        this.recordings = null;
        if (poller != null) {
            poller.stop();
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

    /** @param inverter who wants to be read from now on */
    void subscribe(Poller.Subscriber inverter) {
        subscribers.add(inverter);
        refresh();
    }

    /** @param inverter who does not want to be read any more */
    void unsubscribe(Poller.Subscriber inverter) {
        subscribers.remove(inverter);
    }

    /** @return how the contact with the device has gone so far */
    public ContactLog contact() {
        return contact;
    }

    /** @return the units that were found last */
    public List<Unit> units() {
        return units;
    }

    /** @return whether others have the line at present */
    public boolean isReleased() {
        Poller poller = this.poller;
        return poller != null && poller.isResting();
    }

    /** Reads everything as soon as may be. Many such requests make one round. */
    public void refresh() {
        Poller poller = this.poller;
        if (poller != null) {
            poller.hurry();
        }
    }

    /**
     * Reads on in what was recorded of a unit.
     *
     * @param unit the unit
     * @param after where the portion before has ended
     * @return the next portion; fails where there is no record, and while the line is lent or not used
     */
    CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after) {
        return source instanceof HistorySource record && isInUse()
                ? record.history(unit, after)
                : CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, unit.name()));
    }

    /** Whether units on this way have logs that can be opened. */
    boolean hasLogs() {
        return source instanceof LogSource;
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
        return source instanceof LogSource logs && isInUse()
                ? logs.newest(unit, log, count)
                : CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, unit.name()));
    }

    private boolean isInUse() {
        Poller poller = this.poller;
        return poller != null && !poller.isResting();
    }

    /** Somebody has begun to look: if the line was let go of because nobody did, it is taken back. */
    void wake() {
        Poller poller = this.poller;
        if (poller != null && poller.isIdle()) {
            poller.hurry();
        }
    }

    /**
     * Lets go of the port or session, so that another program can use it, and takes it back by itself.
     *
     * @param time for how long
     */
    public void release(Duration time) {
        Poller poller = this.poller;
        if (poller != null) {
            poller.rest(time);
            offline(StatusText.of(new SourceException(Problem.RELEASED, Long.toString(time.toMinutes()))));
        }
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

    /** Reads the list of units as soon as may be, and tells the listener. */
    public void refreshUnits() {
        Poller poller = this.poller;
        if (poller != null) {
            poller.refreshUnits();
        }
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
        return nobodyListed ? TextReference.of(Problem.NO_UNITS.key(), List.of()) : null;
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

    /** Follows one polling from begin to dispose; what comes late from an earlier one does not get here. */
    private final class Follower implements Poller.Observer {
        private final OutageWatch outage;

        Follower() {
            this.outage = new OutageWatch(timing.clock(), way().toleratedFailures(),
                    SourceBridgeHandler.this::toleratedTime);
        }

        @Override
        public void answered() {
            outage.succeeded();
            contact.answered();
            online();
        }

        private void online() {
            if (isReleased()) {
                // the end of a round that was under way when the line was lent
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
            units = found;
            nobodyListed = found.isEmpty();
            online();
            identified();
            // what is a thing already has its serial number before it is proposed, by which openHAB ignores it
            subscribers.forEach(subscriber -> subscriber.listed(found));
            UnitsListener listener = SourceBridgeHandler.this.listener;
            if (listener != null) {
                listener.unitsFound(found);
            }
        }

        @Override
        public void failed(SourceException failure) {
            contact.failed(failure);
            // what lasts until the owner acts is no short trouble
            if ((outage.failed() || failure.problem().isLasting()) && !isReleased()) {
                if (getThing().getStatus() != ThingStatus.OFFLINE) {
                    logger.debug("{} is out of reach: {}", getThing().getUID(), failure.getMessage());
                }
                offline(StatusText.of(failure));
            }
        }
    }
}
