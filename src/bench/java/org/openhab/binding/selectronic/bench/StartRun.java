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
package org.openhab.binding.selectronic.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.workbench.definition.ThingDefinitions;
import org.openhab.binding.selectronic.workbench.host.Framework;
import org.openhab.binding.selectronic.workbench.host.HostServices;
import org.openhab.binding.selectronic.workbench.thing.Readings;
import org.openhab.binding.selectronic.workbench.thing.ThingObserver;
import org.openhab.binding.selectronic.workbench.thing.Things;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandlerFactory;
import org.openhab.core.types.State;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/**
 * One start of the packaged bundle in this process, against a simulated gateway. Tells the milliseconds until the
 * bundle was active and until the first channel was updated.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class StartRun implements ThingObserver {
    private static final ThingTypeUID GATEWAY = new ThingTypeUID("selectronic", "gateway");
    private static final ThingTypeUID INVERTER = new ThingTypeUID("selectronic", "inverter");
    private static final long PATIENCE_SECONDS = 60;

    private final AtomicLong firstUpdate = new AtomicLong();
    private final CountDownLatch updated = new CountDownLatch(1);

    /** @param arguments the jar */
    public static void main(String[] arguments) throws IOException, BundleException, InterruptedException {
        String reported = new StartRun().run(Path.of(arguments[0]));
        Objects.requireNonNull(System.out).println(reported);
        System.exit(0);
    }

    private String run(Path jar) throws IOException, BundleException, InterruptedException {
        try (SimulatedGateway gateway = new SimulatedGateway(Simulation.of(Scenario.SUNNY_DAY, Clock.systemUTC()),
                GatewayOptions.DEFAULT); Framework framework = new Framework(false)) {
            HostServices services = new HostServices(framework.context(), Locale.ENGLISH);
            try {
                return run(framework.install(jar), gateway);
            } finally {
                services.close();
            }
        }
    }

    private String run(Bundle bundle, SimulatedGateway gateway)
            throws IOException, BundleException, InterruptedException {
        // what openHAB reads of the bundle in its own time
        ThingDefinitions definitions = new ThingDefinitions(bundle);
        long start = System.nanoTime();
        bundle.start();
        BundleContext context = bundle.getBundleContext();
        ServiceReference<ThingHandlerFactory> reference = context.getServiceReference(ThingHandlerFactory.class);
        if (reference == null) {
            throw new IllegalStateException("the bundle offers no factory of handlers");
        }
        try (Things things = new Things(Objects.requireNonNull(context.getService(reference)), definitions,
                new Readings(Clock.systemUTC()), this)) {
            long active = System.nanoTime();
            ThingUID bridge = new ThingUID(GATEWAY, "box");
            things.add(
                    definitions.thing(GATEWAY, bridge, Map.of("host", gateway.host(), "port", gateway.port())).build());
            things.add(definitions.thing(INVERTER, new ThingUID(INVERTER, bridge, "main"), Map.of()).withBridge(bridge)
                    .build());
            if (!updated.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no channel was updated");
            }
            return (active - start) / 1e6 + " " + (firstUpdate.get() - start) / 1e6;
        }
    }

    @Override
    public void stateUpdated(Channel channel, State state) {
        if (firstUpdate.compareAndSet(0, System.nanoTime())) {
            updated.countDown();
        }
    }

    @Override
    public void statusChanged(Thing thing, ThingStatusInfo now) {
        // a status is no value
    }

    @Override
    public void triggered(Channel channel, String event) {
        // nor is an event
    }

    @Override
    public void found(DiscoveryResult result) {
        // things are there already
    }
}
