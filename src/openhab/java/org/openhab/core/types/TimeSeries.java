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
package org.openhab.core.types;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * States with times in their order; a second state for the same instant is dropped.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class TimeSeries {
    private final TreeSet<Entry> states = new TreeSet<>(Comparator.comparing(Entry::timestamp));
    private final Policy policy;

    public TimeSeries(Policy policy) {
        this.policy = policy;
    }

    public Policy getPolicy() {
        return policy;
    }

    public Instant getBegin() {
        return states.isEmpty() ? Instant.MAX : states.first().timestamp();
    }

    public Instant getEnd() {
        return states.isEmpty() ? Instant.MIN : states.last().timestamp();
    }

    public int size() {
        return states.size();
    }

    public void add(Instant timestamp, State state) {
        states.add(new Entry(timestamp, state));
    }

    public Stream<Entry> getStates() {
        return List.copyOf(states).stream();
    }

    @Override
    public int hashCode() {
        return Objects.hash(policy, states);
    }

    @Override
    public boolean equals(@Nullable Object obj) {
        return obj instanceof TimeSeries other && policy == other.policy && states.equals(other.states);
    }

    /** What becomes of values that are already stored between the first and the last entry. */
    public enum Policy {
        ADD,
        REPLACE
    }

    /** A state and its time. */
    public record Entry(Instant timestamp, State state) {
    }
}
