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
package org.openhab.binding.selectronic.internal.soak;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.PortalBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpLimits;
import org.openhab.binding.selectronic.internal.http.JettyConnections;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.scenario.CountingConnection;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.portal.PortalOptions;
import org.openhab.binding.selectronic.simulator.portal.PortalTroubles;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.web.SelfSigned;
import org.openhab.binding.selectronic.workbench.host.TlsClients;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.binding.builder.BridgeBuilder;

/**
 * The portal: real HTTPS over loopback, with the troubles that one client has measured.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalConnection implements SoakConnection {
    private final VirtualTime time;
    private final ZoneId zone;
    private final Timing timing;
    private final Duration interval;
    private final SelfSigned certificate = SelfSigned.usual();
    private final SimulatedPortal portal;
    private final FakeStorage stored = new FakeStorage();
    private @Nullable CountingConnection transport;
    private long requests;
    private long logins;

    PortalConnection(VirtualTime time, Simulation simulation, ZoneId zone, Duration interval) throws IOException {
        this.time = time;
        this.zone = zone;
        this.timing = new Timing(time.clock(), time, new Random(1));
        this.interval = interval;
        this.portal = new SimulatedPortal(List.of(SimulatedPortal.account(simulation)), PortalOptions.DEFAULT,
                time.clock(), certificate);
        portal.setTroubles(PortalTroubles.measured(3));
    }

    @Override
    public ConnectionType connectionType() {
        return ConnectionType.PORTAL;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public Bridge bridge() {
        return BridgeBuilder.create(SelectronicBindingConstants.THING_TYPE_PORTAL, "account")
                .withConfiguration(
                        new Configuration(Map.of("email", SimulatedPortal.EMAIL, "password", SimulatedPortal.PASSWORD,
                                "host", portal.host(), "port", portal.port(), "refreshInterval", interval.toSeconds())))
                .build();
    }

    @Override
    public SourceBridgeHandler handler(Bridge bridge) {
        return new PortalBridgeHandler(bridge, TestServices.of(timing, zone, stored, stored), this::open);
    }

    private HttpConnection open(HttpAddress server, HttpLimits limits) {
        SslContextFactory.Client trust = new SslContextFactory.Client();
        trust.setSslContext(certificate.clientContext());
        count();
        CountingConnection opened = new CountingConnection(
                new JettyConnections(tls -> TlsClients.create(trust), time).open(server, limits), time);
        transport = opened;
        return opened;
    }

    @Override
    public void fail(boolean failing) {
        if (failing) {
            portal.inject(Faults.status(503));
        } else {
            portal.clearFaults();
        }
    }

    /** Besides its own. */
    @Override
    public void trouble() {
        portal.inject(Faults.status(500), "/dashboard/hfdata/" + SimulatedPortal.FIRST_SYSTEM, 1);
    }

    @Override
    public boolean isQuiet() {
        CountingConnection open = transport;
        return open == null || open.isIdle();
    }

    private void count() {
        CountingConnection open = transport;
        if (open != null) {
            requests += open.asked.size();
            logins += open.asked.stream().filter(call -> call.endsWith(" /login")).count();
            open.asked.clear();
        }
    }

    @Override
    public long requests() {
        count();
        return requests;
    }

    @Override
    public FakeStorage stored() {
        return stored;
    }

    /** As if the portal were never in trouble. */
    @Override
    public void calm() {
        portal.setTroubles(PortalTroubles.NONE);
    }

    @Override
    public long logins() {
        count();
        return logins;
    }

    @Override
    public int violations() {
        return Math.max(0, portal.log().maxInFlight() - 1);
    }

    @Override
    public void forget() {
        count();
        portal.log().clear();
    }

    @Override
    public void close() {
        portal.close();
    }
}
