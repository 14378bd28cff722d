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

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.scenario.PortalHouse;
import org.openhab.binding.selectronic.internal.scenario.World;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedTunnel;
import org.openhab.binding.selectronic.simulator.splink.TunnelOptions;
import org.openhab.binding.selectronic.simulator.splink.TunnelState;

/**
 * The tunnel of select.live with the account of an owner.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class TunnelRig extends NativeRig {
    static final String EMAIL = "hush-owner@example.org";
    static final String ACCOUNT_PASSWORD = "hush = :tunnel pass";

    private final SimulatedTunnel tunnel;
    private final int serial;

    TunnelRig(Duration past) throws IOException {
        this(past, new Hurry(15));
    }

    private TunnelRig(Duration past, Hurry hurry) throws IOException {
        super(ConnectionType.TUNNEL, hurry,
                new HurriedTls(PortalHouse.CERTIFICATE.clientContext().getSocketFactory(), hurry), past);
        serial = simulation().unit().identity().serial();
        tunnel = newTunnel();
        addAccount();
    }

    /** With the inverter and the openHAB of other rigs. */
    TunnelRig(World world) throws IOException {
        this(world, new Hurry(15));
    }

    private TunnelRig(World world, Hurry hurry) throws IOException {
        super(ConnectionType.TUNNEL, hurry,
                new HurriedTls(PortalHouse.CERTIFICATE.clientContext().getSocketFactory(), hurry), world);
        serial = simulation().unit().identity().serial();
        tunnel = newTunnel();
        addAccount();
    }

    private SimulatedTunnel newTunnel() throws IOException {
        return new SimulatedTunnel(simulation(), TunnelOptions.DEFAULT.withUnit(portOptions(2)),
                PortalHouse.CERTIFICATE);
    }

    SimulatedTunnel tunnel() {
        return tunnel;
    }

    void addAccount() {
        tunnel.addAccount(EMAIL, ACCOUNT_PASSWORD, serial);
    }

    void setState(TunnelState state) {
        tunnel.setState(serial, state);
    }

    @Override
    SimulatedPort port() {
        return tunnel.unit(serial);
    }

    @Override
    FaultyLine line() {
        return tunnel.line();
    }

    @Override
    void begin() {
        begin(SelectronicBindingConstants.THING_TYPE_TUNNEL, config());
    }

    /** Adds the bridge, whose inverter is a thing of another one. */
    void beginBridge() {
        house.addBridge(SelectronicBindingConstants.THING_TYPE_TUNNEL, withPassword(config()));
    }

    private Map<String, Object> config() {
        return Map.of("host", "localhost", "port", tunnel.port(), "email", EMAIL, "password", ACCOUNT_PASSWORD);
    }

    @Override
    long attempts() {
        return super.attempts() + tunnel.commands().size();
    }

    @Override
    long refusals() {
        return super.refusals() + tunnel.rejectedLogins();
    }

    @Override
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(super.secrets());
        secrets.add(EMAIL);
        secrets.add(ACCOUNT_PASSWORD);
        return secrets;
    }

    @Override
    void clear() {
        setState(TunnelState.READY);
        super.clear();
    }

    @Override
    public void close() {
        super.close();
        tunnel.close();
    }
}
