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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.polling.Poller;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingUID;

/**
 * One of the connections of an inverter: subscribes to its bridge while it is needed, and passes on what comes from it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class InverterConnection implements Poller.Subscriber {
    private final int rank;
    private final ThingUID uid;
    private final ConnectionType type;
    private final Timing timing;
    private final Owner owner;
    private volatile ConnectionQuality quality;
    private volatile @Nullable SourceBridgeHandler bridge;
    private volatile @Nullable Unit unit;
    private volatile @Nullable Identity identity;
    private boolean closed;

    /** The inverter that the connection belongs to. */
    interface Owner {
        /** Returns the choice of the unit among those of a connection. */
        UnitChoice choice(InverterConnection connection);

        /** Returns whether the values of the inverter are used. */
        boolean isInUse();

        /** Called when a bridge lists the unit, or when more is known about it. */
        void identified(InverterConnection connection, Identity identity);

        void sampled(InverterConnection connection, Sample sample);

        void failed(InverterConnection connection, SourceException failure);

        /** Returns the storage of the inverter. */
        ThingStorage storage();

        /** Returns the registers to read for channels and how often, by name. */
        Map<String, RegisterRefresh> registers();

        /** Returns the name of the inverter as a reader of events. */
        String reader();
    }

    /**
     * @param rank its place in the order of preference, 0 for the bridge of the thing
     * @param uid the bridge
     * @param type the connection type
     * @param timing the clocks
     * @param owner the inverter
     */
    InverterConnection(int rank, ThingUID uid, ConnectionType type, Timing timing, Owner owner) {
        this.rank = rank;
        this.uid = uid;
        this.type = type;
        this.timing = timing;
        this.owner = owner;
        this.quality = newQuality();
    }

    private ConnectionQuality newQuality() {
        return new ConnectionQuality(type, timing, this::toleratedTime);
    }

    /** Returns how long a failure that begins now is tolerated. */
    Duration toleratedTime() {
        SourceBridgeHandler handler = bridge;
        return handler == null ? type.toleratedTime(timing.wall().instant()) : handler.toleratedTime();
    }

    int rank() {
        return rank;
    }

    ThingUID uid() {
        return uid;
    }

    ConnectionType type() {
        return type;
    }

    Owner owner() {
        return owner;
    }

    ConnectionQuality quality() {
        return quality;
    }

    /** Returns the bridge that polls it now. */
    Optional<SourceBridgeHandler> bridge() {
        return Optional.ofNullable(bridge);
    }

    Optional<Unit> unit() {
        return Optional.ofNullable(unit);
    }

    /**
     * Subscribes to the present handler of the bridge, or unsubscribes. openHAB makes a new handler when a bridge is
     * enabled again.
     *
     * @param present the bridge thing, null if there is none
     * @param needed whether the connection is needed
     */
    synchronized void follow(@Nullable Bridge present, boolean needed) {
        SourceBridgeHandler before = bridge;
        SourceBridgeHandler now = needed && !closed && present != null
                && present.getHandler() instanceof SourceBridgeHandler handler ? handler : null;
        if (Objects.equals(before, now)) {
            return;
        }
        bridge = now;
        if (before != null) {
            before.unsubscribe(this);
            unit = null;
            identity = null;
            quality = newQuality();
        }
        if (now != null) {
            now.subscribe(this);
        }
    }

    /** Unsubscribes for good: a sample that is processed meanwhile does not subscribe again. */
    synchronized void close() {
        closed = true;
        follow(null, false);
    }

    /** Returns whether its bridge cannot be used at all. */
    boolean isBridgeOffline() {
        SourceBridgeHandler handler = bridge;
        return handler == null || handler.getThing().getStatus() == ThingStatus.OFFLINE;
    }

    @Override
    public UnitChoice choice() {
        return owner.choice(this);
    }

    @Override
    public boolean isInUse() {
        return owner.isInUse();
    }

    @Override
    public void found(Unit found) {
        if (bridge != null) {
            unit = found;
            identified(found.identity());
        }
    }

    @Override
    public void sampled(Identity identity, Sample sample) {
        if (bridge != null) {
            identified(identity);
            owner.sampled(this, sample);
        }
    }

    @Override
    public void failed(SourceException failure) {
        if (bridge != null) {
            owner.failed(this, failure);
        }
    }

    private void identified(Identity present) {
        if (!present.equals(identity)) {
            identity = present;
            quality.identified(present);
            owner.identified(this, present);
        }
    }
}
