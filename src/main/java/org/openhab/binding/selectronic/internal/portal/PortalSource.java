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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.schedule.Pacer;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.binding.selectronic.internal.source.Deferred;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way through the web pages of select.live.
 * <p>
 * Live values of several systems are spread over the interval. Events, profile and charts are read between them; what
 * has happened comes with the next sample.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortalSource implements InverterSource, HistorySource {
    private static final Duration JITTER = Duration.ofMillis(50);
    private static final Duration EVENTS_LAST = Duration.ofMinutes(5).minusSeconds(10);
    private static final Duration ZONE_LASTS = Duration.ofDays(1);
    /** For so long a page that does not tell the serial number is taken for the whole truth. */
    private static final Duration DESCRIPTION_LASTS = Duration.ofMinutes(10);
    /** A share of the interval is left for what is read beside live values. */
    private static final double SHARE_OF_LIVE = 0.85;
    /** Few systems need not be spread over all of the interval. */
    private static final Duration LONGEST_SPREAD = Duration.ofSeconds(5);
    /** From this share of the interval on it is not kept. */
    private static final double LATE = 1.2;
    /** Box and portal store in slots of 10 minutes: an hour is whole when the last of them has had its time. */
    private static final Duration HOUR_SETTLES = Duration.ofMinutes(15);
    /** A box that was cut off may add to a day that is over. */
    private static final Duration DAY_SETTLES = Duration.ofHours(2);
    private static final int HOURS_A_DAY = 24;

    private final Logger logger = LoggerFactory.getLogger(PortalSource.class);
    private final PortalSession session;
    private final AccountLine line;
    private final Clock clock;
    private final Clock wall;
    private final Duration interval;
    private final ZoneChoice zones;
    private final PointDecoder decoder = new PointDecoder(Way.PORTAL);
    private final Map<String, PortalUnit> units = new ConcurrentHashMap<>();
    private @Nullable CompletableFuture<ZoneId> zone;
    private volatile @Nullable ZoneId lastTold;
    private volatile Instant zoneAt = Instant.EPOCH;
    private volatile Map<String, String> installed = Map.of();
    private volatile @Nullable Duration lap;
    private volatile @Nullable ExchangeListener listener;
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
     * @param transport brings requests to the portal; it is closed at the end
     * @param account who logs in
     * @param credentials what is known of the account
     * @param interval the time between two readings of a system, as it is meant to be
     * @param means what is waited and measured with
     * @param zones which zone is taken where the account does not tell
     */
    public PortalSource(PortalTransport transport, PortalAccount account, Credentials credentials, Duration interval,
            Means means, ZoneChoice zones) {
        Pacer pacer = new Pacer(means.clock, AccountLine.GAP, JITTER, means.random);
        this.session = new PortalSession(transport, account,
                credentials.of("account", transport.base().getAuthority(), account.email(), account.password()), pacer,
                means.clock, means.executor,
                means.random);
        this.line = new AccountLine(transport.base().getAuthority(), pacer, means.clock, means.executor);
        this.clock = means.clock;
        this.wall = means.wall;
        this.interval = interval;
        this.zones = zones;
    }

    @Override
    public Way way() {
        return Way.PORTAL;
    }

    /** @return the time between two readings of a system, if the interval cannot be kept for them all; else empty */
    public Optional<Duration> lap() {
        return Optional.ofNullable(lap);
    }

    /**
     * The systems of one's own, then those that one has installed for others; where a list of the latter cannot be had,
     * they are those that were on it last. The page of each is read once.
     */
    @Override
    public CompletableFuture<List<Unit>> units() {
        return line.live(Duration.ZERO, () -> session.ask(PortalCall.json("/systems/list/owner")))
                .thenApply(reply -> Deferred.done(() -> PortalBodies.systems(reply.body())))
                .thenCompose(owned -> installed().thenCompose(installed -> {
                    Map<String, String> names = new LinkedHashMap<>(owned);
                    installed.forEach(names::putIfAbsent);
                    names.forEach((number, name) -> known(number).name = name);
                    return describe(names.keySet().iterator())
                            .thenApply(described -> names.keySet().stream().map(this::unit).toList());
                }));
    }

    private CompletableFuture<Map<String, String>> installed() {
        return line.live(Duration.ZERO, () -> session.askInPassing(PortalCall.json("/systems/list/installer")))
                .thenApply(reply -> installed = Deferred.done(() -> PortalBodies.systems(reply.body())))
                .exceptionally(failure -> installed);
    }

    /**
     * Reads the page of each unit that is not known yet; at the first that fails for want of contact the rest waits.
     */
    private CompletableFuture<?> describe(Iterator<String> rest) {
        while (rest.hasNext()) {
            PortalUnit unit = known(rest.next());
            Instant now = clock.instant();
            if (unit.wantsDescription(now, now.minus(DESCRIPTION_LASTS))) {
                return line
                        .live(Duration.ZERO, () -> session.askInPassing(PortalCall.page("/dashboard/" + unit.number)))
                        .thenApply(reply -> AccountPages.identity(Html.page(reply)))
                        .exceptionally(
                                failure -> Deferred.failedAs(FailureKind.UNEXPECTED, failure) ? Identity.NONE : null)
                        .thenCompose(identity -> {
                            unit.identity = identity;
                            return identity == null ? CompletableFuture.completedFuture(null) : describe(rest);
                        });
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    private PortalUnit known(String number) {
        return units.computeIfAbsent(number, PortalUnit::new);
    }

    private Unit unit(String number) {
        PortalUnit known = known(number);
        return new Unit(number, known.identity(), known.name.isEmpty() ? null : known.name);
    }

    @Override
    public Identity identity(Unit unit) {
        return known(unit.id()).identity();
    }

    @Override
    public CompletableFuture<Sample> read(Unit unit) {
        PortalUnit known = known(unit.id());
        return line.live(untilItsTurn(known), () -> session.ask(PortalCall.json("/dashboard/hfdata/" + unit.id())))
                .thenApply(reply -> Deferred.done(() -> sample(known, reply))).whenComplete((sample, failure) -> {
                    if (failure != null) {
                        // what comes late from now on is late for another reason than the number of systems
                        units.values().forEach(each -> each.readAt(null));
                    }
                });
    }

    /** Spreads the systems, and finds out whether there are too many of them for the interval. */
    private Duration untilItsTurn(PortalUnit unit) {
        Instant now = clock.instant();
        long count = units.values().stream().filter(PortalUnit::isFollowed).count();
        Instant before = unit.readAt(now);
        Instant turn = now;
        if (before != null && count > 1) {
            Duration took = Duration.between(before, now);
            lap = took.toMillis() > interval.toMillis() * LATE ? took : null;
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

    private Sample sample(PortalUnit unit, Reply reply) throws SourceException {
        ExchangeListener listener = this.listener;
        if (listener != null) {
            listener.page("/dashboard/hfdata/" + unit.number, reply.body());
        }
        Sample sample = decoder.decode(reply.body(), reply.responseTime());
        Instant now = clock.instant();
        if (unit.wantsEvents(now, now.minus(EVENTS_LAST), sample.number(Quantity.ALERTS_CODE).orElse(Double.NaN))) {
            readEvents(unit);
        }
        List<UnitEvent> news = unit.takeNews();
        return news.isEmpty()
                ? sample
                : new Sample(sample.way(), sample.time(), sample.sourceNow(), sample.responseTime(), sample.values(),
                        news);
    }

    /** A page that cannot be had or read tells nothing, and is asked for again in its time. */
    private void readEvents(PortalUnit unit) {
        zone().thenCompose(zone -> line.aside(() -> session.askInPassing(PortalCall.page("/events/" + unit.number)))
                .thenAccept(reply -> EventsPage.read(Html.page(reply)).ifPresentOrElse(
                        events -> unit.add(unit.events.news(events, zone, wall.instant())),
                        () -> logger.debug("The events page of {} is not understood", unit.number))))
                .exceptionally(failure -> {
                    logger.debug("The events page of {} was not read: {}", unit.number,
                            Deferred.cause(failure).getMessage());
                    return null;
                });
    }

    /** The zone of the account, as its profile tells it; events and charts may ask for it at the same time. */
    private synchronized CompletableFuture<ZoneId> zone() {
        CompletableFuture<ZoneId> told = zone;
        if (told == null || told.isCompletedExceptionally() || told.isDone() && isZoneOld()) {
            told = line.aside(() -> session.askInPassing(PortalCall.page("/myprofile"))).handle(this::chosen);
            zone = told;
        }
        return told;
    }

    private boolean isZoneOld() {
        return !zoneAt.plus(ZONE_LASTS).isAfter(clock.instant());
    }

    private ZoneId chosen(@Nullable Reply profile, @Nullable Throwable failure) {
        if (failure != null && !(Deferred.failedAs(FailureKind.UNEXPECTED, failure))) {
            throw new CompletionException(Deferred.cause(failure));
        }
        zoneAt = clock.instant();
        ZoneId told = (profile == null ? Optional.<ZoneId>empty() : AccountPages.zone(Html.page(profile)))
                .orElse(lastTold);
        lastTold = told;
        return told == null ? zones.zone() : told;
    }

    /**
     * The chart of one day. A position within a day reads that day again, of which only later hours are told, and none
     * that is not over. A day before the first is answered with the first, which shows in its date.
     */
    @Override
    public CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after) {
        return zone().thenCompose(zone -> firstDay(unit, after, zone)
                .thenCompose(day -> line.aside(() -> session.ask(PortalCall.form("/dashboard/chartdata/" + unit.id(),
                        false, "chartdate", day.toString(), "range", "1", "intervals", "48", "shiftdate", "0")))
                        .thenApply(reply -> Deferred
                                .done(() -> portion(ChartDay.read(reply.body(), day, zone), after, zone)))));
    }

    private CompletableFuture<LocalDate> firstDay(Unit unit, HistoryPosition after, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(wall.instant(), zone);
        if (!after.equals(HistoryPosition.BEGINNING)) {
            LocalDate day = LocalDate.ofInstant(after.time(), zone);
            return CompletableFuture.completedFuture(day.isAfter(today) ? today : day);
        }
        return line.aside(() -> session.ask(PortalCall.json("/dashboard/getdata/" + unit.id() + "?needfirst=1")))
                .thenApply(reply -> Deferred.done(() -> PortalBodies.firstDay(reply.body())).orElse(today));
    }

    private HistoryPortion portion(ChartDay chart, HistoryPosition after, ZoneId zone) {
        Instant now = wall.instant();
        List<HistoryRecord> records = chart.records().stream().filter(record -> record.end().isAfter(after.time())
                && !record.end().plus(HOUR_SETTLES).isAfter(now)).toList();
        Instant dayEnd = chart.day().plusDays(1).atStartOfDay(zone).toInstant();
        Instant reached = records.isEmpty() ? after.time() : records.get(records.size() - 1).end();
        if (dayEnd.plus(DAY_SETTLES).isBefore(now) && dayEnd.isAfter(reached)) {
            reached = dayEnd;
        }
        long days = Duration.between(reached, now).toDays();
        boolean more = !reached.equals(after.time()) && (days > 0 || !reached.isBefore(dayEnd));
        int left = more ? (int) Math.max(1, days * HOURS_A_DAY) : 0;
        return new HistoryPortion(records, HistoryPosition.at(reached), left, Optional.empty());
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        line.close();
        session.close();
        return CompletableFuture.completedFuture(null);
    }

}
