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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.definitions.Definitions;
import org.openhab.binding.selectronic.internal.definitions.XmlElement;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * A report contains everything that helps, and no secret wherever one occurs.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class DiagnosticsReportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T02:00:00Z"), ZoneOffset.UTC);
    private static final List<String> SECRETS = List.of("hunter2-Geheim", "anna.muster@example.org", "192.168.17.23",
            "solar.muster.example", "264531", "0123456789ABCDEF0123456789ABCDEF", "fd00::17:23",
            "AB:CD:EF:01:23:45:67:89", "/dev/serial/by-id/usb-FTDI_264531-if00-port0", "Haus Muster");

    static Stream<String> types() {
        return Definitions.thingTypes().stream().map(XmlElement::id);
    }

    private static Stream<XmlElement> parameters(String type) {
        return Definitions.configDescriptions().stream()
                .filter(each -> each.attribute("uri").orElseThrow().endsWith(":" + type))
                .flatMap(each -> each.children("parameter").stream());
    }

    private static String report(DiagnosticsReport.Facts facts) {
        return new DiagnosticsReport(Map.of("binding", "1.2.3"), CLOCK, ZoneOffset.ofHours(11)).add(facts).toString();
    }

    @ParameterizedTest
    @MethodSource("types")
    void noSecretOfAnyTypeIsInTheReportWhereverItStands(String type) {
        for (String secret : SECRETS) {
            Map<String, Object> configuration = new HashMap<>();
            parameters(type).forEach(each -> configuration.put(each.attribute("name").orElseThrow(), secret));
            configuration.put("parameterOfTomorrow", secret);
            Map<String, String> properties = new HashMap<>();
            Stream.of("vendor", "modelId", "serialNumber", "firmwareVersion", "hardwareVersion", "ratedPower",
                    "acSource", "boardId", "certificateFingerprint", "usbSerialNumber", "propertyOfTomorrow")
                    .forEach(name -> properties.put(name, secret));
            ContactLog contact = new ContactLog(CLOCK);
            contact.sampled(new Sample(ConnectionType.GATEWAY, CLOCK.instant(), CLOCK.instant(), Duration.ofMillis(20),
                    Map.of(Quantity.INVERTER_MODE, Value.of(secret), Quantity.BATTERY_POWER, Value.of(948.5))));
            contact.failed(new SourceException(Problem.NO_CONNECTION, secret));
            Unit unit = new Unit(secret, new Identity(secret, secret, secret, null, secret, AcSource.AUTO));
            for (String status : List.of("@text/offline.no-connection [\"" + secret + "\"]", secret,
                    "Not good: " + secret)) {
                String report = report(new DiagnosticsReport.Facts(type, secret, "OFFLINE COMMUNICATION_ERROR", status,
                        configuration, properties, contact.figures(), List.of(unit), List.of(),
                        List.of(Quantity.values()), List.of()));
                assertThat(report, not(containsString(secret)));
                assertThat(report, not(containsString(secret.substring(0, secret.length() - 3))));
                assertThat("what is no secret stays", report, containsString("battery#power: 948.5 W from battery_w"));
            }
        }
    }

    /** The other half of it: what helps is there. */
    @ParameterizedTest
    @MethodSource("types")
    void numbersAndSwitchesOfEveryTypeAreShown(String type) {
        Map<String, Object> configuration = new HashMap<>();
        parameters(type).filter(each -> !each.attribute("type").orElseThrow().equals("text"))
                .forEach(each -> configuration.put(each.attribute("name").orElseThrow(), 17));
        assertThat(configuration, is(not(anEmptyMap())));
        String report = report(new DiagnosticsReport.Facts(type, "main", "ONLINE NONE", null, configuration, Map.of(),
                new ContactLog(CLOCK).figures(), List.of(), List.of(), List.of(), List.of()));
        configuration.keySet().forEach(name -> assertThat(report, containsString(name + "=17")));
    }

    @Test
    void whatASupporterAsksForIsThere() {
        ContactLog contact = new ContactLog(CLOCK);
        contact.failed(new SourceException(Problem.NO_ANSWER, "box", "5"));
        contact.sampled(new Sample(ConnectionType.GATEWAY, CLOCK.instant(), null, Duration.ofMillis(20),
                Map.of(Quantity.BATTERY_POWER, Value.of(-1.5), Quantity.AC_SOURCE_POWER, Value.UNKNOWN)));
        contact.sampled(new Sample(ConnectionType.GATEWAY, CLOCK.instant(), null, Duration.ofMillis(40),
                Map.of(Quantity.BATTERY_POWER, Value.of(-2.5), Quantity.AC_SOURCE_POWER, Value.UNKNOWN)));
        String report = report(new DiagnosticsReport.Facts("inverter", "main-264531", "OFFLINE CONFIGURATION_ERROR",
                "@text/offline.conf-error.no-bridge", Map.of("acSource", "GRID", "host", "10.1.2.3", "email", ""),
                Map.of("modelId", "SPMC482", "firmwareVersion", "V15.47 Grid 4.00 ACC 5.11", "ratedPower", "7500 W",
                        "serialNumber", "264531"),
                contact.figures(), List.of(), List.of(),
                List.of(Quantity.BATTERY_POWER, Quantity.AC_SOURCE_POWER, Quantity.LOAD_POWER), List.of()));
        assertThat(report.lines().toList(), hasItems("  time: 2026-01-15T02:00:00Z, offset +11:00", "  binding: 1.2.3",
                "inverter …531", "  status: OFFLINE CONFIGURATION_ERROR offline.conf-error.no-bridge",
                "  configuration: acSource=GRID, email=not set, host=private IPv4 address",
                "  properties: firmwareVersion=V15.47 4.00 5.11, modelId=SPMC482, ratedPower=7500 W, serialNumber=…531",
                "  answers: 2, the last one 0.0 s ago",
                "  failures: 1 (1 UNREACHABLE), in a row 0, the last one NO_ANSWER 0.0 s ago",
                "  response time: 20 to 40 ms, mean 30 ms", "  channels: 3, not reported: load#power",
                "    battery#power: -2.5 W from battery_w", "    ac-source#power: unknown from grid_w (negated)"));
    }

    @Test
    void hostsAreShownByTheirKind() {
        assertThat(Redaction.kindOfHost("172.20.1.2"), is("private IPv4 address"));
        assertThat(Redaction.kindOfHost("172.32.1.2"), is("public IPv4 address"));
        assertThat(Redaction.kindOfHost("selectlive"), is("local name"));
        assertThat(Redaction.kindOfHost("me.dyndns.example"), is("name with a domain"));
        assertThat(Redaction.kindOfHost("[fd00::1]"), is("IPv6 address"));
        assertThat(Redaction.kindOfHost("select.live"), is("select.live"));
    }
}
