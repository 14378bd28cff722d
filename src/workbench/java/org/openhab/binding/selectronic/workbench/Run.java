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
package org.openhab.binding.selectronic.workbench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.workbench.screen.Journal;
import org.openhab.binding.selectronic.workbench.screen.View;
import org.openhab.binding.selectronic.workbench.thing.ThingObserver;
import org.openhab.binding.selectronic.workbench.thing.Things;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.types.State;

/**
 * One run: looks on until the time is up or somebody ends it, and knows whether the bridge was ever online.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Run implements ThingObserver {
    private static final long REFRESH_MILLIS = 1000;
    /** So that what happens at once at the beginning is seen at once. */
    private static final long FIRST_MILLIS = 250;

    private final Journal journal;
    private final View view;
    private final CountDownLatch ending;
    private volatile boolean wasOnline;
    private volatile @Nullable ThingStatusInfo bridgeStatus;

    /**
     * @param journal writes down what happens
     * @param view how the owner sees it
     * @param ending is counted down to end the run
     */
    Run(Journal journal, View view, CountDownLatch ending) {
        this.journal = journal;
        this.view = view;
        this.ending = ending;
    }

    /**
     * Looks on.
     *
     * @param things what to look at
     * @param duration for how long, null for ever
     * @param once whether the first values, or the first failure, end it too
     */
    void watch(Things things, @Nullable Duration duration, boolean once) {
        long end = duration == null ? Long.MAX_VALUE : System.nanoTime() + duration.toNanos();
        long wait = FIRST_MILLIS;
        boolean complete = false;
        try {
            while (!ending.await(Math.min(wait, Math.max(0, (end - System.nanoTime()) / 1_000_000)),
                    TimeUnit.MILLISECONDS) && System.nanoTime() - end < 0) {
                view.refresh(things, journal);
                if (once && complete) {
                    break;
                }
                // a sample that is seen in the middle is whole at the next look
                complete = isOffline(things) || haveValues(things);
                wait = once ? FIRST_MILLIS : Math.min(REFRESH_MILLIS, wait * 2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        view.end(things);
    }

    private static boolean isOffline(Things things) {
        return things.all().stream()
                .anyMatch(thing -> thing instanceof Bridge && thing.getStatus() == ThingStatus.OFFLINE);
    }

    /** Whether there is an inverter, and each is online and has values. */
    private static boolean haveValues(Things things) {
        return !things.devices().isEmpty() && things.devices().stream()
                .allMatch(thing -> thing.getStatus() == ThingStatus.ONLINE && thing.getChannels().stream()
                        .anyMatch(channel -> things.readings().of(channel.getUID()).isPresent()));
    }

    /** @return whether the bridge was online at any time */
    boolean wasOnline() {
        return wasOnline;
    }

    /** @return the status of the bridge in words */
    String bridgeStatus() {
        ThingStatusInfo status = bridgeStatus;
        return status == null ? "" : journal.status(status);
    }

    @Override
    public void statusChanged(Thing thing, ThingStatusInfo now) {
        if (thing instanceof Bridge) {
            wasOnline |= now.getStatus() == ThingStatus.ONLINE;
            bridgeStatus = now;
        }
        journal.statusChanged(thing, now);
    }

    @Override
    public void stateUpdated(Channel channel, State state) {
        journal.stateUpdated(channel, state);
    }

    @Override
    public void triggered(Channel channel, String event) {
        journal.triggered(channel, event);
    }

    @Override
    public void found(DiscoveryResult result) {
        journal.found(result);
    }
}
