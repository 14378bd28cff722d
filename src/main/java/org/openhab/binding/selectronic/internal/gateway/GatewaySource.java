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
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.openhab.binding.selectronic.internal.http.HttpCalls;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Way;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.source.Deferred;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * The way through a Select.live box on the local network.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class GatewaySource implements InverterSource {
    /** More than ten times the largest answer that is known. */
    static final int LARGEST_BODY = 64 * 1024;

    private static final PointDecoder DECODER = new PointDecoder(Way.GATEWAY);

    private final HttpClient client;
    private final GatewayAddress address;
    private final HttpCalls calls;
    private volatile Board board = Board.NONE;
    private volatile @Nullable ExchangeListener listener;

    /**
     * @param client a started HTTP client; it is neither changed nor stopped
     * @param address where the box is
     * @param timeout the longest that one request may take
     */
    public GatewaySource(HttpClient client, GatewayAddress address, Duration timeout) {
        this.client = client;
        this.address = address;
        this.calls = new HttpCalls(address.hostAndPort(), timeout, LARGEST_BODY);
    }

    /** Redirects are not followed, since the box makes none and what redirects is another device. */
    private CompletableFuture<Reply> get(String path) {
        return calls.send(client.newRequest(address.url(path)).accept("application/json"))
                .thenApply(reply -> shown(path, Deferred.done(reply::good)));
    }

    private Reply shown(String path, Reply reply) {
        ExchangeListener listener = this.listener;
        if (listener != null) {
            listener.page(path, reply.body());
        }
        return reply;
    }

    @Override
    public Way way() {
        return Way.GATEWAY;
    }

    /** @return what the box told about itself when its units were asked for last */
    public Board board() {
        return board;
    }

    /**
     * The list, for each unit of it that does not say its serial number there its description, and what the box tells
     * about itself.
     */
    @Override
    public CompletableFuture<List<Unit>> units() {
        return get("/devices").thenApply(answer -> Deferred.done(() -> Descriptions.units(answer.body())))
                .thenCompose(units -> describe(units, new ArrayList<>()))
                .thenCompose(units -> askForBoard().thenApply(board -> units));
    }

    /** Of a box that does not tell about itself nothing is missed but two properties. */
    private CompletableFuture<Board> askForBoard() {
        return get("/board").thenApply(answer -> Deferred.done(() -> Descriptions.board(answer.body())))
                .exceptionally(failure -> board).thenApply(told -> board = told);
    }

    private CompletableFuture<List<Unit>> describe(List<Unit> units, List<Unit> described) {
        if (described.size() == units.size()) {
            return CompletableFuture.completedFuture(List.copyOf(described));
        }
        Unit unit = units.get(described.size());
        CompletableFuture<Unit> next = unit.identity().serialNumber() != null
                ? CompletableFuture.completedFuture(unit)
                : describe(unit);
        return next.thenCompose(known -> {
            described.add(known);
            return describe(units, described);
        });
    }

    /** A box that has no description of a unit can still tell its live values. */
    private CompletableFuture<Unit> describe(Unit unit) {
        return get("/devices/" + unit.id())
                .thenApply(answer -> Deferred.done(() -> Descriptions.identity(answer.body())))
                .exceptionallyCompose(failure -> Deferred.failedAs(FailureKind.UNEXPECTED, failure)
                        ? CompletableFuture.completedFuture(unit.identity())
                        : CompletableFuture.<Identity>failedFuture(Deferred.cause(failure)))
                .thenApply(identity -> new Unit(unit.id(), identity));
    }

    @Override
    public CompletableFuture<Sample> read(Unit unit) {
        return get("/devices/" + unit.id() + "/point").thenApply(this::sample);
    }

    private Sample sample(Reply answer) {
        return Deferred.done(() -> DECODER.decode(answer.body(), answer.responseTime()));
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        calls.close();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void listen(@Nullable ExchangeListener listener) {
        this.listener = listener;
    }
}
