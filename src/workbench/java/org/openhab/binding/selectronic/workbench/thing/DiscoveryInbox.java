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
package org.openhab.binding.selectronic.workbench.thing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.workbench.definition.ConfigParameter;
import org.openhab.binding.selectronic.workbench.definition.ThingDefinitions;
import org.openhab.core.config.discovery.DiscoveryListener;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryService;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Takes what discovery services find by themselves, and accepts each device at once, as an owner would. Nobody is asked
 * to search: that would send requests to hosts that are none of our business.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class DiscoveryInbox implements DiscoveryListener, AutoCloseable {
    private final Things things;
    private final ThingDefinitions definitions;
    private final ThingObserver observer;
    private final ServiceTracker<DiscoveryService, DiscoveryService> services;

    /**
     * @param context where services come and go
     * @param things where accepted things go
     * @param definitions what things are made of
     * @param observer is told of finds
     */
    public DiscoveryInbox(BundleContext context, Things things, ThingDefinitions definitions, ThingObserver observer) {
        this.things = things;
        this.definitions = definitions;
        this.observer = observer;
        this.services = new ServiceTracker<>(context, DiscoveryService.class, null) {
            @Override
            public DiscoveryService addingService(@Nullable ServiceReference<DiscoveryService> reference) {
                DiscoveryService service = super.addingService(reference);
                service.addDiscoveryListener(DiscoveryInbox.this);
                return service;
            }

            @Override
            public void removedService(@Nullable ServiceReference<DiscoveryService> reference,
                    DiscoveryService service) {
                service.removeDiscoveryListener(DiscoveryInbox.this);
                super.removedService(reference, service);
            }
        };
    }

    /** Begins to listen. */
    public void open() {
        services.open();
    }

    @Override
    public void thingDiscovered(DiscoveryService source, DiscoveryResult result) {
        if (things.get(result.getThingUID()) == null && !definitions.thingType(result.getThingTypeUID()).bridge()) {
            observer.found(result);
            accept(result);
        }
    }

    /** What is a parameter becomes configuration, the rest are properties of the thing. */
    private void accept(DiscoveryResult result) {
        Set<String> parameters = definitions.parameters(result.getThingTypeUID()).stream().map(ConfigParameter::name)
                .collect(Collectors.toSet());
        Map<String, Object> configuration = new HashMap<>();
        Map<String, String> properties = new HashMap<>(definitions.thingType(result.getThingTypeUID()).properties());
        result.getProperties().forEach((name, value) -> {
            if (parameters.contains(name)) {
                configuration.put(name, value);
            } else {
                properties.put(name, String.valueOf(value));
            }
        });
        things.add(definitions.thing(result.getThingTypeUID(), result.getThingUID(), configuration)
                .withBridge(result.getBridgeUID()).withLabel(result.getLabel()).withProperties(properties).build());
    }

    @Override
    public void thingRemoved(DiscoveryService source, ThingUID thingUID) {
        // an accepted thing stays
    }

    @Override
    public @Nullable Collection<ThingUID> removeOlderResults(DiscoveryService source, Instant timestamp,
            @Nullable Collection<ThingTypeUID> thingTypeUIDs, @Nullable ThingUID bridgeUID) {
        return List.of();
    }

    @Override
    public void close() {
        services.close();
    }
}
