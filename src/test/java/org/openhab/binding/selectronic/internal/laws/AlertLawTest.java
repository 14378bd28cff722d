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
package org.openhab.binding.selectronic.internal.laws;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.derive.Derivation;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.EventCodes;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;
import org.openhab.binding.selectronic.internal.model.Value;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A unit raises and clears alerts while openHAB polls it, is restarted, or cannot reach it: where the log is understood
 * each is told exactly once and in order, elsewhere each that a poll shows; alerts that are only noted are never active
 * and never cleared; and a beginning that is shown is one that the log or two polls have shown.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AlertLawTest {
    private static final List<Integer> LASTING = List.of(2, 50, 127), NOTED = List.of(122, 175, 241);

    /** What happens before the next sample. */
    enum Step {
        NOTHING,
        TOGGLE,
        TOGGLE_TWICE,
        NOTE,
        OUTAGE,
        RESTART,
        LATE_LOG
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMinSize(3).ofMaxSize(60);
    }

    /** A unit: what is active, since when, and what its log has that was not read yet. */
    private static final class Unit {
        final Map<Integer, Instant> active = new LinkedHashMap<>();
        final List<UnitEvent> unread = new ArrayList<>();
        final List<String> happened = new ArrayList<>();

        void toggle(int code, Instant now) {
            boolean raised = active.remove(code) == null;
            if (raised) {
                active.put(code, now);
            }
            log(raised ? Type.ALERT_RAISED : Type.ALERT_CLEARED, code, now);
        }

        void log(Type type, int code, Instant now) {
            unread.add(new UnitEvent(type, code, now, false, Map.of()));
            happened.add(type + " " + code);
        }

        Map<Quantity, Value> list() {
            return Map.of(ALERTS_ACTIVE_LIST, new Value.Alerts(List.copyOf(active.keySet())), ALERTS_CODE,
                    Value.of(active.isEmpty() ? 0.0 : active.keySet().iterator().next()));
        }
    }

    @Property(tries = 400)
    void whatTheLogReportsIsReportedExactlyOnce(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        Random random = new Random(seed);
        SampleStream stream = new SampleStream(Instant.parse("2026-06-01T08:00:00Z"));
        Derivation derivation = derivation(stream);
        Unit unit = new Unit();
        derivation.derive(stream.logged(ConnectionType.NETWORK, unit.list(), List.of()));
        List<String> reported = new ArrayList<>();
        for (Step step : steps) {
            derivation = happen(step, unit, stream, derivation, random);
            // the log may be read a poll later than the list
            List<UnitEvent> newEvents = step == Step.LATE_LOG ? List.of() : List.copyOf(unit.unread);
            unit.unread.removeAll(newEvents);
            Derived derived = derivation.derive(stream.logged(ConnectionType.NETWORK, unit.list(), newEvents));
            derived.alerts().forEach(event -> reported.add(event.type() + " " + event.code()));
            if (unit.unread.isEmpty()) {
                assertThat(reported, is(unit.happened));
            }
            assertShown(unit, derived);
            Value since = Objects.requireNonNull(derived.values().get(ALERTS_SINCE));
            if (unit.unread.isEmpty() && !unit.active.isEmpty()) {
                assertThat("the log knows since when", since, is(Value.of(unit.active.values().iterator().next())));
            }
        }
    }

    /** Between two polls nobody sees anything: what is told is the difference, and nothing else. */
    @Property(tries = 400)
    void whatPollsShowIsReportedExactlyOnce(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        Random random = new Random(seed);
        SampleStream stream = new SampleStream(Instant.parse("2026-06-01T08:00:00Z"));
        Derivation derivation = derivation(stream);
        Unit unit = new Unit();
        derivation.derive(stream.sample(ConnectionType.NETWORK, unit.list()));
        Map<Integer, Boolean> known = new HashMap<>();
        for (Step step : steps) {
            Instant before = stream.now();
            derivation = happen(step, unit, stream, derivation, random);
            boolean seen = step != Step.OUTAGE && step != Step.RESTART;
            Sample sample = stream.sample(ConnectionType.NETWORK, unit.list());
            Derived derived = derivation.derive(sample);
            Map<Integer, Boolean> changes = new HashMap<>();
            for (UnitEvent event : derived.alerts()) {
                assertThat("once", changes.put(event.code(), event.type() == Type.ALERT_RAISED), is(nullValue()));
            }
            for (int code : LASTING) {
                boolean active = unit.active.containsKey(code);
                boolean was = known.getOrDefault(code, false);
                assertThat(changes.get(code), is(active == was ? null : active));
                known.put(code, active);
            }
            assertThat("nothing that no poll has shown", changes.keySet(), everyItem(is(in(LASTING))));
            assertShown(unit, derived);
            if (derived.values().get(ALERTS_SINCE) instanceof Value.Moment since && changes.containsValue(true)
                    && unit.active.size() == 1) {
                assertThat("an alert that was seen to begin began between two polls", seen, is(true));
                assertThat(since.instant(), is(both(greaterThan(before)).and(lessThanOrEqualTo(sample.time()))));
            }
        }
    }

    private static Derivation happen(Step step, Unit unit, SampleStream stream, Derivation derivation, Random random) {
        stream.pass(step == Step.OUTAGE ? Duration.ofMinutes(2 + random.nextInt(600)) : SampleStream.INTERVAL);
        int code = LASTING.get(random.nextInt(LASTING.size()));
        switch (step) {
            case TOGGLE, LATE_LOG -> unit.toggle(code, stream.now());
            case TOGGLE_TWICE -> {
                unit.toggle(code, stream.now().minusSeconds(1));
                unit.toggle(code, stream.now());
            }
            case NOTE -> unit.log(Type.ALERT_RAISED, NOTED.get(random.nextInt(NOTED.size())), stream.now());
            case OUTAGE, RESTART -> {
                if (random.nextBoolean()) {
                    unit.toggle(code, stream.now());
                }
            }
            default -> {
            }
        }
        return step == Step.RESTART ? derivation(stream) : derivation;
    }

    private static void assertShown(Unit unit, Derived derived) {
        if (unit.unread.isEmpty()) {
            assertThat(derived.values().get(ALERTS_ACTIVE), is(Value.of(!unit.active.isEmpty())));
        }
        derived.alerts().stream().filter(event -> EventCodes.isOneShot(event.code()))
                .forEach(event -> assertThat(event.type(), is(Type.ALERT_RAISED)));
    }

    private static Derivation derivation(SampleStream stream) {
        return new Derivation(new Derivation.Site(AcSource.GENERATOR, 100, null, null), stream.surroundings());
    }
}
