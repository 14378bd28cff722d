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
package org.openhab.binding.selectronic.internal.splink;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.LogSource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.log.EventLogs;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * What the three native ways have in common: work that waits for a line is done on threads that may wait.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
abstract class SpLinkSource implements InverterSource, HistorySource, LogSource {
    private final Way way;
    private final NativeAccess access;
    private final Map<String, EventLogs> events = new ConcurrentHashMap<>();
    private volatile @Nullable ExchangeListener listener;

    SpLinkSource(Way way, NativeAccess access) {
        this.way = way;
        this.access = access;
    }

    @Override
    public Way way() {
        return way;
    }

    NativeAccess access() {
        return access;
    }

    /** Work that may wait. */
    interface Work<T> {
        T done() throws SourceException, InterruptedException;
    }

    <T> CompletableFuture<T> later(Work<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.done();
            } catch (SourceException e) {
                noticed(e);
                throw new CompletionException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(new SourceException(Problem.LINK_CUT, name()));
            }
        }, access.executor());
    }

    /** A recording is of use only if it begins with what the unit is. */
    @Override
    public void listen(@Nullable ExchangeListener listener) {
        this.listener = listener;
        if (listener != null) {
            forget();
        }
    }

    /** Called with each failure, whatever was wanted. */
    void noticed(SourceException failure) {
    }

    /** Shows words of a unit to whoever listens. */
    void show(String unit, Words words) {
        ExchangeListener listener = this.listener;
        if (listener != null) {
            listener.words(unit, words.address(), words.values());
        }
    }

    /** Reads what units are once more, with the next values. */
    abstract void forget();

    /** How a person calls the line. */
    abstract String name();

    abstract List<Unit> readUnits() throws SourceException, InterruptedException;

    abstract Sample readSample(Unit unit) throws SourceException, InterruptedException;

    /**
     * The session with a unit, null if there is none: the record is no reason to open a line, reading live values is.
     */
    abstract @Nullable UnitSession openSession(Unit unit);

    /** How far the events of a unit were read: longer than a session lasts. */
    final EventLogs events(Unit unit) {
        return Objects.requireNonNull(events.computeIfAbsent(unit.id(), id -> new EventLogs(access.memory(), id)));
    }

    @Override
    public CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after) {
        return later(() -> inSession(unit).history(after));
    }

    @Override
    public CompletableFuture<Excerpt> newest(Unit unit, Log log, int count) {
        return later(() -> inSession(unit).newest(log, count));
    }

    private UnitSession inSession(Unit unit) throws SourceException {
        @Nullable
        UnitSession open = openSession(unit);
        if (open == null) {
            throw new SourceException(Problem.LINK_CUT, name());
        }
        return open;
    }

    /** Closes whatever is open; may wait a second for each line to say good-bye. */
    abstract void hangUp();

    @Override
    public CompletableFuture<List<Unit>> units() {
        return later(this::readUnits);
    }

    @Override
    public CompletableFuture<Sample> read(Unit unit) {
        return later(() -> readSample(unit));
    }

    @Override
    public CompletableFuture<Void> release() {
        return later(() -> {
            hangUp();
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        return CompletableFuture.runAsync(this::hangUp, access.executor());
    }
}
