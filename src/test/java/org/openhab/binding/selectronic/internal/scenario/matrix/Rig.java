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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.portal.PortalSource;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.FaultName;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/**
 * An openHAB with a bridge of one way and an inverter on it, and everything at the other end that can get into trouble.
 * When polls are due is a matter of virtual time; how long an answer is waited for is one of real time, some times as
 * fast as usual while there is a trouble.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
abstract class Rig implements AutoCloseable {
    private final ConnectionType connectionType;
    /** How far time passes at once while a request is under way that does not end. */
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final long MOMENT_NANOS = Duration.ofMillis(1).toNanos();

    private final Hurry hurry;
    private final List<Runnable> observers = new ArrayList<>();
    private volatile boolean stuck;

    Rig(ConnectionType connectionType, Hurry hurry) {
        this.connectionType = connectionType;
        this.hurry = hurry;
    }

    final ConnectionType connectionType() {
        return connectionType;
    }

    /** Whether answers are waited for less long: only while there is a trouble, so that good answers may take time. */
    void setHurried(boolean hurried) {
        hurry.set(hurried);
    }

    abstract Simulation simulation();

    abstract VirtualTime time();

    abstract FakeOpenHab openHab();

    /** Adds bridge and inverter, and waits for nothing. */
    abstract void begin();

    /** The owner changes parameters of the bridge; openHAB begins anew with them. */
    abstract void reconfigure(Map<String, Object> changed);

    abstract Bridge bridge();

    abstract Thing inverter();

    /** Whether nothing is under way. */
    abstract boolean isIdle();

    /** Lets what is under way come to its end, while the virtual time stands still. */
    abstract void awaitAnswers();

    /** Lets a moment pass while a request is under way that does not end. */
    void awaitOtherAnswers() {
        time().settle();
        LockSupport.parkNanos(MOMENT_NANOS);
        time().settle();
    }

    /** The rig, or the part of it, that has a kind of connection. */
    <R extends Rig> R part(Class<R> kind) {
        return Objects.requireNonNull(kind.cast(this));
    }

    /** No request that is begun from now on ends. */
    abstract void holdRequests();

    /** Those that were held end, as they do when a device starts anew. */
    abstract void freeRequests();

    final void setStuck(boolean stuck) {
        if (stuck) {
            holdRequests();
        } else {
            freeRequests();
        }
        this.stuck = stuck;
    }

    /** @param observer is run whenever time has passed */
    final void onStep(Runnable observer) {
        observers.add(observer);
    }

    /** Lets what is under way come to its end, unless it has none. */
    final void settle() {
        if (stuck) {
            awaitOtherAnswers();
        } else {
            awaitAnswers();
        }
        observers.forEach(Runnable::run);
    }

    /** Something goes wrong with bytes or answers, until {@link #clear()}. */
    abstract void inject(Fault fault);

    /** All is well again. */
    abstract void clear();

    /** Connections of the binding that the simulator has open. */
    abstract int connectionsOpen();

    /** Those that may stay open because they belong to openHAB, and not to the binding. */
    int connectionsOfOpenHab() {
        return 0;
    }

    /** What the binding holds open besides, such as a device file. */
    List<String> filesOpen() {
        return List.of();
    }

    /** How often the binding has asked the other end for anything. */
    abstract long attempts();

    /** How often a password was sent that was refused before or then. */
    abstract long refusals();

    /** What nobody may ever read. */
    abstract List<String> secrets();

    /** What else the binding has kept. */
    abstract String kept();

    /** What the history channels must hold in the end. */
    abstract PastCheck past();

    /** The simulator and openHAB's clients end, as nothing of the binding's should need. */
    @Override
    public abstract void close();

    final Instant now() {
        return time().clock().instant();
    }

    /** The fault by that name, in the time of this rig. */
    final Fault make(FaultName name) {
        return switch (name) {
            case DELAY -> Faults.delay(Duration.ofSeconds(3).dividedBy(hurry.most()));
            case DRIP -> Faults.drip(20 * hurry.most());
            // twice of what the binding reads at most
            case HUGE_BODY -> Faults.huge(2 * PortalSource.LIMITS.largestBody());
            default -> name.make();
        };
    }

    final String status(Thing thing) {
        var info = openHab().thing(thing.getUID()).getStatusInfo();
        String description = info.getDescription();
        return info.getStatus() + " " + info.getStatusDetail() + (description == null ? "" : " " + description);
    }

    /** Whether all is well, but for what the bridge may remark. */
    boolean isOnline() {
        return status(bridge()).startsWith("ONLINE NONE") && status(inverter()).equals("ONLINE NONE");
    }

    /** Whether nothing is left of a trouble. */
    boolean isWell() {
        return isOnline();
    }

    /** The list of units is asked for with the next poll, as a scan of the inbox does. */
    final void refreshUnits() {
        if (bridge().getHandler() instanceof SourceBridgeHandler handler) {
            handler.refreshUnits();
        }
    }

    /** What was updated last of a channel, in words. */
    final String shown(String channel) {
        return Objects.toString(openHab().states.get(channel));
    }

    /**
     * Lets time pass, poll by poll.
     *
     * @return whether it has come about
     */
    final boolean run(Duration atMost, BooleanSupplier done) {
        Instant end = now().plus(atMost);
        settle();
        while (!done.getAsBoolean()) {
            Duration next = stuck ? STEP : time().untilNext();
            if (time().waiting() == 0 || now().plus(next).isAfter(end)) {
                time().pass(Duration.between(now(), end));
                settle();
                return done.getAsBoolean();
            }
            time().pass(next);
            settle();
        }
        return true;
    }

    final void run(Duration duration) {
        run(duration, () -> false);
    }

    void dispose() {
        openHab().dispose(openHab().thing(inverter().getUID()));
        openHab().dispose(bridge());
    }

    final Clock clock() {
        return time().clock();
    }
}
