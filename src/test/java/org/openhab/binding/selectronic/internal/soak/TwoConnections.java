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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.soak.Incident.Kind;
import org.openhab.core.thing.Bridge;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/**
 * An inverter with an alternative: while either connection delivers its values are fresh, each channel is updated by
 * one connection at a time, and its counters never decrease.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class TwoConnections implements SoakConnection {
    /** What both connections report of each sample, besides the counters. */
    private static final Set<String> LIVE = Set.of("load#power", "battery#power", "solar#power", "ac-source#power",
            "battery#state-of-charge");

    private final VirtualTime time;
    private final SoakConnection first;
    private final SoakConnection second;
    private final Duration longest;
    private final Map<String, Double> counters = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Incident> gaps = new ArrayList<>();
    private final Set<String> alone = new LinkedHashSet<>();
    private Instant counted = Instant.MIN;
    private Instant updatedAt = Instant.MIN;
    private Instant freshAt = Instant.MAX;
    private @Nullable State fresh;

    TwoConnections(VirtualTime time, SoakConnection first, SoakConnection second) {
        this.time = time;
        this.first = first;
        this.second = second;
        // the first one fails for two intervals and an attempt, and the next sample of the other is due by then
        this.longest = first.interval().multipliedBy(3).plus(second.interval());
    }

    @Override
    public void updated(String channel, State state) {
        Instant now = time.clock().instant();
        if (!now.equals(updatedAt)) {
            alone.forEach(each -> complaints.add(updatedAt + " " + each + " is not of the connection in use"));
            alone.clear();
            updatedAt = now;
        }
        if (SoakHab.SAMPLE_TIME.equals(channel)) {
            alone.clear();
            if (!state.equals(fresh)) {
                if (Duration.between(freshAt, now).compareTo(longest) > 0) {
                    gaps.add(new Incident(freshAt, Kind.OUTAGE, Duration.between(freshAt, now)));
                }
                fresh = state;
                freshAt = now;
            }
        } else if (state != UnDefType.UNDEF && (LIVE.contains(channel) || Counters.channels().contains(channel))) {
            alone.add(channel);
            double number = SoakHab.number(state);
            if (!LIVE.contains(channel)) {
                Double before = counters.put(channel, number);
                if (before != null && number < before
                        && !(now.isBefore(counted) && before - number <= SoakVerdict.COUNT)) {
                    complaints.add(now + " " + channel + " went from " + before + " to " + number);
                }
            }
        }
    }

    @Override
    public void check(List<Incident> incidents) {
        assertThat(complaints.size() + " complaints", complaints.stream().limit(5).toList(), is(empty()));
        List<Incident> absences = incidents.stream()
                .filter(incident -> incident.kind() == Kind.OUTAGE || incident.kind() == Kind.ABSENCE).toList();
        assertThat("without a fresh value although a connection delivers",
                gaps.stream()
                        .filter(gap -> absences.stream().noneMatch(
                                absence -> absence.from().isBefore(gap.to()) && gap.from().isBefore(absence.to())))
                        .toList(),
                is(empty()));
    }

    @Override
    public ConnectionType connectionType() {
        return first.connectionType();
    }

    @Override
    public String label() {
        return first.label() + " and " + second.label();
    }

    @Override
    public List<SoakConnection> parts() {
        return List.of(first, second);
    }

    @Override
    public Duration interval() {
        return first.interval();
    }

    @Override
    public Bridge bridge() {
        return first.bridge();
    }

    @Override
    public SourceBridgeHandler handler(Bridge bridge) {
        return first.handler(bridge);
    }

    /** The counts of the unit have another worth, so a counter may decrease by one of them until each has read it. */
    @Override
    public void reset() {
        counted = time.clock().instant().plus(longest);
    }

    @Override
    public void fail(boolean failing) {
        parts().forEach(part -> part.fail(failing));
    }

    @Override
    public void trouble() {
        parts().forEach(SoakConnection::trouble);
    }

    @Override
    public void awaitReleased() {
        parts().forEach(SoakConnection::awaitReleased);
    }

    @Override
    public boolean isQuiet() {
        return first.isQuiet() && second.isQuiet();
    }

    @Override
    public long requests() {
        return first.requests() + second.requests();
    }

    @Override
    public long logins() {
        return first.logins() + second.logins();
    }

    @Override
    public FakeStorage stored() {
        return first.stored();
    }

    @Override
    public int violations() {
        return first.violations() + second.violations();
    }

    @Override
    public void forget() {
        parts().forEach(SoakConnection::forget);
    }

    @Override
    public void close() {
        parts().forEach(SoakConnection::close);
    }
}
