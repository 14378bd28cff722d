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
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.client.SpLinkClient;
import org.openhab.binding.selectronic.internal.splink.link.Link;
import org.openhab.binding.selectronic.internal.splink.link.TunnelAccount;
import org.openhab.binding.selectronic.internal.splink.link.TunnelLink;
import org.openhab.binding.selectronic.internal.splink.link.TunnelUnit;
import org.openhab.binding.selectronic.internal.splink.memory.ReadCost;

/**
 * The tunnel of select.live: an account with its units, and a separate connection for each unit that is read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TunnelSource extends SpLinkSource {
    private final TunnelAccount account;
    private final Provider<Link> servers;
    private final Map<String, UnitSession> sessions = new HashMap<>();
    private @Nullable Link listing;
    private boolean closed;

    TunnelSource(NativeAccess access, TunnelAccount account, Provider<Link> servers) {
        super(ConnectionType.TUNNEL, access);
        this.account = account;
        this.servers = servers;
    }

    @Override
    String name() {
        return servers.get().name();
    }

    @Override
    List<Unit> readUnits() throws SourceException, InterruptedException {
        Link server = servers.get();
        try {
            synchronized (this) {
                if (closed) {
                    throw new SourceException(Problem.LINK_CUT, name());
                }
                listing = server;
            }
            List<Unit> units = new ArrayList<>();
            for (TunnelUnit unit : TunnelLink.units(server, account, TunnelLink.TIMEOUT, access().steady())) {
                Unit plain = new Unit(unit.serialNumber(), new Identity(unit.serialNumber(), null, null, null));
                units.add(new Unit(plain.id(), identity(plain)));
            }
            return units;
        } finally {
            synchronized (this) {
                listing = null;
            }
        }
    }

    @Override
    public Identity identity(Unit unit) {
        UnitSession open = openSession(unit);
        return open == null ? unit.identity()
                : open.identity().filter(now -> SingleUnitSource.isOf(unit, now)).orElseGet(unit::identity);
    }

    @Override
    synchronized @Nullable UnitSession openSession(Unit unit) {
        return sessions.get(unit.id());
    }

    @Override
    synchronized UnitSession session(Unit unit) throws SourceException {
        if (closed) {
            throw new SourceException(Problem.LINK_CUT, name());
        }
        return Objects.requireNonNull(sessions.computeIfAbsent(unit.id(), this::open));
    }

    private UnitSession open(String serialNumber) {
        UnitSession session = new UnitSession(new SpLinkClient(
                new TunnelLink(servers.get(), account, serialNumber, TunnelLink.TIMEOUT, access().steady()),
                access().password(), access().credential("unit " + serialNumber), TunnelLink.TIMEOUT,
                access().steady()), ReadCost.TUNNEL, access(), ConnectionType.TUNNEL);
        session.listen(words -> show(serialNumber, words));
        return session;
    }

    @Override
    synchronized void forget() {
        sessions.values().forEach(UnitSession::forget);
    }

    @Override
    void endSession() {
        List<UnitSession> open;
        Link opened;
        synchronized (this) {
            open = List.copyOf(sessions.values());
            sessions.clear();
            opened = listing;
        }
        if (opened != null) {
            opened.close();
        }
        open.forEach(UnitSession::close);
    }

    @Override
    void endSession(Unit unit) {
        UnitSession open;
        synchronized (this) {
            open = sessions.remove(unit.id());
        }
        if (open != null) {
            open.close();
        }
    }

    @Override
    public CompletableFuture<@Nullable Void> disconnect() {
        Link opened;
        synchronized (this) {
            closed = true;
            opened = listing;
        }
        if (opened != null) {
            opened.close();
        }
        return super.disconnect();
    }
}
