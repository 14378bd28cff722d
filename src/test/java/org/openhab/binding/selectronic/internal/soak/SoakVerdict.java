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
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.soak.Incident.Kind;
import org.openhab.binding.selectronic.internal.soak.SoakHab.Shown;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;

/**
 * What must have come of a soak, whatever its length. The worth of counts is that of the simulated unit.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SoakVerdict {
    /** The smallest object there is. */
    private static final int BYTES_OF_AN_OBJECT = 16;
    /** Until then each channel has been told and each outage met. */
    private static final int MONTHS_TO_SETTLE = 3;
    /** Less than this in a month is not seen in what a collection of garbage leaves. */
    private static final double SEEN = 100_000;
    private static final double WATTS_PER_KILOWATT = 1000;
    /** The coarser one of the two kinds of counts of energy, and of the two sets of scale factors, in kWh. */
    static final double COUNT = org.openhab.binding.selectronic.simulator.memory.Kind.DC_WH.perCount(UnitScales.B)
            .doubleValue() / WATTS_PER_KILOWATT;
    /** Solar energy is the sum of an AC-coupled counter and of two of shunts. */
    private static final int REGISTERS = 3;

    private final Soak soak;
    private final List<Incident> incidents;
    private final int days;
    private final List<Footprint> unitAlone;

    SoakVerdict(Soak soak, List<Incident> incidents, int days, List<Footprint> unitAlone) {
        this.unitAlone = unitAlone;
        this.soak = soak;
        this.incidents = incidents;
        this.days = days;
    }

    void check() {
        outages();
        assertThat("writes, or two requests at a time", soak.connectionType().violations(), is(0));
        assertThat("stored again", soak.unchanged(), is(empty()));
        soak.connectionType().check(incidents);
        record();
        counters();
        footprint();
    }

    /** Each outage is shown while it lasts and goes with it; nothing else is shown. */
    private void outages() {
        List<Shown> shown = new ArrayList<>(soak.openHab().shown());
        for (Incident incident : incidents) {
            if (incident.kind() == Kind.REPLACEMENT) {
                // a box has other ids then, which are looked up after a while
                shown.removeIf(each -> isWithin(each.from(), incident.from(), incident.to())
                        && each.to().isBefore(incident.to()));
            }
        }
        List<Incident> real = incidents.stream().filter(incident -> incident.kind().isShown()).toList();
        assertThat(shown + "\n" + real, shown, hasSize(real.size()));
        for (int n = 0; n < real.size(); n++) {
            Incident outage = real.get(n);
            Instant latest = outage.to().plus(soak.connectionType().connectionType().slowestProbe())
                    .plus(soak.connectionType().interval().multipliedBy(2));
            assertThat(shown.get(n) + " for " + outage, isWithin(shown.get(n).from(), outage.from(), outage.to())
                    && isWithin(shown.get(n).to(), outage.to(), latest), is(true));
        }
    }

    private static boolean isWithin(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && !time.isAfter(to);
    }

    /** Each entry was checked as it came; what is left are the sums. */
    private void record() {
        boolean counted = soak.connectionType().connectionType() != ConnectionType.PORTAL;
        soak.books().hours().forEach((channel, hours) -> {
            // the portal rounds to the watt-hour, a counter of a day begins anew each day and after each start
            double tolerance = counted ? REGISTERS * COUNT * days : 0.0005 * hours.hours();
            assertThat(channel, hours.reported(), is(closeTo(hours.flowed(), tolerance)));
        });
    }

    private void counters() {
        for (String channel : Counters.channels()) {
            assertThat(channel, soak.counters().worst(channel), is(lessThan(REGISTERS * COUNT)));
            assertThat(channel, soak.counters().reported(channel),
                    is(closeTo(soak.counters().plant(channel), 2 * REGISTERS * COUNT)));
        }
        assertThat("what was lost", soak.counters().balance(),
                is(closeTo(soak.counters().losses(), 2 * 6 * REGISTERS * COUNT)));
    }

    private void footprint() {
        List<Footprint> settled = Footprint.settled(soak.footprintsBesides(unitAlone), MONTHS_TO_SETTLE);
        if (settled.size() > 2) {
            double pollsAMonth = Duration.ofDays(30).dividedBy(soak.connectionType().interval());
            assertThat("less than one object stays behind for each poll", Footprint.slope(settled),
                    is(lessThan(Math.max(SEEN, BYTES_OF_AN_OBJECT * pollsAMonth))));
            // a connection that is open at that moment has some at the other end
            int before = settled.stream().limit(settled.size() / 2).mapToInt(Footprint::threads).max().orElseThrow();
            assertThat("threads", settled.get(settled.size() - 1).threads(), is(lessThanOrEqualTo(before + 2)));
            assertThat("instances of our own", (double) settled.get(settled.size() - 1).own(),
                    is(lessThan(1.1 * settled.get(0).own() + 100)));
        }
    }
}
