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
package org.openhab.binding.selectronic.internal.scenario;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.action.Diagnosis;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.model.RegisterDimension;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.plant.PlantState;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/**
 * Channels that an owner adds for registers: from the list in the user interface to bytes on a socket and back.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class RegisterChannelsTest {
    private static final int COMMON_SETTINGS = 0xC000;
    private static final int SETTINGS_END = 0xC0C5;

    private final Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
    private final SimulatedPort port = SimulatedPort.of(simulation);
    private final SimulatedSerialServer server;
    private final NativeHouse house = new NativeHouse();
    private final List<Channel> added = new ArrayList<>();

    RegisterChannelsTest() throws IOException {
        server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        house.close();
        server.close();
    }

    /** Adds a channel to those that the next start or change brings. */
    private void channel(Thing thing, RegisterDimension dimension, String register, RegisterRefresh refresh) {
        added.add(channel(thing, dimension, register, Map.of("register", register, "refresh", refresh.name())));
    }

    static Channel channel(Thing thing, RegisterDimension dimension, String id, Map<String, Object> config) {
        return ChannelBuilder.create(new ChannelUID(thing.getUID(), id), dimension.itemType())
                .withType(new ChannelTypeUID(SelectronicBindingConstants.BINDING_ID, dimension.typeId()))
                .withConfiguration(new Configuration(config)).build();
    }

    private Thing start() {
        return house.network(server.port(), Map.of());
    }

    /** Saves a thing with added channels, as the user interface does. */
    static Thing save(NativeHouse house, Thing thing, List<Channel> added) {
        Thing before = house.openHab.thing(thing.getUID());
        List<Channel> channels = new ArrayList<>(before.getChannels());
        channels.addAll(added);
        Thing changed = ThingBuilder.create(before.getThingTypeUID(), before.getUID()).withBridge(before.getBridgeUID())
                .withConfiguration(before.getConfiguration()).withProperties(before.getProperties())
                .withChannels(channels).build();
        house.openHab.thingUpdated(changed);
        Objects.requireNonNull(before.getHandler()).thingUpdated(changed);
        return changed;
    }

    private Thing saveAndPoll(Thing thing) {
        Thing changed = save(house, thing, added);
        house.rounds(2);
        return changed;
    }

    private double number(String channel, String unit) {
        State state = house.openHab.states.get(channel);
        assertThat(channel, state instanceof QuantityType<?>, is(true));
        QuantityType<?> quantity = Objects.requireNonNull((QuantityType<?>) state);
        assertThat(quantity.getUnit().toString(), is(unit));
        return quantity.doubleValue();
    }

    private long readsOfSettings() {
        return port.requests().stream()
                .filter(frame -> frame.address() >= COMMON_SETTINGS && frame.address() < SETTINGS_END).count();
    }

    @Test
    void eachDimensionShowsWhatThePlantDoes() {
        Thing inverter = start();
        channel(inverter, RegisterDimension.POWER, "INVERTER_POWER", RegisterRefresh.LIVE);
        channel(inverter, RegisterDimension.ENERGY, "DC_NET_TODAY", RegisterRefresh.LIVE);
        channel(inverter, RegisterDimension.VOLTAGE, "BATTERY_SENSE_VOLTS", RegisterRefresh.LIVE);
        channel(inverter, RegisterDimension.CURRENT, "SHUNT_1_CURRENT", RegisterRefresh.LIVE);
        channel(inverter, RegisterDimension.TEMPERATURE, "HEATSINK_1", RegisterRefresh.MINUTE);
        channel(inverter, RegisterDimension.TIME, "LOG_INTERVAL", RegisterRefresh.HOUR);
        channel(inverter, RegisterDimension.TEXT, "FIRMWARE", RegisterRefresh.HOUR);
        saveAndPoll(inverter);

        PlantState plant = simulation.unit().state();
        assertThat(number("INVERTER_POWER", "W"), is(closeTo(plant.flows().inverterAc(), 2)));
        assertThat(number("DC_NET_TODAY", "kWh"),
                is(closeTo((plant.today().dcIn() - plant.today().dcOut()) / 1000, 0.2)));
        assertThat(number("BATTERY_SENSE_VOLTS", "V"), is(closeTo(plant.batteryVolts(), 0.1)));
        assertThat(number("SHUNT_1_CURRENT", "A"), is(closeTo(plant.flows().dcSolar() / plant.batteryVolts(), 0.5)));
        assertThat(number("HEATSINK_1", "°C"), is(closeTo(plant.temperatures().heatsink(), 0.1)));
        assertThat(number("LOG_INTERVAL", "min"), is(15.0));
        assertThat(house.openHab.states.get("FIRMWARE"),
                is(new StringType(String.format("%.2f", simulation.unit().identity().firmware() / 100.0))));
    }

    @Test
    void anHourlyRegisterIsReadOnceAnHour() {
        Thing inverter = start();
        channel(inverter, RegisterDimension.TIME, "LOG_INTERVAL", RegisterRefresh.HOUR);
        saveAndPoll(inverter);
        house.openHab.updates.clear();
        port.clearLog();
        house.rounds(20);

        assertThat(house.openHab.updates, hasItem(containsString("load#power ")));
        assertThat(house.openHab.updates, not(hasItem(containsString("LOG_INTERVAL "))));
    }

    @Test
    void aRegisterThatNoItemShowsIsNotRead() {
        Thing inverter = start();
        channel(inverter, RegisterDimension.PERCENT, "SHUTDOWN_CHARGE", RegisterRefresh.LIVE);
        house.openHab.links = channel -> !channel.equals("SHUTDOWN_CHARGE");
        saveAndPoll(inverter);
        InverterHandler handler = (InverterHandler) Objects.requireNonNull(inverter.getHandler());
        house.time.await("the settings, which are read once", () -> !handler.settingsReport(null).isEmpty());
        port.clearLog();
        house.rounds(3);
        assertThat(readsOfSettings(), is(0L));

        house.openHab.links = channel -> true;
        house.rounds(3);
        assertThat(readsOfSettings(), is(3L));
    }

    /** The user interface sends the thing as it was when the page was opened; later it gets its channels again. */
    @Test
    void channelsOfTheOwnerStay() {
        Thing inverter = start();
        channel(inverter, RegisterDimension.POWER, "INVERTER_POWER", RegisterRefresh.LIVE);
        saveAndPoll(inverter);

        Thing now = house.openHab.thing(inverter.getUID());
        assertThat(now.getChannel(new ChannelUID(now.getUID(), "INVERTER_POWER")) == null, is(false));
        assertThat(house.openHab.unchangedThingUpdates, hasSize(0));
    }

    @Test
    void whatTheUnitDoesNotHaveIsUndefinedAndTheReportSaysWhy() {
        Thing inverter = start();
        channel(inverter, RegisterDimension.POWER, "NO_SUCH_REGISTER", RegisterRefresh.LIVE);
        // the factory never set it
        channel(inverter, RegisterDimension.TEXT, "CARD_MODIFICATIONS", RegisterRefresh.LIVE);
        channel(inverter, RegisterDimension.VOLTAGE, "INVERTER_POWER", RegisterRefresh.LIVE);
        Thing changed = saveAndPoll(inverter);

        for (Channel channel : added) {
            assertThat(house.openHab.states, hasEntry(channel.getUID().getId(), (State) UnDefType.UNDEF));
        }
        String report = Diagnosis.of(List.of(house.openHab.thing(changed.getUID())), ZoneOffset.UTC);
        assertThat(report, containsString("register of an unknown name: not in the register map of this inverter"));
        assertThat(report, containsString("register CARD_MODIFICATIONS: marked as not available by the inverter"));
    }

    @Test
    void nothingIsWrittenForIt() {
        Thing inverter = start();
        channel(inverter, RegisterDimension.PERCENT, "SHUTDOWN_CHARGE", RegisterRefresh.LIVE);
        saveAndPoll(inverter);
        assertThat(port.violations(), hasSize(0));
    }
}
