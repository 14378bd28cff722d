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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;

/**
 * What is left behind when things are disposed of.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Leftovers {
    private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private Leftovers() {
    }

    /** Disposes of inverter and bridge. What nobody looks at any more must be closed, and nothing must be told. */
    static List<String> ofThings(Rig rig, boolean hasPortal) {
        List<String> left = new ArrayList<>();
        long begin = System.nanoTime();
        rig.dispose();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (took.compareTo(AT_ONCE) > 0) {
            left.add("disposing took " + took.toMillis() + " ms");
        }
        int updates = rig.openHab().updates.size();
        int statuses = rig.openHab().statuses.size();
        await(hasPortal, () -> {
            rig.time().settle();
            return open(rig);
        });
        left.addAll(open(rig));
        long attempts = rig.attempts();
        rig.time().pass(A_WHILE);
        if (rig.time().waiting() > 0) {
            left.add(rig.time().waiting() + " tasks are scheduled");
        }
        if (rig.attempts() != attempts) {
            left.add("it asks on");
        }
        if (rig.openHab().updates.size() != updates || rig.openHab().statuses.size() != statuses) {
            left.add("it tells on");
        }
        return left;
    }

    private static List<String> open(Rig rig) {
        List<String> open = new ArrayList<>();
        int connections = rig.connectionsOpen() - rig.connectionsOfOpenHab();
        if (connections > 0) {
            open.add(connections + " connections are open");
        }
        rig.filesOpen().forEach(file -> open.add(file + " is open"));
        return open;
    }

    /** Threads of this thread's group, when everything has been closed. What ends in virtual time still does so. */
    static List<String> threads(boolean hasPortal, VirtualTime time) {
        await(hasPortal, () -> {
            time.settle();
            return alive();
        });
        return alive().stream().map(name -> "thread " + name + " is alive").toList();
    }

    /** But for the platform's own clockwork, which is started by the first who needs it and serves all. */
    private static List<String> alive() {
        ThreadGroup group = Objects.requireNonNull(Thread.currentThread().getThreadGroup());
        Thread[] threads = new Thread[100];
        int count = group.enumerate(threads);
        return Stream.of(threads).limit(count).filter(thread -> !Thread.currentThread().equals(thread))
                .map(Thread::getName).filter(name -> !name.equals("CompletableFutureDelayScheduler")).toList();
    }

    /**
     * Whoever has to wait for an answer or a good-bye has some seconds. A log-in at the portal that is under way is
     * finished, so that its refusal is known, and is given up after 30 s.
     */
    private static void await(boolean hasPortal, Supplier<List<String>> left) {
        Duration patience = Duration.ofSeconds(hasPortal ? 35 : 4);
        long deadline = System.nanoTime() + patience.toNanos();
        while (!Objects.requireNonNull(left.get()).isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
