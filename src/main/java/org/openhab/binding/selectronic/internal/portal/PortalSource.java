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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpLimits;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.binding.selectronic.internal.source.EventReaders;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;

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
    /** Limits of a request: 30 s as in public clients (rpoller); a page of events covers more than a year. */
    public static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(30), 2 * 1024 * 1024);
    /** Event of the portal itself: no contact with the gateway for a day. It says nothing about the inverter. */
    static final int NO_CONTACT = 1001;
    /** Share of the interval used for live values; the rest is left for other pages. */
    private static final double SHARE_OF_LIVE = 0.85;
    /** Longest time between two systems: a few systems need not be spread over the whole interval. */
    private static final Duration LONGEST_SPREAD = Duration.ofSeconds(5);
    private static final PointDecoder DECODER = new PointDecoder(ConnectionType.PORTAL);

    private final PortalSession session;
    private final SystemList systems;
    private final AccountZone zone;
    private final PortalHistory history;
    private final Map<String, SystemEvents> eventsOf = new ConcurrentHashMap<>();
    private final EventReaders readers;
    private final Timing timing;
    private final Duration interval;
    private volatile @Nullable ExchangeListener listener;
    private volatile Instant lastTurn = Instant.EPOCH;

    /**
     * What the source needs of openHAB.
     *
     * @param credentials the state of the account's credentials
     * @param storage stores the serial numbers of the systems
     * @param readers the readers of events
     * @param zone provides the time zone if the account has none
     */
    public record Services(Credentials credentials, TextStorage storage, EventReaders readers, Provider<ZoneId> zone) {
    }

    /**
     * @param connection the connection to the portal, closed with this source
     * @param account the account to log in with
     * @param interval the configured time between two reads of a system
     * @param services what the source needs of openHAB
     * @param timing clocks, executor and random numbers
     */
    public PortalSource(HttpConnection connection, PortalAccount account, Duration interval, Services services,
            Timing timing) {
        this.session = new PortalSession(connection, account,
                services.credentials.of("account", account.server().name(), account.email(), account.password()),
                timing);
        this.systems = new SystemList(session, services.storage, timing);
        this.zone = new AccountZone(session, timing.clock(), services.zone);
        this.history = new PortalHistory(session, timing.wall(), zone);
        this.readers = services.readers;
        this.timing = timing;
        this.interval = interval;
    }

    @Override
    public ConnectionType connectionType() {
        return ConnectionType.PORTAL;
    }

    @Override
    public CompletableFuture<List<Unit>> units() {
        return systems.read();
    }

    @Override
    public void listenToUnits(Consumer<List<Unit>> listener) {
        systems.listen(listener);
    }

    @Override
    public Optional<Unit> unitWithoutList(UnitChoice choice) {
        return systems.withoutList(choice);
    }

    @Override
    public Identity identity(Unit unit) {
        return systems.get(unit.id()).unit().identity();
    }

    @Override
    public CompletableFuture<Sample> read(Unit unit) {
        PortalSystem system = systems.get(unit.id());
        String path = "/dashboard/hfdata/" + unit.id();
        return systems.check(unit).thenCompose(listed -> session.live(untilItsTurn(system), path))
                .thenApply(reply -> Futures.done(() -> sample(unit, path, reply)));
    }

    @Override
    public CompletableFuture<@Nullable Void> release(Unit unit) {
        systems.get(unit.id()).isPolled = false;
        return CompletableFuture.completedFuture(null);
    }

    /** Spreads the systems over the interval. */
    private Duration untilItsTurn(PortalSystem system) {
        Instant now = timing.clock().instant();
        long count = systems.polled();
        Instant turn = now;
        if (system.isPolled && count > 1) {
            Duration share = Duration.ofMillis((long) (interval.toMillis() * SHARE_OF_LIVE / count));
            turn = lastTurn.plus(PortalSession.shorter(share, LONGEST_SPREAD));
        }
        system.isPolled = true;
        lastTurn = turn.isAfter(now) ? turn : now;
        return Duration.between(now, lastTurn);
    }

    /** Shows only live values, because they contain nothing about the owner. */
    @Override
    public void listen(@Nullable ExchangeListener listener) {
        this.listener = listener;
    }

    private Sample sample(Unit unit, String path, Reply reply) throws SourceException {
        ExchangeListener listener = this.listener;
        if (listener != null) {
            listener.page(path, reply.body());
        }
        Sample reported = DECODER.decode(reply.body(), reply.responseTime());
        String known = identity(unit).serialNumber();
        PortalBodies.check(reply.body(), unit.id(), known == null ? unit.identity().serialNumber() : known);
        SystemEvents events = Objects.requireNonNull(
                eventsOf.computeIfAbsent(unit.id(), number -> new SystemEvents(number, session, zone, timing)));
        Sample sample = events.addTo(reported, readers.of(unit));
        return reported.number(Quantity.ALERTS_CODE) == NO_CONTACT
                ? sample.with(Map.of(Quantity.ALERTS_CODE, Value.UNKNOWN))
                : sample;
    }

    @Override
    public CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after) {
        return history.portion(unit, after);
    }

    @Override
    public CompletableFuture<@Nullable Void> disconnect() {
        return session.close();
    }
}
