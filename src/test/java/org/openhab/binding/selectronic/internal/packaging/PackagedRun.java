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
package org.openhab.binding.selectronic.internal.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.Bodies;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.workbench.SmallOpenHab;
import org.openhab.binding.selectronic.workbench.thing.Things;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.types.State;
import org.osgi.framework.BundleException;

/**
 * The packaged bundle in a framework, with a simulated gateway that shows one of the recorded bodies.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PackagedRun implements AutoCloseable {
    private static final ThingTypeUID GATEWAY = new ThingTypeUID("selectronic", "gateway");

    final Patience patience = new Patience();
    final Witness witness = new Witness(patience);
    final SimulatedGateway gateway;
    final SmallOpenHab openHab;
    final Things things;

    /**
     * @param body the name of the body that the gateway shows
     * @param locale the owner's language
     */
    PackagedRun(String body, Locale locale) throws IOException, BundleException {
        this(body, locale, Path.of(System.getProperty("selectronic.jar")));
    }

    /**
     * @param body the name of the body that the gateway shows
     * @param locale the owner's language
     * @param jar the file that the bundle is installed from
     */
    PackagedRun(String body, Locale locale, Path jar) throws IOException, BundleException {
        gateway = SimulatedGateway.still(Scenario.NIGHT);
        show(body);
        try {
            openHab = new SmallOpenHab(jar, locale, Optional.empty());
        } catch (IOException | BundleException e) {
            gateway.close();
            throw e;
        }
        things = openHab.begin(GATEWAY, Map.of("host", gateway.host(), "port", gateway.port(), "refreshInterval", 2),
                witness);
    }

    /** @param body the name of the body that the gateway shows from now on */
    void show(String body) {
        showText(Bodies.text(body));
    }

    /** @param body what the gateway shows from now on */
    void showText(String body) {
        gateway.serve(gateway.pointPath(), body.getBytes(StandardCharsets.UTF_8), "application/json", 200);
    }

    /** Waits until the inverter has been found and is online. */
    Thing awaitInverter() {
        patience.await("the inverter is online",
                () -> things.devices().stream().anyMatch(thing -> thing.getStatus() == ThingStatus.ONLINE));
        return inverter();
    }

    /** @return the inverter as it is now */
    Thing inverter() {
        return things.devices().iterator().next();
    }

    /**
     * @param channel a channel of the inverter, {@code group#channel}
     * @return its state, null if it has none yet
     */
    State state(String channel) {
        State state = openHab.readings().state(new org.openhab.core.thing.ChannelUID(inverter().getUID(), channel));
        if (state == null) {
            throw new AssertionError("no state of " + channel);
        }
        return state;
    }

    @Override
    public void close() {
        openHab.close();
        gateway.close();
    }
}
