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
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.Way;

/**
 * What a recording makes of what it is shown.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class CaptureTest {
    private static final String ID = "89ABCDEF0123456789ABCDEF01234567";

    private final Capture capture = new Capture(Way.GATEWAY);

    private void page(String path, String body) {
        capture.page(path, body.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> recorded() {
        return capture.lines().subList(1, capture.lines().size());
    }

    @Test
    void idsAndSerialNumbersAreTheSameOnesThroughout() {
        page("/devices/" + ID + "/point?token=abc", "{\r\n  \"id\": \"" + ID.toLowerCase(java.util.Locale.ROOT)
                + "\",\n  \"serialnum\": \"264531\",\n  \"serial\": 264531,\n  \"SerialNumber\": \"264532\"\n}");
        page("/devices", "[{\"" + ID + "\":1}]");
        assertThat(recorded(), contains(
                "GET /devices/00000000000000000000000000000001/point {\"id\": \"00000000000000000000000000000001\","
                        + "\"serialnum\": \"000001\",\"serial\": \"000001\",\"SerialNumber\": \"000002\"}",
                "GET /devices [{\"00000000000000000000000000000001\":1}]"));
    }

    @Test
    void ofTextsOnlyThoseAboutTheDeviceStay() {
        page("/devices", "{\"name\":\"Haus \\\"Muster\\\"\",\"email\":\"anna@example.org\",\"firmware\":\"V15.47\","
                + "\"address\":\"192.168.1.2\",\"items\":{\"load_w\":-1.5e3,\"on\":true,\"none\":null},"
                + "\"list\":[\"secret\",2]}");
        assertThat(recorded(), contains("GET /devices {\"name\":\"x\",\"email\":\"x\",\"firmware\":\"V15.47\","
                + "\"address\":\"x\",\"items\":{\"load_w\":-1.5e3,\"on\":true,\"none\":null},\"list\":[\"x\",2]}"));
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
        capture.words("1", 0xA081, new int[]{0x63DB});
        capture.words("2", 0xA081, new int[]{0});
        capture.words("1", 0xA05D, new int[]{7, 0x2345, 1, 8});
        assertThat(recorded(), contains(is("READ 510081a00000487a 510081a00000487adb630eea"),
                startsWith("READ 51035da00000c808 51035da00000c8080700010000000800")));
    }

    @Test
    void serialNumbersOfOtherUnitsAndOfBatteryModulesAreNothing() {
        capture.words("1", 0xDF50, new int[]{0x2345, 1, 0x6789, 2});
        assertThat(recorded().get(0).split(" ")[2].substring(16), is("000000000000000000" + "00"));
    }

    @Test
    void aRecordingIsNeverEndless() {
        IntStream.range(0, 6000).forEach(count -> capture.words("1", 0xA081, new int[]{count}));
        assertThat(capture.lines(), hasSize(5000));
    }
}
