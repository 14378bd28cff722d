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
package org.openhab.binding.selectronic.internal.diagnostics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;

/**
 * What a recording makes of what it is shown.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class CaptureTest {
    private static final String ID = "89ABCDEF0123456789ABCDEF01234567";

    private final Capture capture = new Capture(ConnectionType.GATEWAY);

    private void page(String path, String body) {
        capture.page(path, body.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> recorded() {
        return capture.lines().subList(1, capture.lines().size());
    }

    @Test
    void idsAndSerialNumbersAreTheSameOnesThroughout() {
        page("/devices/" + ID + "/point?token=abc", "{\r\n  \"id\": \"" + ID.toLowerCase(java.util.Locale.ROOT)
                + "\",\n  \"serialnum\": \"264531\",\n  \"serial\": 0264531,\n  \"SerialNumber\": \"264532\"\n}");
        page("/devices/" + ID, "[{\"id\":\"" + ID + "\"}]");
        assertThat(recorded(), contains(
                "GET /devices/00000000000000000000000000000001/point {\"id\":\"00000000000000000000000000000001\","
                        + "\"serialnum\":\"000001\",\"serial\":\"000001\",\"SerialNumber\":\"000002\"}",
                "GET /devices/00000000000000000000000000000001 [{\"id\":\"00000000000000000000000000000001\"}]"));
    }

    @Test
    void onlyMembersThatAreKnownStay() {
        page("/devices", "{\"name\":\"Haus \\\"Muster\\\"\",\"email\":\"anna@example.org\",\"firmware\":\"V15.47\","
                + "\"address\":\"192.168.1.2\",\"items\":{\"load_w\":-1.5e3,\"grid_w\":null,\"solarinverter_w\":NaN,"
                + "\"ssid\":12345678},\"list\":[\"secret\",2]}");
        assertThat(recorded(), contains("GET /devices {\"firmware\":\"V15.47\",\"items\":{\"load_w\":-1.5e3,"
                + "\"grid_w\":null,\"solarinverter_w\":\"NaN\"}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'name': 'Anna Muster', 'lat': -37.8}", "{name: Anna, email: a@b.c}",
            "{\"load_w\":\"Anna\"}", "{\"load_w\":{\"owner\":\"Anna\"}}", "{\"serialnum\":{\"v\":\"Anna\"}}",
            "{\"serialnum\":[\"Anna 123456\"]}", "[\"Anna\"]", "[] <html>Anna", "{\"Anna\":{\"load_w\":1}}",
            "{\"firmware\":\"V15 Anna 192.168.1.4\"}", "{\"manufacturer\":\"Anna\",\"device_type\":\"Anna\"}",
            "{\"device\":{\"name\":\"Annas SP PRO\"},\"systems\":[{\"name\":\"Anna\",\"did\":123,\"lat\":-37.8}]}",
            "{\"\\u0041nna\":1,\"type\":\"\\u0041nna\"}", "/* Anna */ {\"load_w\":1}",
            "{\"data\":{\"solar\":[1,\"Anna\"],\"chartdate\":\"Anna\"}}",
            "{\"id\":\"Anna\",\"board_id\":\"192.168.1.4\"}" })
    void nothingOfItsOwnerIsRecordedHoweverItIsWritten(String body) {
        page("/devices/kitchen-Anna/point", body);
        for (String line : recorded()) {
            assertThat(line, not(anyOf(containsString("Anna"), containsString("192.168"), containsString("37.8"),
                    containsString("123"), containsString("a@b"))));
        }
    }

    /** 64 kB of what an earlier pattern needed 14 s of processor time for. */
    @ParameterizedTest
    @ValueSource(strings = { "\\\"", "\\\\\"", "\"", "-", "1", "\" ", "{\"a\":", "[", "{\"items\":", "{\"items\":[" })
    void theTimeIsThatOfTheLength(String repeated) {
        String body = "{\"x" + repeated.repeat(64 * 1024 / repeated.length());
        long start = System.nanoTime();
        page("/devices", body);
        page("/devices", "[" + repeated.repeat(64 * 1024 / repeated.length()));
        assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis(), is(lessThan(1000L)));
    }

    @Test
    void numbersOfSystemsAreReplacedLikeSerialNumbers() {
        page("/dashboard/hfdata/26453", "{\"items\":{\"load_w\":26453}}");
        assertThat(recorded(), contains("GET /dashboard/hfdata/000001 {\"items\":{\"load_w\":26453}}"));
    }

    @Test
    void whatIsNoJsonIsNotRecorded() {
        page("/devices", "<html>anna@example.org</html>");
        page("/devices", "");
        assertThat(recorded(), is(empty()));
    }

    /** The published answer to a query of the state of charge, and the serial number 000001 in place of another. */
    @Test
    void wordsBecomeTheFramesThatTheyWere() {
        capture.words("1", 0xA081, new int[] { 0x63DB });
        capture.words("2", 0xA081, new int[] { 0 });
        capture.words("1", 0xA05D, new int[] { 7, 0x2345, 1, 8 });
        assertThat(recorded(), contains(is("READ 510081a00000487a 510081a00000487adb630eea"),
                startsWith("READ 51035da00000c808 51035da00000c8080700010000000800")));
    }

    @Test
    void serialNumbersOfOtherUnitsAndOfBatteryModulesAreNothing() {
        capture.words("1", 0xDF50, new int[] { 0x2345, 1, 0x6789, 2 });
        assertThat(recorded().get(0).split(" ")[2].substring(16), is("000000000000000000" + "00"));
    }

    @Test
    void aRecordingIsNeverEndless() {
        byte[] page = ("[" + "1,".repeat(30_000) + "1]").getBytes(StandardCharsets.UTF_8);
        byte[] numbers = ("{\"data\":{\"solar\":" + new String(page, StandardCharsets.UTF_8) + "}}")
                .getBytes(StandardCharsets.UTF_8);
        IntStream.range(0, 100).forEach(count -> capture.page("/devices", numbers));
        int bytes = capture.lines().stream().mapToInt(line -> line.length() + 1).sum();
        assertThat(bytes, is(both(greaterThan(Capture.MOST_BYTES / 2)).and(lessThanOrEqualTo(Capture.MOST_BYTES))));
    }

    @Test
    void aRecordingThatIsFullSaysSoAndHasNoHoles() {
        byte[] page = ("{\"data\":{\"solar\":[" + "1,".repeat(30_000) + "1]}}").getBytes(StandardCharsets.UTF_8);
        int before = 0;
        while (capture.lines().size() > before) {
            before = capture.lines().size();
            capture.page("/devices", page);
        }
        page("/devices", "{\"load_w\":1}");
        assertThat(capture.lines(), hasSize(before));
        assertThat(capture.lines().get(before - 1), is(Capture.FULL));
        assertThat(String.join("\n", capture.lines()).split(Capture.FULL, -1), arrayWithSize(2));
    }

    @Test
    void theEndOfARecordingDoesNotEndAnother() {
        FakeSource source = new FakeSource();
        Recordings recordings = new Recordings(source);
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        ExchangeListener one = listener(first);
        ExchangeListener two = listener(second);
        recordings.begin(one);
        recordings.begin(two);
        recordings.page("/a", new byte[0]);
        recordings.end(one);
        recordings.page("/b", new byte[0]);
        recordings.words("1", 0xA081, new int[0]);
        assertThat(first, contains("/a"));
        assertThat(second, contains("/a", "/b", "1"));
    }

    private static ExchangeListener listener(List<String> reported) {
        return new ExchangeListener() {
            @Override
            public void page(String path, byte[] body) {
                reported.add(path);
            }

            @Override
            public void words(String unit, int address, int[] words) {
                reported.add(unit);
            }
        };
    }
}
