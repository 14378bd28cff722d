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
package org.openhab.binding.selectronic.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.workbench.definition.ThingDefinitions;
import org.openhab.binding.selectronic.workbench.host.Framework;
import org.openhab.binding.selectronic.workbench.host.HostServices;
import org.openhab.binding.selectronic.workbench.host.PoolThreads;
import org.openhab.binding.selectronic.workbench.screen.Labels;
import org.openhab.binding.selectronic.workbench.thing.DiscoveryInbox;
import org.openhab.binding.selectronic.workbench.thing.Readings;
import org.openhab.binding.selectronic.workbench.thing.ThingObserver;
import org.openhab.binding.selectronic.workbench.thing.Things;
import org.openhab.core.io.transport.serial.SerialPortManager;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandlerFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/**
 * The packaged binding in an OSGi framework, with as much of openHAB around it as it can tell.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SmallOpenHab implements AutoCloseable {
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private final Bundle bundle;
    private final ThingDefinitions definitions;
    private final Labels labels;
    private final Framework framework;
    private final Readings readings = new Readings(Clock.systemUTC());

    /**
     * @param jar the packaged binding
     * @param locale the owner's language
     * @param serialPorts knows the serial ports, empty for an openHAB without its serial transport
     * @throws BundleException if the bundle does not fit its surroundings
     */
    public SmallOpenHab(Path jar, Locale locale, Optional<SerialPortManager> serialPorts)
            throws IOException, BundleException {
        PoolThreads.leaveWhenIdle();
        framework = new Framework(serialPorts.isPresent());
        endings.push(framework::close);
        try {
            HostServices services = new HostServices(framework.context(), locale);
            serialPorts.ifPresent(services::add);
            endings.push(services::close);
            bundle = framework.install(jar);
            bundle.start();
            definitions = new ThingDefinitions(bundle);
            labels = new Labels(bundle, definitions, services.translations(), locale);
        } catch (IOException | BundleException | IllegalStateException e) {
            close();
            throw e;
        }
    }

    /** @return the binding's bundle */
    public Bundle bundle() {
        return bundle;
    }

    /** @return the context of the host */
    public BundleContext context() {
        return framework.context();
    }

    /** @return what things, channels and values are called */
    public Labels labels() {
        return labels;
    }

    /** @return what things are made of */
    public ThingDefinitions definitions() {
        return definitions;
    }

    /** @return the states of all channels */
    public Readings readings() {
        return readings;
    }

    /**
     * Adds a bridge, and everything that is found through it.
     *
     * @param type the bridge's type
     * @param configuration its configuration, where it differs from the defaults
     * @param observer is told what happens
     * @return the things
     */
    public Things begin(ThingTypeUID type, Map<String, Object> configuration, ThingObserver observer) {
        ServiceReference<ThingHandlerFactory> reference = framework.context()
                .getServiceReference(ThingHandlerFactory.class);
        if (reference == null) {
            throw new IllegalStateException("The bundle offers no factory of handlers");
        }
        Things things = new Things(Objects.requireNonNull(framework.context().getService(reference)), definitions,
                readings, observer);
        endings.push(things::close);
        DiscoveryInbox inbox = new DiscoveryInbox(framework.context(), things, definitions, observer);
        endings.push(inbox::close);
        inbox.open();
        Bridge bridge = (Bridge) definitions.thing(type, new ThingUID(type, "workbench"), configuration).build();
        bridge.setLabel(labels.thingType(type));
        things.add(bridge);
        return things;
    }

    /** Ends everything, in the reverse order. */
    @Override
    public void close() {
        while (!endings.isEmpty()) {
            Objects.requireNonNull(endings.pop()).run();
        }
    }
}
