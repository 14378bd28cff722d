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
package org.openhab.binding.selectronic.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.UnitSample;
import org.openhab.binding.selectronic.simulator.fault.Answer;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.web.Request;
import org.openhab.binding.selectronic.simulator.web.Site;

/**
 * Which page a gateway gives for which path.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class GatewayPages implements Site {
    static final String BASE = "/cgi-bin/solarmonweb";

    private final Simulation simulation;
    private final boolean liveGeneratorStatus;
    private final boolean keepAlive;
    private final Map<String, Answer> fixed = new ConcurrentHashMap<>();
    private final StandingFaults faults = new StandingFaults();
    private Duration clockOffset = Duration.ZERO;

    GatewayPages(Simulation simulation, boolean liveGeneratorStatus, boolean keepAlive) {
        this.simulation = simulation;
        this.liveGeneratorStatus = liveGeneratorStatus;
        this.keepAlive = keepAlive;
    }

    /** A page of the caller's choice in place of the living one. */
    void serve(String path, Answer answer) {
        fixed.put(path, answer);
    }

    /** The living pages again. */
    void serveLive() {
        fixed.clear();
    }

    synchronized void jumpClock(Duration by) {
        clockOffset = clockOffset.plus(by);
    }

    @Override
    public boolean hangs(Request request) {
        String path = request.path();
        return !fixed.containsKey(path) && identities().stream().map(unit -> devicePath(unit))
                .anyMatch(device -> path.equals(device + "/usage") || path.equals(device + "/fault"));
    }

    @Override
    public Answer answer(Request request) {
        Answer answer = "GET".equals(request.method()) ? page(request.path())
                : Answer.html(405, "<html><body>405 Method Not Allowed</body></html>");
        return keepAlive ? answer : answer.withHeader("Connection", "close");
    }

    private Answer page(String requested) {
        Answer chosen = fixed.get(requested);
        if (chosen != null) {
            return chosen;
        }
        String path = requested.length() > 1 && requested.endsWith("/") ? requested.substring(0, requested.length() - 1)
                : requested;
        simulation.catchUp();
        return switch (path) {
            case "/" -> Answer.html(200, DescriptionBodies.rootPage());
            case "/setup.html" -> Answer.html(200, DescriptionBodies.setupPage(identities()));
            case BASE + "/devices" -> Answer.json(DescriptionBodies.devices(identities()).toString());
            case BASE + "/board" -> Answer.json(DescriptionBodies.board().toString());
            default -> ofDevice(path).orElseGet(() -> Answer.html(404, "<html><body>404 Not Found</body></html>"));
        };
    }

    private Optional<Answer> ofDevice(String path) {
        List<SimulatedUnit> units = simulation.units();
        for (int n = 0; n < units.size(); n++) {
            UnitSample sample = units.get(n).sample();
            String device = devicePath(sample.identity());
            if (path.equals(device)) {
                return Optional.of(Answer.json(DescriptionBodies.device(sample.identity(), n).toString()));
            }
            if (path.equals(device + "/point")) {
                return Optional.of(Answer.json(point(sample)));
            }
        }
        return Optional.empty();
    }

    private synchronized String point(UnitSample sample) {
        Instant readAt = sample.time().plus(clockOffset);
        return new PointBody(sample.image())
                .body(readAt, simulation.now().plus(clockOffset), faults.since(sample, readAt), liveGeneratorStatus)
                .toString();
    }

    private List<UnitIdentity> identities() {
        return simulation.units().stream().map(SimulatedUnit::identity).toList();
    }

    private static String devicePath(UnitIdentity unit) {
        return BASE + "/devices/" + unit.id();
    }
}
