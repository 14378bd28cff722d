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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.NativePlatform;
import org.openhab.binding.selectronic.internal.handler.NetworkBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.SerialBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.Services;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.TunnelBridgeHandler;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.polling.SteadyClock;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.splink.link.SerialLinkFactory;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.splink.PortFaults;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPty;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.binding.selectronic.simulator.splink.SimulatedTunnel;
import org.openhab.binding.selectronic.simulator.splink.TunnelOptions;
import org.openhab.binding.selectronic.workbench.serial.DeviceFiles;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.binding.builder.BridgeBuilder;

/**
 * The ways to the memory of the unit: real sockets over loopback, or a pair of serial ports. How long a line takes is a
 * matter of real time.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class NativeConnection implements SoakConnection {
    /** How a line is broken and mended. */
    private interface Line {
        void fail(boolean failing) throws IOException;

        /** Waits until nobody has it; false when the patience is over before. */
        default boolean awaitIdle() throws InterruptedException {
            return true;
        }

        void close();
    }

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ConnectionType connectionType;
    private final ThingTypeUID type;
    private final Map<String, Object> config;
    private final Duration interval;
    private final SimulatedPort port;
    private final Line line;
    private final Services services;
    private final NativePlatform platform;
    private final FakeStorage stored = new FakeStorage();
    private final CountingExecutor blocking = new CountingExecutor();

    private NativeConnection(ConnectionType connectionType, ThingTypeUID type, Map<String, Object> config,
            Duration interval, SimulatedPort port, Line line, VirtualTime time, ZoneId zone, SSLSocketFactory tls) {
        this.connectionType = connectionType;
        this.type = type;
        this.config = new HashMap<>(config);
        this.config.put("refreshInterval", interval.toSeconds());
        this.interval = interval;
        this.port = port;
        this.line = line;
        this.services = TestServices.of(new Timing(time.clock(), time, new Random(1)), zone, stored, stored);
        this.platform = new NativePlatform(blocking, new SteadyClock(), tls,
                () -> Optional.of(new SerialLinkFactory(new DeviceFiles())));
    }

    static NativeConnection network(VirtualTime time, Simulation simulation, ZoneId zone, Duration interval)
            throws IOException {
        SimulatedPort port = SimulatedPort.of(simulation);
        SimulatedSerialServer server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
        Line line = new Line() {
            @Override
            public void fail(boolean failing) {
                if (failing) {
                    server.line().inject(Faults.refused());
                } else {
                    server.line().clear();
                }
            }

            @Override
            public boolean awaitIdle() throws InterruptedException {
                return server.awaitIdle(MINUTE);
            }

            @Override
            public void close() {
                server.close();
            }
        };
        return new NativeConnection(ConnectionType.NETWORK, SelectronicBindingConstants.THING_TYPE_NETWORK,
                Map.of("host", server.host(), "port", server.port()), interval, port, line, time, zone,
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    static NativeConnection serial(VirtualTime time, Simulation simulation, ZoneId zone, Duration interval, Path device)
            throws IOException {
        SimulatedPort port = SimulatedPort.of(simulation);
        SimulatedPty pty = new SimulatedPty(port, device, SerialServerOptions.DEFAULT);
        Line line = new Line() {
            @Override
            public void fail(boolean failing) throws IOException {
                if (failing) {
                    pty.unplug();
                } else {
                    pty.plugIn();
                }
            }

            @Override
            public void close() {
                pty.close();
            }
        };
        return new NativeConnection(ConnectionType.SERIAL, SelectronicBindingConstants.THING_TYPE_SERIAL,
                Map.of("serialPort", device.toString(), "speed", 115200), interval, port, line, time, zone,
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    static NativeConnection tunnel(VirtualTime time, Simulation simulation, ZoneId zone, Duration interval)
            throws IOException {
        SimulatedTunnel tunnel = new SimulatedTunnel(simulation, TunnelOptions.DEFAULT);
        Line line = new Line() {
            @Override
            public void fail(boolean failing) {
                if (failing) {
                    tunnel.line().inject(Faults.refused());
                } else {
                    tunnel.line().clear();
                }
            }

            @Override
            public boolean awaitIdle() throws InterruptedException {
                return tunnel.awaitSession(simulation.unit().identity().serial(), false, MINUTE);
            }

            @Override
            public void close() {
                tunnel.close();
            }
        };
        return new NativeConnection(ConnectionType.TUNNEL, SelectronicBindingConstants.THING_TYPE_TUNNEL,
                Map.of("host", "localhost", "port", tunnel.port(), "email", SimulatedTunnel.EMAIL, "password",
                        SimulatedTunnel.PASSWORD),
                interval, tunnel.unit(simulation.unit().identity().serial()), line, time, zone,
                tunnel.certificate().clientContext().getSocketFactory());
    }

    @Override
    public ConnectionType connectionType() {
        return connectionType;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public Bridge bridge() {
        return BridgeBuilder.create(type, "line").withConfiguration(new Configuration(config)).build();
    }

    @Override
    public SourceBridgeHandler handler(Bridge bridge) {
        return switch (connectionType) {
            case SERIAL -> new SerialBridgeHandler(bridge, services, platform);
            case TUNNEL -> new TunnelBridgeHandler(bridge, services, platform);
            default -> new NetworkBridgeHandler(bridge, services, platform);
        };
    }

    @Override
    public void fail(boolean failing) {
        try {
            line.fail(failing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void trouble() {
        port.inject(PortFaults.dataCrc(), 1);
    }

    @Override
    public void awaitReleased() {
        try {
            if (!line.awaitIdle()) {
                throw new AssertionError("the line is not let go of");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isQuiet() {
        return blocking.isIdle();
    }

    @Override
    public long requests() {
        return port.counters().queries();
    }

    @Override
    public FakeStorage stored() {
        return stored;
    }

    @Override
    public long logins() {
        return port.logins();
    }

    @Override
    public int violations() {
        return port.violations().size();
    }

    @Override
    public void forget() {
        if (violations() == 0) {
            port.clearLog();
        }
    }

    @Override
    public void close() {
        blocking.close();
        line.close();
    }
}
