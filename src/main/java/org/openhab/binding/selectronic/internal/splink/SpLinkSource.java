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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.SerialNumber;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.LogSource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.Remark;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.log.EventLogs;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Common parts of the three native connections: tasks that block on a connection run on threads that may block, and a
 * connection is released when all of them have ended.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public abstract class SpLinkSource implements InverterSource, HistorySource, LogSource {
    private final Logger logger = LoggerFactory.getLogger(SpLinkSource.class);
    private final ConnectionType connectionType;
    private final NativeAccess access;
    private final Map<String, EventLogs> events = new ConcurrentHashMap<>();
    private final Map<String, List<Remark>> remarks = new ConcurrentHashMap<>();
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean mistakeLogged = new AtomicBoolean();
    private volatile @Nullable ExchangeListener listener;

    SpLinkSource(ConnectionType connectionType, NativeAccess access) {
        this.connectionType = connectionType;
        this.access = access;
    }

    @Override
    public ConnectionType connectionType() {
        return connectionType;
    }

    NativeAccess access() {
        return access;
    }

    /** A task that may block. */
    interface Work<T> {
        T done() throws SourceException, InterruptedException;
    }

    <T> CompletableFuture<T> later(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        underWay.add(result);
        result.whenComplete((done, failure) -> underWay.remove(result));
        try {
            CompletableFuture.supplyAsync(() -> done(work), access.executor()).whenComplete((done, failure) -> {
                if (failure == null) {
                    result.complete(done);
                } else {
                    result.completeExceptionally(explained(failure));
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new SourceException(Problem.LINK_CUT, e, name()));
        }
        return result;
    }

    private <T> T done(Work<T> work) {
        try {
            return work.done();
        } catch (SourceException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(new SourceException(Problem.LINK_CUT, e, name()));
        }
    }

    /** Returns the declared failure. An unexpected exception is logged once per source with its stack trace. */
    private SourceException explained(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof SourceException known) {
            return known;
        }
        if (mistakeLogged.compareAndSet(false, true)) {
            logger.warn("Reading {} failed in a way that was not foreseen, please report this", name(), cause);
        }
        return new SourceException(Problem.OUR_MISTAKE, cause, cause.getClass().getSimpleName());
    }

    /** Reads the setup of the units again, since a recording is useful only if it starts with that. */
    @Override
    public void listen(@Nullable ExchangeListener listener) {
        this.listener = listener;
        if (listener != null) {
            forget();
        }
    }

    /** Passes words of a unit to the listener, if there is one. */
    void show(String unit, Words words) {
        ExchangeListener listener = this.listener;
        if (listener != null) {
            listener.words(unit, words.address(), words.values());
        }
    }

    /** Reads the setup of the units again with the next sample. */
    abstract void forget();

    /** Returns the name of the connection for texts and log messages. */
    abstract String name();

    abstract List<Unit> readUnits() throws SourceException, InterruptedException;

    /**
     * Returns the session with a unit, connected or not; may block, for example to detect the speed of the serial line.
     */
    abstract UnitSession session(Unit unit) throws SourceException, InterruptedException;

    /**
     * Returns the session with a unit, null if there is none: logs never open a connection, only reads of live values
     * do.
     */
    abstract @Nullable UnitSession openSession(Unit unit);

    /** Called when a session could not be used. */
    void failed(UnitSession session, SourceException failure) {
    }

    Sample readSample(Unit unit) throws SourceException, InterruptedException {
        UnitSession session = session(unit);
        try {
            Sample sample = session.sample(unit, events(unit), access.readers().of(unit));
            remarks.put(unit.id(), Stream.concat(session.remark().stream(), events(unit).remarks().stream()).toList());
            return sample;
        } catch (SourceException e) {
            failed(session, e);
            throw e;
        }
    }

    /** @return hints for the owner about the units that are read, the most important first */
    public List<Remark> remarks() {
        return remarks.values().stream().flatMap(List::stream).toList();
    }

    /** Returns the logs of a unit. What is known about them outlives a session. */
    final EventLogs events(Unit unit) {
        @Nullable
        String serialNumber = SerialNumber.normal(unit.id());
        return Objects.requireNonNull(
                events.computeIfAbsent(serialNumber == null ? unit.id() : serialNumber, EventLogs::new));
    }

    @Override
    public CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after) {
        return later(() -> inSession(unit).history(unit, after));
    }

    @Override
    public CompletableFuture<Excerpt> newest(Unit unit, Log log, int count) {
        return later(() -> inSession(unit).newest(unit, log, count));
    }

    private UnitSession inSession(Unit unit) throws SourceException {
        @Nullable
        UnitSession open = openSession(unit);
        if (open == null) {
            throw new SourceException(Problem.LINK_CUT, name());
        }
        return open;
    }

    /** Closes everything that is open and aborts what is being opened; may block for some seconds per connection. */
    abstract void endSession();

    /** Closes what is open for one unit; may block for some seconds. */
    abstract void endSession(Unit unit);

    @Override
    public CompletableFuture<List<Unit>> units() {
        return later(this::readUnits);
    }

    @Override
    public CompletableFuture<Sample> read(Unit unit) {
        return later(() -> readSample(unit));
    }

    @Override
    public CompletableFuture<@Nullable Void> release(Unit unit) {
        remarks.remove(unit.id());
        return later(() -> {
            endSession(unit);
            return null;
        });
    }

    @Override
    public CompletableFuture<@Nullable Void> release() {
        CompletableFuture<@Nullable Void> released = later(() -> {
            endSession();
            return null;
        });
        // running tasks fail now, and their threads may still have to close a port that they have just opened
        return released.thenCompose(done -> CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                .handle((all, failure) -> done));
    }

    @Override
    public CompletableFuture<@Nullable Void> disconnect() {
        return release().handle((done, failure) -> done);
    }
}
