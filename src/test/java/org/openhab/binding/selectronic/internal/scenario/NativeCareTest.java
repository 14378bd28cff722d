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
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.binding.selectronic.internal.fake.PackedTexts;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.UnDefType;

/**
 * The care of generator, AC source and battery on a native connection, from the words of a simulated unit to channels.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class NativeCareTest {
    private static final double MINUTES_PER_HOUR = 60;
    /** Settings that nothing else needs. */
    private static final int SCHEDULES = 0xC800;

    private final NativeHouse house = new NativeHouse();

    @AfterEach
    void close() {
        house.close();
    }

    private double number(String channel) {
        return house.openHab.states.get(channel) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Test
    void theHoursOfTheGeneratorAreThoseThatTheInverterCounts() throws IOException {
        Simulation simulation = Simulation.still(Scenario.GENERATOR_RUN);
        house.inverterConfig = Map.of("serviceInterval", 250);
        try (SimulatedSerialServer server = new SimulatedSerialServer(SimulatedPort.of(simulation),
                SerialServerOptions.DEFAULT)) {
            Thing inverter = house.network(server.port(), Map.of());
            InverterHandler handler = (InverterHandler) Objects.requireNonNull(inverter.getHandler());
            double before = hours(simulation);
            assertThat(number("generator#run-hours"), closeTo(before, 1e-6));
            assertThat(number("generator#hours-to-service"), is(Double.NaN));
            assertThat(handler.generatorServiced(null), is(true));
            for (int n = 0; n < 60; n++) {
                simulation.advance(Duration.ofMinutes(2));
                house.round();
            }
            double after = hours(simulation);
            assertThat("it ran", house.openHab.states.get("generator#running"), is(OnOffType.ON));
            assertThat(after, is(greaterThan(before + 1)));
            assertThat(number("generator#run-hours"), closeTo(after, 1e-6));
            assertThat(number("generator#hours-to-service"), closeTo(250 - (after - before), 1e-6));
            assertThat(number("generator#last-run-age"), is(0.0));
        }
    }

    @Test
    void anOutageOfTheGridIsSeenCountedAndOver() throws IOException {
        Simulation simulation = Simulation.still(Scenario.MAINS_OUTAGE);
        try (SimulatedSerialServer server = new SimulatedSerialServer(SimulatedPort.of(simulation),
                SerialServerOptions.DEFAULT)) {
            house.network(server.port(), Map.of());
            assertThat(house.openHab.states.get("ac-source#present"), is(OnOffType.ON));
            assertThat(number("ac-source#outages"), is(0.0));
            simulation.advance(Duration.ofMinutes(2));
            house.rounds(3);
            assertThat(house.openHab.states.get("ac-source#present"), is(OnOffType.OFF));
            assertThat(house.openHab.states.get("ac-source#present-since"), is(UnDefType.UNDEF));
            simulation.advance(Duration.ofMinutes(10));
            house.rounds(3);
            assertThat(house.openHab.states.get("ac-source#present"), is(OnOffType.ON));
            assertThat(house.openHab.states.get("ac-source#present-since"), is(instanceOf(DateTimeType.class)));
            assertThat(number("ac-source#outages"), is(1.0));
            assertThat(house.openHab.triggers.stream().filter(each -> each.startsWith("ac-source")).toList(),
                    contains("ac-source#event LOST", "ac-source#event RETURNED"));
        }
    }

    @Test
    void aChangedSettingIsReportedOnceInWords() throws IOException {
        Simulation simulation = Simulation.still(Scenario.GENERATOR_RUN);
        house.texts = new PackedTexts(Texts.german());
        house.language = Locale.GERMANY;
        try (SimulatedSerialServer server = new SimulatedSerialServer(SimulatedPort.of(simulation),
                SerialServerOptions.DEFAULT)) {
            Thing inverter = house.network(server.port(), Map.of("refreshInterval", 3600));
            awaitSettings(inverter);
            assertThat(number("generator#start-charge"), is(30.0));
            assertThat(number("generator#stop-charge"), is(80.0));
            assertThat(number("battery#shutdown-charge"), is(15.0));
            assertThat(number("battery#absorb-voltage"), closeTo(2.350 * 24, 1e-9));
            assertThat(number("battery#float-voltage"), closeTo(2.250 * 24, 1e-9));
            assertThat(house.openHab.states.get("generator#available"), is(new StringType("ALWAYS")));
            assertThat("28.8 kWh of 600 Ah", number("battery#cycles"), is(greaterThan(0.0)));
            assertThat(house.openHab.thing(inverter.getUID()).getProperties(), hasEntry("batterySize", "28.8 kWh"));
            assertThat("never on the first read", settingsEvents(), is(0L));
            simulation.unit().set(0xC02F, 45);
            passADay();
            house.time.await("the change", () -> settingsEvents() == 1);
            assertThat(number("generator#start-charge"), is(45.0));
            assertThat(house.openHab.states.get("inverter#last-settings-change"),
                    is(new StringType("Startladung des Generators, normaler Zeitraum: 30 % → 45 %")));
            int puts = snapshots();
            for (int day = 0; day < 3; day++) {
                // a checksum, which is no setting, may change all the time
                simulation.unit().set(0xC0F9, day);
                passADay();
            }
            assertThat(settingsEvents(), is(1L));
            assertThat("nothing is written without a change", snapshots(), is(puts));
            simulation.unit().set(0xC02F, 30);
            simulation.unit().set(0xC03F, 700);
            passADay();
            house.time.await("the next change", () -> settingsEvents() == 2);
            assertThat("as long as a row has room for", house.openHab.states.get("inverter#last-settings-change"),
                    is(new StringType("Startladung des Generators, normaler Zeitraum: 45 % → 30 %;…")));
            simulation.unit().set(0xC824, 2);
            passADay();
            house.time.await("a value in words", () -> settingsEvents() == 3);
            assertThat(house.openHab.states.get("inverter#last-settings-change"),
                    is(new StringType("System-Zeitplan 2: Sperre d…: Laden erlaubt → Laden gesperrt")));
            String report = ((InverterHandler) Objects.requireNonNull(inverter.getHandler())).settingsReport(null);
            assertThat(report.lines().toList(), hasItems("Batteriekapazität: 700 Ah",
                    "Abschaltung nach Ladezustand: Ein", "System-Zeitplan 2: Sperre des Laders: Laden gesperrt"));
        }
    }

    /** The checksum of a block changes all the time. */
    @Test
    void aMonthWithoutAChangeIsOneReadADayAndNothingStored() throws IOException {
        Simulation simulation = Simulation.still(Scenario.GENERATOR_RUN);
        SimulatedPort port = SimulatedPort.of(simulation);
        try (SimulatedSerialServer server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT)) {
            house.texts = new PackedTexts(Texts.english());
            Thing inverter = house.network(server.port(), Map.of("refreshInterval", 3600));
            InverterHandler handler = (InverterHandler) Objects.requireNonNull(inverter.getHandler());
            awaitSettings(inverter);
            long puts = settingsPuts();
            long reads = 0;
            for (int day = 0; day < 30; day++) {
                port.clearLog();
                simulation.unit().set(0xC0F9, day);
                house.rounds(24);
                long ofDay = port.requests().stream().filter(request -> request.address() == SCHEDULES).count();
                assertThat("day " + day, ofDay, is(lessThanOrEqualTo(1L)));
                reads += ofDay;
            }
            assertThat("a read that ends some polls later, in real time, moves the next one by as many hours", reads,
                    is(greaterThanOrEqualTo(25L)));
            assertThat(settingsPuts(), is(puts));
            assertThat(house.storage.unchangedPuts, is(empty()));
            LocalDate tomorrow = LocalDate.now(TestServices.SYDNEY).plusDays(1);
            assertThat(handler.settingsReport(tomorrow), is("No setting was changed since " + tomorrow + "."));
            assertThat(settingsEvents(), is(0L));
        }
    }

    private long settingsPuts() {
        return house.storage.puts.stream().filter(put -> put.contains("settings")).count();
    }

    private int snapshots() {
        return (int) house.storage.puts.stream().filter(put -> put.contains(" settings=")).count();
    }

    private long settingsEvents() {
        return house.openHab.triggers.stream().filter("inverter#settings-event CHANGED"::equals).count();
    }

    private void awaitSettings(Thing inverter) {
        InverterHandler handler = (InverterHandler) Objects.requireNonNull(inverter.getHandler());
        for (int n = 0; n < 20 && handler.settingsReport(null).isEmpty(); n++) {
            house.round();
        }
        house.rounds(2);
    }

    private void passADay() {
        house.rounds(26);
    }

    private static double hours(Simulation simulation) {
        int[] words = simulation.unit().words(0xA206, 2);
        return (words[0] + 0x10000 * words[1]) / MINUTES_PER_HOUR;
    }
}
