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

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.derive.Derivation;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.source.SourceException;

import com.google.gson.JsonObject;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A counter is never negative, and neither is what is worked out from counters and powers: whatever a body says and
 * whatever the one before has said, over midnights, resets, times that go back, and restarts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class CountersLawTest {
    private static final long NOON = 1_768_442_400;
    private static final List<Quantity> NEVER_NEGATIVE = List.of(Quantity.GENERATOR_RUN_TIME,
            Quantity.GENERATOR_RUN_ENERGY, Quantity.GENERATOR_RUNS_TODAY, Quantity.BATTERY_CHARGING_POWER,
            Quantity.BATTERY_DISCHARGING_POWER, Quantity.AC_SOURCE_IMPORT_POWER, Quantity.AC_SOURCE_EXPORT_POWER);

    /** What happens from one body to the next. */
    enum Step {
        ON,
        OFF,
        COUNT,
        MIDNIGHT,
        RESET,
        NONSENSE,
        BACK,
        LATER,
        RESTART
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMinSize(5).ofMaxSize(60);
    }

    @Property(tries = 300)
    void nothingThatCountsIsNegative(@ForAll("steps") List<Step> steps, @ForAll long seed) throws SourceException {
        Random random = new Random(seed);
        ThingStorage kept = new ThingStorage(new FakeStorage());
        Map<String, Double> items = new HashMap<>();
        long time = NOON;
        double wrong = 0;
        Derivation derivation = derivation(kept);
        for (Step step : steps) {
            time += 5;
            switch (step) {
                case ON -> items.put("grid_w", -4000.0 * random.nextDouble());
                case OFF -> items.put("grid_w", 4000 * random.nextDouble());
                case COUNT -> change(items, random, "", number -> number + random.nextDouble());
                case MIDNIGHT -> change(items, random, "_today", number -> 0.0);
                case RESET -> change(items, random, "", number -> random.nextBoolean() ? 0.0 : number / 2);
                case NONSENSE -> wrong = List.of(-1e-9, -5.0, -1e300, 1e300, 65_535.0).get(random.nextInt(5));
                case BACK -> time -= random.nextInt(7200);
                case LATER -> time += random.nextInt(90_000);
                case RESTART -> derivation = derivation(kept);
            }
            Sample sample = sample(items, step == Step.NONSENSE ? wrong : Double.NaN, time, random);
            Derived derived = derivation.derive(sample);
            Plausible.values(sample.values());
            Plausible.values(derived.values());
            for (Quantity quantity : NEVER_NEGATIVE) {
                if (derived.values().get(quantity) instanceof Value.Numeric numeric) {
                    assertThat(quantity.name(), numeric.number(), is(greaterThanOrEqualTo(0.0)));
                }
            }
        }
    }

    private static Derivation derivation(ThingStorage kept) {
        return new Derivation(new Derivation.Site(AcSource.GENERATOR, 100, null, 20.0), new Derivation.Surroundings(
                Clock.systemUTC(), () -> Duration.ofSeconds(5), kept, () -> ZoneOffset.UTC));
    }

    private interface Change {
        double of(double number);
    }

    private static void change(Map<String, Double> items, Random random, String ending, Change change) {
        for (Quantity quantity : Quantity.values()) {
            if ("kWh".equals(quantity.form().unit())
                    && quantity.origin(ConnectionType.GATEWAY).orElse(null) instanceof Origin.Member member
                    && member.name().endsWith(ending) && random.nextInt(4) > 0) {
                items.merge(member.name(), 0.0, (before, none) -> change.of(before));
            }
        }
    }

    /** With one member, any of them, being wrong, unless that is NaN. */
    private static Sample sample(Map<String, Double> items, double wrong, long time, Random random)
            throws SourceException {
        JsonObject reported = new JsonObject();
        items.forEach(reported::addProperty);
        if (!Double.isNaN(wrong) && !items.isEmpty()) {
            List<String> names = List.copyOf(items.keySet());
            reported.addProperty(names.get(random.nextInt(names.size())), wrong);
        }
        reported.addProperty("timestamp", time);
        JsonObject body = new JsonObject();
        body.add("items", reported);
        body.addProperty("now", time + 1);
        return new PointDecoder(ConnectionType.GATEWAY).decode(body.toString().getBytes(StandardCharsets.UTF_8),
                Duration.ZERO);
    }
}
