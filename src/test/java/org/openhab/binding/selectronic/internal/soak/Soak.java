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
package org.openhab.binding.selectronic.internal.soak;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/**
 * One system on one way through a long time: what happens comes by the timetable, each day the books are held against
 * the plant, each month it is measured what the process holds on to.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Soak implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long GLANCE_NANOS = 20_000;
    private static final Duration INTERVAL = Duration.ofMinutes(15);
    /** Of a day in UTC: before the first incident, and a few minutes after a record was written. */
    static final Duration AUDIT = Duration.ofMinutes(2 * 60 + 37);

    private record Step(Instant at, Runnable work) {
    }

    private final SoakConnection connectionType;
    private final VirtualTime time;
    private final SimulatedUnit unit;
    private final ZoneId zone;
    private final SoakHab openHab;
    private final SoakBooks books;
    private final FakeStorage storage = new FakeStorage();
    private final Counters counters;
    private final List<Footprint> footprints = new ArrayList<>();
    private final List<Bridge> bridges;
    private final Thing inverter;
    private Instant start = Instant.EPOCH;
    private boolean there;
    private int starts;
    private long puts;

    Soak(SoakConnection connectionType, VirtualTime time, SimulatedUnit unit, ZoneId zone, SoakBooks books) {
        this.connectionType = connectionType;
        this.time = time;
        this.unit = unit;
        this.zone = zone;
        this.books = books;
        this.openHab = new SoakHab(time, time.clock());
        this.counters = new Counters(openHab, unit);
        openHab.books = books;
        openHab.watch = connectionType::updated;
        bridges = connectionType.parts().stream().map(SoakConnection::bridge).toList();
        inverter = FakeOpenHab.inverter(bridges.get(0), "main",
                Map.of("alternatives", bridges.stream().skip(1).map(bridge -> bridge.getUID().getAsString()).toList()));
    }

    /** Lives through days with their incidents. */
    void live(Instant start, int days, List<Incident> incidents) {
        this.start = start;
        List<Step> steps = new ArrayList<>();
        Instant midnight = start.truncatedTo(ChronoUnit.DAYS);
        for (int day = 1; day <= days; day++) {
            Instant at = midnight.plus(Duration.ofDays(day)).plus(AUDIT);
            int month = day / 30;
            boolean due = day % 30 == 0;
            steps.add(new Step(at, () -> audit(due ? month : 0)));
        }
        for (Incident incident : incidents) {
            steps.add(new Step(incident.from(), () -> begin(incident)));
            steps.add(new Step(incident.to(), () -> end(incident)));
        }
        steps.sort(Comparator.comparing(Step::at));
        startOpenHab();
        passTo(start.plus(Duration.ofHours(1)));
        refresh();
        counters.begin();
        for (Step step : steps) {
            passTo(step.at);
            step.work.run();
        }
        refresh();
        counters.end();
        stopOpenHab();
    }

    /** Begins to live, without anything that happens. */
    void begin(Instant start) {
        this.start = start;
        startOpenHab();
    }

    /** How often something was put into the storage of bridge and inverter. */
    long puts() {
        stored().forEach(stored -> {
            puts += stored.puts.size();
            stored.puts.clear();
        });
        return puts;
    }

    /** What was stored, or changed of a thing, although it was there already. */
    List<String> unchanged() {
        return Stream.concat(stored().map(stored -> stored.unchangedPuts), Stream.of(openHab.unchangedThingUpdates))
                .flatMap(List::stream).toList();
    }

    private Stream<FakeStorage> stored() {
        return Stream.concat(connectionType.parts().stream().map(SoakConnection::stored), Stream.of(storage));
    }

    private void begin(Incident incident) {
        switch (incident.kind()) {
            case OUTAGE, GLITCH -> connectionType.fail(true);
            case FIRST_OUT -> connectionType.parts().get(0).fail(true);
            case SECOND_OUT -> connectionType.parts().get(1).fail(true);
            case SILENCE, FIRST_SILENT -> unit.setLinked(false);
            case TROUBLE -> connectionType.trouble();
            case ABSENCE -> {
                // of what was told until now the unit may have nothing any more afterwards
                audit(0);
                stopOpenHab();
            }
            case RESET -> {
                // in the middle of an interval, wherever the plant was looked at last
                unit.advanceTo(time.clock().instant());
                unit.restart(UnitScales.A);
                connectionType.reset();
            }
            case REPLACEMENT -> replace();
        }
    }

    private void end(Incident incident) {
        switch (incident.kind()) {
            case OUTAGE, GLITCH, FIRST_OUT, SECOND_OUT -> connectionType.fail(false);
            case SILENCE, FIRST_SILENT -> unit.setLinked(true);
            case ABSENCE -> {
                // what the plant did meanwhile is worked out now, and not while somebody waits for an answer
                unit.advanceTo(time.clock().instant());
                startOpenHab();
                books.returned();
            }
            case REPLACEMENT -> {
                refresh();
                counters.begin();
            }
            case TROUBLE, RESET -> {
            }
        }
    }

    /** Between two records, so that it is clear what was told of the old unit. */
    private void replace() {
        Duration since = Duration.between(Instant.EPOCH, time.clock().instant());
        passTo(time.clock().instant().plus(INTERVAL).minusNanos(since.toNanos() % INTERVAL.toNanos())
                .plus(INTERVAL.dividedBy(2)));
        audit(0);
        counters.end();
        unit.replaceBy(UnitIdentity.a(7));
        books.replaced();
    }

    private void audit(int month) {
        if (there) {
            refresh();
            counters.audit();
            books.audit();
        }
        connectionType.forget();
        puts();
        if (month > 0) {
            footprints.add(Footprint.now(month));
        }
    }

    /** What the channels say is of now, and what was recorded until now was asked for. */
    private void refresh() {
        for (Bridge bridge : bridges) {
            if (openHab.thing(bridge.getUID()).getHandler() instanceof SourceBridgeHandler handler) {
                handler.refresh();
                settle();
            }
        }
    }

    private void startOpenHab() {
        starts++;
        there = true;
        for (int n = 0; n < bridges.size(); n++) {
            openHab.add(bridges.get(n), connectionType.parts().get(n).handler(bridges.get(n)));
        }
        Timing timing = new Timing(time.clock(), time, new Random(1));
        openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing, zone, storage, new FakeStorage())));
        settle();
    }

    private void stopOpenHab() {
        there = false;
        openHab.dispose(openHab.thing(inverter.getUID()));
        bridges.forEach(bridge -> openHab.dispose(openHab.thing(bridge.getUID())));
        settle();
        connectionType.awaitReleased();
    }

    /** Lets time pass, and stand still while an answer is under way. */
    void passTo(Instant target) {
        settle();
        while (time.clock().instant().isBefore(target)) {
            Duration left = Duration.between(time.clock().instant(), target);
            Duration next = time.untilNext();
            boolean last = next.compareTo(left) > 0 || time.waiting() == 0;
            time.pass(last ? left : next);
            settle();
        }
    }

    private void settle() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        time.settle();
        while (there && !(connectionType.isQuiet() && isNothingDue())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("an answer does not come");
            }
            LockSupport.parkNanos(GLANCE_NANOS);
            time.settle();
        }
    }

    /** What has been handed on a moment ago is due at once. */
    private boolean isNothingDue() {
        return time.waiting() == 0 || !time.untilNext().isZero();
    }

    Instant start() {
        return start;
    }

    SoakConnection connectionType() {
        return connectionType;
    }

    SoakHab openHab() {
        return openHab;
    }

    SoakBooks books() {
        return books;
    }

    Counters counters() {
        return counters;
    }

    List<Footprint> footprints() {
        return footprints;
    }

    /** What the process holds on to besides the unit's own logs, which fill meanwhile. */
    List<Footprint> footprintsBesides(List<Footprint> unitAlone) {
        return footprints.stream()
                .map(all -> new Footprint(all.month(),
                        all.heap() - unitAlone.get(all.month() - 1).heap() + unitAlone.get(0).heap(), all.threads(),
                        all.own()))
                .toList();
    }

    /** How often openHAB was started. */
    int starts() {
        return starts;
    }

    @Override
    public void close() {
        if (there) {
            stopOpenHab();
        }
        connectionType.close();
    }
}
