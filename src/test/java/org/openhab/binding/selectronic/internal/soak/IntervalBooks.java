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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.log.DetailedRecord;
import org.openhab.binding.selectronic.simulator.log.LogKind;

/**
 * Books of a native connection: each interval that the unit still has comes once, in order and with its means; hourly
 * energies
 * come once and add up. To be audited a few minutes after a record was written, when all is well.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class IntervalBooks implements SoakBooks {
    private static final Duration INTERVAL = Duration.ofMinutes(15);

    private record Entry(Instant time, double number) {
    }

    private final Map<String, ToDoubleFunction<DetailedRecord>> means = new LinkedHashMap<>();
    private final Map<String, ToDoubleFunction<DetailedRecord>> energies = new LinkedHashMap<>();
    private final Map<String, List<Entry>> reported = new TreeMap<>();
    private final Map<String, HourlyEnergies> sums = new LinkedHashMap<>();
    private final Map<String, Double> worst = new LinkedHashMap<>();
    private final SimulatedUnit unit;
    private final ZoneId zone;
    /** What was recorded of the hour that has begun, as long as nothing of it is missing. */
    private final List<DetailedRecord> underWay = new ArrayList<>();
    private Instant verified = Instant.EPOCH;
    private int intervals;
    private int overwritten;

    IntervalBooks(SimulatedUnit unit, ZoneId zone) {
        this.unit = unit;
        this.zone = zone;
        means.put("load-power", record -> record.mean().load());
        means.put("solar-power", record -> record.mean().acSolar() + record.mean().dcSolar());
        means.put("battery-power", record -> record.mean().battery());
        means.put("ac-source-power", record -> record.mean().source());
        energies.put("load-energy", record -> record.energy().load());
        energies.put("solar-energy", record -> record.energy().acSolar() + record.energy().dcSolar());
        energies.put("battery-energy-in", record -> record.energy().batteryIn());
        energies.put("battery-energy-out", record -> record.energy().batteryOut());
        energies.put("energy-import", record -> record.energy().sourceIn());
        energies.put("energy-export", record -> record.energy().sourceOut());
        energies.keySet().forEach(channel -> sums.put(channel, new HourlyEnergies(channel)));
    }

    @Override
    public void reported(String channel, Instant time, double number) {
        Objects.requireNonNull(reported.computeIfAbsent(channel, first -> new ArrayList<>()))
                .add(new Entry(time, number));
    }

    @Override
    public void audit() {
        List<DetailedRecord> kept = unit.logs().intervals();
        int counted = Math.min(kept.size(), unit.logs().ring(LogKind.DETAILED).count());
        List<DetailedRecord> did = kept.subList(kept.size() - counted, kept.size()).stream()
                .filter(record -> record.end().isAfter(verified)).toList();
        means.forEach((channel, mean) -> verify(channel, did, -1, mean));
        verify("state-of-charge", did, 0, DetailedRecord::soc);
        did.forEach(this::verified);
        Instant complete = verified.minus(1, ChronoUnit.HOURS).plusNanos(1);
        sums.forEach((channel, hours) -> {
            take(channel).forEach(entry -> hours.reported(entry.time(), entry.number()));
            assertThat(channel + " that did not come", hours.missing(complete).keySet(), is(empty()));
        });
    }

    private void verify(String channel, List<DetailedRecord> did, int at, ToDoubleFunction<DetailedRecord> number) {
        List<Entry> entries = take(channel);
        for (int n = 0; n < Math.min(entries.size(), did.size()); n++) {
            assertThat(channel + ", each interval once and in order", entries.get(n).time(),
                    is(did.get(n).end().plus(INTERVAL.multipliedBy(at))));
            worst.merge(channel, Math.abs(entries.get(n).number() - number.applyAsDouble(did.get(n))), Math::max);
        }
        assertThat(channel + " after " + verified, entries, hasSize(did.size()));
    }

    private List<Entry> take(String channel) {
        List<Entry> entries = reported.remove(channel);
        return entries == null ? List.of() : entries;
    }

    private void verified(DetailedRecord record) {
        Instant start = record.end().minus(INTERVAL);
        boolean adjoins = start.equals(verified);
        if (!adjoins && intervals > 0) {
            overwritten += (int) Duration.between(verified, record.end().minus(INTERVAL)).dividedBy(INTERVAL);
        }
        Instant hour = start.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        if (!adjoins || start.equals(hour)) {
            underWay.clear();
        }
        // there is no count before the first one to begin with: its energy is not told, and so that hour is none
        if (adjoins && (start.equals(hour) || !underWay.isEmpty())) {
            underWay.add(record);
        }
        if (!record.start().equals(start)) {
            // the unit has started anew: its counters may have other steps, and then the hour is none
            underWay.clear();
            sums.values().forEach(hours -> hours.isLeftOpen(hour));
        }
        if (record.end().equals(hour.plus(1, ChronoUnit.HOURS))) {
            energies.forEach((channel, energy) -> underWay.forEach(
                    each -> Objects.requireNonNull(sums.get(channel)).flowed(hour, energy.applyAsDouble(each))));
            underWay.clear();
        }
        verified = record.end();
        intervals++;
    }

    /** Now, before the oldest records that were there leave the ring. */
    @Override
    public void returned() {
        audit();
    }

    @Override
    public void replaced() {
        // the hour that had begun at the old unit is not told
        underWay.clear();
        sums.values().forEach(HourlyEnergies::forget);
    }

    @Override
    public Map<String, HourlyEnergies> hours() {
        return sums;
    }

    @Override
    public Map<String, Double> worst() {
        return worst;
    }

    @Override
    public int entries() {
        return intervals;
    }

    @Override
    public int overwritten() {
        return overwritten;
    }

    @Override
    public double wraps() {
        return (double) intervals
                / unit.logs().ring(LogKind.DETAILED).layout().capacity(LogKind.DETAILED.recordWords());
    }
}
