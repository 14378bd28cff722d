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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.scenario.NativeHouse;
import org.openhab.binding.selectronic.internal.scenario.World;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.fault.LineFault;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.Frame;
import org.openhab.binding.selectronic.simulator.splink.PortOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;

/**
 * A unit whose memory is read, on whatever line. Its plant stands still, so that each value is known.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
abstract class NativeRig extends Rig {
    static final String PASSWORD = "hush 4711 native";
    private static final Instant START = Instant.parse("2026-01-20T03:00:00Z");
    private static final double WATTS = 2.5;

    final NativeHouse house;
    private final Simulation simulation;
    private @Nullable Thing inverter;

    NativeRig(ConnectionType connectionType, Hurry hurry, SSLSocketFactory tls, Duration past) {
        super(connectionType, hurry);
        simulation = past.isZero() ? Simulation.still(Scenario.SUNNY_DAY) : withPast(past);
        house = new NativeHouse(tls, new HurriedClock(hurry));
        house.wall = Clock.fixed(simulation.unit().now(), ZoneOffset.UTC);
    }

    /** With the inverter and the openHAB of other rigs. */
    NativeRig(ConnectionType connectionType, Hurry hurry, SSLSocketFactory tls, World world) {
        super(connectionType, hurry);
        simulation = world.simulation();
        house = new NativeHouse(tls, new HurriedClock(hurry), world);
    }

    private static Simulation withPast(Duration past) {
        SimulatedUnit unit = SimulatedUnit.withPast(
                Scenario.SUNNY_DAY.settings().withStart(START).withZone(ZoneId.of("Australia/Sydney")), past,
                UnitIdentity.b(0), Scenario.SUNNY_DAY, LogSettings.DEFAULT);
        return new Simulation(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1, List.of(unit));
    }

    /** The port of the unit that the line ends at. */
    abstract SimulatedPort port();

    /** The line, for what goes wrong with bytes. */
    abstract FaultyLine line();

    final PortOptions portOptions(int number) {
        return PortOptions.DEFAULT.withNumber(number).withPassword(PASSWORD);
    }

    final void begin(ThingTypeUID type, Map<String, Object> config) {
        inverter = house.add(type, withPassword(config));
    }

    static Map<String, Object> withPassword(Map<String, Object> config) {
        Map<String, Object> all = new HashMap<>(config);
        all.put("inverterPassword", PASSWORD);
        return all;
    }

    @Override
    final boolean isIdle() {
        return house.handler().untilNextRequest().filter(wait -> !wait.isZero()).isPresent();
    }

    @Override
    void reconfigure(Map<String, Object> changed) {
        Objects.requireNonNull(bridge().getHandler()).handleConfigurationUpdate(new HashMap<>(changed));
    }

    @Override
    final Simulation simulation() {
        return simulation;
    }

    @Override
    final VirtualTime time() {
        return house.time;
    }

    @Override
    final FakeOpenHab openHab() {
        return house.openHab;
    }

    @Override
    final Bridge bridge() {
        return Objects.requireNonNull(house.bridge);
    }

    @Override
    final Thing inverter() {
        return Objects.requireNonNull(inverter);
    }

    @Override
    final void awaitAnswers() {
        house.endPollCycle();
    }

    @Override
    void inject(Fault fault) {
        if (!(fault instanceof LineFault ofBytes)) {
            throw new AssertionError("no answers of web pages here: " + fault);
        }
        line().inject(ofBytes);
    }

    /** A driver that never returns, whatever time-outs it was given. */
    @Override
    final void holdRequests() {
        house.holdThreads();
    }

    @Override
    final void freeRequests() {
        house.freeThreads();
    }

    @Override
    void clear() {
        line().clear();
        port().clearFaults();
    }

    @Override
    int connectionsOpen() {
        return line().connectionsOpen();
    }

    @Override
    long attempts() {
        return port().counters().requests() + line().connectionsOpened();
    }

    private long logInsTried() {
        return port().writes().stream().filter(frame -> frame.address() == SimulatedPort.LOGIN_ADDRESS).count();
    }

    /** Log-ins that came to nothing. */
    @Override
    long refusals() {
        return logInsTried() - port().logins();
    }

    /** The password, and what could be used to guess it. */
    @Override
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(PASSWORD));
        for (Frame frame : port().writes()) {
            if (frame.address() == SimulatedPort.LOGIN_ADDRESS) {
                String digits = HexFormat.of().formatHex(frame.bytes()).substring(16, 48);
                secrets.add(digits);
                secrets.add(digits.toUpperCase(java.util.Locale.ROOT));
            }
        }
        return secrets;
    }

    @Override
    final String kept() {
        return house.storage.getValues().toString();
    }

    @Override
    PastCheck past() {
        TreeMap<Instant, Double> lived = new TreeMap<>();
        simulation.unit().logs().intervals().forEach(record -> lived.put(record.start(), record.mean().load()));
        return new PastCheck("history#load-power", lived, Instant.MAX, WATTS);
    }

    @Override
    List<String> filesOpen() {
        int busy = house.busyThreads();
        return busy == 0 ? List.of() : List.of("what " + busy + " threads wait for");
    }

    @Override
    public void close() {
        house.close();
    }
}
