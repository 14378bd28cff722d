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

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Way;

/**
 * A way to one or more inverters.
 * <p>
 * Calls return at once; the futures complete on a thread of the source, on which nothing may block, and fail with a
 * {@link SourceException} and with nothing else. One request at a time: the next call is made when the future of the
 * one before has completed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface InverterSource extends AutoCloseable {
    /** @return which way this is */
    Way way();

    /** @return the units that can be reached, in the order of the device; may be empty */
    CompletableFuture<List<Unit>> units();

    /**
     * @param choice which unit is meant
     * @return the unit where it can be read without knowing the list, as one whose id is configured
     */
    default Optional<Unit> unitWithoutList(UnitChoice choice) {
        return Optional.empty();
    }

    /**
     * @param listener is told of the units anew when more is known about them than when they were read last, as a
     *        serial number that stands on a page of its own
     */
    default void listenToUnits(Consumer<List<Unit>> listener) {
    }

    /**
     * Reads a unit in one exchange, within which it is checked that the answer is that of the unit asked for.
     *
     * @param unit one of the units
     * @return its present values, all of one moment; a {@link SourceException} with {@link Problem#OTHER_UNIT} if
     *         another unit answers
     */
    CompletableFuture<Sample> read(Unit unit);

    /**
     * @param unit one of the units
     * @return what is known about it by now, which may be more than when the units were told
     */
    default Identity identity(Unit unit) {
        return unit.identity();
    }

    /**
     * Closes what only this unit needed, such as its session, because nobody reads it any more. The next read opens it
     * again.
     *
     * @param unit one of the units
     * @return completes when it is closed
     */
    default CompletableFuture<Void> release(Unit unit) {
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Releases the port or the sessions for other programs; the next read takes them back.
     *
     * @return completes when they are free
     */
    default CompletableFuture<Void> release() {
        return CompletableFuture.completedFuture(null);
    }

    /** @param listener is shown what is asked and answered from now on; null for nobody, as at the beginning */
    default void listen(@Nullable ExchangeListener listener) {
    }

    /**
     * Disconnects for good; a request that is under way fails. Returns at once.
     *
     * @return completes when everything is free, so that the next configuration can connect
     */
    CompletableFuture<Void> disconnect();

    @Override
    default void close() {
        disconnect();
    }
}
