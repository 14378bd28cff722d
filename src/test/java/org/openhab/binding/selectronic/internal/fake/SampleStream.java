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
package org.openhab.binding.selectronic.internal.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.derive.Derivation;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Makes the samples of one inverter. Time that passes passes for a steady clock and for the clock of the device, which
 * can be set as well.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SampleStream {
    public static final Duration INTERVAL = Duration.ofSeconds(5);

    public final VirtualTime time = new VirtualTime();
    public final FakeStorage kept = new FakeStorage();
    public final ThingStorage storage = new ThingStorage(kept);
    public ZoneId zone = ZoneOffset.UTC;
    private Duration deviceClock;

    /** @param start what the clock of the device says at first */
    public SampleStream(Instant start) {
        deviceClock = Duration.between(time.clock().instant(), start);
    }

    /** What derived values are measured and remembered with. */
    public Derivation.Surroundings surroundings() {
        return new Derivation.Surroundings(time.clock(), () -> INTERVAL, storage, () -> zone);
    }

    /** Lets time pass in which nothing is read. */
    public void pass(Duration duration) {
        time.pass(duration);
    }

    /** Sets the clock of the device forward, or back if negative. */
    public void setDeviceClock(Duration forward) {
        deviceClock = deviceClock.plus(forward);
    }

    /** What the clock of the device says. */
    public Instant now() {
        return time.clock().instant().plus(deviceClock);
    }

    /** A sample of now, without a log. */
    public Sample sample(ConnectionType connectionType, Map<Quantity, Value> values) {
        return new Sample(connectionType, now(), now(), Duration.ZERO, copy(values));
    }

    /** A sample of now, with what the log has new. */
    public Sample logged(ConnectionType connectionType, Map<Quantity, Value> values, List<UnitEvent> events) {
        return new Sample(connectionType, now(), now(), Duration.ZERO, copy(values), events);
    }

    private static Map<Quantity, Value> copy(Map<Quantity, Value> values) {
        Map<Quantity, Value> copy = new EnumMap<>(Quantity.class);
        copy.putAll(values);
        return copy;
    }
}
