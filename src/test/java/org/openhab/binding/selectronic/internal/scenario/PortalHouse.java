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
package org.openhab.binding.selectronic.internal.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.PortalBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpLimits;
import org.openhab.binding.selectronic.internal.http.JettyConnections;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.portal.PortalAccount;
import org.openhab.binding.selectronic.simulator.portal.PortalOptions;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.web.SelfSigned;
import org.openhab.binding.selectronic.workbench.host.TlsClients;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.builder.BridgeBuilder;

/**
 * A simulated portal, and an openHAB with a bridge and inverters on it: real HTTPS over loopback, with all waiting done
 * in virtual time. The plant and the portal's sessions follow the virtual time too.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortalHouse implements AutoCloseable {
    public static final SelfSigned CERTIFICATE = certificate();

    public final VirtualTime time;
    public final FakeOpenHab openHab;
    public final FakeStorage refusals = new FakeStorage();
    /** What is stored about inverters. */
    public final FakeStorage inverters = new FakeStorage();
    public final Simulation simulation;
    public final SimulatedPortal portal;
    public final List<CountingConnection> transports = new ArrayList<>();
    public final List<Unit> found = new ArrayList<>();
    private final Timing timing;
    private @Nullable Bridge bridge;
    /** Makes the client of each bridge. */
    public HttpClientMaker clients = PortalHouse::trustingClient;

    public interface HttpClientMaker {
        HttpClient make();
    }

    public PortalHouse(Scenario scenario, PortalOptions options) {
        this(new World(scenario), options);
    }

    /** With the inverter and the openHAB of other houses. */
    public PortalHouse(World world, PortalOptions options) {
        this(List.of(SimulatedPortal.account(world.simulation())), world, options);
    }

    public PortalHouse(List<PortalAccount> accounts, Simulation simulation) {
        this(accounts, new World(simulation), PortalOptions.DEFAULT);
    }

    /** With other accounts. */
    PortalHouse(List<PortalAccount> accounts, World world) {
        this(accounts, world, PortalOptions.DEFAULT);
    }

    private PortalHouse(List<PortalAccount> accounts, World world, PortalOptions options) {
        this.time = world.time();
        this.openHab = world.openHab();
        this.timing = world.timing();
        this.simulation = world.simulation();
        try {
            portal = new SimulatedPortal(accounts, options, time.clock(), CERTIFICATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PortalHouse() {
        this(Scenario.SUNNY_DAY, PortalOptions.DEFAULT);
    }

    private static SelfSigned certificate() {
        try {
            return SelfSigned.usual();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static HttpClient trustingClient() {
        SslContextFactory.Client trust = new SslContextFactory.Client();
        trust.setSslContext(CERTIFICATE.clientContext());
        return TlsClients.create(trust);
    }

    private HttpConnection open(HttpAddress server, HttpLimits limits) {
        CountingConnection transport = new CountingConnection(
                new JettyConnections(tls -> clients.make(), time).open(server, limits), time);
        transports.add(transport);
        return transport;
    }

    public Bridge addBridge(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(Map.of("email", SimulatedPortal.EMAIL, "password",
                SimulatedPortal.PASSWORD, "host", portal.host(), "port", portal.port()));
        config.putAll(more);
        Bridge bridge = BridgeBuilder.create(SelectronicBindingConstants.THING_TYPE_PORTAL, "account")
                .withConfiguration(new Configuration(config)).build();
        this.bridge = bridge;
        PortalBridgeHandler handler = new PortalBridgeHandler(bridge,
                TestServices.of(timing, ZoneId.of("Australia/Adelaide"), inverters, refusals), this::open);
        handler.setUnitsListener(units -> {
            found.clear();
            found.addAll(units);
        });
        openHab.add(bridge, handler);
        return bridge;
    }

    public Thing addInverter(String id, Map<String, Object> config) {
        Thing inverter = FakeOpenHab.inverter(bridge(), id, config);
        openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing, inverters)));
        return inverter;
    }

    /** Bridge and inverter, after some seconds. */
    public Thing start(Map<String, Object> config) {
        addBridge(config);
        Thing inverter = addInverter("main", Map.of());
        run(Duration.ofSeconds(20));
        return inverter;
    }

    public Thing start() {
        return start(Map.of());
    }

    public Bridge bridge() {
        Bridge bridge = this.bridge;
        if (bridge == null) {
            throw new AssertionError("no bridge");
        }
        return bridge;
    }

    /** Lets time pass, but not while a request is running. */
    public void run(Duration duration) {
        Instant end = time.clock().instant().plus(duration);
        while (true) {
            time.await("an answer", () -> transports.stream().allMatch(CountingConnection::isIdle));
            Duration left = Duration.between(time.clock().instant(), end);
            Duration next = time.untilNext();
            if (time.waiting() == 0 || next.compareTo(left) > 0) {
                time.pass(left);
                return;
            }
            time.pass(next);
        }
    }

    public void refreshUnits() {
        if (bridge().getHandler() instanceof SourceBridgeHandler handler) {
            handler.refreshUnits();
        }
    }

    public String status(Thing thing) {
        var info = openHab.thing(thing.getUID()).getStatusInfo();
        String description = info.getDescription();
        return info.getStatus() + " " + info.getStatusDetail() + (description == null ? "" : " " + description);
    }

    /** The paths that were asked for, in order. */
    public List<String> asked() {
        return transports.stream().flatMap(transport -> transport.asked.stream())
                .map(line -> line.substring(line.indexOf(' ') + 1)).toList();
    }

    public void dispose() {
        openHab.dispose(bridge());
    }

    @Override
    public void close() {
        dispose();
        portal.close();
    }
}
