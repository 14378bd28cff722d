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
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.GatewayBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.GatewayClients;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/**
 * A house with a simulated gateway, and an openHAB with a bridge and an inverter on it: real HTTP over loopback, with
 * all waiting done in virtual time. The plant follows the virtual time too.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class GatewayHouse implements AutoCloseable {
    public final VirtualTime time;
    public final FakeOpenHab openHab;
    public final FakeStorage storage = new FakeStorage();
    /** What is stored about inverters. */
    public final FakeStorage inverters = new FakeStorage();
    public final TestHttpClients http;
    public final GatewayClients clients;
    public final SimulatedGateway gateway;
    private final Timing timing;
    @Nullable
    public Bridge bridge;

    public GatewayHouse(Scenario scenario, GatewayOptions options) {
        this(scenario, options, new TestHttpClients());
    }

    /** With HTTP clients of the caller's choice. */
    public GatewayHouse(Scenario scenario, GatewayOptions options, TestHttpClients http) {
        this(new World(scenario), options, http);
    }

    /** With the inverter and the openHAB of other houses. */
    public GatewayHouse(World world, GatewayOptions options, TestHttpClients http) {
        this.time = world.time();
        this.openHab = world.openHab();
        this.timing = world.timing();
        this.http = http;
        this.clients = new GatewayClients(http);
        try {
            gateway = new SimulatedGateway(world.simulation(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public GatewayHouse(Scenario scenario) {
        this(scenario, GatewayOptions.DEFAULT);
    }

    /** Makes the bridge, with more parameters than those that say where the gateway is. */
    public Bridge addBridge(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(
                Map.of("host", gateway.host(), "port", gateway.port(), "timeout", 1));
        config.putAll(more);
        Bridge bridge = FakeOpenHab.gateway("box", config);
        this.bridge = bridge;
        openHab.add(bridge, new GatewayBridgeHandler(bridge, TestServices.of(timing, storage), clients));
        return bridge;
    }

    public Thing addInverter(Bridge bridge, String id, Map<String, Object> config) {
        Thing inverter = FakeOpenHab.inverter(bridge, id, config);
        openHab.add(inverter, new InverterHandler(inverter, TestServices.of(timing, inverters)));
        return inverter;
    }

    /** Bridge and inverter, after the first round. */
    public Thing start(Map<String, Object> bridgeConfig, Map<String, Object> inverterConfig) {
        Thing inverter = addInverter(addBridge(bridgeConfig), "main", inverterConfig);
        endPollCycle();
        return inverter;
    }

    public Thing start() {
        return start(Map.of(), Map.of());
    }

    /** Lets the round that is under way come to its end: then the next one is waited for. */
    public void endPollCycle() {
        time.await("the end of a round", () -> handler().untilNextRequest().filter(wait -> !wait.isZero()).isPresent()
                && !time.untilNext().isZero());
    }

    /** Lets the time come to the next round, and that round to its end. */
    public void round() {
        time.pass(handler().untilNextRequest().orElseGet(time::untilNext));
        endPollCycle();
    }

    public SourceBridgeHandler handler() {
        Bridge bridge = this.bridge;
        if (bridge != null && bridge.getHandler() instanceof SourceBridgeHandler handler) {
            return handler;
        }
        throw new AssertionError("no bridge");
    }

    /** Asks for the list of units with the next round. */
    public void refreshUnits() {
        Bridge bridge = this.bridge;
        if (bridge != null && bridge.getHandler() instanceof SourceBridgeHandler handler) {
            handler.refreshUnits();
        }
    }

    /** Rounds until so much time has passed. */
    public void rounds(Duration duration) {
        var end = time.clock().instant().plus(duration);
        while (time.clock().instant().isBefore(end)) {
            round();
        }
    }

    /** Lets exactly so much time pass, with all rounds that fall into it. */
    public void pass(Duration duration) {
        var end = time.clock().instant().plus(duration);
        while (handler().untilNextRequest().orElseGet(time::untilNext)
                .compareTo(Duration.between(time.clock().instant(), end)) < 0) {
            round();
        }
        time.pass(Duration.between(time.clock().instant(), end));
    }

    public String status(Thing thing) {
        var info = openHab.thing(thing.getUID()).getStatusInfo();
        String description = info.getDescription();
        return info.getStatus() + " " + info.getStatusDetail() + (description == null ? "" : " " + description);
    }

    @Override
    public void close() {
        Bridge bridge = this.bridge;
        if (bridge != null) {
            openHab.dispose(bridge);
        }
        http.close();
        gateway.close();
    }
}
