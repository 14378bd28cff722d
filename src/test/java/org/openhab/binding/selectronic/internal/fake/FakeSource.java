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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * A source that says what a test tells it to say, and counts what it was asked.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class FakeSource implements InverterSource {
    /** Which connection it is. */
    public ConnectionType connectionType = ConnectionType.GATEWAY;
    /** What was asked, in order: {@code units} or the id of a unit. */
    public final List<String> asked = new ArrayList<>();
    /** The units that there are. */
    public List<Unit> units = List.of();
    /** Why the units cannot be told, null if they can. */
    public @Nullable SourceException unitsFailure;
    /** What each unit tells. */
    public final Map<String, Supplier<CompletableFuture<Sample>>> readings = new HashMap<>();
    /** Whether it was closed. */
    public boolean closed;
    /** When it is disconnected. */
    public CompletableFuture<@Nullable Void> disconnected = CompletableFuture.completedFuture(null);

    @Override
    public ConnectionType connectionType() {
        return connectionType;
    }

    @Override
    public CompletableFuture<List<Unit>> units() {
        asked.add("units");
        SourceException failure = unitsFailure;
        return failure == null ? CompletableFuture.completedFuture(units) : CompletableFuture.failedFuture(failure);
    }

    @Override
    public CompletableFuture<Sample> read(Unit unit) {
        asked.add(unit.id());
        Supplier<CompletableFuture<Sample>> reading = readings.get(unit.id());
        return reading == null ? CompletableFuture.failedFuture(new AssertionError("no reading of " + unit.id()))
                : Objects.requireNonNull(reading.get());
    }

    /**
     * @param unit the id of a unit
     * @param failure why it cannot be read from now on
     */
    public void fail(String unit, SourceException failure) {
        readings.put(unit, () -> CompletableFuture.failedFuture(failure));
    }

    @Override
    public CompletableFuture<@Nullable Void> release() {
        asked.add("release");
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<@Nullable Void> disconnect() {
        closed = true;
        return disconnected;
    }
}
