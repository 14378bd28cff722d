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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.openhab.binding.selectronic.internal.fake.Anything;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.binding.BaseBridgeHandler;
import org.openhab.core.thing.binding.BaseThingHandler;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.type.ChannelKind;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;
import org.openhab.core.types.TimeSeries;

/**
 * What a handler gets from the class it extends, and the things and bridges that it edits.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class BaseThingHandlerTest {
    private static final Logger EXPECTED_WARNINGS = Logger.getLogger("org.openhab.core.thing.binding");
    private static final ThingTypeUID TYPE = new ThingTypeUID("selectronic", "inverter");
    private static final ThingTypeUID BRIDGE_TYPE = new ThingTypeUID("selectronic", "gateway");

    private final Bridge bridge = BridgeBuilder.create(BRIDGE_TYPE, "shed").withLabel("Shed").build();
    private final Channel power = ChannelBuilder.create(new ChannelUID("selectronic:inverter:one:load#power"), "Number")
            .withLabel("Power").build();
    private final Channel alert = ChannelBuilder.create(new ChannelUID("selectronic:inverter:one:alerts#alert"))
            .withKind(ChannelKind.TRIGGER).build();
    private final Thing thing = ThingBuilder.create(TYPE, "one").withLabel("One").withLocation("Shed")
            .withBridge(bridge.getUID()).withChannels(power, alert)
            .withConfiguration(new Configuration(Map.of("acSource", "GRID"))).withProperty("vendor", "Selectronic")
            .build();
    private final @NonNullByDefault({}) ThingHandlerCallback callback = mock(ThingHandlerCallback.class);
    private final Handler handler = new Handler(thing);

    /** Opens what is for heirs only, and notes what is asked of it. */
    private static class Handler extends BaseThingHandler {
        private final List<String> calls = new ArrayList<>();

        Handler(Thing thing) {
            super(thing);
        }

        @Override
        public void initialize() {
            calls.add("initialize");
        }

        @Override
        public void dispose() {
            calls.add("dispose");
            super.dispose();
        }

        @Override
        public void handleCommand(ChannelUID channelUID, Command command) {
            calls.add(channelUID.getId() + " " + command);
        }

        @Nullable
        Bridge bridge() {
            return getBridge();
        }

        ThingBuilder edit() {
            return editThing();
        }

        void update(Thing thing) {
            updateThing(thing);
        }

        void status(ThingStatus status) {
            updateStatus(status);
        }

        void status(ThingStatus status, ThingStatusDetail detail, String text) {
            updateStatus(status, detail, text);
        }

        void publish() {
            updateState("load#power", new DecimalType(1));
            triggerChannel("alerts#alert", "RAISED");
            sendTimeSeries("load#power", new TimeSeries(TimeSeries.Policy.ADD));
        }

        boolean linked(String channel) {
            return isLinked(channel);
        }

        void property(String name, @Nullable String value) {
            updateProperty(name, value);
        }

        void properties(Map<String, String> properties) {
            updateProperties(properties);
        }

        Example config() {
            return getConfigAs(Example.class);
        }

        void change(String name, Object value) {
            Configuration configuration = editConfiguration();
            configuration.put(name, value);
            updateConfiguration(configuration);
        }

        String thread() throws InterruptedException, ExecutionException {
            return Objects.requireNonNull(scheduler.submit(() -> Thread.currentThread().getName()).get());
        }
    }

    /** A configuration. */
    public static class Example {
        public String acSource = "";
        public int generatorThreshold = 100;
    }

    private static class Gateway extends BaseBridgeHandler {
        Gateway(Bridge bridge) {
            super(bridge);
        }

        @Override
        public void initialize() {
            updateThing(editThing().withProperty("modelId", "gateway").build());
        }

        @Override
        public void handleCommand(ChannelUID channelUID, Command command) {
        }
    }

    @BeforeAll
    static void quiet() {
        EXPECTED_WARNINGS.setLevel(Level.OFF);
    }

    @AfterAll
    static void asBefore() {
        EXPECTED_WARNINGS.setLevel(null);
    }

    @BeforeEach
    void connect() {
        handler.setCallback(callback);
        doAnswer(call -> {
            call.<Thing> getArgument(0).setStatusInfo(call.getArgument(1));
            return null;
        }).when(callback).statusUpdated(Anything.any(), Anything.any());
    }

    @Test
    void statusGoesToTheCallback() {
        handler.status(ThingStatus.ONLINE);
        assertThat(thing.getStatusInfo(), is(new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null)));
        handler.status(ThingStatus.OFFLINE, ThingStatusDetail.COMMUNICATION_ERROR, "@text/offline.refused");
        assertThat(thing.getStatusInfo().toString(), is("OFFLINE (COMMUNICATION_ERROR): @text/offline.refused"));
        handler.handleRemoval();
        assertThat(thing.getStatus(), is(ThingStatus.REMOVED));
    }

    @Test
    void statesEventsAndSeriesGoToTheCallback() {
        handler.publish();
        verify(callback).stateUpdated(power.getUID(), new DecimalType(1));
        verify(callback).channelTriggered(thing, alert.getUID(), "RAISED");
        verify(callback).sendTimeSeries(power.getUID(), new TimeSeries(TimeSeries.Policy.ADD));
    }

    @Test
    void nothingHappensWithoutACallback() {
        handler.setCallback(null);
        handler.status(ThingStatus.ONLINE);
        handler.publish();
        handler.property("firmwareVersion", "13.16");
        handler.update(handler.edit().withLabel("Other").build());
        assertThat(handler.bridge(), is(nullValue()));
        assertThat(handler.linked("load#power"), is(false));
        assertThat(handler.getThing(), is(sameInstance(thing)));
        verifyNoMoreInteractions(callback);
    }

    @Test
    void theCallbackKnowsBridgeAndLinks() {
        when(callback.getBridge(bridge.getUID())).thenReturn(bridge);
        when(callback.isChannelLinked(power.getUID())).thenReturn(true);
        assertThat(handler.bridge(), is(sameInstance(bridge)));
        assertThat(handler.linked("load#power"), is(true));
        assertThat(handler.linked("load#energy"), is(false));
    }

    @Test
    void aLinkAsksForAValue() {
        handler.channelLinked(power.getUID());
        assertThat(handler.calls, contains("load#power " + RefreshType.REFRESH));
    }

    @Test
    void theStatusOfTheBridgeIsPassedOn() {
        handler.status(ThingStatus.ONLINE);
        handler.bridgeStatusChanged(new ThingStatusInfo(ThingStatus.OFFLINE, ThingStatusDetail.NONE, null));
        assertThat(thing.getStatusInfo().getStatusDetail(), is(ThingStatusDetail.BRIDGE_OFFLINE));
        handler.bridgeStatusChanged(new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null));
        assertThat(thing.getStatus(), is(ThingStatus.ONLINE));
        handler.status(ThingStatus.OFFLINE, ThingStatusDetail.CONFIGURATION_ERROR, "");
        handler.bridgeStatusChanged(new ThingStatusInfo(ThingStatus.ONLINE, ThingStatusDetail.NONE, null));
        assertThat(thing.getStatusInfo().getStatusDetail(), is(ThingStatusDetail.CONFIGURATION_ERROR));
    }

    @Test
    void anEditedThingTakesThePlaceOfTheOld() {
        handler.update(handler.edit().withoutChannel(power.getUID()).build());
        Thing edited = handler.getThing();
        verify(callback).thingUpdated(edited);
        assertThat(edited, is(not(sameInstance(thing))));
        assertThat(edited.getUID(), is(thing.getUID()));
        assertThat(edited.getLabel(), is("One"));
        assertThat(edited.getLocation(), is("Shed"));
        assertThat(edited.getBridgeUID(), is(bridge.getUID()));
        assertThat(edited.getProperties(), is(Map.of("vendor", "Selectronic")));
        assertThat(edited.getConfiguration().get("acSource"), is("GRID"));
        assertThat(edited.getChannels(), contains(alert));
        assertThat(edited.getChannel("load#power"), is(nullValue()));
        assertThat(thing.getChannels(), hasSize(2));
        assertThrows(IllegalArgumentException.class, () -> handler.update(edited));
    }

    @Test
    void propertiesAreReportedWhenTheyChange() {
        handler.property("firmwareVersion", "13.16");
        handler.property("firmwareVersion", "13.16");
        handler.properties(Map.of("firmwareVersion", "13.16", "vendor", "Selectronic"));
        verify(callback, times(1)).thingUpdated(thing);
        handler.properties(Map.of("modelId", "SPMC482"));
        assertThat(thing.getProperties(),
                is(Map.of("vendor", "Selectronic", "firmwareVersion", "13.16", "modelId", "SPMC482")));
        handler.property("modelId", null);
        assertThat(thing.getProperties().containsKey("modelId"), is(false));
    }

    @Test
    void theConfigurationIsReadIntoAnObject() {
        assertThat(handler.config().acSource, is("GRID"));
        assertThat(handler.config().generatorThreshold, is(100));
        handler.change("generatorThreshold", 250);
        verify(callback).thingUpdated(thing);
        assertThat(handler.config().generatorThreshold, is(250));
        assertThat(handler.calls, is(List.of()));
    }

    @Test
    void aNewConfigurationBeginsTheHandlerAnew() {
        handler.status(ThingStatus.UNKNOWN);
        handler.handleConfigurationUpdate(Map.of("acSource", "GRID"));
        assertThat(handler.calls, is(List.of()));
        handler.handleConfigurationUpdate(Map.of("generatorThreshold", new BigDecimal(250)));
        assertThat(handler.calls, contains("dispose", "initialize"));
        assertThat(handler.config().generatorThreshold, is(250));
        verify(callback, never()).configurationUpdated(Anything.any());
    }

    @Test
    void aThingThatWasChangedElsewhereBeginsTheHandlerAnew() {
        Thing changed = ThingBuilder.create(thing).withLabel("Other").build();
        handler.thingUpdated(changed);
        assertThat(handler.calls, contains("dispose", "initialize"));
        assertThat(handler.getThing(), is(sameInstance(changed)));
    }

    @Test
    void aBridgeStaysABridge() {
        Gateway gateway = new Gateway(bridge);
        gateway.setCallback(callback);
        gateway.initialize();
        @NonNullByDefault({})
        ArgumentCaptor<Thing> updated = ArgumentCaptor.forClass(Thing.class);
        verify(callback).thingUpdated(updated.capture());
        assertThat(updated.getValue(), is(instanceOf(Bridge.class)));
        assertThat(updated.getValue().getProperties(), is(Map.of("modelId", "gateway")));
        assertThat(gateway.getThing(), is(sameInstance(updated.getValue())));
        assertThat(gateway.getThing().getLabel(), is("Shed"));
    }

    @Test
    void channelsAreCheckedAndFoundByGroup() {
        assertThat(thing.getChannelsOfGroup("alerts"), contains(alert));
        assertThat(thing.getChannel(power.getUID()), is(power));
        assertThat(ChannelBuilder.create(power).build(), is(power));
        assertThrows(IllegalArgumentException.class, () -> ThingBuilder.create(thing).withChannel(power));
        assertThrows(IllegalArgumentException.class, () -> ThingBuilder.create(TYPE, "two").withChannel(power));
    }

    @Test
    void theSchedulerHasThreadsOfItsOwn() throws InterruptedException, ExecutionException {
        assertThat(handler.thread(), startsWith("OH-thingHandler-"));
        assertThat(OnOffType.from(thing.isEnabled()), is(OnOffType.ON));
    }
}
