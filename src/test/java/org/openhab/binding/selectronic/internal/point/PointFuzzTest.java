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
package org.openhab.binding.selectronic.internal.point;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.derive.Derivation;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.fake.Bodies;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.fuzz.Seeds;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Freshness;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.SourceException;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/**
 * Any point body gives a sample or {@link Unexpected}. A number in the sample is the number that another reader finds
 * in the body, never one for what is not there; and whatever came, what follows from it can be worked out.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PointFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.concat(
                Seeds.of("point", "constructed-alert.json", "constructed-bad-values.json", "constructed-generator.json",
                        "constructed-stale.json", "emulator-2022.json", "emulator-2025.json",
                        "emulator-mains-exporting.json", "gateway-mains-evening.json", "gateway-offgrid-evening.json"),
                Seeds.of("portal", "hfdata.json"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void body(byte[] body) throws SourceException {
        Sample sample;
        try {
            sample = new PointDecoder(ConnectionType.GATEWAY).decode(body, Duration.ZERO);
        } catch (SourceException e) {
            assertEquals(FailureKind.UNEXPECTED, e.kind());
            Plausible.text(e.getMessage());
            return;
        }
        Plausible.values(sample.values());
        Plausible.values(Map.of(Quantity.CONNECTION_SAMPLE_TIME, Value.of(sample.time())));
        assertThat(sample.values().size(), is(lessThanOrEqualTo(Quantity.values().length)));
        items(body)
                .ifPresent(items -> sample.values().forEach((quantity, value) -> isReported(items, quantity, value)));
        follow(sample);
    }

    /** The items, as another reader finds them; empty where it finds no such body. */
    private static Optional<JsonObject> items(byte[] body) {
        // a mark of the order of bytes, as ISO 8859-1 shows it, is no part of the JSON
        String text = new String(body, StandardCharsets.ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", "");
        JsonElement json = JsonParser.parseString(text);
        return json instanceof JsonObject object && object.get("items") instanceof JsonObject items ? Optional.of(items)
                : Optional.empty();
    }

    private static void isReported(JsonObject items, Quantity quantity, Value value) {
        if (value instanceof Value.Numeric numeric
                && quantity.origin(ConnectionType.GATEWAY).orElseThrow() instanceof Origin.Member member) {
            assertThat(quantity.name(), items.get(member.name()), is(instanceOf(JsonPrimitive.class)));
            double reported = items.get(member.name()).getAsDouble();
            assertThat(quantity.name(), numeric.number() + 0.0, is((member.negated() ? 0 - reported : reported) + 0.0));
        }
    }

    /** The values of a good sample, this one, and the good one again. */
    private static void follow(Sample sample) throws SourceException {
        Sample good = new PointDecoder(ConnectionType.GATEWAY).decode(Bodies.bytes("gateway-offgrid-evening"),
                Duration.ZERO);
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Derivation derivation = new Derivation(new Derivation.Site(AcSource.GENERATOR, 100, null, 20.0),
                new SampleStream(Instant.EPOCH).surroundings());
        Freshness freshness = new Freshness(clock, Duration.ofMinutes(1));
        for (Sample each : new Sample[] { good, sample, good }) {
            freshness.judge(each);
            freshness.age().ifPresent(age -> assertThat(age.isNegative(), is(false)));
            Derived derived = derivation.derive(each);
            Plausible.values(derived.values());
            derived.alerts().forEach(Plausible::event);
        }
    }
}
