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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.scenario.CountingConnection;
import org.openhab.binding.selectronic.internal.scenario.PortalHouse;
import org.openhab.binding.selectronic.internal.scenario.World;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.log.DetailedRecord;
import org.openhab.binding.selectronic.simulator.portal.PortalOptions;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/**
 * The portal with the account of an owner, and an inverter that is known by its serial number.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalRig extends Rig {
    private static final double WATT_HOURS = 1000;

    private final Doubt doubt = new Doubt();
    /** As long as the binding waits for the portal. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PortalHouse house;
    private @Nullable Thing inverter;

    /** @param past how long there has been a record before openHAB begins */
    PortalRig(Duration past) {
        this(past, new Hurry(20));
    }

    private PortalRig(Duration past, Hurry hurry) {
        this(new World(new VirtualTime(), Scenario.SUNNY_DAY), hurry);
        house.time.pass(past);
        // the portal tells hours of the plant's time, which is that of openHAB here
        house.simulation.advance(Duration.between(house.simulation.now(), now()));
    }

    /** With the inverter and the openHAB of other rigs. */
    PortalRig(World world) {
        this(world, new Hurry(20));
    }

    private PortalRig(World world, Hurry hurry) {
        super(ConnectionType.PORTAL, hurry);
        house = new PortalHouse(world, PortalOptions.DEFAULT);
        house.clients = () -> {
            SslContextFactory.Client trust = new SslContextFactory.Client();
            trust.setSslContext(doubt.context());
            return hurry.client(trust, PATIENCE);
        };
    }

    SimulatedPortal portal() {
        return house.portal;
    }

    /** Whether the certificate of the portal is one that the platform trusts. */
    void setTrusted(boolean trusted) {
        doubt.setTrusting(trusted);
    }

    @Override
    Simulation simulation() {
        return house.simulation;
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
        beginBridge();
        String serial = Integer.toString(simulation().unit().identity().serial());
        inverter = house.addInverter("main", Map.of("serialNumber", serial));
    }

    /** Adds the bridge, whose inverter is a thing of another one. */
    void beginBridge() {
        house.addBridge(Map.of());
    }

    @Override
    void reconfigure(Map<String, Object> changed) {
        Objects.requireNonNull(bridge().getHandler()).handleConfigurationUpdate(new HashMap<>(changed));
    }

    @Override
    Bridge bridge() {
        return house.bridge();
    }

    @Override
    Thing inverter() {
        return Objects.requireNonNull(inverter);
    }

    @Override
    boolean isIdle() {
        return house.transports.stream().allMatch(CountingConnection::isIdle);
    }

    @Override
    void awaitAnswers() {
        house.time.await("an answer", this::isIdle);
    }

    @Override
    void inject(Fault fault) {
        house.portal.inject(fault);
    }

    /** The portal takes requests and says no more; what watches over them works in real time, which hardly passes. */
    @Override
    void holdRequests() {
        inject(Faults.hang());
    }

    @Override
    void freeRequests() {
        house.portal.line().dropAll(false);
    }

    @Override
    void clear() {
        house.portal.clearFaults();
        house.portal.serveLive();
    }

    @Override
    int connectionsOpen() {
        return house.portal.line().connectionsOpen();
    }

    @Override
    long attempts() {
        return house.portal.log().count();
    }

    @Override
    long refusals() {
        return house.portal.counters().loginsRefused();
    }

    @Override
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(SimulatedPortal.EMAIL, SimulatedPortal.EMAIL.replace("@", "%40"),
                SimulatedPortal.PASSWORD, SimulatedPortal.PASSWORD.replace(' ', '+'), PortalTroubleList.NEW_PASSWORD));
        house.portal.log().requests().stream().map(request -> request.header("Cookie").orElseGet(() -> ""))
                .filter(cookie -> cookie.contains("=")).map(cookie -> cookie.substring(cookie.indexOf('=') + 1))
                .distinct().forEach(secrets::add);
        return secrets;
    }

    @Override
    String kept() {
        return house.refusals.getValues().toString();
    }

    /** The hours of the charts against what the unit itself has written down each quarter of an hour. */
    @Override
    PastCheck past() {
        TreeMap<Instant, Double> lived = new TreeMap<>();
        List<DetailedRecord> quarters = simulation().unit().logs().intervals();
        Instant first = quarters.get(0).start().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.HOURS);
        for (DetailedRecord quarter : quarters) {
            Instant hour = quarter.start().truncatedTo(ChronoUnit.HOURS);
            if (!hour.isBefore(first)) {
                lived.merge(hour, quarter.energy().load() / WATT_HOURS, Double::sum);
            }
        }
        return new PastCheck("history#load-energy", lived, now().minus(Duration.ofHours(2)), 0.006);
    }

    @Override
    public void close() {
        house.close();
    }
}
