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
package org.openhab.binding.selectronic.internal.openhab;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.arrayContaining;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.binding.BaseThingHandler;
import org.openhab.core.thing.binding.BaseThingHandlerFactory;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerService;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.types.Command;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentContext;

/**
 * Factories of handlers: the services that a handler brings along live from its registration to its end.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class BaseThingHandlerFactoryTest {
    private static final ThingTypeUID TYPE = new ThingTypeUID("selectronic", "inverter");

    private final Thing thing = ThingBuilder.create(TYPE, "one").build();
    private final Bridge bridge = BridgeBuilder.create(TYPE, "two").build();
    private final Factory factory = new Factory();
    private final @NonNullByDefault({}) ComponentContext component = mock(ComponentContext.class);
    private final @NonNullByDefault({}) BundleContext bundle = mock(BundleContext.class);
    private final @NonNullByDefault({}) ServiceRegistration<?> registration = mock(ServiceRegistration.class);

    private static class Factory extends BaseThingHandlerFactory {

        void begin(ComponentContext context) {
            activate(context);
        }

        void end(ComponentContext context) {
            deactivate(context);
        }

        @Override
        public boolean supportsThingType(ThingTypeUID thingTypeUID) {
            return true;
        }

        @Override
        protected @Nullable ThingHandler createHandler(Thing thing) {
            return thing.getUID().getId().equals("none") ? null : new Handler(thing);
        }
    }

    private static class Handler extends BaseThingHandler {

        Handler(Thing thing) {
            super(thing);
        }

        @Override
        public void initialize() {
        }

        @Override
        public void handleCommand(ChannelUID channelUID, Command command) {
        }

        @Override
        public Collection<Class<? extends ThingHandlerService>> getServices() {
            return Set.of(Service.class);
        }
    }

    /** Notes what is asked of it. */
    public static class Service implements ThingHandlerService, Runnable {
        private final List<String> calls = new ArrayList<>();
        private @Nullable ThingHandler handler;

        @Override
        public void setThingHandler(ThingHandler handler) {
            this.handler = handler;
        }

        @Override
        public @Nullable ThingHandler getThingHandler() {
            return handler;
        }

        @Override
        public void initialize() {
            calls.add("initialize");
        }

        @Override
        public void dispose() {
            calls.add("dispose");
        }

        @Override
        public void run() {
        }
    }

    @BeforeEach
    void begin() {
        when(component.getBundleContext()).thenReturn(bundle);
        doReturn(registration).when(bundle).registerService(any(String[].class), any(), isNull());
        factory.begin(component);
    }

    @Test
    void servicesOfAHandlerBeginAndEndWithIt() {
        ThingHandler handler = factory.registerHandler(thing);
        thing.setHandler(handler);
        ArgumentCaptor<String[]> names = ArgumentCaptor.forClass(String[].class);
        ArgumentCaptor<Object> service = ArgumentCaptor.forClass(Object.class);
        verify(bundle).registerService(names.capture(), service.capture(), isNull());
        assertThat(names.getValue(), is(arrayContaining("java.lang.Runnable")));
        Service made = (Service) service.getValue();
        assertThat(made.getThingHandler(), is(sameInstance(handler)));
        assertThat(made.calls, contains("initialize"));

        factory.unregisterHandler(thing);
        verify(registration).unregister();
        assertThat(made.calls, contains("initialize", "dispose"));
        factory.end(component);
    }

    @Test
    void thereIsAHandlerOrAnException() {
        assertThrows(IllegalStateException.class,
                () -> factory.registerHandler(ThingBuilder.create(TYPE, "none").build()));
        assertThrows(IllegalStateException.class, () -> factory.registerHandler(bridge));
        assertThat(factory.registerHandler(thing), is(notNullValue()));
    }

    @Test
    void anUnknownTypeGivesNoThing() {
        assertThat(factory.createThing(TYPE, thing.getConfiguration(), thing.getUID(), null), is(nullValue()));
    }
}
