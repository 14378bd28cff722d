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

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import javax.measure.Unit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.library.unit.MetricPrefix;
import org.openhab.core.library.unit.SIUnits;
import org.openhab.core.library.unit.Units;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/**
 * Turns values into channel states. An absent value leaves its channel alone, an unknown one makes it UNDEF, and a
 * value that has not changed is published all the same, since persistence and "last update" depend on it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ChannelPublisher {
    private static final Map<String, Unit<?>> UNITS = Map.ofEntries(entry("W", Units.WATT),
            entry("kWh", Units.KILOWATT_HOUR), entry("%", Units.PERCENT), entry("h", Units.HOUR),
            entry("min", Units.MINUTE), entry("s", Units.SECOND), entry("ms", MetricPrefix.MILLI(Units.SECOND)),
            entry("V", Units.VOLT), entry("A", Units.AMPERE), entry("Hz", Units.HERTZ), entry("°C", SIUnits.CELSIUS));

    /** Up to here every whole number is a double: 2 to the power of 53. */
    private static final double LARGEST_EXACT = 0x1p53;
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
            1e13,
            1e14, 1e15};
    private static final List<Quantity> QUANTITIES = List.of(Quantity.values());

    /**
     * Of quantities that had a value: a way supplies a part of the table, and the id of a channel is no small object.
     */
    private final Map<Quantity, ChannelUID> channels = new EnumMap<>(Quantity.class);
    private final Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
    private final Map<Quantity, State> states = new EnumMap<>(Quantity.class);
    private final BiConsumer<ChannelUID, State> sink;

    /** @param sink where states go */
    ChannelPublisher(BiConsumer<ChannelUID, State> sink) {
        this.sink = sink;
    }

    /**
     * @param thing the thing as it is now: only channels that it has are updated
     * @param sources what is published; of a quantity that is in several the first counts, so that no channel is
     *        updated twice with one sample
     */
    @SafeVarargs
    final synchronized void publish(Thing thing, Map<Quantity, Value>... sources) {
        // not by its entries: each would be an object of its own, at every poll
        for (Quantity quantity : QUANTITIES) {
            Value value = null;
            for (int source = 0; source < sources.length && value == null; source++) {
                value = sources[source].get(quantity);
            }
            Channel channel = value == null ? null : channel(thing, quantity);
            if (value != null && channel != null) {
                sink.accept(channel.getUID(), state(quantity, value));
            } else if (value == null) {
                translate(thing, quantity);
            }
        }
    }

    /** Shows words again if the language has changed since they were shown. */
    private void translate(Thing thing, Quantity quantity) {
        if (values.get(quantity) instanceof Value.Words words) {
            State before = states.get(quantity);
            Channel channel = channel(thing, quantity);
            State present = state(quantity, words);
            if (channel != null && !present.equals(before)) {
                sink.accept(channel.getUID(), present);
            }
        }
    }

    /** An id is made once, since it is parsed and checked each time; then the one that the thing has serves. */
    private @Nullable Channel channel(Thing thing, Quantity quantity) {
        ChannelUID known = channels.get(quantity);
        ChannelUID id = known == null ? new ChannelUID(thing.getUID(), quantity.channelId()) : known;
        Channel channel = thing.getChannel(id);
        channels.put(quantity, channel == null ? id : channel.getUID());
        return channel;
    }

    /** Most values are those of the poll before: their states serve again. Words are those of the present language. */
    private State state(Quantity quantity, Value value) {
        State before = states.get(quantity);
        if (before != null && !(value instanceof Value.Words) && value.equals(values.put(quantity, value))) {
            return before;
        }
        State state = state(quantity.form(), value);
        values.put(quantity, value);
        if (before != null && before.equals(state)) {
            return before;
        }
        states.put(quantity, state);
        return state;
    }

    /**
     * Answers a refresh with what was published last, without asking the device.
     *
     * @param channel the channel that is to be refreshed
     */
    synchronized void republish(ChannelUID channel) {
        for (Quantity quantity : QUANTITIES) {
            Value value = values.get(quantity);
            if (value != null && channel.equals(channels.get(quantity))) {
                sink.accept(channel, state(quantity, value));
            }
        }
    }

    /** What was published last. */
    synchronized Map<Quantity, State> states() {
        return new EnumMap<>(states);
    }

    /**
     * The shortest decimal that means this number, as its text would be, but without the text: the numbers of a device
     * are counts times a scale and have few digits, and a text for each of them is a good part of what a poll costs.
     */
    static BigDecimal decimal(double number) {
        for (int scale = 0; scale < POWERS_OF_TEN.length; scale++) {
            double scaled = number * POWERS_OF_TEN[scale];
            if (Math.abs(scaled) >= LARGEST_EXACT) {
                break;
            }
            if (scaled == Math.rint(scaled) && scaled / POWERS_OF_TEN[scale] == number) {
                return BigDecimal.valueOf((long) scaled, scale);
            }
        }
        return new BigDecimal(Double.toString(number));
    }

    /** A value as openHAB knows it, with the unit of its form. */
    static State state(ChannelForm form, Value value) {
        if (value instanceof Value.Numeric numeric) {
            @Nullable
            Unit<?> unit = form.unit() == null ? null : UNITS.get(form.unit());
            return unit == null
                    ? new DecimalType(decimal(numeric.number()))
                    : new QuantityType<>(decimal(numeric.number()), unit);
        } else if (value instanceof Value.Text text) {
            return new StringType(text.text());
        } else if (value instanceof Value.Words words) {
            return new StringType(words.words().get());
        } else if (value instanceof Value.Flag flag) {
            return OnOffType.from(flag.on());
        } else if (value instanceof Value.Moment moment) {
            return new DateTimeType(moment.instant().truncatedTo(ChronoUnit.MILLIS));
        }
        return UnDefType.UNDEF;
    }
}
