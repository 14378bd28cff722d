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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

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
 * Converts values to channel states. An absent value leaves its channel unchanged, an unknown value sets it to UNDEF.
 * An unchanged value is published too, since persistence and "last update" depend on it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ChannelPublisher {
    private static final Map<String, Unit<?>> UNITS = Map.ofEntries(entry("W", Units.WATT),
            entry("kWh", Units.KILOWATT_HOUR), entry("%", Units.PERCENT), entry("d", Units.DAY), entry("h", Units.HOUR),
            entry("min", Units.MINUTE), entry("s", Units.SECOND), entry("ms", MetricPrefix.MILLI(Units.SECOND)),
            entry("kW", MetricPrefix.KILO(Units.WATT)), entry("var", Units.VAR), entry("V", Units.VOLT),
            entry("A", Units.AMPERE), entry("Hz", Units.HERTZ), entry("°C", SIUnits.CELSIUS));

    /** Largest number up to which a double represents every integer: 2 to the power of 53. */
    private static final double LARGEST_EXACT = 0x1p53;
    private static final double[] POWERS_OF_TEN = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
            1e13, 1e14, 1e15 };
    private static final List<Quantity> QUANTITIES = List.of(Quantity.values());

    /**
     * Channel ids of quantities that had a value. Created on demand to save memory, since a connection type supplies
     * only a part of the table.
     */
    private final Map<Quantity, ChannelUID> channels = new EnumMap<>(Quantity.class);
    private final Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
    private final Map<Quantity, State> states = new EnumMap<>(Quantity.class);
    private final BiConsumer<ChannelUID, State> sink;

    /** @param sink receives the states */
    ChannelPublisher(BiConsumer<ChannelUID, State> sink) {
        this.sink = sink;
    }

    /**
     * @param thing the current thing; only its channels are updated
     * @param sources the values to publish; the first map with a quantity counts, so that a sample updates no channel
     *            twice
     */
    @SafeVarargs
    final synchronized void publish(Thing thing, Map<Quantity, Value>... sources) {
        // does not iterate over entries, which would create an object for each at every poll
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

    /** Publishes a text again if the language has changed. */
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

    /** Returns the channel of a quantity. Keeps its id, since creating one parses and checks it each time. */
    private @Nullable Channel channel(Thing thing, Quantity quantity) {
        ChannelUID known = channels.get(quantity);
        ChannelUID id = known == null ? new ChannelUID(thing.getUID(), quantity.channelId()) : known;
        Channel channel = thing.getChannel(id);
        channels.put(quantity, channel == null ? id : channel.getUID());
        return channel;
    }

    /**
     * Returns the state of a value. Reuses the previous state if the value is unchanged. Texts use the current
     * language.
     */
    private State state(Quantity quantity, Value value) {
        State before = states.get(quantity);
        if (before != null && !(value instanceof Value.Words) && value.equals(values.put(quantity, value))) {
            return before;
        }
        State state = state(quantity.form(), value);
        values.put(quantity, value);
        states.put(quantity, state);
        return state;
    }

    /**
     * Publishes the last state again, without a request to the device.
     *
     * @param channel the channel to refresh
     */
    synchronized void republish(ChannelUID channel) {
        for (Quantity quantity : QUANTITIES) {
            Value value = values.get(quantity);
            if (value != null && channel.equals(channels.get(quantity))) {
                sink.accept(channel, state(quantity, value));
            }
        }
    }

    /** Returns the quantities whose channels are linked. */
    synchronized Set<Quantity> used(Thing thing, Predicate<ChannelUID> linked) {
        Set<Quantity> used = EnumSet.noneOf(Quantity.class);
        for (Quantity quantity : QUANTITIES) {
            Channel channel = channel(thing, quantity);
            if (channel != null && linked.test(channel.getUID())) {
                used.add(quantity);
            }
        }
        return used;
    }

    /** Returns the states published last. */
    synchronized Map<Quantity, State> states() {
        return new EnumMap<>(states);
    }

    /**
     * Returns the shortest decimal equal to a number, as its text would show it. Does not create that text, which would
     * be a good part of the cost of a poll: numbers of a device are counts times a scale and have few digits.
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

    /** Converts a value to a state with the unit of its channel. */
    static State state(ChannelForm form, Value value) {
        String unit = form.unit();
        return state(unit == null ? "" : unit, value);
    }

    /** Converts a value to a state with a unit, which is a plain number for a unit that openHAB's items do not have. */
    static State state(String name, Value value) {
        if (value instanceof Value.Numeric numeric) {
            @Nullable
            Unit<?> unit = UNITS.get(name);
            return unit == null ? new DecimalType(decimal(numeric.number()))
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
