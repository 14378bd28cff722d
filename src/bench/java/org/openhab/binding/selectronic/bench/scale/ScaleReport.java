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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.bench.Machine;
import org.openhab.binding.selectronic.bench.OtherProcess;
import org.openhab.binding.selectronic.bench.Results;
import org.openhab.binding.selectronic.bench.Table;

import com.google.gson.Gson;

/**
 * Many things in one process against simulated devices in another: what they cost, and how the cost grows.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ScaleReport {
    private static final Site LARGE = new Site(1000, 100, 200, 100, 200);
    private static final int[] GATEWAYS = { 1, 10, 100, 1000 };
    private static final int[] LINKS = { 1, 10, 100, 200 };
    /** A limit that a small machine would have, and no room for what is not needed. */
    private static final List<String> BINDING = List.of("-Xmx192m");
    private static final List<String> SIMULATOR = List.of("-Xmx512m", "-Xss256k");
    private static final double MEGABYTE = 1 << 20;
    private static final double MOST_CPU = 25;
    private static final double MOST_HEAP = 64;

    private ScaleReport() {
    }

    /** @param arguments for how many seconds the large site is measured, and each step of the growth */
    public static void main(String[] arguments) throws IOException {
        String seconds = arguments[0];
        String growthSeconds = arguments[1];
        Machine machine = Machine.here();
        List<Figures> gateways = new ArrayList<>();
        for (int count : GATEWAYS) {
            gateways.add(run(new Site(count, 0, 0), growthSeconds));
        }
        List<Figures> links = new ArrayList<>();
        for (int count : LINKS) {
            links.add(run(new Site(0, count, 0), growthSeconds));
        }
        Figures large = run(LARGE, seconds);
        Results.show("scale", "mvn -Plong -DskipTests package exec:exec@many-things", machine,
                List.of(goals(large, gateways, links), polls(large), growth("gateways", gateways),
                        growth("links", links), threads(large)));
    }

    private static Figures run(Site site, String seconds) throws IOException {
        Objects.requireNonNull(System.out).println(site + ", measured for " + seconds + " s …");
        try (OtherProcess simulator = new OtherProcess(ScaleSimulator.class, SIMULATOR,
                List.of(Integer.toString(site.gateways()), Integer.toString(site.links()),
                        Integer.toString(site.systems()), Integer.toString(site.alternatives()),
                        Integer.toString(site.forecasts())));
                OtherProcess binding = new OtherProcess(ScaleRun.class, BINDING, List.of(seconds))) {
            binding.report(simulator.line());
            return Objects.requireNonNull(new Gson().fromJson(binding.line(), Figures.class));
        }
    }

    private static int things(Figures figures) {
        return figures.site().gateways() + figures.site().links() + figures.site().systems();
    }

    private static Table goals(Figures large, List<Figures> gateways, List<Figures> links) {
        Figures ten = gateways.get(1);
        Figures tenLinks = links.get(1);
        int missed = large.connectionTypes().stream().mapToInt(Figures.OfConnection::missed).sum();
        double binding = (large.heap() - large.heapOfThings()) / MEGABYTE;
        int grown = Math.max(gateways.get(gateways.size() - 1).bindingThreads() - ten.bindingThreads(),
                links.get(links.size() - 1).bindingThreads() - tenLinks.bindingThreads());
        double percentile = large.connectionTypes().stream().mapToDouble(Figures.OfConnection::percentile).max()
                .orElse(Double.NaN);
        return Table
                .of(LARGE.gateways() + " gateways at " + Site.GATEWAY_SECONDS + " s, of these " + LARGE.forecasts()
                        + " with a forecast and " + LARGE.alternatives() + " with a native link as alternative; "
                        + LARGE.links() + " native links at " + Site.LINK_SECONDS + " s and one account with "
                        + LARGE.systems() + " systems at " + Site.PORTAL_SECONDS + " s in one process", "What",
                        "Measured", "Goal", "Kept")
                .row("CPU of the process, % of one core", large.cpuPercent(), "< 25",
                        kept(large.cpuPercent() < MOST_CPU))
                .row("All processes of the machine, % of all cores", large.machinePercent(), "", "")
                .row("Heap after garbage collection, MB, of handlers, sources and HTTP", binding, "< 64",
                        kept(binding < MOST_HEAP))
                .row("Heap after garbage collection, MB, of the process with openHAB's things and channels",
                        large.heap() / MEGABYTE, "", "")
                .row("Threads that 10 devices have not, in the pools that the binding uses", grown, "0",
                        kept(grown <= 0))
                .row("Threads of the process at most", large.mostThreads(), "", "")
                .row("Missed deadlines", missed, "0", kept(missed == 0))
                .row("From the answer to the last channel, ms, 99th percentile of the slowest connection", percentile,
                        "", "")
                .row("Memory that is allocated, MB a second", large.allocatedPerSecond() / MEGABYTE, "", "")
                .note(String.format(Locale.ROOT, "Measured for %.0f s, after %.0f s in which everything came online.",
                        large.seconds(), large.warmUpSeconds()))
                .note("Each system and each box counts as a device with bridge, inverter and all channels, each of them linked but those of the forecast where there is none; "
                        + "the heap of the process is limited to 192 MB, its things and channels are openHAB's objects.")
                .note("What openHAB does with a state after `stateUpdated` is not in these figures.");
    }

    private static String kept(boolean kept) {
        return kept ? "yes" : "no";
    }

    private static Table polls(Figures large) {
        Table table = Table.of("How the polls of these went", "Connection", "Devices", "Due every s", "Polls",
                "Published", "Fewest", "Most", "Missed", "Longest gap s", "Median ms", "99 % ms", "Longest ms");
        for (Figures.OfConnection connectionType : large.connectionTypes()) {
            table.row(connectionType.connectionType(), connectionType.things(), connectionType.interval(),
                    connectionType.polls(), connectionType.published(), connectionType.fewest(), connectionType.most(),
                    connectionType.missed(), connectionType.longestGap(), connectionType.median(),
                    connectionType.percentile(), connectionType.longest());
        }
        table.note(
                "A poll is due one interval after the one before has begun; it misses its deadline if it begins more than "
                        + "another interval later.")
                .note("*Fewest* and *most* are the polls of one device, and the times are those from the answer to the last channel.");
        if (!large.remark().isEmpty()) {
            table.note("One account is asked once a second at most, so " + LARGE.systems()
                    + " systems cannot be read every " + Site.PORTAL_SECONDS
                    + " s: each is due when the others had their turn, and the bridge says `" + large.remark() + "`.");
        }
        return table;
    }

    private static Table growth(String what, List<Figures> runs) {
        Table table = Table.of("Growth with the number of " + what, "Devices", "CPU in %", "CPU µs a poll", "Heap MB",
                "kB a device", "Threads of the binding", "Threads of HTTP", "Missed", "99 % ms");
        for (Figures run : runs) {
            Figures.OfConnection connectionType = run.connectionTypes().get(0);
            double heap = run.heap() - run.heapOfThings();
            table.row(things(run), run.cpuPercent(), run.cpuPercent() * 1e4 * run.seconds() / connectionType.polls(),
                    heap / MEGABYTE, heap / 1024 / things(run), run.bindingThreads(), run.httpThreads(),
                    connectionType.missed(), connectionType.percentile());
        }
        return table.note("Heap is what handlers, sources and HTTP add to that of things and channels.").note(
                "Threads of HTTP are those of the client that openHAB has for all add-ons, and of those that it makes for the binding: one for all gateways without TLS.");
    }

    private static Table threads(Figures large) {
        Table table = Table.of("Threads at the end of the large run", "Pool", "Threads");
        large.threads().forEach((name, count) -> table.row(name, count));
        return table;
    }
}
