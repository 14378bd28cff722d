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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.types.State;

/**
 * Values into channel states.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ChannelPublisherTest {
    private final Thing thing = FakeOpenHab.inverter(null, "main", Map.of());
    private final List<String> published = new ArrayList<>();
    private final List<ChannelUID> channels = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private final ChannelPublisher publisher = new ChannelPublisher((channel, state) -> {
        channels.add(channel);
        published.add(channel.getId() + " " + state);
        states.add(state);
    });

    @Test
    void eachKindOfValueHasItsKindOfState() {
        publisher.publish(thing, Map.of(Quantity.LOAD_POWER, Value.of(-0.5)));
        publisher.publish(thing, Map.of(Quantity.ALERTS_CODE, Value.of(50.0)));
        publisher.publish(thing, Map.of(Quantity.ALERTS_ACTIVE, Value.of(true)));
        publisher.publish(thing, Map.of(Quantity.GENERATOR_STATUS, Value.of("RUNNING")));
        publisher.publish(thing, Map.of(Quantity.LOAD_ENERGY_TOTAL, Value.of(22076.576419921876)));
        publisher.publish(thing, Map.of(Quantity.BATTERY_STATE_OF_CHARGE, Value.UNKNOWN));
        assertThat(published,
                contains("load#power -0.5 W", "alerts#code 50", "alerts#active ON", "generator#status RUNNING",
                        "load#energy-total 22076.576419921876 kWh", "battery#state-of-charge UNDEF"));
        publisher.publish(thing, Map.of(Quantity.ALERTS_SINCE, Value.of(Instant.ofEpochSecond(1735700345))));
        assertThat(published.get(6), startsWith("alerts#since 2025-01-01T"));
    }

    @ParameterizedTest
    @EnumSource
    void aNumberHasTheUnitOfItsForm(Quantity quantity) {
        String unit = quantity.form().unit();
        publisher.publish(thing, Map.of(quantity, Value.of(7.5)));
        if (unit == null) {
            assertThat(states.get(0), is(not(instanceOf(QuantityType.class))));
        } else {
            assertThat(states.get(0), is(new QuantityType<>("7.5 " + unit)));
        }
    }

    @Test
    void whatHasNotChangedIsPublishedAgainWithTheSameState() {
        publisher.publish(thing, Map.of(Quantity.LOAD_POWER, Value.of(7.25)));
        publisher.publish(thing, Map.of(Quantity.LOAD_POWER, Value.of(7.25)));
        publisher.publish(thing, Map.of(Quantity.LOAD_POWER, Value.UNKNOWN));
        publisher.publish(thing, Map.of(Quantity.LOAD_POWER, Value.of(7.25)));
        assertThat(published,
                contains("load#power 7.25 W", "load#power 7.25 W", "load#power UNDEF", "load#power 7.25 W"));
        assertThat(states.get(1), is(sameInstance(states.get(0))));
    }

    /** A thousand things have a hundred thousand channels: an id of our own for each would be most of our memory. */
    @Test
    void theIdOfAChannelIsTheOneThatTheThingHas() {
        for (Thing present : List.of(thing, FakeOpenHab.inverter(null, "main", Map.of()))) {
            publisher.publish(present, Map.of(Quantity.LOAD_POWER, Value.of(1.0)));
            publisher.publish(present, Map.of(Quantity.LOAD_POWER, Value.of(2.0)));
            Channel channel = Objects.requireNonNull(present.getChannel(Quantity.LOAD_POWER.channelId()));
            assertThat(channels.get(channels.size() - 1), is(sameInstance(channel.getUID())));
        }
    }

    @Test
    void channelsThatTheThingDoesNotHaveAreLeftAlone() {
        Thing smaller = ThingBuilder.create(thing)
                .withoutChannel(new ChannelUID(thing.getUID(), Quantity.LOAD_POWER.channelId())).build();
        publisher.publish(smaller, Map.of(Quantity.LOAD_POWER, Value.of(1.0)));
        publisher.republish(new ChannelUID(thing.getUID(), Quantity.LOAD_POWER.channelId()));
        publisher.republish(new ChannelUID(thing.getUID(), "load#nonsense"));
        assertThat(published, is(empty()));
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0, -0.0, 1, -1, 0.1, 0.3, 948.486328125, -4.74554443359375, 839.9613647460938,
            22076.576419921876, 16475.9765625, 1e15, 1e16, 1e-7, 123456789.123456789, Double.MAX_VALUE,
            Double.MIN_VALUE, 9007199254740993.0, 5e-324, 1.7976931348623157e308 })
    void aNumberIsTheShortestDecimalThatMeansIt(double number) {
        BigDecimal decimal = ChannelPublisher.decimal(number);
        assertThat(decimal.doubleValue(), is(number + 0.0));
        assertThat(decimal.stripTrailingZeros().precision(),
                is(lessThanOrEqualTo(new BigDecimal(Double.toString(number)).stripTrailingZeros().precision())));
    }

    @Test
    void noNumberIsChanged() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            double counts = random.nextInt(2_000_000) - 1_000_000;
            double number = i % 2 == 0 ? counts * 0.44479370117 : (random.nextDouble() - 0.5) * Math.pow(10, i % 12);
            assertThat(ChannelPublisher.decimal(number).doubleValue(), is(number));
        }
    }

    @Test
    void wordsAreThoseOfThePresentLanguage() {
        AtomicReference<String> language = new AtomicReference<>("No alert");
        Value words = new Value.Words(language::get);
        publisher.publish(thing, Map.of(Quantity.ALERTS_TEXT, words, Quantity.CONNECTION_HISTORY_STATE, words));
        language.set("Kein Alarm");
        publisher.republish(new ChannelUID(thing.getUID(), "alerts#text"));
        assertThat(published.subList(2, 3), contains("alerts#text Kein Alarm"));
        publisher.publish(thing, Map.of(Quantity.ALERTS_TEXT, new Value.Words(language::get)));
        assertThat("what is told seldom is translated with the next poll", published.subList(3, 5),
                containsInAnyOrder("alerts#text Kein Alarm", "connection#history-state Kein Alarm"));
        publisher.publish(thing, Map.of(Quantity.LOAD_POWER, Value.of(1)));
        assertThat(published.subList(5, published.size()), contains("load#power 1 W"));
    }
}
