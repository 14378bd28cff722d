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
package org.openhab.binding.selectronic.internal.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.SerialNumber;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The systems of the account: its own and those installed for others, with their names and with serial number and
 * ratings from their pages. System pages are read one after another in the background, polled systems first, spread out
 * if there are many. All but the list of its own systems is optional.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SystemList {
    /** Longest time that the list of units waits for optional pages. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    /** Number of system pages read without a pause; as many as owners usually have. */
    private static final int FEW = 5;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Logger logger = LoggerFactory.getLogger(SystemList.class);
    private final PortalSession session;
    private final TextStorage storage;
    private final Timing timing;
    private final Map<String, PortalSystem> systems = new ConcurrentHashMap<>();
    private final Set<String> wantedSerialNumbers = ConcurrentHashMap.newKeySet();
    private volatile Consumer<List<Unit>> listener = units -> {
    };
    private volatile Map<String, String> owned = Map.of();
    private volatile Map<String, String> installed = Map.of();
    /** Whether it is known which systems are installed for others. */
    private volatile boolean isComplete;
    private volatile boolean isRequested;
    private volatile CompletableFuture<@Nullable Void> installedList = CompletableFuture.completedFuture(null);
    private boolean isDescribing;
    private volatile CompletableFuture<@Nullable Void> firstPages = CompletableFuture.completedFuture(null);
    private volatile int pages;

    /** @param storage stores the serial numbers of systems */
    SystemList(PortalSession session, TextStorage storage, Timing timing) {
        this.session = session;
        this.storage = storage;
        this.timing = timing;
    }

    /** @param listener receives the units when more is known than {@link #read()} has returned */
    void listen(Consumer<List<Unit>> listener) {
        this.listener = listener;
    }

    PortalSystem get(String number) {
        return Objects.requireNonNull(systems.computeIfAbsent(number, PortalSystem::new));
    }

    long polled() {
        return systems.values().stream().filter(system -> system.isPolled).count();
    }

    /**
     * Returns the account's own systems, then those installed for others. If the list of the latter cannot be read, the
     * last known list is used. Data of the system pages is included as far as they were read.
     */
    CompletableFuture<List<Unit>> read() {
        return ownList().thenCompose(done -> installedList()).thenCompose(done -> describe())
                .thenApply(done -> units());
    }

    private CompletableFuture<@Nullable Void> ownList() {
        isRequested = true;
        return session.live(Duration.ZERO, "/systems/list/owner")
                .thenAccept(reply -> owned = Futures.done(() -> PortalBodies.systems(reply.body())));
    }

    private CompletableFuture<@Nullable Void> installedList() {
        CompletableFuture<@Nullable Void> waiting = patience();
        installedList = waiting;
        session.optional(PortalSession.json("/systems/list/installer")).thenAccept(reply -> {
            installed = Futures.done(() -> PortalBodies.systems(reply.body()));
            isComplete = true;
            if (waiting.isDone()) {
                report();
            }
        }).exceptionally(failure -> {
            logger.debug("No list of systems that were installed for others", Futures.cause(failure));
            // 403 and 404 mean that this account has no such list; after other failures any system may be on it
            isComplete |= Futures.cause(failure) instanceof SourceException known
                    && known.problem() == Problem.HTTP_STATUS;
            return null;
        }).thenRun(() -> waiting.complete(null));
        return waiting;
    }

    /** Returns a future that completes after the longest waiting time at the latest. */
    private CompletableFuture<@Nullable Void> patience() {
        CompletableFuture<@Nullable Void> waiting = new CompletableFuture<>();
        timing.executor().schedule(() -> waiting.complete(null), PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        return waiting;
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>(owned);
        installed.forEach(names::putIfAbsent);
        return names;
    }

    private List<PortalSystem> listed() {
        return names().entrySet().stream().map(entry -> {
            PortalSystem system = get(entry.getKey());
            system.name = entry.getValue();
            return system;
        }).toList();
    }

    private List<Unit> units() {
        return listed().stream().map(PortalSystem::unit).toList();
    }

    private void report() {
        if (isComplete) {
            listener.accept(units());
        }
    }

    /** Starts reading system pages, unless already running. Completes when all pages were read, or the first few. */
    private CompletableFuture<@Nullable Void> describe() {
        synchronized (this) {
            if (isDescribing) {
                return firstPages;
            }
            isDescribing = true;
            pages = 0;
            firstPages = patience();
        }
        CompletableFuture<@Nullable Void> waiting = firstPages;
        describeNext();
        return waiting;
    }

    private void describeNext() {
        Instant now = timing.clock().instant();
        listed().stream().filter(system -> system.wantsDescription(now))
                .min(Comparator.comparing(system -> !system.isPolled)).ifPresentOrElse(this::describe, this::endPages);
    }

    private void describe(PortalSystem system) {
        session.page("/dashboard/" + system.number).whenComplete((page, failure) -> {
            if (failure == null || Futures.failedAs(FailureKind.UNEXPECTED, failure)) {
                described(system, failure == null ? AccountPages.identity(page) : Identity.NONE);
            } else {
                // no contact: the remaining pages wait for the next list
                endPages();
            }
        });
    }

    private void described(PortalSystem system, Identity identity) {
        system.described(identity, timing.clock().instant());
        String serialNumber = identity.serialNumber();
        if (serialNumber != null && wantedSerialNumbers.remove(serialNumber)) {
            storage.keep(keyOf(serialNumber), system.number);
            report();
        }
        pages++;
        if (pages >= FEW) {
            firstPages.complete(null);
        }
        Duration pause = pages >= FEW && wantedSerialNumbers.isEmpty() ? PAUSE : Duration.ZERO;
        timing.executor().schedule(this::describeNext, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void endPages() {
        synchronized (this) {
            isDescribing = false;
        }
        boolean isAwaited = firstPages.complete(null);
        if (!isAwaited && pages > 0) {
            report();
        }
    }

    /**
     * Returns a system by its portal number, or by a serial number that was on its page before a restart. A system with
     * any other serial number is searched for from now on.
     */
    Optional<Unit> withoutList(UnitChoice choice) {
        String id = choice.id();
        String serialNumber = SerialNumber.normal(choice.serialNumber());
        if (id != null && !id.isBlank()) {
            return PortalBodies.isNumber(id.strip()) ? Optional.of(get(id.strip()).unit()) : Optional.empty();
        }
        if (serialNumber == null) {
            return Optional.empty();
        }
        wantedSerialNumbers.add(serialNumber);
        String number = storage.get(keyOf(serialNumber));
        if (number == null || !PortalBodies.isNumber(number)) {
            return Optional.empty();
        }
        get(number).remembered(serialNumber);
        return Optional.of(get(number).unit());
    }

    private static String keyOf(String serialNumber) {
        return "system " + serialNumber;
    }

    /**
     * Checks that a system belongs to the account. If the lists cannot be read, this is unknown and not a failure.
     *
     * @param unit a system
     * @return completes when it may be read; or a {@link SourceException}
     */
    CompletableFuture<?> check(Unit unit) {
        CompletableFuture<@Nullable Void> own = isRequested ? CompletableFuture.completedFuture(null)
                : ownList().thenRun(this::installedList);
        return own.thenCompose(
                done -> owned.containsKey(unit.id()) ? CompletableFuture.<@Nullable Void> completedFuture(null)
                        : installedList)
                .handle((done, failure) -> Futures.done(() -> check(unit, failure)));
    }

    private Unit check(Unit unit, @Nullable Throwable failure) throws SourceException {
        if (failure != null && Futures.cause(failure) instanceof SourceException known
                && known.kind() != FailureKind.UNEXPECTED && known.problem() != Problem.NO_ANSWER
                && known.problem() != Problem.PORTAL_STATUS) {
            // not about the list: nothing else can be read, either
            throw known;
        }
        if (isComplete && !names().containsKey(unit.id())) {
            throw new SourceException(Problem.UNKNOWN_UNIT, unit.id(), UnitChoice.few(names().keySet()));
        }
        String wanted = unit.identity().serialNumber();
        String reported = get(unit.id()).unit().identity().serialNumber();
        if (wanted != null && reported != null && !wanted.equals(reported)) {
            throw new SourceException(Problem.OTHER_UNIT, wanted, reported);
        }
        return unit;
    }
}
