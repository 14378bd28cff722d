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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.scenario.World;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/**
 * An inverter on a gateway, with a tunnel and the portal as alternatives. One of the three gets into trouble; the
 * inverter must not show it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AlternativesRig extends Rig {
    private final World world;
    private final GatewayRig gateway;
    private final TunnelRig tunnel;
    private final PortalRig portal;
    private final Rig victim;

    /**
     * @param victim the connection that will be in trouble
     * @param past how long there has been a record before openHAB begins
     */
    AlternativesRig(SetUp victim, Duration past) throws IOException {
        super(victim.only().orElseThrow(), new Hurry(1));
        VirtualTime time = new VirtualTime();
        world = World.inSydney(time, Scenario.SUNNY_DAY);
        time.pass(past);
        simulation().advance(Duration.between(simulation().now(), now()));
        gateway = new GatewayRig(world);
        tunnel = new TunnelRig(world);
        portal = new PortalRig(world);
        this.victim = switch (victim) {
            case TUNNEL -> tunnel;
            case PORTAL -> portal;
            default -> gateway;
        };
    }

    private Stream<Rig> parts() {
        return Stream.of(gateway, tunnel, portal);
    }

    @Override
    <R extends Rig> R part(Class<R> kind) {
        return Objects.requireNonNull(kind.cast(parts().filter(kind::isInstance).findFirst().orElseThrow()));
    }

    @Override
    void setHurried(boolean hurried) {
        victim.setHurried(hurried);
    }

    @Override
    Simulation simulation() {
        return world.simulation();
    }

    @Override
    VirtualTime time() {
        return world.time();
    }

    @Override
    FakeOpenHab openHab() {
        return world.openHab();
    }

    @Override
    void begin() {
        portal.beginBridge();
        tunnel.beginBridge();
        gateway.begin(Stream.of(tunnel, portal).map(part -> part.bridge().getUID().getAsString()).toList());
    }

    @Override
    void reconfigure(Map<String, Object> changed) {
        victim.reconfigure(changed);
    }

    /** The bridge in trouble. */
    @Override
    Bridge bridge() {
        return victim.bridge();
    }

    @Override
    Thing inverter() {
        return gateway.inverter();
    }

    @Override
    boolean isIdle() {
        return parts().allMatch(Rig::isIdle);
    }

    @Override
    void awaitAnswers() {
        time().await("answers", () -> isIdle() && !time().untilNext().isZero());
    }

    @Override
    void awaitOtherAnswers() {
        super.awaitOtherAnswers();
        time().await("answers", () -> parts().filter(part -> part != victim).allMatch(Rig::isIdle));
    }

    @Override
    void holdRequests() {
        victim.holdRequests();
    }

    @Override
    void freeRequests() {
        victim.freeRequests();
    }

    @Override
    void inject(Fault fault) {
        victim.inject(fault);
    }

    @Override
    void clear() {
        victim.clear();
    }

    @Override
    int connectionsOpen() {
        return parts().mapToInt(Rig::connectionsOpen).sum();
    }

    @Override
    int connectionsOfOpenHab() {
        return parts().mapToInt(Rig::connectionsOfOpenHab).sum();
    }

    @Override
    List<String> filesOpen() {
        return parts().flatMap(part -> part.filesOpen().stream()).toList();
    }

    @Override
    long attempts() {
        return parts().mapToLong(Rig::attempts).sum();
    }

    @Override
    long refusals() {
        return victim.refusals();
    }

    @Override
    List<String> secrets() {
        return parts().flatMap(part -> part.secrets().stream()).toList();
    }

    @Override
    String kept() {
        return String.join(" ", parts().map(Rig::kept).toList());
    }

    @Override
    PastCheck past() {
        return tunnel.past();
    }

    @Override
    boolean isOnline() {
        return status(inverter()).startsWith("ONLINE NONE");
    }

    @Override
    boolean isWell() {
        return status(inverter()).equals("ONLINE NONE") && "GATEWAY".equals(shown("connection#source"));
    }

    @Override
    void dispose() {
        openHab().dispose(openHab().thing(inverter().getUID()));
        parts().forEach(part -> openHab().dispose(part.bridge()));
    }

    @Override
    public void close() {
        parts().forEach(Rig::close);
    }
}
