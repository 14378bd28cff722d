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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.Gson;
import com.sun.management.OperatingSystemMXBean;

/**
 * The process with the binding: reads {@link Ports} from one line, waits until every thing has shown values and half a
 * minute more, measures for a time, and tells {@link Figures} on one line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ScaleRun {
    private static final long SETTLING_SECONDS = 30;
    private static final long LONGEST_WARM_UP_SECONDS = 900;

    /** What tells a thread from the others of its pool. */
    private static final String NUMBER = "(-\\d+|@[0-9a-f]+-.*)$";

    private final OperatingSystemMXBean system = Objects
            .requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));
    private final com.sun.management.ThreadMXBean allocations = Objects
            .requireNonNull(ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class));
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final CountDownLatch never = new CountDownLatch(1);

    private ScaleRun() {
    }

    /** @param arguments for how many seconds to measure */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        Ports ports = Objects.requireNonNull(new Gson().fromJson(line, Ports.class));
        Objects.requireNonNull(System.out)
                .println(new Gson().toJson(new ScaleRun().measure(ports, Long.parseLong(arguments[0]))));
        Objects.requireNonNull(System.out).flush();
        // the pools of openHAB have no end
        System.exit(0);
    }

    private Figures measure(Ports ports, long seconds) throws InterruptedException {
        BindingHouse house = new BindingHouse(ports);
        long heapOfThings = heap();
        long start = System.nanoTime();
        house.begin();
        while (!house.isWarm() && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(LONGEST_WARM_UP_SECONDS)) {
            pause(1);
        }
        pause(Math.min(SETTLING_SECONDS, seconds));
        threads.resetPeakThreadCount();
        house.reset();
        long cpu = system.getProcessCpuTime();
        Map<Long, Long> allocated = allocated();
        // tells of the time since it was asked last
        system.getCpuLoad();
        long begin = System.nanoTime();
        pause(seconds);
        double machine = system.getCpuLoad();
        double took = (System.nanoTime() - begin) / 1e9;
        double used = (system.getProcessCpuTime() - cpu) / 1e9;
        long bytes = 0;
        for (Map.Entry<Long, Long> thread : allocated().entrySet()) {
            bytes += thread.getValue() - allocated.getOrDefault(thread.getKey(), 0L);
        }
        var connectionTypes = house.connectionTypes();
        return new Figures(
                new Site(ports.gateways().size(), ports.links().size(), ports.systems().size(),
                        ports.alternatives().size(), ports.forecasts()),
                (begin - start) / 1e9, took, 100 * used / took, 100 * machine, bytes / took, heapOfThings, heap(),
                threads.getPeakThreadCount(), names(), connectionTypes, house.portalStatus());
    }

    private void pause(long seconds) throws InterruptedException {
        never.await(seconds, TimeUnit.SECONDS);
    }

    /** Bytes in use after garbage collection; twice, since what is finalised goes with the second. */
    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private Map<Long, Long> allocated() {
        Map<Long, Long> bytes = new TreeMap<>();
        long[] ids = threads.getAllThreadIds();
        long[] each = allocations.getThreadAllocatedBytes(ids);
        for (int n = 0; n < ids.length; n++) {
            bytes.put(ids[n], Math.max(0, each[n]));
        }
        return bytes;
    }

    private Map<String, Integer> names() {
        Map<String, Integer> names = new TreeMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                names.merge(thread.getThreadName().replaceFirst(NUMBER, ""), 1, Integer::sum);
            }
        }
        return names;
    }
}
