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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.scenario.GatewayHouse;
import org.openhab.binding.selectronic.internal.scenario.World;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/**
 * A Select.live box on the local network, and an inverter that is known by its serial number.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class GatewayRig extends Rig {
    /** As long as an owner waits who has not set it otherwise. */
    private static final int TIMEOUT = 5;

    private final GatewayHouse house;
    private @Nullable Thing inverter;

    GatewayRig() {
        this(new Hurry(10));
    }

    private GatewayRig(Hurry hurry) {
        this(hurry, new World(new VirtualTime(), Scenario.SUNNY_DAY));
        // till the afternoon: in the morning a day's energy in watt hours may be one in kilowatt hours as well
        house.gateway.simulation().advance(Duration.ofHours(6));
    }

    /** With the inverter and the openHAB of other rigs. */
    GatewayRig(World world) {
        this(new Hurry(10), world);
    }

    private GatewayRig(Hurry hurry, World world) {
        super(ConnectionType.GATEWAY, hurry);
        house = new GatewayHouse(world, GatewayOptions.DEFAULT,
                new TestHttpClients(tls -> hurry.client(tls, Duration.ofSeconds(TIMEOUT))));
    }

    @Override
    Simulation simulation() {
        return house.gateway.simulation();
    }

    @Override
    VirtualTime time() {
        return house.time;
    }

    @Override
    FakeOpenHab openHab() {
        return house.openHab;
    }

    @Override
    void begin() {
        begin(List.of());
    }

    /** Adds bridge and inverter, which has alternative bridges. */
    void begin(List<String> alternatives) {
        String serial = Integer.toString(simulation().unit().identity().serial());
        inverter = house.addInverter(house.addBridge(Map.of("timeout", TIMEOUT)), "main",
                Map.of("serialNumber", serial, "alternatives", alternatives));
    }

    @Override
    boolean isIdle() {
        return house.handler().untilNextRequest().filter(wait -> !wait.isZero()).isPresent();
    }

    @Override
    void reconfigure(Map<String, Object> changed) {
        Objects.requireNonNull(bridge().getHandler()).handleConfigurationUpdate(new HashMap<>(changed));
    }

    @Override
    Bridge bridge() {
        return Objects.requireNonNull(house.bridge);
    }

    @Override
    Thing inverter() {
        return Objects.requireNonNull(inverter);
    }

    @Override
    void awaitAnswers() {
        house.endPollCycle();
    }

    @Override
    void inject(Fault fault) {
        house.gateway.inject(fault);
    }

    /** The box takes requests and says no more; what watches over them works in real time, which hardly passes. */
    @Override
    void holdRequests() {
        inject(Faults.hang());
    }

    @Override
    void freeRequests() {
        house.gateway.line().dropAll(false);
    }

    @Override
    void clear() {
        house.gateway.clearFaults();
    }

    @Override
    int connectionsOpen() {
        return house.gateway.line().connectionsOpen();
    }

    @Override
    long attempts() {
        return house.gateway.log().count();
    }

    @Override
    long refusals() {
        return 0;
    }

    @Override
    List<String> secrets() {
        return List.of();
    }

    @Override
    String kept() {
        return house.storage.getValues().toString();
    }

    @Override
    PastCheck past() {
        return new PastCheck("history#load-power", new TreeMap<>(), now(), 0);
    }

    @Override
    public void close() {
        house.close();
    }
}
