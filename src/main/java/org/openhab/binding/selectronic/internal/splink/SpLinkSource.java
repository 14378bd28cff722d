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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.openhab.binding.selectronic.internal.model.Identity;
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
import org.openhab.binding.selectronic.internal.source.RegisterSource;
import org.openhab.binding.selectronic.internal.source.Remark;
import org.openhab.binding.selectronic.internal.source.SettingsSource;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.link.TunnelLink;
import org.openhab.binding.selectronic.internal.splink.log.EventLogs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A native connection with its units: the only one of a serial port or network adapter, or those of a tunnel account.
 * <p>
 * Each unit that is read has a session. Tasks block on its connection, so they run on threads that may block; the
 * connection is released when all of them have ended.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SpLinkSource implements InverterSource, HistorySource, LogSource, RegisterSource, SettingsSource {
    /** Names the only unit of a connection before its serial number is known. */
    private static final String ONLY_UNIT = "1";

    private final Logger logger = LoggerFactory.getLogger(SpLinkSource.class);
    private final ConnectionType connectionType;
    private final String name;
    private final NativeAccess access;
    private final Sessions create;
    private final Map<String, UnitSession> sessions = new HashMap<>();
    private final Map<String, EventLogs> events = new ConcurrentHashMap<>();
    private final Map<String, List<Remark>> remarks = new ConcurrentHashMap<>();
    private final Set<CompletableFuture<?>> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean mistakeLogged = new AtomicBoolean();
    private volatile @Nullable ExchangeListener listener;
    private @Nullable TunnelLink list;
    /** Whether the only unit is no longer read: then the connection is opened only briefly for the list of units. */
    private boolean unused;
    private boolean closed;

    /** Creates what differs between the connections. */
    interface Sessions {
        /**
         * @param unit the unit
         * @return a session with it, not connected
         * @throws SourceException if none can be created
         */
        UnitSession session(String unit) throws SourceException;

        /** @return the connection for the list of units, not open; null if there is one unit only */
        default @Nullable TunnelLink list() {
            return null;
        }
    }

    /** A task that may block. */
    interface Work<T> {
        T done() throws SourceException, InterruptedException;
    }

    SpLinkSource(ConnectionType connectionType, String name, NativeAccess access, Sessions create) {
        this.connectionType = connectionType;
        this.name = name;
        this.access = access;
        this.create = create;
    }

    @Override
    public ConnectionType connectionType() {
        return connectionType;
    }

    @Override
    public CompletableFuture<List<Unit>> units() {
        return later(() -> {
            TunnelLink list = create.list();
            return list == null ? List.of(onlyUnit()) : listed(list);
        });
    }

    private Unit onlyUnit() throws SourceException, InterruptedException {
        Identity identity = session(ONLY_UNIT).identify();
        if (isUnused()) {
            close(List.of(ONLY_UNIT));
        }
        @Nullable
        String serialNumber = identity.serialNumber();
        return new Unit(serialNumber == null ? ONLY_UNIT : serialNumber, identity);
    }

    private synchronized boolean isUnused() {
        return unused;
    }

    private List<Unit> listed(TunnelLink list) throws SourceException, InterruptedException {
        synchronized (this) {
            checkNotClosed();
            this.list = list;
        }
        List<Unit> units = new ArrayList<>();
        for (String serialNumber : list.units()) {
            Unit unit = new Unit(serialNumber, new Identity(serialNumber, null, null, null));
            units.add(new Unit(serialNumber, identity(unit)));
        }
        return units;
    }

    @Override
    public Identity identity(Unit unit) {
        return openSession(unit).flatMap(UnitSession::identity).orElseGet(unit::identity);
    }

    @Override
    public CompletableFuture<Sample> read(Unit unit) {
        return later(() -> {
            synchronized (this) {
                unused = false;
            }
            UnitSession session = session(key(unit));
            Sample sample = session.sample(unit, events(unit));
            remarks.put(unit.id(), Stream.concat(session.remarks(), events(unit).remarks().stream()).toList());
            return sample;
        });
    }

    /** Reads a portion of the log, if there is a session: logs never open a connection, only live values do. */
    @Override
    public CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after) {
        return later(() -> openSession(unit).orElseThrow(this::cut).history(unit, after));
    }

    @Override
    public CompletableFuture<Excerpt> newest(Unit unit, Log log, int count) {
        return later(() -> openSession(unit).orElseThrow(this::cut).newest(unit, log, count));
    }

    @Override
    public CompletableFuture<@Nullable Void> export(Unit unit, Extract extract, Sheet sheet) {
        return later(() -> {
            openSession(unit).orElseThrow(this::cut).export(unit, extract, sheet);
            return null;
        });
    }

    @Override
    public CompletableFuture<List<Row>> registers(Unit unit, Set<String> names) {
        return later(() -> openSession(unit).orElseThrow(this::cut).registers(unit, names));
    }

    @Override
    public CompletableFuture<Settings> settings(Unit unit, @Nullable String before) {
        return later(() -> openSession(unit).orElseThrow(this::cut).settings(unit, before));
    }

    /** @return hints for the owner about the units that are read, the most important first */
    public List<Remark> remarks() {
        return remarks.values().stream().flatMap(List::stream).toList();
    }

    /** Returns the logs of a unit, which outlive a session. */
    private EventLogs events(Unit unit) {
        @Nullable
        String serialNumber = SerialNumber.normal(unit.id());
        return Objects.requireNonNull(
                events.computeIfAbsent(serialNumber == null ? unit.id() : serialNumber, EventLogs::new));
    }

    private String key(Unit unit) {
        return connectionType == ConnectionType.TUNNEL ? unit.id() : ONLY_UNIT;
    }

    private synchronized UnitSession session(String key) throws SourceException {
        checkNotClosed();
        UnitSession session = sessions.get(key);
        if (session == null) {
            session = create.session(key);
            session.listen(words -> {
                ExchangeListener listener = this.listener;
                if (listener != null) {
                    listener.words(key, words.address(), words.values());
                }
            });
            sessions.put(key, session);
        }
        return session;
    }

    /** Returns the session with a unit; empty if there is none, or if another unit is connected now. */
    private synchronized Optional<UnitSession> openSession(Unit unit) {
        return Optional.ofNullable(sessions.get(key(unit)))
                .filter(session -> session.identity().stream().allMatch(now -> isOf(unit, now)));
    }

    private static boolean isOf(Unit unit, Identity identity) {
        return Objects.equals(SerialNumber.normal(unit.identity().serialNumber()),
                SerialNumber.normal(identity.serialNumber()));
    }

    private void checkNotClosed() throws SourceException {
        if (closed) {
            throw cut();
        }
    }

    private SourceException cut() {
        return new SourceException(Problem.LINK_CUT, name);
    }

    private <T> CompletableFuture<T> later(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        running.add(result);
        result.whenComplete((done, failure) -> running.remove(result));
        try {
            CompletableFuture.supplyAsync(() -> done(work), access.executor()).whenComplete((done, failure) -> {
                if (failure == null) {
                    result.complete(done);
                } else {
                    result.completeExceptionally(explained(failure));
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new SourceException(Problem.LINK_CUT, e, name));
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
            throw new CompletionException(new SourceException(Problem.LINK_CUT, e, name));
        }
    }

    /** Returns the declared failure. An unexpected exception is logged once per source with its stack trace. */
    private SourceException explained(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof SourceException known) {
            return known;
        }
        if (mistakeLogged.compareAndSet(false, true)) {
            logger.warn("Reading {} failed unexpectedly, please report this", name, cause);
        }
        return new SourceException(Problem.OUR_MISTAKE, cause, cause.getClass().getSimpleName());
    }

    /** Reads the setup of the units again, since a recording is useful only if it starts with that. */
    @Override
    public synchronized void listen(@Nullable ExchangeListener listener) {
        this.listener = listener;
        if (listener != null) {
            sessions.values().forEach(UnitSession::forget);
        }
    }

    @Override
    public CompletableFuture<@Nullable Void> release(Unit unit) {
        remarks.remove(unit.id());
        synchronized (this) {
            unused = true;
        }
        return later(() -> {
            close(List.of(key(unit)));
            return null;
        });
    }

    @Override
    public CompletableFuture<@Nullable Void> release() {
        CompletableFuture<@Nullable Void> released = later(() -> {
            TunnelLink list;
            List<String> open;
            synchronized (this) {
                list = this.list;
                open = List.copyOf(sessions.keySet());
            }
            if (list != null) {
                list.close();
            }
            close(open);
            return null;
        });
        // running tasks fail now, and their threads may still have to close a port that they have just opened
        return released.thenCompose(done -> CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
                .handle((all, failure) -> done));
    }

    /** Closes sessions and aborts what they are reading; may block for some seconds each. */
    private void close(List<String> keys) {
        List<UnitSession> open = new ArrayList<>();
        synchronized (this) {
            keys.forEach(key -> Optional.ofNullable(sessions.remove(key)).ifPresent(open::add));
        }
        open.forEach(UnitSession::close);
    }

    @Override
    public CompletableFuture<@Nullable Void> disconnect() {
        synchronized (this) {
            closed = true;
        }
        return release().handle((done, failure) -> done);
    }
}
