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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Values that were read at one time.
 *
 * @param connectionType the connection type that it was read from
 * @param time when the inverter was read, by the clock of the device that read it
 * @param sourceNow time of that same clock when it answered; null if it was not reported. Only the difference of the
 *            two is used, as the age of the sample: neither clock needs to agree with ours
 * @param responseTime duration of the request
 * @param values the reported values; a quantity that was not reported is not a key
 * @param events events since the last sample, in order of time
 * @param alertsLogged whether events contain raised and cleared alerts, because a log of them is read and understood;
 *            otherwise only the values show which alerts are active
 * @param newEvents events that were not read before, by name of the reader
 * @param registers the last values of the registers of channels, by name
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Sample(ConnectionType connectionType, Instant time, @Nullable Instant sourceNow, Duration responseTime,
        Map<Quantity, Value> values, List<UnitEvent> events, boolean alertsLogged, Map<String, NewEvents> newEvents,
        Map<String, RegisterValue> registers) {
    /**
     * @param values is stored without a copy and must not be changed afterwards: with one sample per poll and inverter,
     *            a copy would be a large part of the cost of a poll
     */
    public Sample {
        values = Collections.unmodifiableMap(values);
        events = List.copyOf(events);
        newEvents = Map.copyOf(newEvents);
        registers = Map.copyOf(registers);
    }

    /** A sample without registers. */
    public Sample(ConnectionType connectionType, Instant time, @Nullable Instant sourceNow, Duration responseTime,
            Map<Quantity, Value> values, List<UnitEvent> events, boolean alertsLogged,
            Map<String, NewEvents> newEvents) {
        this(connectionType, time, sourceNow, responseTime, values, events, alertsLogged, newEvents, Map.of());
    }

    /** A sample with the same events for all readers. */
    public Sample(ConnectionType connectionType, Instant time, @Nullable Instant sourceNow, Duration responseTime,
            Map<Quantity, Value> values, List<UnitEvent> events, boolean alertsLogged) {
        this(connectionType, time, sourceNow, responseTime, values, events, alertsLogged, Map.of());
    }

    /** A sample without events. */
    public Sample(ConnectionType connectionType, Instant time, @Nullable Instant sourceNow, Duration responseTime,
            Map<Quantity, Value> values) {
        this(connectionType, time, sourceNow, responseTime, values, List.of(), false);
    }

    /** A sample with events of logs that are read and understood. */
    public Sample(ConnectionType connectionType, Instant time, @Nullable Instant sourceNow, Duration responseTime,
            Map<Quantity, Value> values, List<UnitEvent> events) {
        this(connectionType, time, sourceNow, responseTime, values, events, true);
    }

    /** @return the same sample without values: its events are valid even if its values are not */
    public Sample withoutValues() {
        return new Sample(connectionType, time, sourceNow, responseTime, Map.of(), events, alertsLogged, newEvents);
    }

    /** @return the same sample without alerts and events, for use where those of another connection count */
    public Sample withoutAlerts() {
        Map<Quantity, Value> others = new EnumMap<>(Quantity.class);
        others.putAll(values);
        others.keySet().removeAll(List.of(Quantity.ALERTS_ACTIVE, Quantity.ALERTS_CODE, Quantity.ALERTS_SINCE,
                Quantity.ALERTS_ACTIVE_LIST));
        return new Sample(connectionType, time, sourceNow, responseTime, others, List.of(), alertsLogged, newEvents,
                registers);
    }

    /**
     * @param quantity a quantity of a numeric form
     * @return its number in the unit of the quantity; NaN if it is absent or unknown, so that everything calculated
     *         from it is unknown too
     */
    public double number(Quantity quantity) {
        return values.get(quantity) instanceof Value.Numeric numeric ? numeric.number() : Double.NaN;
    }

    /** @return the same sample with the opposite sign of the AC source, for an inverter that counts it in reverse */
    public Sample withInvertedAcSource() {
        return new Sample(connectionType, time, sourceNow, responseTime, withInvertedAcSource(values),
                events.stream().map(UnitEvent::withInvertedAcSource).toList(), alertsLogged, newEvents, registers);
    }

    /**
     * @param values values in any order
     * @return the same values with the opposite sign of the AC source power
     */
    public static Map<Quantity, Value> withInvertedAcSource(Map<Quantity, Value> values) {
        Map<Quantity, Value> inverted = new LinkedHashMap<>(values);
        inverted.replaceAll((quantity,
                value) -> (quantity == Quantity.AC_SOURCE_POWER || quantity == Quantity.HISTORY_AC_SOURCE_POWER)
                        && value instanceof Value.Numeric power ? Value.of(0 - power.number()) : value);
        return inverted;
    }

    /**
     * @param more values to add, replacing those of the same quantities
     * @return a new sample
     */
    public Sample with(Map<Quantity, Value> more) {
        Map<Quantity, Value> all = new EnumMap<>(Quantity.class);
        all.putAll(values);
        all.putAll(more);
        return new Sample(connectionType, time, sourceNow, responseTime, all, events, alertsLogged, newEvents,
                registers);
    }

    /**
     * @param reader who reads events
     * @return the events that it has not received yet
     */
    public NewEvents newEvents(String reader) {
        return newEvents.getOrDefault(reader, NewEvents.NONE);
    }

    /**
     * @param reader who reads events
     * @return the sample for that reader, with its news among the events
     */
    public Sample as(String reader) {
        List<UnitEvent> own = newEvents(reader).events();
        return own.isEmpty() ? this
                : new Sample(connectionType, time, sourceNow, responseTime, values,
                        Stream.concat(events.stream(), own.stream()).toList(), alertsLogged, Map.of(), registers);
    }
}
