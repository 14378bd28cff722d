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
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.console.SelectronicConsole;
import org.openhab.binding.selectronic.internal.definitions.Readme;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.binding.selectronic.internal.fake.PackedTexts;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.forecast.HalfHour;
import org.openhab.binding.selectronic.internal.forecast.StoredProfile;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.binding.selectronic.simulator.splink.SimulatedTunnel;
import org.openhab.binding.selectronic.simulator.splink.TunnelOptions;
import org.openhab.core.io.console.Console;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;
import org.openhab.core.thing.ThingUID;

/**
 * The command of the console on an inverter behind a network adapter, and its recordings.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ConsoleTest {
    private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");

    private final Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
    private final SimulatedPort port = SimulatedPort.of(simulation);
    private final SimulatedSerialServer server;
    private final NativeHouse house = new NativeHouse();
    private final String serialNumber = String.valueOf(simulation.unit().identity().serial());
    private final List<Thing> things = new ArrayList<>();
    private final @NonNullByDefault({}) ThingRegistry registry = mock(ThingRegistry.class);
    private Locale language = Locale.ROOT;
    private final SelectronicConsole command = new SelectronicConsole(registry, () -> ZONE,
            new PackedTexts(Texts.english()), () -> language);
    private final List<String> printed = new ArrayList<>();
    @TempDir
    @NonNullByDefault({})
    Path folder;

    ConsoleTest() throws IOException {
        server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
        when(registry.stream()).thenAnswer(call -> things.stream());
    }

    @AfterEach
    void close() {
        house.close();
        server.close();
    }

    private void start() {
        Thing inverter = house.network(server.port(), Map.of("inverterPassword", "Selectronic SP PRO"));
        things.add(house.openHab.thing(inverter.getUID()));
        things.add(Objects.requireNonNull(house.bridge));
        house.round();
    }

    private List<String> type(String words) {
        printed.clear();
        command.execute(words.isEmpty() ? new String[0] : words.split(" "), new Console() {
            @Override
            public void print(String s) {
                printed.add(s);
            }

            @Override
            public void println(String s) {
                printed.addAll(s.lines().toList());
            }

            @Override
            public void printUsage(String s) {
                printed.add("usage: " + s);
            }
        });
        return List.copyOf(printed);
    }

    private List<String> completed(String... words) {
        List<String> candidates = new ArrayList<>();
        boolean any = command.complete(words, words.length - 1, words[words.length - 1].length(), candidates);
        assertThat(any, is(!candidates.isEmpty()));
        return candidates.stream().map(String::strip).toList();
    }

    @Test
    void registersAreListedWithWordsValueAndConfidence() {
        start();
        double volts = simulation.unit().state().batteryVolts();
        List<String> lines = type("registers main voltage of the battery");
        String line = lines.stream().filter(each -> each.startsWith("BATTERY_VOLTS ")).findFirst().orElseThrow();
        assertThat(line, matchesPattern("BATTERY_VOLTS 0xA05C \\[[0-9a-f]{4}] = .* V \\(high\\) .*"));
        assertThat(Double.parseDouble(line.replaceAll(".* = (\\S+) V .*", "$1")), is(closeTo(volts, 0.1)));
        assertThat(type("registers main").size(), is(greaterThan(1000)));
        List<String> settings = type("settings main log_interval");
        assertThat(settings.get(0), startsWith("LOG_INTERVAL 0xC036 [000f] = 15.0 min (high) "));
        assertThat(settings, hasSize(2));
        assertThat(type("settings main battery_volts"), is(List.of("no register has battery_volts")));
        assertThat(type("registers main nothing like this"), is(List.of("no register has nothing like this")));
    }

    @Test
    void registersAreInTheLanguageOfOpenHab() {
        start();
        language = Locale.GERMAN;
        assertThat(type("settings main Generator verfügbar").get(0),
                is("GENERATOR_AVAILABLE 0xC008 [0000] = Immer (high) Generator verfügbar"));
        assertThat("by its English", type("settings main Shutdown by").get(0),
                endsWith("Abschaltung nach Ladezustand"));
    }

    @Test
    void everySubcommandIsOnItsPageAndInTheUsage() {
        List<String> rows = new Readme(Path.of("doc/console.md")).table("Console", "Command", "Description").stream()
                .map(row -> row.get(0).replaceAll("`", "").replaceAll("&lt;", "<")).toList();
        List<String> usages = command.getUsages().stream().map(usage -> usage.replaceAll(" - .*", "")).toList();
        assertThat(rows, is(usages));
        assertThat(type(""), hasSize(usages.size()));
        assertThat(type("nonsense"), is(Stream.concat(Stream.of("unknown: nonsense"), type("").stream()).toList()));
        assertThat(new TreeSet<>(completed("")),
                is(new TreeSet<>(usages.stream().map(usage -> usage.split(" ")[1]).toList())));
    }

    @Test
    void wordsAreCompleted() {
        start();
        assertThat(completed("re"), contains("read", "registers", "release"));
        assertThat(completed("read", ""), contains("selectronic:inverter:line:main"));
        assertThat(completed("release", "sel"), contains("selectronic:network:line"));
        assertThat(completed("diagnostics", ""), hasSize(2));
        assertThat(completed("status", ""), is(empty()));
        assertThat(completed("release", "selectronic:network:line", ""), is(empty()));
    }

    @Test
    void statusReportsOfBridgesAndInverters() {
        start();
        assertThat(type("status"),
                contains(is("selectronic:network:line ONLINE NONE"),
                        matchesPattern("  [1-9]\\d* answers, the last one [\\d.]+ s ago; 0 failures"),
                        is("selectronic:inverter:line:main ONLINE NONE"),
                        matchesPattern("  [1-9]\\d* answers, the last one [\\d.]+ s ago; 0 failures")));
    }

    @Test
    void statusIsTranslatedAndShowsNoKeys() {
        house.add(SelectronicBindingConstants.THING_TYPE_NETWORK, Map.of("host", "127.0.0.1", "port", 0));
        things.add(Objects.requireNonNull(house.bridge));
        assertThat(type("status").get(0), is("selectronic:network:line OFFLINE CONFIGURATION_ERROR "
                + "Port is 0, which is out of range. Enter a number from 1 to 65535."));
    }

    @Test
    void readReportsEveryChannelWithWhatTheDeviceReported() {
        start();
        List<String> reported = type("read main");
        assertThat(reported.get(0), startsWith("read by NETWORK for "));
        assertThat(reported, hasItem(matchesPattern("battery#voltage = [\\d.]+ V  <- [\\d.]+ from 0xA05C")));
        assertThat(reported, hasItem(matchesPattern("battery#current = .* from 0xA084")));
        assertThat(type("read selectronic:network:line").get(0), is("no such inverter"));
        assertThat(type("read").get(0), is("no such inverter"));
    }

    @Test
    void devicesAndSystemsAreTheSame() {
        start();
        List<String> reported = type("devices");
        assertThat(reported.get(1), startsWith("  " + serialNumber + ", SP"));
        assertThat(type("systems"), is(reported));
    }

    @Test
    void logsReportEventsOrThatThereAreNone() {
        start();
        assertThat(type("logs main"), contains("no alert and no operation was seen since openHAB has started"));
        assertThat(type("logs main alerts"), contains("the log is empty"));
        assertThat(type("logs main many").get(0), is("neither a log nor a number from 1 to 100: many"));
    }

    @Test
    void logsOpenTheLogsOfTheInverterAtTheirEnd() {
        simulation.advance(Duration.ofDays(2));
        simulation.unit().change(plant -> plant.raise(50));
        start();
        assertThat(type("logs main alerts 3"), contains(matchesPattern("20\\d\\d-.* 50: .*battery#voltage .*")));
        assertThat(type("logs main days"), hasSize(2));
        assertThat(type("logs main days 1"), contains(matchesPattern("20\\d\\d-\\d\\d-\\d\\d 23:59:59 .*"
                + "battery#energy-in-total [\\d.]+ kWh.*load#energy-total [\\d.]+ kWh.*")));
        List<String> raw = type("logs main intervals 2 raw");
        assertThat(raw, hasSize(4));
        assertThat(raw.get(0), containsString("history#load-power"));
        assertThat(raw.get(1), matchesPattern("  ([0-9a-f]{4} ?){44}"));
        assertThat(completed("logs", "main", "op"), contains("operations"));
        house.handler().release(Duration.ofMinutes(5));
        assertThat(type("logs main days").get(0), startsWith("not read: "));
    }

    @Test
    void withoutContactThereIsNoLogToOpen() {
        server.close();
        start();
        assertThat(type("logs main operations").get(0), startsWith("this connection has no logs"));
    }

    @Test
    void aFormatThatIsNotKnownIsNamed() {
        simulation.advance(Duration.ofHours(2));
        simulation.unit().logs().setFormat(org.openhab.binding.selectronic.simulator.log.LogKind.DETAILED, 9);
        start();
        List<String> reported = type("logs main intervals 1");
        assertThat(reported.get(0), is("records of format 9, which is not known: only their words"));
        assertThat(reported.get(1), matchesPattern("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d ([0-9a-f]{4} ?){44}"));
    }

    @Test
    void historyReportsHowFarItIsAndChecksDays() {
        start();
        assertThat(type("history main"), is(not(empty())));
        assertThat(type("history main yesterday").get(0), is("not a day: yesterday"));
        assertThat(type("history main 2026-01-02 2026-01-01").get(0), startsWith("not started"));
    }

    /** Three days are 288 intervals in some 60 reads, each of which takes its time here. */
    @Test
    void historyShowsHowFarABackFillIsThatBrokeOff() {
        simulation.advance(Duration.ofDays(3));
        house.wall = Clock.fixed(simulation.unit().now(), ZoneOffset.UTC);
        server.line().inject(Faults.delay(Duration.ofMillis(20)));
        house.network(server.port(), Map.of());
        things.add(house.openHab.thing(new ThingUID("selectronic:inverter:line:main")));
        house.time.await("a part of it", () -> type("history main").get(0).matches("\\[#{1,39}\\.{1,39}] [1-9].* %"));
        server.line().refuse();
        house.time.await("the break", () -> type("history main").get(1).equals("interrupted"));
        assertThat(type("history main").get(0), matchesPattern("\\[#{1,39}\\.{1,39}] [1-9][\\d.]* %"));
        server.line().clear();
        house.time.await("the rest", () -> {
            house.time.pass(Duration.ofSeconds(10));
            return type("history main").get(0).endsWith(" 100 %");
        });
        assertThat(type("history main").get(0), is("[" + "#".repeat(40) + "] 100 %"));
        assertThat("each once", house.openHab.series.get("history#load-power"),
                hasSize(simulation.unit().logs().intervals().size()));
    }

    @Test
    void releaseFreesThePort() {
        start();
        assertThat(type("release line 0").get(0), is("not a number from 1 to 1440"));
        assertThat(type("release main 5").get(0), is("no such bridge"));
        CompletableFuture<List<String>> reported = CompletableFuture.supplyAsync(() -> type("release line 30"));
        while (!reported.isDone()) {
            house.time.settle();
        }
        assertThat(reported.join(), contains("released for 30 min; then openHAB reconnects"));
        assertThat(house.status(Objects.requireNonNull(house.bridge)), startsWith("OFFLINE"));
        assertThat("nothing is asked", type("capture line 1 " + folder.resolve("released.capture")),
                contains("nothing is requested at the moment, so there is nothing to record"));
        assertThat(Files.exists(folder.resolve("released.capture")), is(false));
    }

    @Test
    void diagnosticsAreOfAllThingsOrOfOne() {
        start();
        List<String> all = type("diagnostics");
        assertThat(all, hasItems("network …", "inverter …"));
        assertThat(all, everyItem(not(containsString(serialNumber))));
        assertThat(type("diagnostics line"), not(hasItem("inverter …")));
        assertThat(type("diagnostics nobody"), contains("no such thing; try status"));
    }

    @Test
    void captureOfALineHasNeitherLoginNorSerialNumber() throws IOException {
        start();
        int logins = port.logins();
        Path file = folder.resolve("line.capture");
        assertThat(type("capture line 2 " + file).get(0), startsWith("recording for 2 min"));
        port.logOut();
        polls(house.time, inverter(), 15);
        assertThat("there was a log-in meanwhile", port.logins(), is(greaterThan(logins)));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0), is("# selectronic capture NETWORK"));
        assertThat(lines.size(), is(greaterThan(20)));
        assertThat(lines.subList(1, lines.size()), everyItem(startsWith("READ 51")));
        assertThat("what is read at a log-in", lines, everyItem(not(startsWith("READ 510700001f00"))));
        assertThat(lines, everyItem(not(containsString(hex(simulation.unit().identity().serial())))));
        int size = lines.size();
        polls(house.time, inverter(), 3);
        assertThat("it is over", Files.readAllLines(file), hasSize(size));
        assertThat("no file is overwritten", type("capture line 1 " + file).get(0), startsWith("the file cannot be"));
        Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("relative.capture"));
        assertThat("where it is, whatever openHAB's own folder is", type("capture line 1 " + relative).get(0),
                endsWith(" " + folder.resolve("relative.capture").toAbsolutePath().normalize()));
        publish(file, "network-simulated.capture");
    }

    private InverterHandler inverter() {
        return (InverterHandler) Objects.requireNonNull(things.get(0).getHandler());
    }

    /**
     * Ten seconds for each: the end of a recording waits in the same queue as polls, so an empty file proves nothing.
     */
    private static void polls(VirtualTime time, InverterHandler inverter, int count) {
        for (int poll = 0; poll < count; poll++) {
            CompletableFuture<@Nullable Void> values = inverter.contact().next();
            time.pass(Duration.ofSeconds(10));
            time.await("values", values::isDone);
        }
        time.settle();
    }

    /** Two words as they are on the line. */
    private static String hex(int number) {
        byte[] bytes = { (byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24) };
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void captureOfAGatewayHasNeitherIdsNorSerialNumbers() throws IOException {
        try (GatewayHouse box = new GatewayHouse(Scenario.SUNNY_DAY, GatewayOptions.DEFAULT)) {
            Thing inverter = box.start();
            things.add(Objects.requireNonNull(box.bridge));
            Path file = folder.resolve("box.capture");
            assertThat(type("capture box 1 " + file).get(0), startsWith("recording for 1 min"));
            polls(box.time, (InverterHandler) Objects.requireNonNull(inverter.getHandler()), 8);
            List<String> lines = Files.readAllLines(file);
            String serial = String.valueOf(box.gateway.simulation().unit().identity().serial());
            assertThat(lines.get(0), is("# selectronic capture GATEWAY"));
            assertThat(lines, hasItem(startsWith("GET /devices [{")));
            assertThat(lines, hasItem(matchesPattern("GET /devices/0{31}1/point \\{.*\"battery_soc\".*}")));
            assertThat(lines, everyItem(not(containsString(serial))));
            assertThat(lines, everyItem(not(matchesPattern(".*(?!0{28})[0-9A-Fa-f]{32}.*"))));
            publish(file, "gateway-simulated.capture");
        }
    }

    @Test
    void captureOfThePortalHasNothingOfTheAccount() throws IOException {
        try (PortalHouse portal = new PortalHouse()) {
            portal.start();
            portal.run(Duration.ofMinutes(12));
            things.add(portal.bridge());
            Path file = folder.resolve("portal.capture");
            assertThat(type("capture account 3 " + file).get(0), startsWith("recording for 3 min"));
            portal.portal.endSessions();
            portal.run(Duration.ofMinutes(5));
            assertThat("there was a log-in meanwhile", portal.portal.counters().loginsTried(), is(2));
            List<String> lines = Files.readAllLines(file);
            assertThat(lines.get(0), is("# selectronic capture PORTAL"));
            assertThat(lines.size(), is(greaterThan(3)));
            assertThat(lines.subList(1, lines.size()),
                    everyItem(matchesPattern("GET /dashboard/hfdata/000001 \\{.*\"battery_soc\".*}")));
            String serial = String.valueOf(portal.simulation.unit().identity().serial());
            for (String personal : List.of("9001", serial, SimulatedPortal.EMAIL, SimulatedPortal.PASSWORD,
                    "mojolicious")) {
                assertThat(lines, everyItem(not(containsString(personal))));
            }
            publish(file, "portal-simulated.capture");
        }
    }

    @Test
    void captureOfATunnelHasNothingOfTheAccount() throws IOException {
        int serial = simulation.unit().identity().serial();
        try (SimulatedTunnel tunnel = new SimulatedTunnel(simulation, TunnelOptions.DEFAULT);
                NativeHouse far = new NativeHouse(tunnel.certificate().clientContext().getSocketFactory())) {
            tunnel.addAccount("owner@example.org", "s3cret", serial);
            Thing inverter = far.tunnel(tunnel.port(), Map.of("email", "owner@example.org", "password", "s3cret"));
            things.add(Objects.requireNonNull(far.bridge));
            Path file = folder.resolve("tunnel.capture");
            assertThat(type("capture line 2 " + file).get(0), startsWith("recording for 2 min"));
            int commands = tunnel.commands().size();
            tunnel.dropSessions();
            polls(far.time, (InverterHandler) Objects.requireNonNull(inverter.getHandler()), 15);
            assertThat("there was a log-in meanwhile", tunnel.commands().size(), is(greaterThan(commands)));
            List<String> lines = Files.readAllLines(file);
            assertThat(lines.get(0), is("# selectronic capture TUNNEL"));
            assertThat(lines.size(), is(greaterThan(20)));
            assertThat(lines.subList(1, lines.size()), everyItem(startsWith("READ 51")));
            for (String personal : List.of(hex(serial), String.valueOf(serial), "owner", "s3cret")) {
                assertThat(lines, everyItem(not(containsString(personal))));
            }
            publish(file, "tunnel-simulated.capture");
        }
    }

    /** How the recordings that are played back elsewhere were made. */
    private static void publish(Path file, String name) throws IOException {
        String place = System.getProperty("selectronic.captures");
        if (place != null) {
            Files.write(Path.of(place, name), Files.readAllLines(file).stream().limit(60).toList());
        }
    }

    @Test
    void aForecastThatIsBeingLearnedSaysSo() {
        start();
        assertThat(type("forecast main"), is(List.of("Learning: 0 of 3 days.")));
    }

    @Test
    void aForecastIsATableOfHalfHours() {
        Instant now = Instant.parse("2026-01-20T09:00:00Z");
        house.wall = Clock.fixed(now, ZoneOffset.UTC);
        StoredProfile.put(new ThingStorage(house.storage).ofThing("selectronic:inverter:line:main"),
                now.minus(Duration.ofDays(10)), now,
                at -> new HalfHour(500, at.getEpochSecond() / 3600 % 24 < 8 ? 1500 : 0, 0, 500, Double.NaN));
        house.inverterConfig = Map.of("batteryCapacity", 20.0);
        start();
        List<String> lines = type("forecast main");
        assertThat(lines.get(0), is("From 10 days. Error of 7 nights: 0 percentage points."));
        List<String> rows = lines.subList(2, 74);
        assertThat(rows,
                everyItem(matchesPattern("[A-Z][a-z]{2} \\d\\d:\\d\\d +\\d+ % +\\d+ % +500 W +\\d+ W  \\|#*-* *\\|")));
        assertThat(rows.stream().map(String::length).distinct().toList(), is(List.of(lines.get(1).length())));
        assertThat(lines.get(74), startsWith("mean error of the last nights: forecast 0."));
        assertThat(lines.get(75), startsWith("lowest charge until the sun takes over: "));
    }
}
