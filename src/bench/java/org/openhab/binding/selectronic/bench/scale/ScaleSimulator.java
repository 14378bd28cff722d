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
package org.openhab.binding.selectronic.bench.scale;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.portal.PortalAccount;
import org.openhab.binding.selectronic.simulator.portal.PortalOptions;
import org.openhab.binding.selectronic.simulator.portal.PortalSystem;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.PortOptions;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.binding.selectronic.simulator.splink.UnitWords;

import com.google.gson.Gson;

/**
 * The process with the simulated devices: tells its {@link Ports} on one line, and ends when nobody writes to it any
 * more. A few plants stand behind all the front ends.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ScaleSimulator {
    private static final int PLANTS = 8;
    private static final int BAUD = 57_600;
    private static final int FIRST_SYSTEM = 1001;

    private ScaleSimulator() {
    }

    /** @param arguments the numbers of a {@link Site} in their order */
    public static void main(String[] arguments) throws IOException {
        Site site = new Site(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        PlantSettings settings = Scenario.SUNNY_DAY.settings().rebasedTo(Clock.systemUTC().instant());
        Simulation one = simulation(settings, 1);
        Simulation several = simulation(settings, PLANTS);
        List<Integer> gateways = site.gateways() == 0 ? List.of()
                : new ManyGateways(new SimulatedGateway(one, GatewayOptions.DEFAULT), site.gateways()).ports();
        List<SimulatedSerialServer> servers = new ArrayList<>();
        for (int n = 0; n < site.links(); n++) {
            servers.add(server(several, several.units().get(n % PLANTS)));
        }
        List<SimulatedSerialServer> others = new ArrayList<>();
        for (int n = 0; n < site.alternatives(); n++) {
            others.add(server(one, one.unit()));
        }
        List<Integer> numbers = new ArrayList<>();
        List<PortalSystem> systems = new ArrayList<>();
        for (int n = 0; n < site.systems(); n++) {
            numbers.add(FIRST_SYSTEM + n);
            systems.add(PortalSystem.of(FIRST_SYSTEM + n, several, several.units().get(n % PLANTS)));
        }
        List<SimulatedPortal> portals = new ArrayList<>();
        if (!systems.isEmpty()) {
            portals.add(new SimulatedPortal(
                    List.of(PortalAccount.owner(SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD,
                            systems.toArray(PortalSystem[]::new)).withZone(settings.zone())),
                    PortalOptions.DEFAULT, several.clock()));
        }
        List<Integer> links = servers.stream().map(SimulatedSerialServer::port).toList();
        int portal = portals.isEmpty() ? 0 : portals.get(0).port();
        Objects.requireNonNull(System.out).println(new Gson().toJson(new Ports(gateways, links, portal, numbers,
                others.stream().map(SimulatedSerialServer::port).toList(), site.forecasts())));
        Objects.requireNonNull(System.in).readAllBytes();
        System.exit(0);
    }

    private static SimulatedSerialServer server(Simulation simulation, SimulatedUnit unit) throws IOException {
        return new SimulatedSerialServer(new SimulatedPort(UnitWords.of(simulation, unit), PortOptions.DEFAULT),
                SerialServerOptions.DEFAULT.withBaud(BAUD));
    }

    private static Simulation simulation(PlantSettings settings, int units) {
        return new Simulation(Clock.systemUTC(), 1, Simulation.units(Scenario.SUNNY_DAY, settings, units));
    }
}
