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
package org.openhab.binding.selectronic.internal.point;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.Bodies;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Point bodies into samples: published bodies, and everything that can be wrong with one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PointDecoderTest {
    private final PointDecoder decoder = new PointDecoder(ConnectionType.GATEWAY);

    private Sample decode(String body) throws SourceException {
        return decoder.decode(body.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(7));
    }

    private Sample published(String name) throws SourceException {
        return decode(Bodies.text(name));
    }

    private Problem problemOf(String body) {
        return assertThrows(SourceException.class, () -> decode(body)).problem();
    }

    @Test
    void mainsEveningAsPublished() throws SourceException {
        Sample sample = published("gateway-mains-evening");
        assertThat(sample.number(BATTERY_POWER), is(948.486328125));
        assertThat(sample.number(AC_SOURCE_POWER), is(-4.74554443359375));
        assertThat(sample.number(LOAD_POWER), is(839.9613647460938));
        assertThat(sample.number(BATTERY_STATE_OF_CHARGE), is(56.0));
        assertThat(sample.number(BATTERY_ENERGY_IN_TODAY), is(27.5625));
        assertThat(sample.number(BATTERY_ENERGY_IN_TOTAL), is(16475.9765625));
        assertThat(sample.number(BATTERY_ENERGY_OUT_TODAY), is(28.669921875));
        assertThat(sample.number(BATTERY_ENERGY_OUT_TOTAL), is(15622.5234375));
        assertThat(sample.number(AC_SOURCE_ENERGY_IMPORT_TODAY), is(21.29800341796875));
        assertThat(sample.number(AC_SOURCE_ENERGY_IMPORT_TOTAL), is(20358.61340625));
        assertThat(sample.number(AC_SOURCE_ENERGY_EXPORT_TOTAL), is(2312.029248046875));
        assertThat(sample.number(LOAD_ENERGY_TODAY), is(18.222890625));
        assertThat(sample.number(LOAD_ENERGY_TOTAL), is(22076.576419921876));
        assertThat(sample.number(SOLAR_DC_COUPLED_POWER), is(0.0));
        assertThat(sample.values().get(GENERATOR_STATUS), is(Value.of("NOT_RUNNING")));
        assertThat(sample.number(ALERTS_CODE), is(0.0));
        assertThat(sample.values().get(ALERTS_SINCE), is(Value.UNKNOWN));
        assertThat(sample.time(), is(Instant.ofEpochSecond(1742463313)));
        assertThat(sample.sourceNow(), is(Instant.ofEpochSecond(1742463313)));
        assertThat(sample.responseTime(), is(Duration.ofMillis(7)));
    }

    @Test
    void offGridEveningAsPublished() throws SourceException {
        Sample sample = published("gateway-offgrid-evening");
        assertThat(sample.number(LOAD_POWER), is(236.6302490234375));
        assertThat(sample.number(SOLAR_DC_COUPLED_POWER), is(11.53564453125));
        assertThat(sample.number(BATTERY_STATE_OF_CHARGE), is(96.05859375));
        assertThat(sample.number(SOLAR_ENERGY_TODAY), is(12.47666015625));
        assertThat(sample.sourceNow(), is(sample.time().plusSeconds(2)));
    }

    /**
     * The energies of a day and of all time balance to the house's losses if, and only if, they are kWh of one scale.
     */
    @ParameterizedTest
    @CsvSource({ "gateway-offgrid-evening, 0.80, 0.95", "emulator-2025, 0.80, 0.95" })
    void energiesOfTheDayBalance(String body, double least, double most) throws SourceException {
        Sample sample = published(body);
        double in = sample.number(SOLAR_ENERGY_TODAY) + sample.number(AC_SOURCE_ENERGY_IMPORT_TODAY)
                - sample.number(AC_SOURCE_ENERGY_EXPORT_TODAY) + sample.number(BATTERY_ENERGY_OUT_TODAY)
                - sample.number(BATTERY_ENERGY_IN_TODAY);
        double ratio = sample.number(LOAD_ENERGY_TODAY) / in;
        assertThat(ratio, is(both(greaterThan(least)).and(lessThan(most))));
    }

    @Test
    void exportIsNegative() throws SourceException {
        assertThat(published("emulator-mains-exporting").number(AC_SOURCE_POWER), is(lessThan(-1800.0)));
    }

    @Test
    void generatorSupplyingIsPositive() throws SourceException {
        assertThat(published("constructed-generator").number(AC_SOURCE_POWER), is(greaterThan(3000.0)));
    }

    /** The mistake of an old emulator: watt hours where everything else is kilowatt hours. */
    @Test
    void wattHoursAreNoEnergyOfADay() throws SourceException {
        Sample sample = published("emulator-2022");
        assertThat(sample.values().get(LOAD_ENERGY_TODAY), is(Value.UNKNOWN));
        assertThat(sample.number(LOAD_ENERGY_TOTAL), is(15489.325048828125));
    }

    @Test
    void membersThatAreNotThereAreAbsent() throws SourceException {
        Sample sample = published("emulator-2025");
        assertThat(sample.values(), not(hasKey(ALERTS_CODE)));
        assertThat(sample.values(), not(hasKey(GENERATOR_STATUS)));
        assertThat(sample.values().size(), is(18));
    }

    @Test
    void valuesThatAreNoneAreUnknownAndTheRestIsKept() throws SourceException {
        Sample sample = published("constructed-bad-values");
        assertThat(sample.values().get(BATTERY_STATE_OF_CHARGE), is(Value.UNKNOWN));
        assertThat(sample.values().get(LOAD_POWER), is(Value.UNKNOWN));
        assertThat(sample.values().get(SOLAR_AC_COUPLED_POWER), is(Value.UNKNOWN));
        assertThat(sample.values(), not(hasKey(SOLAR_DC_COUPLED_POWER)));
        assertThat(sample.number(BATTERY_ENERGY_IN_TODAY), is(4.8125));
    }

    /** Every member in turn, with everything that is not a number. */
    @ParameterizedTest
    @ValueSource(strings = { "null", "NaN", "\"nan\"", "\"12,5\"", "\"1d\"", "\"0x1p3\"", "\"\"", "true", "false", "{}",
            "{\"a\":[1]}", "[1,2]", "Infinity", "-Infinity", "1e999", "\"<html>\"" })
    void whatIsNoNumberSpoilsItsOwnMemberOnly(String bad) throws SourceException {
        String body = Bodies.text("gateway-mains-evening");
        Map<Quantity, Value> good = decode(body).values();
        for (Quantity quantity : Quantity.values()) {
            if (quantity.origin(ConnectionType.GATEWAY).orElse(null) instanceof Origin.Member member
                    && !member.name().equals("timestamp")) {
                Sample sample = decode(replaced(body, member.name(), bad));
                assertThat(quantity.name(), sample.values().get(quantity), is(Value.UNKNOWN));
                assertThat(sample.values().keySet(), is(good.keySet()));
                assertThat(
                        sample.values().entrySet().stream()
                                .filter(entry -> !entry.getValue().equals(good.get(entry.getKey()))).count(),
                        is(quantity == ALERTS_SINCE ? 0L : 1L));
            }
        }
    }

    private static String replaced(String body, String member, String value) {
        Matcher matcher = Pattern.compile("\"" + member + "\":[-0-9.]+").matcher(body);
        assertTrue(matcher.find(), member);
        return matcher.replaceFirst(Matcher.quoteReplacement("\"" + member + "\":" + value));
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "NaN", "\"now\"", "true", "{}", "0", "-5", "1e300" })
    void aBodyThatDoesNotSayWhenIsNoSample(String bad) {
        String body = replaced(Bodies.text("gateway-mains-evening"), "timestamp", bad);
        assertThat(problemOf(body), is(Problem.NO_SAMPLE_TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "NaN", "\"x\"", "0", "[]" })
    void aBodyWithoutNowIsStillASample(String bad) throws SourceException {
        Sample sample = decode(replaced(Bodies.text("gateway-mains-evening"), "now", bad));
        assertThat(sample.sourceNow(), is(nullValue()));
        assertThat(sample.number(BATTERY_POWER), is(948.486328125));
    }

    @ParameterizedTest
    @CsvSource({ "battery_soc, -0.5", "battery_soc, 100.5", "battery_soc, 255.996", "load_wh_today, -1",
            "load_wh_today, 22410.5", "load_wh_total, -0.1", "gen_status, 1.5", "gen_status, 65535", "gen_status, -1",
            "load_wh_total, 1e9", "battery_w, 2.5e9", "battery_w, -100001", "grid_w, 1e6", "shunt_w, -1e300",
            "solarinverter_w, 4294967295", "load_w, 500000", "fault_code, 0.5", "fault_code, -3", "fault_code, 65536",
            "fault_ts, -1", "fault_ts, 0", "fault_ts, 1e30" })
    void numbersThatCannotBeAreUnknown(String member, String number) throws SourceException {
        Sample sample = decode(replaced(Bodies.text("gateway-mains-evening"), member, number));
        Quantity quantity = Arrays.stream(Quantity.values())
                .filter(row -> row.origin(ConnectionType.GATEWAY).orElse(null) instanceof Origin.Member each
                        && each.name().equals(member))
                .findAny().orElseThrow();
        assertThat(sample.values().get(quantity), is(Value.UNKNOWN));
    }

    /** As some clients that stand in for a box write them: all of them, the time included. */
    @Test
    void numbersInQuotesAreNumbers() throws SourceException {
        String body = Bodies.text("gateway-mains-evening");
        Sample quoted = decode(body.replaceAll("\":(-?[0-9.]+)", "\":\"$1\""));
        Sample plain = decode(body);
        assertThat(quoted.values(), is(plain.values()));
        assertThat(quoted.time(), is(plain.time()));
        assertThat(quoted.sourceNow(), is(plain.sourceNow()));
    }

    /** Five units of 20 kW are the largest system that is built. */
    @ParameterizedTest
    @ValueSource(strings = { "battery_w", "load_w", "grid_w", "shunt_w", "solarinverter_w" })
    void thePowerOfALargeSystemIsNoMistake(String member) throws SourceException {
        Sample sample = decode(replaced(Bodies.text("gateway-mains-evening"), member, "-99999"));
        assertThat(sample.values().values().stream().filter(Value.Numeric.class::isInstance)
                .map(value -> Math.abs(((Value.Numeric) value).number())).toList(), hasItem(99999.0));
    }

    @Test
    void aFullBatteryIsNoMistake() throws SourceException {
        Sample sample = decode(replaced(Bodies.text("gateway-mains-evening"), "battery_soc", "100"));
        assertThat(sample.values().get(BATTERY_STATE_OF_CHARGE), is(Value.of(100.0)));
    }

    @Test
    void anUnknownCodeShowsItsNumber() throws SourceException {
        String body = replaced(Bodies.text("gateway-mains-evening"), "gen_status", "37");
        assertThat(decode(body).values().get(GENERATOR_STATUS), is(Value.of("37")));
        String floating = replaced(Bodies.text("gateway-mains-evening"), "gen_status", "7.0");
        assertThat(decode(floating).values().get(GENERATOR_STATUS), is(Value.of("RETRY_PAUSE")));
    }

    /** A gateway that is cut off must never pass for one that says less. */
    @Test
    void aBodyCutAnywhereIsNoSample() {
        String body = Bodies.text("gateway-mains-evening").strip();
        for (int length = 0; length < body.length(); length++) {
            String cut = body.substring(0, length);
            assertThrows(SourceException.class, () -> decode(cut), () -> "cut to " + cut.length());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "<html><body>login</body></html>", "[]", "null", "42", "\"text\"", "{", "{]",
            "{,}", "nonsense", "\u0000\u0001\u0002", "{\"items\":{\"a\":}}", "{\"\\unt\":1}" })
    void whatIsNotJsonOrNotAnObjectIsReportedSo(String body) {
        assertThat(problemOf(body), is(Problem.NOT_JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"items\":null}", "{\"items\":[]}", "{\"items\":7,\"now\":1}",
            "{\"error\":\"x\"}" })
    void aBodyWithoutItemsIsReportedSo(String body) {
        assertThat(problemOf(body), is(Problem.NO_ITEMS));
    }

    /** Gson refuses what is nested 255 deep since its version 2.12, and reads over it before. */
    @Test
    void deeplyNestedBodiesAreRefusedOrReadOver() throws SourceException {
        String deep = "{\"items\":{\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + ",\"timestamp\":1}}";
        try {
            assertThat(decode(deep).values().keySet(), is(empty()));
        } catch (SourceException e) {
            assertEquals(FailureKind.UNEXPECTED, e.kind());
            assertThat(e.problem(), is(Problem.NOT_JSON));
        }
    }

    @Test
    void everyMemberOfTheTableIsInAPublishedBody() {
        String body = Bodies.text("gateway-mains-evening");
        TreeSet<String> members = new TreeSet<>();
        Matcher matcher = Pattern.compile("\"([a-z_]+)\":").matcher(body.substring(body.indexOf("\"items\"") + 8));
        while (matcher.find()) {
            members.add(matcher.group(1));
        }
        members.remove("now");
        TreeSet<String> table = new TreeSet<>();
        for (Quantity quantity : Quantity.values()) {
            if (quantity.origin(ConnectionType.GATEWAY).orElse(null) instanceof Origin.Member member) {
                table.add(member.name());
            }
        }
        assertThat(table, is(members));
        assertThat(members.size(), is(22));
    }

    /** Seconds since 1970, like the time of the sample: an alert raised a minute before it. */
    @Test
    void anAlertIsActiveSinceItsTime() throws SourceException {
        String body = replaced(Bodies.text("gateway-mains-evening"), "fault_ts", "1742463253");
        Sample sample = decode(body);
        assertThat(sample.values().get(ALERTS_SINCE), is(Value.of(sample.time().minusSeconds(60))));
    }
}
