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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.SerialNumber;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.polling.Pacer;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.binding.selectronic.internal.source.EventReaders;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection through the web pages of select.live.
 * <p>
 * Live values of several systems are spread over the interval. Everything else is read in between and may fail, hang or
 * be missing: the list of systems of other owners, the system pages, the profile and events. Events are reported with
 * the next sample.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortalSource implements InverterSource, HistorySource {
    /** Event of the portal itself: no contact with the gateway for a day. It says nothing about the inverter. */
    static final int PORTAL_HEARS_NOTHING = 1001;
    private static final Duration JITTER = Duration.ofMillis(50);
    private static final Duration EVENTS_LAST = Duration.ofMinutes(5).minusSeconds(10);
    /** The content of the events page expires after this time if the page cannot be read again. */
    private static final Duration PAGE_LASTS = Duration.ofHours(1);
    /** Longest time that the list of units waits for optional pages. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    /** Share of the interval used for live values; the rest is left for other pages. */
    private static final double SHARE_OF_LIVE = 0.85;
    /** Longest time between two systems: a few systems need not be spread over the whole interval. */
    private static final Duration LONGEST_SPREAD = Duration.ofSeconds(5);

    private final Logger logger = LoggerFactory.getLogger(PortalSource.class);
    private final PortalSession session;
    private final AccountQueue line;
    private final Clock clock;
    private final Clock wall;
    private final ScheduledExecutorService executor;
    private final Duration interval;
    private final TextStorage storage;
    private final EventReaders readers;
    private final AccountZone zone;
    private final PortalHistory history;
    private final SystemDescriptions descriptions;
    private final PointDecoder decoder = new PointDecoder(ConnectionType.PORTAL);
    private final Map<String, PortalUnit> units = new ConcurrentHashMap<>();
    private final Set<String> wantedSerialNumbers = ConcurrentHashMap.newKeySet();
    /** Serial numbers by system from before a restart, used until the system page is read. */
    private final Map<String, String> remembered = new ConcurrentHashMap<>();
    private volatile Map<String, String> owned = Map.of();
    private volatile Map<String, String> installed = Map.of();
    private volatile boolean isListKnown;
    private volatile boolean eventsNotUnderstood;
    private volatile boolean listAsked;
    private volatile CompletableFuture<?> otherList = CompletableFuture.completedFuture(null);
    private volatile @Nullable ExchangeListener listener;
    private volatile Consumer<List<Unit>> unitsListener = units -> {
    };
    private volatile Instant lastTurn = Instant.EPOCH;

    /** Chooses the time zone if the account has none. */
    public interface ZoneChoice {
        /** @return openHAB's own zone */
        ZoneId zone();
    }

    /**
     * What the source waits and measures with.
     *
     * @param clock a monotonic clock
     * @param wall the time of day
     * @param executor where is waited; nothing blocks on it
     * @param random where jitter comes from
     */
    public record Means(Clock clock, Clock wall, ScheduledExecutorService executor, RandomGenerator random) {
    }

    /**
     * Data kept across restarts.
     *
     * @param credentials what is known about the account's credentials
     * @param storage stores the serial numbers of the systems
     * @param readers who reads events
     */
    public record Memory(Credentials credentials, TextStorage storage, EventReaders readers) {
    }

    /**
     * @param transport sends requests to the portal; closed with this source
     * @param account the account to log in with
     * @param memory data kept across restarts
     * @param interval the configured time between two reads of a system
     * @param means what is waited and measured with
     * @param zones chooses the time zone if the account has none
     */
    public PortalSource(PortalTransport transport, PortalAccount account, Memory memory, Duration interval, Means means,
            ZoneChoice zones) {
        Pacer pacer = new Pacer(means.clock, AccountQueue.GAP, JITTER, means.random);
        this.session = new PortalSession(transport, account,
                memory.credentials.of("account", transport.base().getAuthority(), account.email(), account.password()),
                pacer, means.clock, means.executor, means.random);
        this.line = new AccountQueue(transport.base().getAuthority(), pacer, means.clock, means.executor);
        this.clock = means.clock;
        this.wall = means.wall;
        this.executor = means.executor;
        this.interval = interval;
        this.storage = memory.storage;
        this.readers = memory.readers;
        this.zone = new AccountZone(session, line, clock, zones);
        this.history = new PortalHistory(session, line, wall, zone);
        this.descriptions = new SystemDescriptions(session, line, clock, executor, PATIENCE,
                new SystemDescriptions.Listener() {
                    @Override
                    public void described(PortalUnit unit) {
                        PortalSource.this.described(unit);
                    }

                    @Override
                    public void moreIsKnown() {
                        PortalSource.this.moreIsKnown();
                    }
                });
    }

    @Override
    public ConnectionType connectionType() {
        return ConnectionType.PORTAL;
    }

    /**
     * Returns the account's own systems, then those installed for others. If the list of the latter cannot be read, the
     * last known list is used. Data of the system pages is included as far as they were read.
     */
    @Override
    public CompletableFuture<List<Unit>> units() {
        return lists()
                .thenCompose(
                        listed -> withinPatience(descriptions.read(listed(), () -> !wantedSerialNumbers.isEmpty())))
                .thenApply(described -> listedUnits());
    }

    private List<Unit> listedUnits() {
        return listed().stream().map(unit -> unit(unit.number)).toList();
    }

    @Override
    public void listenToUnits(Consumer<List<Unit>> listener) {
        unitsListener = listener;
    }

    /**
     * Returns a system by its portal number, or by a serial number that was on its page before a restart. A system with
     * any other serial number is searched for from now on.
     */
    @Override
    public Optional<Unit> unitWithoutList(UnitChoice choice) {
        String id = choice.id();
        if (id != null && !id.isBlank()) {
            return PortalBodies.isNumber(id.strip()) ? Optional.of(unit(id.strip())) : Optional.empty();
        }
        String serialNumber = SerialNumber.normal(choice.serialNumber());
        if (serialNumber == null) {
            return Optional.empty();
        }
        wantedSerialNumbers.add(serialNumber);
        String number = storage.get(noteOf(serialNumber));
        if (number == null || !PortalBodies.isNumber(number)) {
            return Optional.empty();
        }
        remembered.put(number, serialNumber);
        return Optional.of(unit(number));
    }

    private CompletableFuture<?> lists() {
        return ownList().thenCompose(owned -> otherList());
    }

    private CompletableFuture<Map<String, String>> ownList() {
        listAsked = true;
        return line.live(Duration.ZERO, () -> session.ask(PortalCall.json("/systems/list/owner")))
                .thenApply(reply -> owned = Futures.done(() -> PortalBodies.systems(reply.body())));
    }

    private CompletableFuture<?> otherList() {
        CompletableFuture<?> asked = withinPatience(installed());
        otherList = asked;
        return asked;
    }

    private CompletableFuture<?> installed() {
        Instant late = clock.instant().plus(PATIENCE);
        return line.aside(() -> session.askInPassing(PortalCall.json("/systems/list/installer"))).thenAccept(reply -> {
            installed = Futures.done(() -> PortalBodies.systems(reply.body()));
            isListKnown = true;
            if (!clock.instant().isBefore(late)) {
                moreIsKnown();
            }
        }).exceptionally(failure -> {
            logger.debug("No list of systems that were installed for others", Futures.cause(failure));
            // 403 and 404 mean that this account has no such list; after other failures any system may be on it
            isListKnown |= Futures.cause(failure) instanceof SourceException known
                    && known.problem() == Problem.HTTP_STATUS;
            return null;
        });
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>(owned);
        installed.forEach(names::putIfAbsent);
        return names;
    }

    private List<PortalUnit> listed() {
        List<PortalUnit> listed = new ArrayList<>();
        names().forEach((number, name) -> {
            PortalUnit unit = known(number);
            unit.name = name;
            listed.add(unit);
        });
        return listed;
    }

    /** Completes when the work completes, successfully or not, or after the longest waiting time. */
    private CompletableFuture<@Nullable Void> withinPatience(CompletableFuture<?> work) {
        CompletableFuture<@Nullable Void> enough = new CompletableFuture<>();
        work.whenComplete((done, failure) -> enough.complete(null));
        if (!enough.isDone()) {
            executor.schedule(() -> enough.complete(null), PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        }
        return enough;
    }

    private void described(PortalUnit unit) {
        String serialNumber = unit.identity().serialNumber();
        if (serialNumber != null && wantedSerialNumbers.remove(serialNumber)) {
            storage.keep(noteOf(serialNumber), unit.number);
            moreIsKnown();
        }
    }

    private void moreIsKnown() {
        if (isListKnown) {
            unitsListener.accept(listedUnits());
        }
    }

    private static String noteOf(String serialNumber) {
        return "system " + serialNumber;
    }

    private PortalUnit known(String number) {
        return Objects.requireNonNull(units.computeIfAbsent(number, PortalUnit::new));
    }

    private Unit unit(String number) {
        PortalUnit known = known(number);
        String serialNumber = remembered.get(number);
        Identity identity = known.isDescribed() || serialNumber == null ? known.identity()
                : new Identity(serialNumber, null, null, null);
        return new Unit(number, identity, known.name.isEmpty() ? null : known.name);
    }

    @Override
    public Identity identity(Unit unit) {
        return unit(unit.id()).identity();
    }

    /**
     * If the list cannot be read, a system is requested even if it is unknown whether it belongs to the account.
     */
    @Override
    public CompletableFuture<Sample> read(Unit unit) {
        PortalUnit known = known(unit.id());
        return listedOrUnknown(unit)
                .thenCompose(may -> line.live(untilItsTurn(known),
                        () -> session.ask(PortalCall.json("/dashboard/hfdata/" + unit.id()))))
                .thenApply(reply -> Futures
                        .done(() -> sample(known, readers.of(unit), unit.identity().serialNumber(), reply)));
    }

    private CompletableFuture<?> listedOrUnknown(Unit unit) {
        CompletableFuture<?> own = listAsked ? CompletableFuture.completedFuture(null)
                : ownList().thenAccept(owned -> otherList());
        CompletableFuture<?> list = own.thenCompose(
                known -> owned.containsKey(unit.id()) ? CompletableFuture.completedFuture(null) : otherList);
        return list.handle((done, failure) -> {
            if (failure != null && Futures.cause(failure) instanceof SourceException known && !isAboutTheList(known)) {
                throw new CompletionException(known);
            }
            return Futures.done(() -> checkListed(unit));
        });
    }

    private static boolean isAboutTheList(SourceException failure) {
        return failure.kind() == FailureKind.UNEXPECTED || failure.problem() == Problem.NO_ANSWER
                || failure.problem() == Problem.PORTAL_STATUS;
    }

    private Unit checkListed(Unit unit) throws SourceException {
        if (isListKnown && !names().containsKey(unit.id())) {
            throw new SourceException(Problem.UNKNOWN_UNIT, unit.id(), UnitChoice.few(names().keySet()));
        }
        String wanted = unit.identity().serialNumber();
        String reported = known(unit.id()).identity().serialNumber();
        if (wanted != null && reported != null && !wanted.equals(reported)) {
            throw new SourceException(Problem.OTHER_UNIT, wanted, reported);
        }
        return unit;
    }

    @Override
    public CompletableFuture<@Nullable Void> release(Unit unit) {
        known(unit.id()).follow(false);
        return CompletableFuture.completedFuture(null);
    }

    /** Spreads the systems over the interval. */
    private Duration untilItsTurn(PortalUnit unit) {
        Instant now = clock.instant();
        long count = units.values().stream().filter(PortalUnit::isFollowed).count();
        boolean before = unit.follow(true);
        Instant turn = now;
        if (before && count > 1) {
            Duration share = Duration.ofMillis((long) (interval.toMillis() * SHARE_OF_LIVE / count));
            turn = lastTurn.plus(share.compareTo(LONGEST_SPREAD) > 0 ? LONGEST_SPREAD : share);
        }
        lastTurn = turn.isAfter(now) ? turn : now;
        return Duration.between(now, lastTurn);
    }

    /** Shows only live values, because they contain nothing about the owner. */
    @Override
    public void listen(@Nullable ExchangeListener listener) {
        this.listener = listener;
    }

    private Sample sample(PortalUnit unit, Map<String, TextStorage> readers, @Nullable String serialNumber, Reply reply)
            throws SourceException {
        ExchangeListener listener = this.listener;
        if (listener != null) {
            listener.page("/dashboard/hfdata/" + unit.number, reply.body());
        }
        Sample reported = decoder.decode(reply.body(), reply.responseTime());
        String known = unit.identity().serialNumber();
        PortalBodies.check(reply.body(), unit.number, known == null ? serialNumber : known);
        Map<Quantity, Value> values = reported.values();
        double alert = reported.number(Quantity.ALERTS_CODE);
        if (alert == PORTAL_HEARS_NOTHING) {
            values = new EnumMap<>(values);
            values.put(Quantity.ALERTS_CODE, Value.UNKNOWN);
        }
        Instant now = clock.instant();
        if (unit.wantsEvents(now, now.minus(EVENTS_LAST), alert)) {
            readEvents(unit);
        }
        return unit.withEvents(new Sample(reported.connectionType(), reported.time(), reported.sourceNow(),
                reported.responseTime(), values), now.minus(PAGE_LASTS), readers, wall.instant());
    }

    /**
     * Reads the events page. A page that cannot be read or parsed adds nothing and is requested again after the usual
     * time.
     */
    private void readEvents(PortalUnit unit) {
        zone.zone().handle((zone, failure) -> {
            if (failure != null) {
                unit.eventsWait();
                return CompletableFuture.<@Nullable Void> completedFuture(null);
            }
            return line.aside(() -> session.askInPassing(PortalCall.page("/events/" + unit.number)))
                    .thenAccept(page -> takeEvents(unit, page, zone));
        }).thenCompose(read -> read).exceptionally(failure -> {
            unit.pageFailed();
            logger.debug("The events page of {} was not read", unit.number, Futures.cause(failure));
            return null;
        });
    }

    private void takeEvents(PortalUnit unit, Reply page, ZoneId zone) {
        EventsPage.read(Html.page(page))
                .ifPresentOrElse(events -> unit.pageRead(clock.instant(), ofTheInverter(events), zone), () -> {
                    unit.pageFailed();
                    if (!eventsNotUnderstood) {
                        eventsNotUnderstood = true;
                        logger.warn("The events page of the portal is not understood: short alerts are missed. "
                                + "Please report this");
                    }
                });
    }

    private static List<PortalEvent> ofTheInverter(List<PortalEvent> events) {
        return events.stream().filter(event -> event.code() != PORTAL_HEARS_NOTHING).toList();
    }

    @Override
    public CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after) {
        return history.portion(unit, after);
    }

    @Override
    public CompletableFuture<@Nullable Void> disconnect() {
        line.close();
        return session.close();
    }
}
