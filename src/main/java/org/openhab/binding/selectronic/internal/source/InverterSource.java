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
package org.openhab.binding.selectronic.internal.source;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;

/**
 * A connection to one or more inverters.
 * <p>
 * Calls return at once; the futures complete on a thread of the source, which must not be blocked, and fail with a
 * {@link SourceException} only. One request at a time: call the next one after the future of the previous one has
 * completed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface InverterSource extends AutoCloseable {
    /** @return the connection type */
    ConnectionType connectionType();

    /**
     * @return how often the device reads its inverter, if it has a rhythm of its own and its samples show it: a poll of
     *         a native connection reads the inverter itself, and that of the portal is unknown
     */
    default Optional<Duration> readingInterval() {
        return Optional.empty();
    }

    /** @return the reachable units, in the order of the device; may be empty */
    CompletableFuture<List<Unit>> units();

    /**
     * @param choice the selected unit
     * @return the unit if it can be read without the list of units, e.g. because its id is configured
     */
    default Optional<Unit> unitWithoutList(UnitChoice choice) {
        return Optional.empty();
    }

    /**
     * @param listener receives the units again when more is known about them than at the last read, e.g. a serial
     *            number from a separate page
     */
    default void listenToUnits(Consumer<List<Unit>> listener) {
    }

    /**
     * Reads a unit in one exchange, which also verifies that the requested unit has answered.
     *
     * @param unit one of the units
     * @return its current values, all of one moment; a {@link SourceException} with {@link Problem#OTHER_UNIT} if
     *         another unit answers
     */
    CompletableFuture<Sample> read(Unit unit);

    /**
     * @param unit one of the units
     * @return its identity as known so far, which may be more than in the list of units
     */
    default Identity identity(Unit unit) {
        return unit.identity();
    }

    /**
     * Closes what only this unit needs, such as its session, because it is no longer read. The next read opens it
     * again.
     *
     * @param unit one of the units
     * @return completes when it is closed
     */
    default CompletableFuture<@Nullable Void> release(Unit unit) {
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Releases the port or the sessions for other programs; the next read opens them again.
     *
     * @return completes when they are released
     */
    default CompletableFuture<@Nullable Void> release() {
        return CompletableFuture.completedFuture(null);
    }

    /** @param listener receives requests and answers from now on; null (initial value) for none */
    default void listen(@Nullable ExchangeListener listener) {
    }

    /**
     * Disconnects for good; a running request fails. Returns at once.
     *
     * @return completes when everything is closed, so that the next configuration can connect
     */
    CompletableFuture<@Nullable Void> disconnect();

    @Override
    default void close() {
        disconnect();
    }
}
