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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.GatewayBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.GatewayClients;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.FaultName;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.core.thing.Bridge;

/**
 * The box on the local network: real HTTP over loopback.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class GatewayConnection implements SoakConnection {
    /** Those that take no real time. */
    private static final List<FaultName> TROUBLES = List.of(FaultName.CUT, FaultName.RESET, FaultName.SERVER_ERROR,
            FaultName.LOGIN_PAGE, FaultName.EMPTY_BODY, FaultName.CUT_BODY, FaultName.WITHOUT_ITEMS);

    private final VirtualTime time;
    private final Timing timing;
    private final Duration interval;
    private final TestHttpClients http = new TestHttpClients();
    private final FakeStorage stored = new FakeStorage();
    private final GatewayClients clients = new GatewayClients(http);
    private final SimulatedGateway gateway;
    private final Random chance = new Random(5);
    private long requests;

    GatewayConnection(VirtualTime time, Simulation simulation, Duration interval) throws IOException {
        this.time = time;
        this.timing = new Timing(time.clock(), time, new Random(1));
        this.interval = interval;
        this.gateway = new SimulatedGateway(simulation, GatewayOptions.DEFAULT);
    }

    @Override
    public ConnectionType connectionType() {
        return ConnectionType.GATEWAY;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public Bridge bridge() {
        return FakeOpenHab.gateway("box", Map.of("host", gateway.host(), "port", gateway.port(), "timeout", 20,
                "refreshInterval", interval.toSeconds()));
    }

    @Override
    public SourceBridgeHandler handler(Bridge bridge) {
        return new GatewayBridgeHandler(bridge, TestServices.of(timing, stored), clients);
    }

    @Override
    public void fail(boolean failing) {
        if (failing) {
            gateway.inject(FaultName.REFUSED.make());
        } else {
            gateway.clearFaults();
        }
    }

    @Override
    public void trouble() {
        gateway.inject(TROUBLES.get(chance.nextInt(TROUBLES.size())).make(), "/point", 1);
    }

    /** A round that has ended has put the next one into the future. */
    @Override
    public boolean isQuiet() {
        return !time.untilNext().isZero();
    }

    @Override
    public long requests() {
        return requests + gateway.log().count();
    }

    @Override
    public FakeStorage stored() {
        return stored;
    }

    @Override
    public long logins() {
        return 0;
    }

    @Override
    public int violations() {
        return Math.max(0, gateway.log().maxInFlight() - 1);
    }

    @Override
    public void forget() {
        requests += gateway.log().count();
        gateway.log().clear();
    }

    @Override
    public void close() {
        http.close();
        gateway.close();
    }
}
