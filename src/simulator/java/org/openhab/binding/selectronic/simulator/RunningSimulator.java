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
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.FaultName;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.fault.LineFault;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.portal.PortalAccount;
import org.openhab.binding.selectronic.simulator.portal.PortalOptions;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.splink.PortOptions;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPty;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.binding.selectronic.simulator.splink.SimulatedTunnel;
import org.openhab.binding.selectronic.simulator.splink.TunnelOptions;
import org.openhab.binding.selectronic.simulator.splink.UnitWords;

/**
 * Every way to the same units that was asked for on the command line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class RunningSimulator implements AutoCloseable {
    private final SimulatorOptions options;
    private final SimulatedGateway gateway;
    private final Deque<Runnable> closers = new ArrayDeque<>();
    private @Nullable SimulatedSerialServer network;
    private @Nullable SimulatedPty pty;
    private @Nullable SimulatedTunnel tunnel;
    private @Nullable SimulatedPortal portal;

    RunningSimulator(Simulation simulation, SimulatorOptions options) throws IOException {
        GatewayOptions gatewayOptions = GatewayOptions.DEFAULT.withPort(options.port());
        this.options = options;
        this.gateway = new SimulatedGateway(simulation, options.https() ? gatewayOptions.withHttps() : gatewayOptions);
        closers.push(gateway::close);
        try {
            open(simulation);
        } catch (IOException e) {
            close();
            throw e;
        }
        options.fault().map(FaultName::make).ifPresent(this::inject);
    }

    SimulatedGateway gateway() {
        return gateway;
    }

    Optional<SimulatedSerialServer> network() {
        return Optional.ofNullable(network);
    }

    Optional<SimulatedPty> pty() {
        return Optional.ofNullable(pty);
    }

    Optional<SimulatedTunnel> tunnel() {
        return Optional.ofNullable(tunnel);
    }

    Optional<SimulatedPortal> portal() {
        return Optional.ofNullable(portal);
    }

    void explain(PrintStream out) {
        out.println("Simulated SP PRO, scenario " + options.scenario().label() + ": "
                + options.scenario().description());
        out.println("Gateway:      " + gateway.uri());
        out.println("Live values:  " + gateway.uri() + gateway.pointPath());
        out.println("Set-up page:  " + gateway.uri() + "/setup.html");
        out.println("In openHAB, add a gateway bridge with host " + gateway.host() + " and port " + gateway.port()
                + (options.https() ? ", with HTTPS and any certificate accepted" : "") + ".");
        network().ifPresent(way -> out.println("Network:      " + way.host() + ":" + way.port()
                + ", a serial-to-network adapter; password of the unit: " + PortOptions.DEFAULT.password()));
        pty().ifPresent(way -> out.println("Serial port:  " + way.path()));
        tunnel().ifPresent(way -> out.println("Tunnel:       " + way.host() + ":" + way.port() + ", as "
                + SimulatedTunnel.EMAIL + " with password " + SimulatedTunnel.PASSWORD + ", to " + way.serials()
                + "; its certificate is its own"));
        portal().ifPresent(way -> out.println("Portal:       " + way.uri() + ", as " + SimulatedPortal.EMAIL
                + " with password " + SimulatedPortal.PASSWORD + ", systems from " + SimulatedPortal.FIRST_SYSTEM
                + " on; its certificate is its own"));
        out.println("Stop with Ctrl-C.");
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
        closers.clear();
    }

    private void open(Simulation simulation) throws IOException {
        OtherWays ways = options.ways();
        UnitWords unit = UnitWords.of(simulation, simulation.unit());
        if (ways.network().isPresent()) {
            SimulatedSerialServer opened = new SimulatedSerialServer(new SimulatedPort(unit, PortOptions.DEFAULT),
                    SerialServerOptions.DEFAULT.withPort(ways.network().getAsInt()));
            closers.push(opened::close);
            network = opened;
        }
        if (ways.pty().isPresent()) {
            SimulatedPty opened = new SimulatedPty(new SimulatedPort(unit, PortOptions.DEFAULT.withNumber(2)),
                    ways.pty().get(), SerialServerOptions.DEFAULT);
            closers.push(opened::close);
            pty = opened;
        }
        if (ways.tunnel().isPresent()) {
            SimulatedTunnel opened = new SimulatedTunnel(simulation,
                    TunnelOptions.DEFAULT.withPort(ways.tunnel().getAsInt()));
            closers.push(opened::close);
            tunnel = opened;
        }
        if (ways.portal().isPresent()) {
            // charts and events in the plants' own time of day, whatever zone it was put under
            Duration ahead = Duration.between(LocalDateTime.ofInstant(simulation.unit().now(), ZoneOffset.UTC),
                    simulation.unit().state().unitTime());
            PortalAccount owner = SimulatedPortal.account(simulation)
                    .withZone(ZoneOffset.ofTotalSeconds((int) ahead.toSeconds()));
            SimulatedPortal opened = new SimulatedPortal(List.of(owner),
                    PortalOptions.DEFAULT.withPort(ways.portal().getAsInt()), simulation.clock());
            closers.push(opened::close);
            portal = opened;
        }
    }

    /** What goes wrong on lines goes wrong on all of them. */
    private void inject(Fault fault) {
        gateway.inject(fault);
        portal().ifPresent(way -> way.inject(fault));
        if (fault instanceof LineFault lineFault) {
            for (Optional<FaultyLine> line : List.of(network().map(SimulatedSerialServer::line),
                    pty().map(SimulatedPty::line), tunnel().map(SimulatedTunnel::line))) {
                line.ifPresent(found -> found.inject(lineFault));
            }
        }
    }
}
