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
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.selectronic.internal.console.SelectronicConsole;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.binding.selectronic.internal.fake.PackedTexts;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.log.DailyRecord;
import org.openhab.binding.selectronic.simulator.log.DetailedRecord;
import org.openhab.binding.selectronic.simulator.log.EventRecord;
import org.openhab.binding.selectronic.simulator.log.LogKind;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.io.console.Console;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;

/**
 * The logs of a simulated unit, exported over its connection, against what its plant has noted down in physical units.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LogExportTest {
    private static final int DAYS = 3;
    private static final double INTERVAL_HOURS = 0.25;
    /** No counter of energy steps by more, in kilowatt hours. */
    private static final double A_COUNT = 0.124;
    private static final double WATTS_OF_A_COUNT = 5;

    private final Simulation simulation = Simulation.still(Scenario.CLOUDY_WEEK);
    private final SimulatedUnit unit = simulation.unit();
    private final SimulatedSerialServer server;
    private final NativeHouse house = new NativeHouse();
    private final List<Thing> things = new ArrayList<>();
    private final @NonNullByDefault({}) ThingRegistry registry = mock(ThingRegistry.class);
    private final List<String> printed = new ArrayList<>();
    private int cutAfter = Integer.MAX_VALUE;
    private @Nullable String userdata;
    @TempDir
    @NonNullByDefault({})
    Path place;
    private Path folder = Path.of("");

    LogExportTest() throws IOException {
        server = new SimulatedSerialServer(SimulatedPort.of(simulation), SerialServerOptions.DEFAULT);
        when(registry.stream()).thenAnswer(call -> things.stream());
    }

    @BeforeEach
    void setFolder() throws IOException {
        folder = Files.createDirectory(place.resolve("userdata"));
        userdata = System.getProperty("openhab.userdata");
        System.setProperty("openhab.userdata", folder.toString());
    }

    @AfterEach
    void close() {
        String before = userdata;
        if (before == null) {
            System.clearProperty("openhab.userdata");
        } else {
            System.setProperty("openhab.userdata", before);
        }
        house.close();
        server.close();
    }

    /** The house after some days of the plant, with a unit whose clock shows the time of the house. */
    private void start(Map<String, Object> config) {
        unit.change(plant -> plant.raise(50));
        simulation.advance(Duration.ofDays(DAYS));
        unit.change(plant -> plant.clear(50));
        house.inverterConfig = config;
        house.bridgeWall = Clock.fixed(unit.now(), ZoneOffset.UTC);
        things.add(house.network(server.port(), Map.of("inverterPassword", "Selectronic SP PRO")));
    }

    private List<String> type(String words) {
        return type(words, Texts.english());
    }

    private List<String> type(String words, Texts texts) {
        printed.clear();
        new SelectronicConsole(registry, () -> TestServices.SYDNEY, new PackedTexts(texts), () -> Locale.ROOT)
                .execute(words.split(" "), new Console() {
                    @Override
                    public void print(String s) {
                        printed.add(s);
                    }

                    @Override
                    public void println(String s) {
                        printed.add(s);
                        if (printed.size() == cutAfter) {
                            server.line().refuse();
                        }
                    }

                    @Override
                    public void printUsage(String s) {
                        printed.add("usage: " + s);
                    }
                });
        return List.copyOf(printed);
    }

    /** A table with its columns by name, without the units in brackets. */
    private static final class Csv {
        final List<String> head;
        final List<List<String>> rows;

        Csv(List<String> lines) {
            List<List<String>> cells = lines.stream().filter(line -> !line.startsWith("# ")).map(Csv::cells).toList();
            head = cells.get(0);
            rows = cells.subList(1, cells.size());
        }

        private static List<String> cells(String line) {
            return Stream.of(line.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                    .map(cell -> cell.replaceAll("^\"|\"$", "").replace("\"\"", "\"")).toList();
        }

        String text(int row, String column) {
            int at = head.stream().map(name -> name.replaceAll(" \\[.*", "")).toList().indexOf(column);
            assertThat(column + " in " + head, at, is(greaterThanOrEqualTo(0)));
            assertThat(rows.get(row), hasSize(head.size()));
            return rows.get(row).get(at);
        }

        double number(int row, String column) {
            return Double.parseDouble(text(row, column));
        }

        double sum(String column) {
            double sum = 0;
            for (int row = 0; row < rows.size(); row++) {
                sum += number(row, column);
            }
            return sum;
        }
    }

    @Test
    void intervalsAreThoseOfThePlant() {
        start(Map.of());
        List<String> lines = type("export main intervals");
        Csv csv = new Csv(lines);
        List<DetailedRecord> noted = unit.logs().intervals();
        assertThat(csv.rows, hasSize(noted.size()));
        double load = 0, solar = 0;
        for (int row = 0; row < noted.size(); row++) {
            DetailedRecord same = noted.get(row);
            assertThat(OffsetDateTime.parse(csv.text(row, "TIME")).toInstant(), is(same.end()));
            assertThat(csv.number(row, "LOAD_POWER"), closeTo(same.mean().load(), WATTS_OF_A_COUNT));
            assertThat(csv.number(row, "LOAD_POWER_MOST"), closeTo(same.maxLoad(), WATTS_OF_A_COUNT));
            assertThat(csv.number(row, "INVERTER_POWER"), closeTo(same.mean().inverterAc(), WATTS_OF_A_COUNT));
            assertThat(csv.number(row, "SOURCE_POWER"), closeTo(same.mean().source(), WATTS_OF_A_COUNT));
            assertThat(csv.number(row, "BATTERY_VOLTS_LEAST"), closeTo(same.minVolts(), 0.01));
            assertThat(csv.number(row, "SHUNT_1_CURRENT"), closeTo(same.shuntAmps(), 0.05));
            assertThat(csv.number(row, "HEATSINK_MOST"), closeTo(same.heatsink(), 0.02));
            assertThat(csv.number(row, "LOAD_FREQUENCY"), closeTo(same.hertz(), 0.01));
            assertThat(csv.number(row, "STATE_OF_CHARGE"), closeTo(same.soc(), 0.01));
            assertThat(csv.number(row, "LOAD_ENERGY"), closeTo(same.today().load() / 1000, A_COUNT));
            assertThat(csv.number(row, "DC_ENERGY_OUT"), closeTo(same.today().dcOut() / 1000, A_COUNT));
            load += same.energy().load() / 1000;
            solar += same.energy().dcSolar() / 1000;
        }
        assertThat("the means add up to the energy of the plant", csv.sum("LOAD_POWER") * INTERVAL_HOURS / 1000,
                closeTo(load, 0.01 * load));
        double shunt = 0;
        for (int row = 0; row < csv.rows.size(); row++) {
            shunt += csv.number(row, "SHUNT_1_CURRENT") * csv.number(row, "BATTERY_VOLTS") * INTERVAL_HOURS / 1000;
        }
        assertThat("and so does the solar of the shunt", shunt, closeTo(solar, 0.02 * solar));
        assertThat(csv.head, hasItems("LOAD_POWER [W]", "LOAD_ENERGY [kWh, medium]", "STATE_OF_CHARGE [%]"));
        assertThat("each word is in a column", csv.head.toString(), not(containsString("WORD_")));
        assertThat(lines.get(lines.size() - 1), is("# Records: " + noted.size() + ", from " + csv.text(0, "TIME")
                + " to " + csv.text(noted.size() - 1, "TIME") + "."));
    }

    @Test
    void daysAreTheCountersOfThePlant() {
        start(Map.of());
        Csv csv = new Csv(type("export main days"));
        List<DailyRecord> noted = unit.logs().days();
        assertThat(csv.rows, hasSize(noted.size()));
        for (int row = 0; row < noted.size(); row++) {
            DailyRecord same = noted.get(row);
            assertThat(csv.text(row, "TIME"), endsWith("T23:59:59+10:00"));
            assertThat(csv.number(row, "LOAD_ENERGY"), closeTo(same.total().load() / 1000, A_COUNT));
            assertThat(csv.number(row, "COUPLED_ENERGY"), closeTo(same.total().acSolar() / 1000, A_COUNT));
            assertThat(csv.number(row, "SHUNT_1_ENERGY"), closeTo(same.total().dcSolar() / 1000, A_COUNT));
            assertThat(csv.number(row, "BATTERY_ENERGY_OUT"), closeTo(same.total().batteryOut() / 1000, A_COUNT));
            assertThat(csv.number(row, "SOURCE_HOURS"), closeTo(same.sourceTime().toSeconds() / 3600.0, 0.02));
            assertThat(csv.number(row, "FLOAT_HOURS"), closeTo(same.atFloat().toSeconds() / 3600.0, 0.02));
            assertThat(csv.number(row, "CHARGE_INDEX"), closeTo(same.chargeIndex(), 0.001));
        }
        double counted = csv.number(csv.rows.size() - 1, "LOAD_ENERGY") - csv.number(0, "LOAD_ENERGY");
        assertThat("the difference is the load in between", counted, closeTo(unit.logs().intervals().stream()
                .filter(each -> each.end().isAfter(noted.get(0).time()) && !each.start().isAfter(last(noted).time()))
                .mapToDouble(each -> each.energy().load() / 1000).sum(), 0.3));
        assertThat("the word that nobody understands", csv.head, hasItem("WORD_35 [raw]"));
    }

    private static DailyRecord last(List<DailyRecord> days) {
        return days.get(days.size() - 1);
    }

    @Test
    void eventsHaveTheirTextAndWhatWasMeasured() {
        start(Map.of());
        for (String log : List.of("alerts", "operations")) {
            Csv csv = new Csv(type("export main " + log));
            List<EventRecord> noted = unit.logs().events("alerts".equals(log) ? LogKind.ALERTS : LogKind.OPERATIONS);
            assertThat(csv.rows, hasSize(noted.size()));
            for (int row = 0; row < noted.size(); row++) {
                EventRecord same = noted.get(row);
                assertThat(csv.text(row, "CODE"), is(String.valueOf(same.code())));
                assertThat(csv.text(row, "EVENT"), containsString("("));
                assertThat(csv.number(row, "BATTERY_VOLTS"), closeTo(same.snapshot().dcVolts(), 0.01));
                assertThat(csv.number(row, "LOAD_POWER"), closeTo(same.snapshot().load(), WATTS_OF_A_COUNT));
                assertThat(csv.number(row, "SOURCE_POWER"), closeTo(-same.snapshot().sourcePower(), WATTS_OF_A_COUNT));
                assertThat(csv.number(row, "FAN_SPEED"), closeTo(same.snapshot().fan(), 0.01));
                assertThat(csv.number(row, "AMBIENT"), closeTo(same.snapshot().ambient(), 0.02));
            }
            assertThat(csv.head, hasItems("WORD_30 [raw]", "WORD_31 [raw]", "WORD_33 [raw]"));
        }
        Csv german = new Csv(type("export main alerts", Texts.german()));
        assertThat(german.text(0, "EVENT"), startsWith("Alarm: "));
        assertThat(german.text(1, "EVENT"), startsWith("Beendet: "));
    }

    @Test
    void aSourceThatIsWiredInReverseHasTheOtherSign() {
        start(Map.of("invertAcSource", true));
        Csv csv = new Csv(type("export main operations"));
        List<EventRecord> noted = unit.logs().events(LogKind.OPERATIONS);
        for (int row = 0; row < noted.size(); row++) {
            assertThat(csv.number(row, "SOURCE_POWER"),
                    closeTo(noted.get(row).snapshot().sourcePower(), WATTS_OF_A_COUNT));
        }
    }

    @Test
    void ofOlderAndUnknownFormatsIsDecodedWhatIsKnown() {
        unit.logs().setFormat(LogKind.DETAILED, 2);
        unit.logs().setFormat(LogKind.ALERTS, 2);
        unit.logs().setFormat(LogKind.OPERATIONS, 2);
        unit.logs().setFormat(LogKind.DAILY, 6);
        start(Map.of());
        assertThat(new Csv(type("export main intervals")).head,
                hasItems("INTERNAL_MOST [°C, medium]", "POWER_MODULE_MOST [°C, medium]", "LOAD_ENERGY [kWh, medium]"));
        List<String> lines = type("export main operations");
        assertThat(lines.get(0),
                is("# Records of format 2 are not known: words that are not understood are raw numbers."));
        Csv events = new Csv(lines);
        assertThat(events.head, hasItems("GENERATOR_RUN_REASON", "WORD_28 [raw]", "WORD_35 [raw]"));
        assertThat(events.number(0, "BATTERY_VOLTS"),
                closeTo(unit.logs().events(LogKind.OPERATIONS).get(0).snapshot().dcVolts(), 0.01));
        Csv days = new Csv(type("export main days", Texts.german()));
        assertThat(printed.get(0), startsWith("# Einträge im Format 6 sind nicht bekannt"));
        assertThat(days.head.subList(1, days.head.size()), everyItem(matchesPattern("WORD_\\d+ \\[raw]")));
        assertThat(days.head, hasSize(35));
        assertThat("the scale factor of AC volts, which is known up to format 5", days.text(0, "WORD_30"), is("5300"));
    }

    /** Two words of such a record are not those of format 5. */
    @Test
    void ofDaysOfAnOlderFormatTwoWordsAreRaw() {
        unit.logs().setFormat(LogKind.DAILY, 4);
        start(Map.of());
        Csv csv = new Csv(type("export main days"));
        assertThat(csv.head.stream().filter(name -> name.startsWith("WORD_")).toList(),
                contains("WORD_27 [raw]", "WORD_28 [raw]", "WORD_35 [raw]"));
        assertThat(csv.number(0, "LOAD_ENERGY"), closeTo(unit.logs().days().get(0).total().load() / 1000, A_COUNT));
    }

    @Test
    void someDaysAreWrittenToANewFileOfTheUserdataFolder() throws IOException {
        start(Map.of());
        LocalDate day = LocalDate.ofInstant(unit.now(), ZoneOffset.ofHours(10)).minusDays(1);
        Path file = folder.resolve("day.csv");
        List<String> said = type("export main intervals " + day + " " + day + " day.csv");
        Csv csv = new Csv(Files.readAllLines(file));
        assertThat(csv.rows, hasSize(96));
        assertThat(csv.text(0, "TIME"), is(day + "T00:15:00+10:00"));
        assertThat("the mean that ends at midnight is of the day before", csv.text(95, "TIME"),
                is(day.plusDays(1) + "T00:00:00+10:00"));
        assertThat(said.subList(0, said.size() - 2),
                everyItem(matchesPattern("\\[#{3,40}\\.{0,36}] [1-9][0-9]{0,2} %")));
        assertThat(said.size(), is(greaterThan(8)));
        assertThat(said.get(said.size() - 3), endsWith(" 100 %"));
        assertThat(said.get(said.size() - 1), is("Written to " + file + "."));
        byte[] before = Files.readAllBytes(file);
        assertThat(type("export main days day.csv"), contains(file + " exists already, and nothing is overwritten."));
        assertThat(Files.readAllBytes(file), is(before));
        assertThat(type("export main days 2001-01-01 2001-12-31"), hasItem("# There are no records."));
        assertThat(new Csv(type("export main days " + day)).rows, hasSize(1));
    }

    @Test
    void nothingIsWrittenElsewhere() throws IOException {
        start(Map.of());
        Files.createDirectory(folder.resolve("within"));
        Path outside = folder.resolveSibling("outside.csv");
        Files.createSymbolicLink(folder.resolve("link"), place);
        for (String name : List.of("../outside.csv", outside.toString(), "link/outside.csv", "nowhere/a.csv", "a.txt",
                "yesterday")) {
            assertThat(type("export main days " + name), contains(
                    "The file has to be a new file in the folder " + folder + ", with a name that ends in .csv."));
        }
        assertThat(Files.exists(outside), is(false));
        assertThat(type("export main days within/a.csv"), hasItem(startsWith("Written to ")));
        assertThat(type("export main days 2026-13-01").get(0), is("not a day: 2026-13-01"));
        assertThat(type("export main days a.csv 2026-01-01").get(0), is("not a day: a.csv"));
        assertThat(type("export main weeks").get(0), is("no such log"));
        assertThat(type("export main").get(0), is("no such log"));
    }

    @Test
    void whatWasReadBeforeACutIsKeptAndSaid() throws IOException {
        start(Map.of());
        cutAfter = 3;
        List<String> said = type("export main intervals cut.csv", Texts.german());
        List<String> lines = Files.readAllLines(folder.resolve("cut.csv"));
        Csv csv = new Csv(lines);
        assertThat(csv.rows.size(), is(both(greaterThan(80)).and(lessThan(unit.logs().intervals().size()))));
        int last = csv.rows.size() - 1;
        assertThat(OffsetDateTime.parse(csv.text(last, "TIME")).toInstant(),
                is(unit.logs().intervals().get(last).end()));
        assertThat(said.get(cutAfter), startsWith("Abgebrochen nach " + csv.text(last, "TIME") + ": "));
        assertThat(said.get(cutAfter + 1), startsWith("Einträge: " + csv.rows.size() + ", von "));
        assertThat("and the next attempt has a connection or a reason", type("export main intervals").get(0),
                startsWith("# Cut before the first record: "));
    }

    @Test
    void aClockThatNothingExplainsHasNoOffset() {
        unit.change(plant -> plant.jumpClock(Duration.ofMinutes(-145)));
        start(Map.of());
        List<String> lines = type("export main days");
        assertThat(lines.get(0),
                is("# The time zone of the inverter is unknown: times are those of its clock, without an offset."));
        Csv csv = new Csv(lines);
        assertThat(csv.head.get(0), is("TIME [clock of the inverter, zone unknown]"));
        assertThat(csv.text(0, "TIME"), matchesPattern("20\\d\\d-\\d\\d-\\d\\dT23:59:59"));
    }

    @Test
    void damagedRecordsAreCountedAndLeftOut() {
        start(Map.of());
        int whole = unit.logs().intervals().size();
        simulation.advance(Duration.ofMinutes(5));
        unit.losePower(20, true);
        house.rounds(2);
        List<String> lines = type("export main intervals");
        assertThat(new Csv(lines).rows, hasSize(whole));
        assertThat(lines.get(lines.size() - 1), is("# Damaged or erased records, left out: 1."));
    }

    @Test
    void aGatewayHasNoLogs() throws IOException {
        try (GatewayHouse box = new GatewayHouse(Scenario.SUNNY_DAY, GatewayOptions.DEFAULT)) {
            things.add(box.start());
            String inverter = Objects.requireNonNull(things.get(0)).getUID().getId();
            assertThat(type("export " + inverter + " days"), contains(
                    "# There is no log to read: gateway and portal have none, and no native connection is connected."));
            assertThat(type("export " + inverter + " days a.csv", Texts.german()), contains(
                    "Es gibt kein Protokoll zu lesen: Gateway und Portal haben keines, und keine native Verbindung ist verbunden."));
            assertThat("no empty file", Files.exists(folder.resolve("a.csv")), is(false));
        }
    }

    @Test
    void thePortalHasNoLogs() throws IOException {
        try (PortalHouse portal = new PortalHouse()) {
            things.add(portal.start());
            portal.run(Duration.ofMinutes(12));
            assertThat(type("export " + things.get(0).getUID() + " intervals"),
                    contains(startsWith("# There is no log to read")));
        }
    }
}
