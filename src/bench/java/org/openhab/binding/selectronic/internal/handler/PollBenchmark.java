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
package org.openhab.binding.selectronic.internal.handler;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.fake.Bodies;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Trigger;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.State;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.osgi.framework.Bundle;

/**
 * What one poll of a gateway costs the machine once its answer is there: decode the published body, derive, publish all
 * channels.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
public class PollBenchmark {
    private static final List<String> MOVING = List.of("timestamp", "now", "battery_w", "load_w", "shunt_w",
            "battery_soc");
    private static final int DIGITS = 5;

    private final VirtualTime time = new VirtualTime();
    private final PointDecoder decoder = new PointDecoder(ConnectionType.GATEWAY);
    private byte[] body = {};
    private int[] movingDigits = {};
    private int poll;
    private @Nullable InverterConnection inverter;
    private @Nullable InverterHandler handler;
    private @Nullable Blackhole sink;

    /** Takes states and does nothing with them. */
    private final class Drain extends FakeOpenHab {
        Drain() {
            super(time);
        }

        @Override
        public void stateUpdated(ChannelUID channelUID, State state) {
            Blackhole sink = PollBenchmark.this.sink;
            if (sink != null) {
                sink.consume(state);
            }
        }
    }

    private static final class Keys implements TranslationProvider {
        @Override
        public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
                @Nullable Locale locale) {
            return key;
        }

        @Override
        public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
                @Nullable Locale locale, @Nullable Object @Nullable... arguments) {
            return key;
        }
    }

    /**
     * A thing with its handler, that has had its first sample, and items for all channels except those of a forecast.
     */
    @Setup
    public void house() throws SourceException {
        String text = Bodies.text("gateway-offgrid-evening");
        body = text.getBytes(StandardCharsets.UTF_8);
        movingDigits = MOVING.stream().mapToInt(member -> digitsOf(text, member)).toArray();
        FakeOpenHab openHab = new Drain();
        openHab.links = channel -> !channel.startsWith(Trigger.FORECAST_EVENT.group());
        Timing timing = new Timing(time.clock(), time, new Random(1));
        Services services = TestServices.of(timing,
                new ChannelTexts(null, new Keys(), () -> Locale.ROOT, () -> ZoneOffset.UTC), new FakeStorage(),
                new FakeStorage());
        Bridge bridge = FakeOpenHab.gateway("box", Map.of("host", "192.0.2.1"));
        openHab.add(bridge, new FakeBridgeHandler(bridge, services, new FakeSource()));
        Thing thing = FakeOpenHab.inverter(bridge, "main", Map.of());
        InverterHandler handler = new InverterHandler(thing, services);
        openHab.add(thing, handler);
        this.handler = handler;
        InverterConnection connection = handler.inverter().orElseThrow().active();
        inverter = connection;
        connection.sampled(Identity.NONE, decoder.decode(body, Duration.ofMillis(5)));
    }

    /** A sample that is not fresh would be published in part only. */
    @TearDown
    public void allWereFresh() {
        InverterHandler handler = this.handler;
        if (handler == null || handler.contact().figures().allFailures() > 0) {
            throw new IllegalStateException("samples were refused");
        }
    }

    /** Where the last five digits of a member's number begin. */
    private static int digitsOf(String body, String member) {
        int begin = body.indexOf('"' + member + "\":");
        return begin + body.substring(begin).replaceFirst("(?s)[,}].*", "").length() - DIGITS;
    }

    /** The body with a time and powers that move, as they do from poll to poll; the counters move every few minutes. */
    private byte[] nextBody() {
        int number = ++poll % 100_000;
        for (int digit = DIGITS - 1; digit >= 0; digit--) {
            for (int begin : movingDigits) {
                body[begin + digit] = (byte) ('0' + number % 10);
            }
            number /= 10;
        }
        return body;
    }

    /** From bytes to values. */
    @Benchmark
    public Sample decode() throws SourceException {
        return decoder.decode(nextBody(), Duration.ofMillis(5));
    }

    /** From bytes to channel states. */
    @Benchmark
    public void decodeMapPublish(Blackhole blackhole) throws SourceException {
        sink = blackhole;
        InverterConnection inverter = this.inverter;
        if (inverter != null) {
            inverter.sampled(Identity.NONE, decoder.decode(nextBody(), Duration.ofMillis(5)));
        }
    }
}
