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
package org.openhab.binding.selectronic.bench.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;

/**
 * What openHAB is to one bridge and its inverters: looks at the states that come and lets them go.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class House extends FakeOpenHab {
    /** The last of the live values in the order in which channels are updated. */
    private static final String LAST = "connection#source";
    private static final String RESPONSE_TIME = "connection#response-time";
    private static final String SAMPLE_TIME = "connection#sample-time";

    private final boolean atTheUnit;
    private final Map<ChannelUID, PollMonitor> watches = new HashMap<>();
    private Instant sampledAt = Instant.EPOCH;

    /**
     * @param executor where what openHAB does in its own time is done
     * @param atTheUnit whether values are read from the unit itself: then their time is when the last word had come, by
     *            the clock of this machine
     */
    House(Executor executor, boolean atTheUnit) {
        super(executor);
        this.atTheUnit = atTheUnit;
    }

    /** To be called for all inverters before the first handler is there. */
    void watch(Thing inverter, PollMonitor watch) {
        for (String channel : atTheUnit ? List.of(SAMPLE_TIME, RESPONSE_TIME, LAST) : List.of(LAST)) {
            watches.put(new ChannelUID(inverter.getUID(), channel), watch);
        }
    }

    @Override
    public void stateUpdated(ChannelUID channelUID, State state) {
        // what openHAB does with a state is no part of what is measured, so this must be little
        PollMonitor watch = watches.get(channelUID);
        if (watch == null) {
            return;
        }
        String channel = channelUID.getId();
        if (atTheUnit && channel.equals(SAMPLE_TIME) && state instanceof DateTimeType time) {
            sampledAt = time.getInstant();
        } else if (atTheUnit && channel.equals(RESPONSE_TIME)) {
            long now = System.nanoTime();
            long answered = now - Duration.between(sampledAt, Instant.now()).toNanos();
            watch.began(answered - nanos(state));
            watch.answered(answered);
        } else if (channel.equals(LAST)) {
            watch.published(System.nanoTime());
        }
    }

    private static long nanos(State milliseconds) {
        if (milliseconds instanceof QuantityType<?> quantity) {
            return (long) (quantity.doubleValue() * 1e6);
        } else if (milliseconds instanceof DecimalType number) {
            return (long) (number.doubleValue() * 1e6);
        }
        throw new IllegalStateException("no time: " + milliseconds);
    }

    @Override
    public synchronized void add(Thing thing, org.openhab.core.thing.binding.ThingHandler handler) {
        super.add(thing, handler);
    }

    @Override
    public synchronized void statusUpdated(Thing thing, ThingStatusInfo info) {
        super.statusUpdated(thing, info);
    }

    @Override
    public synchronized void thingUpdated(Thing thing) {
        super.thingUpdated(thing);
    }

    @Override
    public synchronized @Nullable Bridge getBridge(ThingUID bridgeUID) {
        return super.getBridge(bridgeUID);
    }

    @Override
    public void channelTriggered(Thing thing, ChannelUID channelUID, String event) {
        // a rule would begin here
    }

    @Override
    public void sendTimeSeries(ChannelUID channelUID, TimeSeries timeSeries) {
        // a database would take them
    }

    /** @return every status that was reported, with the id of the thing */
    synchronized List<String> reported() {
        return new ArrayList<>(statuses);
    }
}
