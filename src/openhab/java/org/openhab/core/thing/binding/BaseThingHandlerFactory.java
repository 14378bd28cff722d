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
package org.openhab.core.thing.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beginning of every factory of handlers: begins and ends the services that a handler brings along.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public abstract class BaseThingHandlerFactory implements ThingHandlerFactory {
    private final Logger logger = LoggerFactory.getLogger(BaseThingHandlerFactory.class);
    private final Map<ThingUID, List<Runnable>> endings = new ConcurrentHashMap<>();

    protected @NonNullByDefault({}) BundleContext bundleContext;

    protected void activate(ComponentContext componentContext) {
        bundleContext = componentContext.getBundleContext();
    }

    protected void deactivate(ComponentContext componentContext) {
        endings.clear();
        bundleContext = null;
    }

    protected BundleContext getBundleContext() {
        if (bundleContext == null) {
            throw new IllegalStateException("The factory is not active");
        }
        return bundleContext;
    }

    protected abstract @Nullable ThingHandler createHandler(Thing thing);

    @Override
    public ThingHandler registerHandler(Thing thing) {
        ThingHandler handler = createHandler(thing);
        if (handler == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " has no handler for " + thing.getUID());
        } else if (thing instanceof Bridge && !(handler instanceof BridgeHandler)) {
            throw new IllegalStateException("The handler of " + thing.getUID() + " is not one for a bridge");
        }
        for (Class<? extends ThingHandlerService> type : handler.getServices()) {
            begin(type, handler);
        }
        return handler;
    }

    private <T extends ThingHandlerService> void begin(Class<T> type, ThingHandler handler) {
        List<Runnable> ending = new ArrayList<>();
        ServiceReference<T> reference = getBundleContext().getServiceReference(type);
        T service;
        if (reference == null) {
            try {
                service = type.getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                logger.warn("The service {} cannot be made", type.getName(), e);
                return;
            }
        } else {
            ServiceObjects<T> prototypes = getBundleContext().getServiceObjects(reference);
            T prototype = prototypes.getService();
            ending.add(() -> prototypes.ungetService(prototype));
            service = prototype;
        }
        service.setThingHandler(handler);
        String[] names = interfaces(type);
        if (names.length > 0) {
            ServiceRegistration<?> registration = getBundleContext().registerService(names, service, null);
            ending.add(registration::unregister);
        }
        service.initialize();
        ending.add(service::dispose);
        Collections.reverse(ending);
        endings.computeIfAbsent(handler.getThing().getUID(), uid -> new ArrayList<>()).addAll(ending);
    }

    /**
     * The interfaces that a service is found by: all that its classes name, but for the one it is begun and ended by.
     */
    private static String[] interfaces(Class<?> type) {
        return Stream.<Class<?>> iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getInterfaces())).distinct()
                .filter(each -> each != ThingHandlerService.class).map(Class::getName).toArray(String[]::new);
    }

    @Override
    public void unregisterHandler(Thing thing) {
        ThingHandler handler = thing.getHandler();
        if (handler != null) {
            removeHandler(handler);
        }
        List<Runnable> ending = endings.remove(thing.getUID());
        if (ending != null) {
            ending.forEach(Runnable::run);
        }
    }

    protected void removeHandler(ThingHandler thingHandler) {
    }

    @Override
    public void removeThing(ThingUID thingUID) {
    }

    /** Knows no thing types, so the answer is the one for an unknown type. */
    @Override
    public @Nullable Thing createThing(ThingTypeUID thingTypeUID, Configuration configuration,
            @Nullable ThingUID thingUID, @Nullable ThingUID bridgeUID) {
        return null;
    }
}
