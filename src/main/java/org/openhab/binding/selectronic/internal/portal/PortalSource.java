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
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Notes;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.SerialNumber;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.polling.Pacer;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.binding.selectronic.internal.source.Deferred;
import org.openhab.binding.selectronic.internal.source.EventReaders;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;
import org.openhab.binding.selectronic.internal.source.FailureKind;
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
 * Live values of several systems are spread over the interval. All else is read between them and may fail, hang or be
 * missing: the list of other people's systems, the pages of systems, the profile and events. What has happened comes
 * with the next sample.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortalSource implements InverterSource, HistorySource {
    /** The portal's own event: it has heard nothing of the box for a day. It says nothing about the inverter. */
    static final int PORTAL_HEARS_NOTHING = 1001;
    private static final Duration JITTER = Duration.ofMillis(50);
    private static final Duration EVENTS_LAST = Duration.ofMinutes(5).minusSeconds(10);
    /** What the page has told is worth nothing after so long, if it cannot be read again. */
    private static final Duration PAGE_LASTS = Duration.ofHours(1);
    /** The list of units waits so long for what it can do without. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    /** A share of the interval is left for what is read beside live values. */
    private static final double SHARE_OF_LIVE = 0.85;
    /** Few systems need not be spread over all of the interval. */
    private static final Duration LONGEST_SPREAD = Duration.ofSeconds(5);

    private final Logger logger = LoggerFactory.getLogger(PortalSource.class);
    private final PortalSession session;
    private final AccountLine line;
    private final Clock clock;
    private final Clock wall;
    private final ScheduledExecutorService executor;
    private final Duration interval;
    private final Notes notes;
    private final EventReaders readers;
    private final AccountZone zone;
    private final PortalHistory history;
    private final SystemDescriptions descriptions;
    private final PointDecoder decoder = new PointDecoder(Way.PORTAL);
    private final Map<String, PortalUnit> units = new ConcurrentHashMap<>();
    private final Set<String> wantedSerialNumbers = ConcurrentHashMap.newKeySet();
    /** Serial numbers by system as they were before a restart, until the page of the system was read. */
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

    /** Which zone is taken where the account does not tell. */
    public interface ZoneChoice {
        /** @return openHAB's own zone */
        ZoneId zone();
    }

    /**
     * What the source waits and measures with.
     *
     * @param clock runs evenly
     * @param wall tells the time of day
     * @param executor where is waited; nothing blocks on it
     * @param random where jitter comes from
     */
    public record Means(Clock clock, Clock wall, ScheduledExecutorService executor, RandomGenerator random) {
    }

    /**
     * What is remembered over restarts.
     *
     * @param credentials what is known of the account
     * @param notes which system has which serial number
     * @param readers who reads events
     */
    public record Memory(Credentials credentials, Notes notes, EventReaders readers) {
    }

    /**
     * @param transport brings requests to the portal; it is closed at the end
     * @param account who logs in
     * @param memory what is remembered over restarts
     * @param interval the time between two readings of a system, as it is meant to be
     * @param means what is waited and measured with
     * @param zones which zone is taken where the account does not tell
     */
    public PortalSource(PortalTransport transport, PortalAccount account, Memory memory, Duration interval,
            Means means, ZoneChoice zones) {
        Pacer pacer = new Pacer(means.clock, AccountLine.GAP, JITTER, means.random);
        this.session = new PortalSession(transport, account,
                memory.credentials.of("account", transport.base().getAuthority(), account.email(),
                        account.password()),
                pacer, means.clock, means.executor, means.random);
        this.line = new AccountLine(transport.base().getAuthority(), pacer, means.clock, means.executor);
        this.clock = means.clock;
        this.wall = means.wall;
        this.executor = means.executor;
        this.interval = interval;
        this.notes = memory.notes;
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
    public Way way() {
        return Way.PORTAL;
    }

    /**
     * The systems of one's own, then those that one has installed for others; where a list of the latter cannot be had,
     * they are those that were on it last. What the pages of systems tell is in it as far as they were read.
     */
    @Override
    public CompletableFuture<List<Unit>> units() {
        return lists().thenCompose(
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
     * A system by the portal's number, or by a serial number that stood on its page before a restart; that of another
     * serial number is looked for from now on.
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
        String number = notes.get(noteOf(serialNumber));
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
                .thenApply(reply -> owned = Deferred.done(() -> PortalBodies.systems(reply.body())));
    }

    private CompletableFuture<?> otherList() {
        CompletableFuture<?> asked = withinPatience(installed());
        otherList = asked;
        return asked;
    }

    private CompletableFuture<?> installed() {
        Instant late = clock.instant().plus(PATIENCE);
        return line.aside(() -> session.askInPassing(PortalCall.json("/systems/list/installer")))
                .thenAccept(reply -> {
                    installed = Deferred.done(() -> PortalBodies.systems(reply.body()));
                    isListKnown = true;
                    if (!clock.instant().isBefore(late)) {
                        moreIsKnown();
                    }
                })
                .exceptionally(failure -> {
                    logger.debug("No list of systems that were installed for others", Deferred.cause(failure));
                    // 403 and 404 say that this account has none; what fails otherwise may have any system on it
                    isListKnown |= Deferred.cause(failure) instanceof SourceException known
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

    /** Completes with the work, or when it has been waited for long enough, whatever becomes of it. */
    private CompletableFuture<Void> withinPatience(CompletableFuture<?> work) {
        CompletableFuture<Void> enough = new CompletableFuture<>();
        work.whenComplete((done, failure) -> enough.complete(null));
        if (!enough.isDone()) {
            executor.schedule(() -> enough.complete(null), PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        }
        return enough;
    }

    private void described(PortalUnit unit) {
        String serialNumber = unit.identity().serialNumber();
        if (serialNumber != null && wantedSerialNumbers.remove(serialNumber)) {
            notes.keep(noteOf(serialNumber), unit.number);
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
        return units.computeIfAbsent(number, PortalUnit::new);
    }

    private Unit unit(String number) {
        PortalUnit known = known(number);
        String serialNumber = remembered.get(number);
        Identity identity = known.isDescribed() || serialNumber == null
                ? known.identity()
                : new Identity(serialNumber, null, null, null);
        return new Unit(number, identity, known.name.isEmpty() ? null : known.name);
    }

    @Override
    public Identity identity(Unit unit) {
        return unit(unit.id()).identity();
    }

    /** A system of which nobody knows whether it is one of the account is asked for if the list cannot be had. */
    @Override
    public CompletableFuture<Sample> read(Unit unit) {
        PortalUnit known = known(unit.id());
        return listedOrUnknown(unit)
                .thenCompose(may -> line.live(untilItsTurn(known),
                        () -> session.ask(PortalCall.json("/dashboard/hfdata/" + unit.id()))))
                .thenApply(reply -> Deferred.done(() -> sample(known, readers.of(unit), unit.identity().serialNumber(),
                        reply)));
    }

    private CompletableFuture<?> listedOrUnknown(Unit unit) {
        CompletableFuture<?> own = listAsked
                ? CompletableFuture.completedFuture(null)
                : ownList().thenAccept(owned -> otherList());
        CompletableFuture<?> list = own.thenCompose(
                known -> owned.containsKey(unit.id()) ? CompletableFuture.completedFuture(null) : otherList);
        return list.handle((done, failure) -> {
            if (failure != null && Deferred.cause(failure) instanceof SourceException known && !isAboutTheList(known)) {
                throw new CompletionException(known);
            }
            return Deferred.done(() -> checkListed(unit));
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
        String told = known(unit.id()).identity().serialNumber();
        if (wanted != null && told != null && !wanted.equals(told)) {
            throw new SourceException(Problem.OTHER_UNIT, wanted, told);
        }
        return unit;
    }

    @Override
    public CompletableFuture<Void> release(Unit unit) {
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

    /** Only live values are shown: they tell nothing of the owner. */
    @Override
    public void listen(@Nullable ExchangeListener listener) {
        this.listener = listener;
    }

    private Sample sample(PortalUnit unit, Map<String, Notes> readers, @Nullable String serialNumber, Reply reply)
            throws SourceException {
        ExchangeListener listener = this.listener;
        if (listener != null) {
            listener.page("/dashboard/hfdata/" + unit.number, reply.body());
        }
        Sample told = decoder.decode(reply.body(), reply.responseTime());
        String known = unit.identity().serialNumber();
        PortalBodies.check(reply.body(), unit.number, known == null ? serialNumber : known);
        Map<Quantity, Value> values = told.values();
        double alert = told.number(Quantity.ALERTS_CODE).orElse(Double.NaN);
        if (alert == PORTAL_HEARS_NOTHING) {
            values = new EnumMap<>(values);
            values.put(Quantity.ALERTS_CODE, Value.UNKNOWN);
        }
        Instant now = clock.instant();
        if (unit.wantsEvents(now, now.minus(EVENTS_LAST), alert)) {
            readEvents(unit);
        }
        return unit.withEvents(
                new Sample(told.way(), told.time(), told.sourceNow(), told.responseTime(), values),
                now.minus(PAGE_LASTS), readers, wall.instant());
    }

    /** A page that cannot be had or read tells nothing, and is asked for again in its time. */
    private void readEvents(PortalUnit unit) {
        zone.zone().handle((zone, failure) -> {
            if (zone == null) {
                unit.eventsWait();
                return CompletableFuture.<Void>completedFuture(null);
            }
            return line.aside(() -> session.askInPassing(PortalCall.page("/events/" + unit.number)))
                    .thenAccept(page -> takeEvents(unit, page, zone));
        }).thenCompose(read -> read).exceptionally(failure -> {
            unit.pageFailed();
            logger.debug("The events page of {} was not read", unit.number, Deferred.cause(failure));
            return null;
        });
    }

    private void takeEvents(PortalUnit unit, Reply page, ZoneId zone) {
        EventsPage.read(Html.page(page)).ifPresentOrElse(
                events -> unit.pageRead(clock.instant(), ofTheInverter(events), zone),
                () -> {
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
    public CompletableFuture<Void> disconnect() {
        line.close();
        return session.close();
    }
}
