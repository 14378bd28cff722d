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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.derive.Derivation;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Through outages, restarts and clocks that are set: a run of the generator is never longer, and has never supplied
 * more, than was observed of it; and what was observed without a gap counts to the second.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ObservedRunLawTest {
    private static final double POWER = 3600;
    /** What a restart may lose of a run that is stored every five minutes. */
    private static final double STORED_EVERY = 300;
    private static final double STEP = SampleStream.INTERVAL.toSeconds();

    /** What happens from one sample to the next. */
    enum Step {
        ON,
        OFF,
        STAY,
        STAY_LONG,
        OUTAGE,
        RESTART,
        CLOCK_FORWARD,
        CLOCK_BACK,
        AGAIN,
        UNKNOWN
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMinSize(5).ofMaxSize(60);
    }

    @Property(tries = 300)
    void aRunIsWhatWasObservedOfIt(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        Random random = new Random(seed);
        SampleStream stream = new SampleStream(Instant.parse("2026-06-01T08:00:00Z"));
        Derivation derivation = derivation(stream);
        boolean on = false, before = false, connected = false, restarted = false;
        double gap = 0;
        Sample last = null;
        // what an onlooker has seen of the run, by its start
        Map<Value, Double> seconds = new HashMap<>();
        Value current = null;
        for (Step step : steps) {
            on = step == Step.ON || step != Step.OFF && on;
            int samples = step == Step.STAY_LONG ? 1 + random.nextInt(200) : 1;
            for (int n = 0; n < samples; n++) {
                Duration pause = step == Step.OUTAGE ? Duration.ofMinutes(2 + random.nextInt(3000))
                        : SampleStream.INTERVAL;
                stream.pass(pause);
                switch (step) {
                    case CLOCK_FORWARD -> stream.setDeviceClock(Duration.ofMinutes(1 + random.nextInt(5_000_000)));
                    case CLOCK_BACK -> stream.setDeviceClock(Duration.ofMinutes(-1 - random.nextInt(5_000_000)));
                    case RESTART -> derivation = derivation(stream);
                    default -> {
                    }
                }
                restarted |= step == Step.RESTART;
                gap += pause.toSeconds();
                boolean again = step == Step.AGAIN && last != null;
                last = again && last != null ? last
                        : stream.sample(ConnectionType.GATEWAY, Map.of(AC_SOURCE_POWER,
                                step == Step.UNKNOWN ? Value.UNKNOWN : Value.of(on ? POWER : 0)));
                Derived derived = derivation.derive(last);
                if (again || step == Step.UNKNOWN) {
                    assertObserved(derived, seconds);
                    continue;
                }
                boolean observed = connected && !restarted && gap <= 60;
                Value start = derived.values().getOrDefault(GENERATOR_RUN_START, Value.UNKNOWN);
                if (observed && on && !before) {
                    current = Value.of(last.time());
                    assertThat("a start that was seen is told", start, is(current));
                    seconds.put(current, 0.0);
                } else if (observed && before && current != null) {
                    seconds.merge(current, gap, Double::sum);
                    if (!on) {
                        assertThat(derived.values().get(GENERATOR_RUN_END), is(Value.of(last.time())));
                    }
                    assertThat("no second is lost", number(derived, GENERATOR_RUN_TIME) * 60,
                            is(closeTo(seconds.getOrDefault(current, 0.0), 0.01)));
                }
                current = observed && on ? current : null;
                assertObserved(derived, seconds);
                before = on;
                connected = true;
                restarted = false;
                gap = 0;
            }
        }
    }

    /** Never more than was seen, and no more than five minutes less. */
    private static void assertObserved(Derived derived, Map<Value, Double> seconds) {
        Value start = derived.values().get(GENERATOR_RUN_START);
        if (start != null) {
            double seen = seconds.getOrDefault(start, Double.NaN);
            double minutes = number(derived, GENERATOR_RUN_TIME);
            assertThat(minutes * 60,
                    is(both(lessThanOrEqualTo(seen + 0.01)).and(greaterThan(seen - STORED_EVERY - STEP))));
            assertThat(number(derived, GENERATOR_RUN_ENERGY),
                    is(both(greaterThanOrEqualTo(0.0)).and(lessThanOrEqualTo(seen * POWER / 3.6e6 + 1e-6))));
        }
    }

    private static Derivation derivation(SampleStream stream) {
        return new Derivation(new Derivation.Site(AcSource.GENERATOR, 100, null, 20.0), stream.surroundings());
    }

    private static double number(Derived derived, Quantity quantity) {
        return derived.values().get(quantity) instanceof Value.Numeric numeric ? numeric.number() : Double.NaN;
    }
}
