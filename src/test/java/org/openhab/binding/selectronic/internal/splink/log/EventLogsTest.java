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
package org.openhab.binding.selectronic.internal.splink.log;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.NewEvents;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup.LogSettings;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.simulator.log.HeaderFault;
import org.openhab.binding.selectronic.simulator.log.RecordFault;
import org.openhab.binding.selectronic.simulator.plant.Plant;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * Events as the unit wrote them: a published record, and those of a simulated unit.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class EventLogsTest {
    private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
    private static final ScaleFactors A = new ScaleFactors(5300, 2200, 1050, 12_000, 530);
    private static final ScaleFactors B = new ScaleFactors(5300, 2934, 1050, 16_000, 530);
    private static final Instant NOON = Instant.parse("2026-01-20T01:00:00Z");

    private final LoggedUnit house = new LoggedUnit(Scenario.GENERATOR_RUN, NOON, Duration.ofHours(1),
            org.openhab.binding.selectronic.simulator.log.LogSettings.DEFAULT);
    private final TextStorage memory = new ThingStorage(new FakeStorage());
    private EventLogs logs = new EventLogs("230037");
    private int eventFormat = 3;

    private List<UnitEvent> read() throws SourceException, InterruptedException {
        return readAs(memory);
    }

    /** openHAB was away for a time. */
    private void restart() {
        logs = new EventLogs("230037");
    }

    private static List<String> names(List<UnitEvent> events) {
        return events.stream().map(event -> event.type() + " " + event.code()).toList();
    }

    private static double number(UnitEvent event, Quantity quantity) {
        return event.snapshot().get(quantity) instanceof Value.Numeric numeric ? numeric.number() : Double.NaN;
    }

    /**
     * Published by simonhac/LiveOne: read on a unit in September 2026. 155.82 A at 51.689 V carry 7181 W, so the
     * inverter gives 7181 W; two seconds later the generator was started.
     */
    @Test
    void aPublishedRecord() {
        byte[] bytes = HexFormat.of().parseHex("""
                457c5c30 3200 033f 7c14 9f10 f3ff 0000 103f0000 f0c0ffff 0000 1c39 9954 8813 9f0b c60a 9a0a c802 b606
                d604 0200 0000 0100 0000 0000 0000 1d00 0e1a 4107 0100 9808 df05 e02e 1202""".replaceAll("\\s", ""));
        int[] words = new int[36];
        for (int n = 0; n < words.length; n++) {
            words[n] = bytes[2 * n] & 0xFF | (bytes[2 * n + 1] & 0xFF) << 8;
        }
        LogUnit unit = LogUnits.of(A, 1, 0, Duration.ofMinutes(15), 3, 3, 5, ZONE);

        Optional<UnitEvent> read = EventRecord.event(LogKind.ALERTS, new LogRecord(0, words), unit, Instant.EPOCH);

        UnitEvent event = read.orElseThrow();
        assertThat(event.time(), is(Instant.parse("2026-09-17T09:51:33Z")));
        assertThat(event.type(), is(Type.ALERT_RAISED));
        assertThat(event.code(), is(50));
        assertThat(number(event, BATTERY_VOLTAGE), closeTo(51.689, 0.001));
        assertThat(number(event, INVERTER_DC_CURRENT), closeTo(155.82, 0.01));
        assertThat(number(event, LOAD_POWER), closeTo(7181, 0.5));
        assertThat("it feeds the load", number(event, INVERTER_POWER), closeTo(7181, 0.5));
        assertThat(number(event, AC_SOURCE_POWER), is(0.0));
        assertThat(number(event, LOAD_VOLTAGE), closeTo(236.5, 0.1));
        assertThat(number(event, BATTERY_STATE_OF_CHARGE), closeTo(84.60, 0.01));
        assertThat(number(event, LOAD_FREQUENCY), is(50.0));
        assertThat(number(event, INVERTER_TRANSFORMER_TEMPERATURE), closeTo(48.1, 0.1));
        assertThat(number(event, BATTERY_TEMPERATURE), closeTo(11.5, 0.1));
        assertThat(event.snapshot().get(INVERTER_MODE), is(Value.of("ON")));
        assertThat(event.snapshot().get(GENERATOR_STATUS), is(Value.of("NOT_RUNNING")));

        words[14] = 100 * 256 + 1;
        assertThat("more than full", EventRecord.event(LogKind.ALERTS, new LogRecord(0, words), unit, Instant.EPOCH)
                .orElseThrow().snapshot(), not(hasKey(BATTERY_STATE_OF_CHARGE)));
        words[14] = 100 * 256;
        assertThat("full", EventRecord.event(LogKind.ALERTS, new LogRecord(0, words), unit, Instant.EPOCH).orElseThrow()
                .snapshot().get(BATTERY_STATE_OF_CHARGE), is(Value.of(100.0)));
    }

    @Test
    void aTripThatNoPollSeesIsReported() throws SourceException, InterruptedException {
        read();
        house.unit.change(Plant::trip);
        house.pass(Duration.ofSeconds(60));

        List<UnitEvent> events = read();

        assertThat(names(events), hasItem("ALERT_RAISED 50"));
        UnitEvent raised = events.stream().filter(event -> event.type() == Type.ALERT_RAISED).findFirst().orElseThrow();
        assertThat(raised.old(), is(false));
        assertThat(raised.time(), is(
                house.unit.logs().events(org.openhab.binding.selectronic.simulator.log.LogKind.ALERTS).get(0).time()));
        UnitEvent start = events.stream().filter(event -> event.type() == Type.OPERATION && event.code() == 149)
                .findFirst().orElseThrow();
        assertThat("the generator is started, and the record says why", start.snapshot().get(GENERATOR_START_REASON),
                is(Value.of("BATTERY_VOLTAGE_LOW")));
        List<String> alerts = new ArrayList<>(names(events));
        house.pass(Duration.ofMinutes(30));
        alerts.addAll(names(read()));
        alerts.removeIf(name -> name.startsWith("OPERATION"));
        assertThat(alerts, contains("ALERT_RAISED 50", "ALERT_CLEARED 50"));
    }

    @Test
    void ofThePastTheLastFewAreReportedAsOldOnes() throws SourceException, InterruptedException {
        house.unit.logs().clear(org.openhab.binding.selectronic.simulator.log.LogKind.OPERATIONS);
        for (int n = 0; n < 9; n++) {
            house.unit.operate(20 + n);
        }
        house.unit.change(plant -> plant.raise(50));
        house.pass(Duration.ofSeconds(5));
        List<UnitEvent> first = read();
        assertThat(names(first), is(List.of("ALERT_RAISED 50", "OPERATION 22", "OPERATION 23", "OPERATION 24",
                "OPERATION 25", "OPERATION 26", "OPERATION 27", "OPERATION 28")));
        assertThat(first.stream().allMatch(UnitEvent::old), is(true));
        assertThat(read(), is(empty()));
    }

    @Test
    void whatHappenedWhileOpenHabWasAwayIsNewsAndNothingElseIs() throws SourceException, InterruptedException {
        house.unit.change(plant -> plant.raise(2));
        house.pass(Duration.ofSeconds(5));
        read();
        house.unit.change(plant -> plant.clear(2));
        house.unit.change(plant -> plant.raise(50));
        house.pass(Duration.ofHours(3));
        restart();
        List<UnitEvent> alerts = new ArrayList<>(read());
        for (int polls = 0; polls < 5; polls++) {
            alerts.addAll(read());
        }
        alerts.removeIf(event -> event.type() == Type.OPERATION);
        assertThat(names(alerts), contains("ALERT_CLEARED 2", "ALERT_RAISED 50"));
        assertThat(alerts.stream().noneMatch(UnitEvent::old), is(true));
        restart();
        assertThat("and only once", read(), is(empty()));
    }

    @Test
    void whatIsMoreThanADayOldIsShownButNoNews() throws SourceException, InterruptedException {
        read();
        house.unit.change(plant -> plant.raise(50));
        house.pass(Duration.ofHours(25));
        restart();
        List<UnitEvent> events = read();
        assertThat(names(events), hasItem("ALERT_RAISED 50"));
        assertThat(events.stream().filter(event -> event.code() == 50).allMatch(UnitEvent::old), is(true));
    }

    @Test
    void ofAnotherUnitNothingWasEverRead() throws SourceException, InterruptedException {
        read();
        house.unit.change(plant -> plant.raise(50));
        house.pass(Duration.ofSeconds(5));
        logs = new EventLogs("230038");
        assertThat(read().stream().allMatch(UnitEvent::old), is(true));
    }

    @Test
    void aLogThatWasEmptyBeforeARestartIsAllNews() throws SourceException, InterruptedException {
        house.unit.logs().clear(org.openhab.binding.selectronic.simulator.log.LogKind.OPERATIONS);
        read();
        house.unit.operate(30);
        restart();
        List<UnitEvent> events = read();
        assertThat(names(events), contains("OPERATION 30"));
        assertThat(events.get(0).old(), is(false));
    }

    @Test
    void whatWasReadOfOneLogIsNotLostWithTheOther() throws SourceException, InterruptedException {
        read();
        house.unit.change(plant -> plant.raise(50));
        house.unit.operate(30);
        List<Words> headers = new ArrayList<>();
        for (LogKind kind : LogKind.values()) {
            headers.add(house.read(kind.header()));
        }
        LogReading cut = range -> {
            if (range.address() == LogKind.OPERATIONS.header().address()) {
                throw new SourceException(Problem.LINK_CUT, "port");
            }
            return house.read(range);
        };
        assertThrows(SourceException.class, () -> logs.readNew(memory, headers, LogUnits.zone(ZONE)
                .memory(new UnitSetup(Identity.NONE, 33, 51, B, 1, 0, new LogSettings(3, 3, 5, 15)), cut)));
        List<UnitEvent> again = read();
        assertThat(names(again), contains("ALERT_RAISED 50", "OPERATION 30"));
        assertThat("it is news still", again.stream().noneMatch(UnitEvent::old), is(true));
    }

    @Test
    void nothingNewCostsNothing() throws SourceException, InterruptedException {
        house.unit.change(plant -> plant.raise(50));
        house.unit.operate(30);
        house.pass(Duration.ofSeconds(5));
        for (boolean restarted : new boolean[] { false, true }) {
            assertThat(names(read()), is(restarted ? List.of() : List.of("ALERT_RAISED 50", "OPERATION 30")));
            for (int polls = 0; polls < 3; polls++) {
                house.reads = 0;
                read();
                assertThat("only the headers, which come with the live values", house.reads,
                        is(LogKind.values().length));
            }
            restart();
        }
    }

    @Test
    void manyComeAFrameAtATimeAndEachOnce() throws SourceException, InterruptedException {
        read();
        for (int n = 0; n < 25; n++) {
            house.unit.operate(20 + n);
        }
        List<Integer> codes = new ArrayList<>();
        for (int polls = 0; polls < 6; polls++) {
            List<UnitEvent> events = read();
            assertThat(events.size(), is(lessThanOrEqualTo(7)));
            events.forEach(event -> codes.add(event.code()));
        }
        assertThat(codes, is(java.util.stream.IntStream.range(20, 45).boxed().toList()));
    }

    @Test
    void theSecondsAfterAStartAreNotMeasured() throws SourceException, InterruptedException {
        read();
        house.unit.restart(house.unit.identity().scales());
        List<UnitEvent> events = read();
        assertThat(events, is(not(empty())));
        Map<Quantity, Value> snapshot = events.get(0).snapshot();
        assertThat(snapshot, not(hasKey(BATTERY_VOLTAGE)));
        assertThat(snapshot, not(hasKey(LOAD_POWER)));
    }

    @ParameterizedTest
    @EnumSource
    void aLogThatCannotBeIsLeftAlone(HeaderFault fault) throws SourceException, InterruptedException {
        read();
        house.unit.change(plant -> plant.raise(50));
        house.pass(Duration.ofSeconds(5));
        house.unit.logs().ring(org.openhab.binding.selectronic.simulator.log.LogKind.ALERTS).spoil(fault);
        assertThat(names(read()), not(hasItem("ALERT_RAISED 50")));

        house.unit.logs().ring(org.openhab.binding.selectronic.simulator.log.LogKind.ALERTS).repair();
        assertThat("and read when it is right again", names(read()), hasItem("ALERT_RAISED 50"));
    }

    private List<String> remarks() {
        return logs.remarks().stream().map(remark -> remark.key() + " " + remark.arguments()).toList();
    }

    /** All formats share the first 28 words: code, time and what was measured. */
    @ParameterizedTest
    @CsvSource({ "2, 2", "4, 4", "-1, ?" })
    void recordsOfAnotherFormatAreReadAsFarAsTheFormatsAgreeAndNamed(int format, String named)
            throws SourceException, InterruptedException {
        eventFormat = 3;
        read();
        assertThat(remarks(), is(empty()));
        house.unit.change(plant -> plant.raise(50));
        house.pass(Duration.ofSeconds(5));
        eventFormat = format;
        List<UnitEvent> events = read();
        assertThat(names(events), hasItem("ALERT_RAISED 50"));
        UnitEvent raised = events.stream().filter(event -> event.code() == 50).findFirst().orElseThrow();
        assertThat(number(raised, BATTERY_VOLTAGE), is(closeTo(house.unit.state().batteryVolts(), 1)));
        assertThat("by the present scale factors", number(raised, LOAD_POWER),
                is(closeTo(house.unit.state().flows().load(), 50)));
        assertThat(remarks(), is(List.of("online.event-format [230037, " + named + "]")));
    }

    @Test
    void aRecordThatCannotBeReadIsReportedUntilTheNextReading() throws SourceException, InterruptedException {
        read();
        house.unit.operate(30);
        house.unit.logs().ring(org.openhab.binding.selectronic.simulator.log.LogKind.OPERATIONS).spoil(0,
                RecordFault.NO_CODE);
        house.unit.operate(31);
        assertThat(names(read()), is(List.of("OPERATION 31")));
        assertThat(remarks(), is(List.of("online.records-dropped [230037, 1]")));
        read();
        assertThat(remarks(), is(List.of("online.records-dropped [230037, 1]")));
        house.unit.operate(32);
        read();
        assertThat(remarks(), is(empty()));
    }

    @Test
    void aLogThatCannotBeReadIsReportedAsLongAsItIs() throws SourceException, InterruptedException {
        read();
        var alerts = house.unit.logs().ring(org.openhab.binding.selectronic.simulator.log.LogKind.ALERTS);
        house.unit.change(plant -> plant.raise(50));
        house.pass(Duration.ofSeconds(5));
        alerts.spoil(HeaderFault.values()[0]);
        read();
        assertThat(remarks(), is(List.of("online.alerts-unreadable [230037]")));
        alerts.repair();
        read();
        assertThat(remarks(), is(empty()));
    }

    /** Alerts and operations are two logs; what was triggered by what shows only in the order of both. */
    @Test
    void whatHappenedIsReportedInTheOrderOfTimeAcrossBothLogs() throws SourceException, InterruptedException {
        read();
        house.unit.operate(30);
        house.pass(Duration.ofSeconds(3));
        house.unit.change(plant -> plant.raise(50));
        house.pass(Duration.ofSeconds(3));
        house.unit.operate(31);
        house.pass(Duration.ofSeconds(3));
        house.unit.change(plant -> plant.clear(50));
        house.unit.change(plant -> plant.raise(2));
        List<UnitEvent> events = read();
        assertThat(names(events).stream().filter(name -> !name.matches("OPERATION (?!30|31).*")).toList(),
                is(List.of("OPERATION 30", "ALERT_RAISED 50", "OPERATION 31", "ALERT_CLEARED 50", "ALERT_RAISED 2")));
        assertThat(events.stream().map(UnitEvent::time).sorted().toList(),
                is(events.stream().map(UnitEvent::time).toList()));
    }

    /** Its records are at the addresses of the former ones. */
    @Test
    void aLogThatWasErasedBetweenTwoLooksBeginsAnewToo() throws SourceException, InterruptedException {
        var operations = org.openhab.binding.selectronic.simulator.log.LogKind.OPERATIONS;
        house.unit.logs().clear(operations);
        house.unit.operate(30);
        read();
        house.unit.logs().clear(operations);
        house.unit.operate(31);
        house.unit.operate(32);
        house.unit.operate(33);
        List<String> all = new ArrayList<>();
        for (int polls = 0; polls < 3; polls++) {
            all.addAll(names(read()));
        }
        assertThat(all, contains("OPERATION 31", "OPERATION 32", "OPERATION 33"));
    }

    @Test
    void anErasedLogBeginsAnew() throws SourceException, InterruptedException {
        house.unit.operate(30);
        read();
        house.unit.logs().clear(org.openhab.binding.selectronic.simulator.log.LogKind.OPERATIONS);
        assertThat(read(), is(empty()));
        house.unit.operate(31);
        house.unit.operate(32);
        assertThat(names(read()), contains("OPERATION 31", "OPERATION 32"));
    }

    @Test
    void noiseIsNoEventThatBreaksAnything() {
        Random random = new Random(7);
        LogUnit unit = LogUnits.of(A, 1, 0, Duration.ofMinutes(15), 3, 3, 5, ZONE);
        for (int n = 0; n < 10_000; n++) {
            int[] words = random.ints(36, 0, 0x10000).toArray();
            EventRecord.event(LogKind.ALERTS, new LogRecord(0, words), unit, NOON).ifPresent(
                    event -> event.snapshot().forEach((quantity, value) -> assertThat(value, is(not(Value.UNKNOWN)))));
        }
    }

    /** Each inverter thing reads by itself: one that is made again, or later, sees the last events as old ones. */
    @Test
    void aReaderThatComesLaterBeginsWithTheNewestAndTheOthersGetNothingTwice()
            throws SourceException, InterruptedException {
        house.unit.operate(30);
        read();
        house.unit.operate(31);
        assertThat(names(read()), contains("OPERATION 31"));

        TextStorage later = new ThingStorage(new FakeStorage());
        List<UnitEvent> seen = readAs(later);
        assertThat(names(seen), hasItems("OPERATION 30", "OPERATION 31"));
        assertThat(seen.stream().allMatch(UnitEvent::old), is(true));
        assertThat(read(), is(empty()));

        house.unit.operate(32);
        assertThat(names(read()), contains("OPERATION 32"));
        List<UnitEvent> newEvents = readAs(later);
        assertThat(names(newEvents), contains("OPERATION 32"));
        assertThat(newEvents.get(0).old(), is(false));
        house.reads = 0;
        read();
        readAs(later);
        assertThat("only the headers", house.reads, is(2 * LogKind.values().length));
    }

    /** What was read is not what was dealt with: openHAB may end in between, or the sample come to nothing. */
    @Test
    void whatWasReadButNotDealtWithComesAgain() throws SourceException, InterruptedException {
        read();
        house.unit.operate(30);
        assertThat(names(newEvents(memory).events()), contains("OPERATION 30"));
        assertThat(names(newEvents(memory).events()), contains("OPERATION 30"));
        assertThat(names(read()), contains("OPERATION 30"));
        assertThat(read(), is(empty()));
    }

    private List<UnitEvent> readAs(TextStorage reader) throws SourceException, InterruptedException {
        NewEvents newEvents = newEvents(reader);
        newEvents.keepIn(reader);
        return newEvents.events();
    }

    private NewEvents newEvents(TextStorage reader) throws SourceException, InterruptedException {
        List<Words> headers = new ArrayList<>();
        for (LogKind kind : LogKind.values()) {
            headers.add(house.read(kind.header()));
        }
        return logs.readNew(reader, headers, LogUnits.zone(ZONE)
                .memory(new UnitSetup(Identity.NONE, 33, 51, B, 1, 0, new LogSettings(eventFormat, 3, 5, 15)), house));
    }
}
