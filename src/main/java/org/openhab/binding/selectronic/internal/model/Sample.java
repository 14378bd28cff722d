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
package org.openhab.binding.selectronic.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A set of values with one time.
 *
 * @param way the way that it came
 * @param time when the inverter was read, by the clock of the device that read it
 * @param sourceNow what that same clock said when it answered; null where it was not told. Only the difference of the
 *        two says how old the sample was: neither clock need agree with ours
 * @param responseTime how long the answer took
 * @param values what was told; a quantity that was not told is not a key
 * @param events what has happened since the last sample, in the order of time
 * @param alertsLogged whether alerts that come and go are among the events, because a log of them is read and
 *        understood; otherwise only the values tell which alerts are active
 * @param news what happened and was not read before, by the name of who reads it
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Sample(Way way, Instant time, @Nullable Instant sourceNow, Duration responseTime,
        Map<Quantity, Value> values, List<UnitEvent> events, boolean alertsLogged, Map<String, News> news) {
    /**
     * @param values is kept, not copied, and must not be changed afterwards: one sample per poll and inverter makes the
     *        copy a large part of the cost of a poll
     */
    public Sample {
        values = Collections.unmodifiableMap(values);
        events = List.copyOf(events);
        news = Map.copyOf(news);
    }

    /** A sample with the same events for everybody. */
    public Sample(Way way, Instant time, @Nullable Instant sourceNow, Duration responseTime,
            Map<Quantity, Value> values, List<UnitEvent> events, boolean alertsLogged) {
        this(way, time, sourceNow, responseTime, values, events, alertsLogged, Map.of());
    }

    /** A sample without events. */
    public Sample(Way way, Instant time, @Nullable Instant sourceNow, Duration responseTime,
            Map<Quantity, Value> values) {
        this(way, time, sourceNow, responseTime, values, List.of(), false);
    }

    /** A sample with what logs tell that are read and understood. */
    public Sample(Way way, Instant time, @Nullable Instant sourceNow, Duration responseTime,
            Map<Quantity, Value> values, List<UnitEvent> events) {
        this(way, time, sourceNow, responseTime, values, events, true);
    }

    /** @return the same without values: its events are news even where its values must not be believed */
    public Sample withoutValues() {
        return new Sample(way, time, sourceNow, responseTime, Map.of(), events, alertsLogged, news);
    }

    /**
     * @param quantity a quantity of a numeric form
     * @return its number in the unit of the quantity; empty where it is absent or unknown
     */
    public OptionalDouble number(Quantity quantity) {
        return values.get(quantity) instanceof Value.Numeric numeric
                ? OptionalDouble.of(numeric.number())
                : OptionalDouble.empty();
    }

    /** @return the same of an AC source that is wired the other way round, for an inverter that counts it reversed */
    public Sample withInvertedAcSource() {
        Map<Quantity, Value> inverted = new EnumMap<>(Quantity.class);
        inverted.putAll(values);
        inverted.replaceAll(Sample::inverted);
        return new Sample(way, time, sourceNow, responseTime, inverted,
                events.stream().map(UnitEvent::withInvertedAcSource).toList(), alertsLogged, news);
    }

    /** A value whose sign is that of the AC source power, with the other sign; any other value as it is. */
    static Value inverted(Quantity quantity, Value value) {
        return (quantity == Quantity.AC_SOURCE_POWER || quantity == Quantity.HISTORY_AC_SOURCE_POWER)
                && value instanceof Value.Numeric power ? Value.of(0 - power.number()) : value;
    }

    /**
     * @param more values that are added, replacing those of the same quantities
     * @return a new sample
     */
    public Sample with(Map<Quantity, Value> more) {
        Map<Quantity, Value> all = new EnumMap<>(Quantity.class);
        all.putAll(values);
        all.putAll(more);
        return new Sample(way, time, sourceNow, responseTime, all, events, alertsLogged, news);
    }

    /**
     * @param reader who reads events
     * @return what it has not had yet
     */
    public News news(String reader) {
        return news.getOrDefault(reader, News.NONE);
    }

    /**
     * @param reader who reads events
     * @return the sample as that reader sees it, with its news among the events
     */
    public Sample as(String reader) {
        List<UnitEvent> own = news(reader).events();
        return own.isEmpty()
                ? this
                : new Sample(way, time, sourceNow, responseTime, values,
                        Stream.concat(events.stream(), own.stream()).toList(), alertsLogged, Map.of());
    }
}
