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
package org.openhab.binding.selectronic.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;

/**
 * A simulated gateway to point an openHAB, a browser or any other client at. It runs until Ctrl-C.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SimulatorMain {
    private SimulatorMain() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(SimulatorOptions.USAGE);
            return;
        }
        SimulatorOptions options;
        try {
            options = SimulatorOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(SimulatorOptions.USAGE);
            System.exit(2);
            return;
        }
        SimulatedGateway gateway = start(options, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "stop"));
        explain(options, gateway, System.out);
        new CountDownLatch(1).await();
    }

    /**
     * Starts what the options ask for. The plant begins at the present, at the scenario's hour of the day, so that time
     * stamps are those of now.
     */
    static SimulatedGateway start(SimulatorOptions options, Clock clock) throws IOException {
        PlantSettings settings = options.scenario().settings().withSeed(options.seed()).rebasedTo(clock.instant());
        Simulation simulation = new Simulation(clock, options.speed(),
                Simulation.units(options.scenario(), settings, options.units()));
        GatewayOptions gatewayOptions = GatewayOptions.DEFAULT.withPort(options.port());
        SimulatedGateway gateway = new SimulatedGateway(simulation,
                options.https() ? gatewayOptions.withHttps() : gatewayOptions);
        options.fault().ifPresent(fault -> gateway.inject(fault.make()));
        return gateway;
    }

    static void explain(SimulatorOptions options, SimulatedGateway gateway, PrintStream out) {
        out.println("Simulated SP PRO, scenario " + options.scenario().label() + ": "
                + options.scenario().description());
        out.println("Gateway:      " + gateway.uri());
        out.println("Live values:  " + gateway.uri() + gateway.pointPath());
        out.println("Set-up page:  " + gateway.uri() + "/setup.html");
        out.println("In openHAB, add a gateway bridge with host " + gateway.host() + " and port " + gateway.port()
                + (options.https() ? ", with HTTPS and any certificate accepted" : "") + ".");
        out.println("Stop with Ctrl-C.");
    }
}
