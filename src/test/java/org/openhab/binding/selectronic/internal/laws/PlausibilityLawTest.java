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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.derive.Plausibility;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Reset;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a unit does and however its answers are spoiled: nothing impossible is published, what is true is published
 * with the sample that tells it, and a true reset with the second one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PlausibilityLawTest {
    private static final double RATING = 7500, BOUND = 5 * RATING;
    private static final List<Quantity> COUNTERS = List.of(LOAD_ENERGY_TODAY, SOLAR_ENERGY_TODAY, LOAD_ENERGY_TOTAL,
            SOLAR_ENERGY_TOTAL, BATTERY_ENERGY_IN_TOTAL, AC_SOURCE_ENERGY_EXPORT_TOTAL);
    private static final List<Quantity> POWERS = List.of(LOAD_POWER, BATTERY_POWER, SOLAR_DC_COUPLED_POWER,
            AC_SOURCE_POWER);

    /** What happens from one answer to the next. */
    enum Step {
        /** The plant goes on, and is told as it is. */
        GO_ON,
        /** Nothing is heard for hours, while the plant goes on. */
        OUTAGE,
        /** One answer of zeros. */
        ZEROS,
        /** One answer in which a counter is lower than it was. */
        BACKWARDS,
        /** One answer in which a counter is far too large. */
        LEAP,
        /** One answer with a power that no such unit has. */
        TOO_MUCH,
        /** One answer with a negative counter. */
        NEGATIVE,
        /** One answer in which the battery is suddenly empty. */
        EMPTY,
        /** The last answer is served once more. */
        AGAIN,
        /** The unit's counters of the day begin again. */
        MIDNIGHT,
        /** The unit is replaced: all its counters are others. */
        REPLACED,
        /** openHAB is restarted. */
        RESTART
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, Arbitraries.just(Step.GO_ON)),
                net.jqwik.api.Tuple.of(4, Arbitraries.of(Step.class))).list().ofMinSize(4).ofMaxSize(50);
    }

    @Property(tries = 400)
    void onlyWhatCanBeIsPublishedAndAllThatIsTrueIs(@ForAll("steps") List<Step> steps, @ForAll long seed) {
        Random random = new Random(seed);
        SampleStream stream = new SampleStream(Instant.parse("2026-06-01T08:00:00Z"));
        Plausibility plausibility = plausibility(stream);
        Map<Quantity, Double> plant = plant(random);
        Sample last = sample(stream, plant);
        boolean believed = plausibility.judge(last).sample().isPresent();
        for (Step step : steps) {
            stream.pass(step == Step.OUTAGE ? Duration.ofHours(1 + random.nextInt(100)) : SampleStream.INTERVAL);
            goOn(plant, random, step == Step.OUTAGE ? 20 : 0.01);
            if (step == Step.RESTART) {
                plausibility = plausibility(stream);
                believed = false;
            } else if (step == Step.MIDNIGHT || step == Step.REPLACED) {
                COUNTERS.stream().filter(counter -> step == Step.REPLACED || counter.reset() == Reset.DAILY)
                        .forEach(counter -> plant.put(counter, random.nextInt(5) / 8.0));
                plant.put(LOAD_ENERGY_TOTAL, step == Step.REPLACED ? 1.0 : plant.getOrDefault(LOAD_ENERGY_TOTAL, 0.0));
            }
            Map<Quantity, Double> reported = new EnumMap<>(plant);
            spoil(step, reported, random);
            last = step == Step.AGAIN ? last : sample(stream, reported);
            Optional<Sample> published = plausibility.judge(last).sample();
            published.ifPresent(sample -> assertPossible(step, sample));
            boolean spoiled = !reported.equals(plant);
            if (spoiled) {
                // a second one after it may confirm the first
                assertThat(step + " is held back",
                        believed && step != Step.TOO_MUCH && step != Step.NEGATIVE && published.isPresent(), is(false));
                believed = false;
            }
            if (!spoiled && step != Step.AGAIN) {
                if (published.isEmpty()) {
                    // whatever came before, the second reading of the same is believed
                    stream.pass(SampleStream.INTERVAL);
                    goOn(plant, random, 0.01);
                    last = sample(stream, plant);
                    published = plausibility.judge(last).sample();
                }
                assertThat(step + " gets through", published.map(Sample::values), is(Optional.of(last.values())));
                believed = true;
            }
        }
    }

    private static Plausibility plausibility(SampleStream stream) {
        Plausibility plausibility = new Plausibility(stream.time.clock());
        plausibility.identified(new Identity("240001", "SPMC480", null, RATING));
        return plausibility;
    }

    private static Map<Quantity, Double> plant(Random random) {
        Map<Quantity, Double> plant = new EnumMap<>(Quantity.class);
        COUNTERS.forEach(counter -> plant.put(counter,
                counter.reset() == Reset.DAILY ? 1 + random.nextInt(20) : 100.0 + random.nextInt(20_000)));
        goOn(plant, random, 0);
        return plant;
    }

    private static void goOn(Map<Quantity, Double> plant, Random random, double energy) {
        COUNTERS.forEach(counter -> plant.merge(counter, random.nextDouble() * energy, Double::sum));
        POWERS.forEach(power -> plant.put(power, (random.nextDouble() * 2 - 1) * RATING * 2));
        plant.put(BATTERY_STATE_OF_CHARGE, 15 + random.nextDouble() * 85);
    }

    private static void spoil(Step step, Map<Quantity, Double> reported, Random random) {
        Quantity counter = COUNTERS.get(random.nextInt(COUNTERS.size()));
        double was = reported.getOrDefault(counter, 0.0);
        switch (step) {
            case ZEROS -> reported.replaceAll((quantity, number) -> 0.0);
            case BACKWARDS -> reported.put(counter, was > 0.5 ? was - Math.max(0.4, was * random.nextDouble()) : was);
            case LEAP ->
                reported.put(counter, was + (counter.reset() == Reset.DAILY ? 500 : 10_000 + random.nextInt(10_000)));
            case NEGATIVE -> reported.put(counter, -1.0 - random.nextInt(1000));
            case TOO_MUCH -> reported.put(POWERS.get(random.nextInt(POWERS.size())),
                    (random.nextBoolean() ? 1 : -1) * BOUND * (1.001 + random.nextInt(100_000)));
            case EMPTY -> reported.put(BATTERY_STATE_OF_CHARGE, 0.0);
            default -> {
            }
        }
    }

    private static Sample sample(SampleStream stream, Map<Quantity, Double> numbers) {
        Map<Quantity, Value> reported = new EnumMap<>(Quantity.class);
        numbers.forEach((quantity, number) -> reported.put(quantity, Value.of(number)));
        return stream.sample(ConnectionType.GATEWAY, reported);
    }

    private static void assertPossible(Step step, Sample sample) {
        sample.values().forEach((quantity, value) -> {
            if (value instanceof Value.Numeric numeric) {
                assertThat(step + " " + quantity, numeric.number(),
                        POWERS.contains(quantity) ? is(both(greaterThanOrEqualTo(-BOUND)).and(lessThanOrEqualTo(BOUND)))
                                : is(greaterThanOrEqualTo(0.0)));
            }
        });
        assertThat(step + " all zeros", sample.values().values().stream()
                .allMatch(value -> value instanceof Value.Numeric numeric && numeric.number() == 0), is(false));
    }
}
