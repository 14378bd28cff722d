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
package org.openhab.binding.selectronic.internal.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.CertificatePin;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpFailures;
import org.openhab.binding.selectronic.internal.http.HttpLimits;
import org.openhab.binding.selectronic.internal.http.HttpRequest;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;

/**
 * The connection to a Select.live gateway on the local network.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class GatewaySource implements InverterSource {
    /** Limit of an answer in bytes, more than ten times the largest known one. */
    public static final int LARGEST_BODY = 64 * 1024;
    /** Common part of all paths. */
    private static final String BASE = "/cgi-bin/solarmonweb";
    private static final Duration READING_INTERVAL = Duration.ofSeconds(5);
    private static final PointDecoder DECODER = new PointDecoder(ConnectionType.GATEWAY);

    private final HttpConnection connection;
    private final @Nullable CertificatePin pin;
    private final Map<String, Identity> described = new ConcurrentHashMap<>();
    private final OptionalPages optional = new OptionalPages(this::send);
    private volatile List<String> names = List.of();
    private volatile Board board = Board.NONE;
    private volatile @Nullable ExchangeListener listener;
    private boolean closed;

    /** @param connection the connection to the gateway, closed with this source */
    public GatewaySource(HttpConnection connection) {
        this(connection, null);
    }

    /**
     * @param connection the connection to the gateway, closed with this source
     * @param pin the storage of the only accepted certificate, null if openHAB decides which certificates are trusted
     */
    public GatewaySource(HttpConnection connection, @Nullable CertificatePin pin) {
        this.connection = connection;
        this.pin = pin;
    }

    /**
     * @param timeout the longest duration of one request
     * @return the limits of requests to a gateway
     */
    public static HttpLimits limits(Duration timeout) {
        return new HttpLimits(timeout, LARGEST_BODY);
    }

    private CompletableFuture<Reply> send(String path) {
        return connection.send(HttpRequest.json(BASE + path));
    }

    /** Redirects are not followed: the gateway sends none, so a redirect comes from another device. */
    private CompletableFuture<Reply> get(String path) {
        return send(path).thenApply(reply -> Futures.done(() -> good(path, reply)));
    }

    private Reply good(String path, Reply reply) throws SourceException {
        reply.good();
        ExchangeListener listener = this.listener;
        if (listener != null) {
            listener.page(path, reply.body());
        }
        return reply;
    }

    /** Accepts the certificate only after an answer was understood, which shows that it came from a gateway. */
    private synchronized void understood(Reply reply) {
        CertificatePin pin = this.pin;
        String certificate = reply.certificate();
        if (pin != null && certificate != null && !closed && pin.fingerprint().isEmpty()) {
            pin.accept(certificate);
        }
    }

    @Override
    public ConnectionType connectionType() {
        return ConnectionType.GATEWAY;
    }

    @Override
    public Optional<Duration> readingInterval() {
        return Optional.of(READING_INTERVAL);
    }

    /** @return the description of the gateway as far as it was read */
    public Board board() {
        return board;
    }

    /**
     * Returns the list. The descriptions of the gateway and of units without a serial number in the list are also
     * requested, one page after another, and waited for while they arrive quickly.
     */
    @Override
    public CompletableFuture<List<Unit>> units() {
        return get("/devices").thenApply(this::listed).thenCompose(this::completed);
    }

    private List<Unit> listed(Reply answer) {
        List<Unit> units = Futures.done(() -> Descriptions.units(answer.body()));
        if (!units.isEmpty()) {
            understood(answer);
        }
        names = units.stream().map(Unit::name).toList();
        return units;
    }

    private CompletableFuture<List<Unit>> completed(List<Unit> units) {
        described.keySet().retainAll(units.stream().map(Unit::id).toList());
        List<OptionalPages.Page> pages = new ArrayList<>();
        for (Unit unit : units) {
            if (unit.identity().serialNumber() == null) {
                String path = "/devices/" + unit.id();
                pages.add(new OptionalPages.Page(path, described.containsKey(unit.id()), reply -> described
                        .put(unit.id(), Futures.done(() -> Descriptions.identity(good(path, reply).body())))));
            }
        }
        pages.add(new OptionalPages.Page("/board", board != Board.NONE,
                reply -> board = Futures.done(() -> Descriptions.board(good("/board", reply).body()))));
        return optional.read(pages)
                .thenApply(read -> units.stream().map(unit -> new Unit(unit.id(), identity(unit))).toList());
    }

    @Override
    public Identity identity(Unit unit) {
        return unit.identity().serialNumber() != null ? unit.identity()
                : described.getOrDefault(unit.id(), unit.identity());
    }

    @Override
    public Optional<Unit> unitWithoutList(UnitChoice choice) {
        String id = choice.id();
        return id == null || id.isBlank() ? Optional.empty() : Optional.of(new Unit(id.strip(), Identity.NONE));
    }

    @Override
    public CompletableFuture<Sample> read(Unit unit) {
        if (!Descriptions.isId(unit.id())) {
            return CompletableFuture.failedFuture(new SourceException(Problem.UNKNOWN_UNIT,
                    HttpFailures.printable(unit.id()), UnitChoice.few(names)));
        }
        optional.cancel();
        return get("/devices/" + unit.id() + "/point").thenApply(this::sample);
    }

    private Sample sample(Reply answer) {
        Sample sample = Futures.done(() -> DECODER.decode(answer.body(), answer.responseTime()));
        understood(answer);
        return sample;
    }

    @Override
    public CompletableFuture<@Nullable Void> disconnect() {
        synchronized (this) {
            closed = true;
        }
        return connection.close();
    }

    @Override
    public void listen(@Nullable ExchangeListener listener) {
        this.listener = listener;
    }
}
