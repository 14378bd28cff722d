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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.gateway.GatewaySource;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.simulator.gateway.RecordedGateway;
import org.openhab.binding.selectronic.simulator.splink.Frame;
import org.openhab.binding.selectronic.simulator.splink.Replay;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.thing.Thing;

/**
 * Recordings that owners have made with the command {@code capture}: each file in the folder is played back, and the
 * binding makes values of it. To add one is to put it there.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class CapturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/captures");
    private static final Pattern GET = Pattern.compile("GET (/\\S*) ([\\[{].*[]}])");
    private static final Pattern READ = Pattern.compile("READ 51([0-9a-f]{14}) 51\\1([0-9a-f]{8,})");

    static List<Path> captures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".capture")).sorted().toList();
        }
    }

    private static String connectionType(List<String> lines) {
        assertThat(lines.get(0), startsWith("# selectronic capture "));
        return lines.get(0).substring("# selectronic capture ".length());
    }

    @ParameterizedTest
    @MethodSource("captures")
    void nothingPersonalIsLeft(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String connectionType = connectionType(lines);
        for (String line : lines.subList(1, lines.size())) {
            if ("GATEWAY".equals(connectionType) || "PORTAL".equals(connectionType)) {
                assertThat(line, matchesPattern(GET));
                assertThat(line, not(containsString("@")));
                Pattern.compile("[0-9A-Fa-f]{32}").matcher(line).results().map(MatchResult::group)
                        .forEach(id -> assertThat(id, matchesPattern("0{28}\\d{4}")));
                Pattern.compile("serial\\w*\" ?: ?\"?(\\w+)").matcher(line).results().map(found -> found.group(1))
                        .forEach(serial -> assertThat(serial, matchesPattern("0{4}\\d{2}")));
            } else {
                assertThat("neither a log-in nor anything else is written", line, matchesPattern(READ));
                byte[] answer = HexFormat.of().parseHex(line.split(" ")[2]);
                Frame query = frameOf(answer);
                int serial = 0xA05E - query.address();
                if (serial >= 0 && serial + 1 < query.count()) {
                    assertThat(query.words().subList(serial, serial + 2), is(List.of(1, 0)));
                }
                assertThat("checks are right", HexFormat.of().formatHex(query.bytes()), is(line.split(" ")[2]));
            }
        }
    }

    private static Frame frameOf(byte[] answer) {
        int address = 0;
        for (int place = 5; place >= 2; place--) {
            address = address << 8 | answer[place] & 0xFF;
        }
        int[] words = new int[(answer.length - 10) / 2];
        for (int place = 0; place < words.length; place++) {
            words[place] = answer[8 + 2 * place] & 0xFF | (answer[9 + 2 * place] & 0xFF) << 8;
        }
        return Frame.answer(address, words);
    }

    @ParameterizedTest
    @MethodSource("captures")
    void theBindingMakesValuesOfIt(Path file) throws IOException, SourceException {
        List<String> lines = Files.readAllLines(file);
        if (connectionType(lines).equals("GATEWAY")) {
            playPages(lines);
        } else if (connectionType(lines).equals("PORTAL")) {
            assertThat(lines.size(), is(greaterThan(1)));
            for (String line : lines.subList(1, lines.size())) {
                assertThat(
                        new PointDecoder(ConnectionType.PORTAL)
                                .decode(line.split(" ", 3)[2].getBytes(StandardCharsets.UTF_8), Duration.ZERO).values(),
                        hasKey(Quantity.LOAD_POWER));
            }
        } else {
            playMemory(lines);
        }
    }

    private static void playPages(List<String> lines) throws IOException {
        TestHttpClients http = new TestHttpClients();
        try (RecordedGateway box = new RecordedGateway(lines);
                GatewaySource source = new GatewaySource(
                        http.connections().open(new HttpAddress("127.0.0.1", box.port(), false),
                                GatewaySource.limits(Duration.ofSeconds(5))))) {
            List<Unit> units = source.units().join();
            assertThat(units, is(not(empty())));
            for (Unit unit : units) {
                int samples = 0;
                while (samples == 0 || box.left("/" + unit.id() + "/point") > 1) {
                    Sample sample = source.read(unit).join();
                    assertThat(sample.values(), hasKey(Quantity.BATTERY_STATE_OF_CHARGE));
                    assertThat(sample.values(), hasKey(Quantity.LOAD_POWER));
                    samples++;
                }
            }
        } finally {
            http.close();
        }
    }

    private static void playMemory(List<String> lines) throws IOException {
        Replay replay = Replay.ofCapture(lines);
        try (SimulatedSerialServer server = new SimulatedSerialServer(replay, SerialServerOptions.DEFAULT);
                NativeHouse house = new NativeHouse()) {
            // the captures are of a time when the daily log was not read
            house.openHab.links = channel -> !channel.startsWith("history#daily-");
            Thing inverter = house.network(server.port(), Map.of());
            house.rounds(7);
            assertThat(house.status(Objects.requireNonNull(house.bridge)), is("ONLINE NONE"));
            assertThat(house.status(inverter), is("ONLINE NONE"));
            assertThat(replay.unknown(), is(empty()));
            for (Quantity quantity : List.of(Quantity.BATTERY_VOLTAGE, Quantity.LOAD_POWER,
                    Quantity.BATTERY_STATE_OF_CHARGE, Quantity.INVERTER_MODE)) {
                assertThat(quantity.origin(ConnectionType.NETWORK).orElseThrow(),
                        is(instanceOf(Origin.Registers.class)));
                assertThat(house.openHab.states, hasKey(quantity.channelId()));
            }
        }
    }
}
