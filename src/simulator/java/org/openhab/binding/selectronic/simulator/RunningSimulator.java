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
import java.nio.file.Path;
import java.time.ZoneId;
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
import org.openhab.binding.selectronic.simulator.web.SelfSigned;

/**
 * Every connection to the same units that was asked for on the command line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class RunningSimulator implements AutoCloseable {
    private static final String ALIAS = "simulated-sp-pro";

    private final SimulatorOptions options;
    private final @Nullable SelfSigned key;
    private final SimulatedGateway gateway;
    private final Deque<Runnable> closers = new ArrayDeque<>();
    private @Nullable SimulatedSerialServer network;
    private @Nullable SimulatedPty pty;
    private @Nullable SimulatedTunnel tunnel;
    private @Nullable SimulatedPortal portal;

    RunningSimulator(Simulation simulation, ZoneId zone, SimulatorOptions options) throws IOException {
        GatewayOptions gatewayOptions = GatewayOptions.DEFAULT.withPort(options.port());
        this.options = options;
        this.key = options.key().isPresent() ? SelfSigned.lasting(options.key().get()) : null;
        this.gateway = options.https() ? new SimulatedGateway(simulation, gatewayOptions.withHttps(), key())
                : new SimulatedGateway(simulation, gatewayOptions);
        closers.push(gateway::close);
        try {
            open(simulation, zone);
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
        out.println(
                "Simulated SP PRO, scenario " + options.scenario().label() + ": " + options.scenario().description());
        out.println(options.hourOfScenario()
                ? "Clock:        the hour at which the scenario begins, which is not the one of this machine"
                : "Clock:        that of this machine; --clock scenario begins at the hour of the scenario");
        out.println("Gateway:      " + gateway.uri());
        out.println("Live values:  " + gateway.uri() + gateway.pointPath());
        out.println("Set-up page:  " + gateway.uri() + "/setup.html");
        out.println("In openHAB, add a gateway bridge with host " + gateway.host() + " and port " + gateway.port()
                + (options.https() ? ", with HTTPS and any certificate accepted" : "") + ".");
        network().ifPresent(
                connectionType -> out.println("Network:      " + connectionType.host() + ":" + connectionType.port()
                        + ", a serial-to-network adapter; password of the unit: " + PortOptions.DEFAULT.password()));
        pty().ifPresent(connectionType -> out.println("Serial port:  " + connectionType.path()));
        tunnel().ifPresent(connectionType -> out.println("Tunnel:       " + connectionType.host() + ":"
                + connectionType.port() + ", as " + SimulatedTunnel.EMAIL + " with password " + SimulatedTunnel.PASSWORD
                + ", to " + connectionType.serials() + "; host for openHAB: localhost"));
        portal().ifPresent(connectionType -> out.println("Portal:       " + connectionType.uri() + ", as "
                + SimulatedPortal.EMAIL + " with password " + SimulatedPortal.PASSWORD + ", systems from "
                + SimulatedPortal.FIRST_SYSTEM + " on; host for openHAB: localhost"));
        if (options.https() || tunnel != null || portal != null) {
            explainTrust(out);
        }
        out.println("Stop with Ctrl-C.");
    }

    private void explainTrust(PrintStream out) {
        Optional<Path> certificate = options.key().map(SelfSigned::certificateOf).map(Path::toAbsolutePath);
        out.println(certificate.isEmpty()
                ? "Certificate:  another one each time; with --key FILE one that lasts, which openHAB can be made to trust"
                : "Certificate:  " + certificate.get() + ". openHAB's Java trusts it, after a restart, with:\n"
                        + "  sudo keytool -importcert -noprompt -cacerts -storepass changeit -alias " + ALIAS
                        + " -file " + certificate.get() + "\n"
                        + "  and no longer with: sudo keytool -delete -cacerts -storepass changeit -alias " + ALIAS);
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
        closers.clear();
    }

    /** The key that lasts, or else one of its own for each who asks. */
    private SelfSigned key() throws IOException {
        SelfSigned lasting = key;
        return lasting == null ? SelfSigned.usual() : lasting;
    }

    private void open(Simulation simulation, ZoneId zone) throws IOException {
        PortOptions port = options.oldUnit() ? PortOptions.DEFAULT.withAnswersBeforeLogin() : PortOptions.DEFAULT;
        OtherConnections connectionTypes = options.connectionTypes();
        UnitWords unit = UnitWords.of(simulation, simulation.unit());
        if (connectionTypes.network().isPresent()) {
            SimulatedSerialServer opened = new SimulatedSerialServer(new SimulatedPort(unit, port),
                    SerialServerOptions.DEFAULT.withPort(connectionTypes.network().getAsInt()));
            closers.push(opened::close);
            network = opened;
        }
        if (connectionTypes.pty().isPresent()) {
            SimulatedPty opened = new SimulatedPty(new SimulatedPort(unit, port.withNumber(2)),
                    connectionTypes.pty().get(), SerialServerOptions.DEFAULT);
            closers.push(opened::close);
            pty = opened;
        }
        if (connectionTypes.tunnel().isPresent()) {
            SimulatedTunnel opened = new SimulatedTunnel(simulation,
                    TunnelOptions.DEFAULT.withPort(connectionTypes.tunnel().getAsInt()).withUnit(port.withNumber(2)),
                    key());
            closers.push(opened::close);
            tunnel = opened;
        }
        if (connectionTypes.portal().isPresent()) {
            // charts and events in the plants' own time of day, whatever zone it was put under
            PortalAccount owner = SimulatedPortal.account(simulation).withZone(zone);
            SimulatedPortal opened = new SimulatedPortal(List.of(owner),
                    PortalOptions.DEFAULT.withPort(connectionTypes.portal().getAsInt()), simulation.clock(), key());
            closers.push(opened::close);
            portal = opened;
        }
    }

    /** What goes wrong on lines goes wrong on all of them. */
    private void inject(Fault fault) {
        gateway.inject(fault);
        portal().ifPresent(connectionType -> connectionType.inject(fault));
        if (fault instanceof LineFault lineFault) {
            for (Optional<FaultyLine> line : List.of(network().map(SimulatedSerialServer::line),
                    pty().map(SimulatedPty::line), tunnel().map(SimulatedTunnel::line))) {
                line.ifPresent(found -> found.inject(lineFault));
            }
        }
    }
}
