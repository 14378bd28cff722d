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
package org.openhab.binding.selectronic.internal.derive;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Which alerts are active, since when, and which events are reported.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AlertMonitorTest {
    private static final Instant SINCE = Instant.ofEpochSecond(1735700345);

    private final SampleStream stream = new SampleStream(Instant.ofEpochSecond(1735700400));
    private final Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
    private AlertMonitor monitor = monitor();

    private AlertMonitor monitor() {
        return new AlertMonitor(stream.storage, new ObservedTime(stream.time.clock(), () -> SampleStream.INTERVAL));
    }

    private void restart() {
        monitor = monitor();
        stream.pass(Duration.ofMinutes(10));
    }

    /** A sample of a gateway: one code, and since when. */
    private List<String> polled(@Nullable Value code, Value since) {
        Map<Quantity, Value> reported = new EnumMap<>(Quantity.class);
        if (code != null) {
            reported.put(ALERTS_CODE, code);
        }
        reported.put(ALERTS_SINCE, since);
        return observe(stream.sample(ConnectionType.GATEWAY, reported));
    }

    private List<String> polled(int code) {
        return polled(Value.of((double) code), Value.UNKNOWN);
    }

    /** A native sample of a unit whose log is understood: the whole list, and what the log has new. */
    private List<String> logged(List<Integer> codes, UnitEvent... events) {
        return observe(stream.logged(ConnectionType.NETWORK, list(codes), List.of(events)));
    }

    /** A native sample of a unit whose log is not understood. */
    private List<String> listed(List<Integer> codes) {
        return observe(stream.sample(ConnectionType.NETWORK, list(codes)));
    }

    private static Map<Quantity, Value> list(List<Integer> codes) {
        return Map.of(ALERTS_ACTIVE_LIST, new Value.Alerts(codes), ALERTS_CODE,
                Value.of(codes.isEmpty() ? 0.0 : codes.get(0)));
    }

    private List<String> observe(Sample sample) {
        values.clear();
        List<String> changes = monitor.observe(sample, values).stream()
                .map(event -> event.type().name().substring(6) + " " + event.code()).toList();
        stream.pass(SampleStream.INTERVAL);
        return changes;
    }

    private UnitEvent raised(int code) {
        return new UnitEvent(Type.ALERT_RAISED, code, stream.now().minusSeconds(20), false, Map.of());
    }

    private UnitEvent cleared(int code) {
        return new UnitEvent(Type.ALERT_CLEARED, code, stream.now().minusSeconds(3), false, Map.of());
    }

    private void assertActive(int code, Value since) {
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(true)));
        assertThat(values, hasEntry(ALERTS_SINCE, since));
        assertThat(values.getOrDefault(ALERTS_CODE, Value.of((double) code)), is(Value.of((double) code)));
    }

    private void assertNoneActive() {
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(false)));
        assertThat(values, hasEntry(ALERTS_SINCE, Value.UNKNOWN));
    }

    // where codes are polled

    @Test
    void noAlert() {
        assertThat(polled(0), is(empty()));
        assertThat(values, is(Map.of(ALERTS_ACTIVE, Value.of(false), ALERTS_SINCE, Value.UNKNOWN)));
    }

    @Test
    void anAlertComesAndGoes() {
        polled(0);
        assertThat(polled(Value.of(50.0), Value.of(SINCE)), contains("RAISED 50"));
        assertActive(50, Value.of(SINCE));
        assertThat(polled(Value.of(50.0), Value.of(SINCE)), is(empty()));
        assertThat(polled(Value.of(127.0), Value.of(SINCE)), contains("CLEARED 50", "RAISED 127"));
        assertThat(polled(0), contains("CLEARED 127"));
    }

    @Test
    void whatWasThereBeforeTheVeryFirstSampleIsNoEvent() {
        assertThat(polled(Value.of(50.0), Value.of(SINCE)), is(empty()));
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(true)));
        assertThat(polled(0), contains("CLEARED 50"));
    }

    @Test
    void anAlertThatWasSeenToBeginBeganThen() {
        polled(0);
        Instant seen = stream.now();
        polled(50);
        assertActive(50, Value.of(seen));
        polled(50);
        assertActive(50, Value.of(seen));
        restart();
        polled(50);
        assertActive(50, Value.of(seen));
    }

    @Test
    void sinceIsNeverTheTimeOfTheFirstSample() {
        listed(List.of(50));
        assertActive(50, Value.UNKNOWN);
        listed(List.of(50));
        assertActive(50, Value.UNKNOWN);
        restart();
        listed(List.of(50));
        assertActive(50, Value.UNKNOWN);
    }

    @Test
    void sinceIsNotTheEndOfAGap() {
        listed(List.of());
        stream.pass(Duration.ofHours(3));
        assertThat(listed(List.of(50)), contains("RAISED 50"));
        assertActive(50, Value.UNKNOWN);
    }

    @Test
    void whatCameAndWentDuringARestartIsReportedOnce() {
        listed(List.of(2));
        restart();
        assertThat(listed(List.of(2)), is(empty()));
        restart();
        assertThat(listed(List.of(50)), contains("CLEARED 2", "RAISED 50"));
        restart();
        assertThat(listed(List.of(50)), is(empty()));
    }

    @Test
    void whatCameAndWentLongAgoIsNoNews() {
        logged(List.of());
        restart();
        assertThat(logged(List.of(), raised(50).asOld(), cleared(50).asOld()), is(empty()));
        assertThat(logged(List.of(50), raised(50).asOld(), cleared(50).asOld(), raised(50).asOld()),
                contains("RAISED 50"));
    }

    @Test
    void theEndOfAnAlertThatWasKnownIsNewsOnceHoweverLongAgo() {
        logged(List.of(50), raised(50));
        restart();
        assertThat(logged(List.of(), cleared(50).asOld(), raised(50).asOld(), cleared(50).asOld()),
                contains("CLEARED 50"));
    }

    @Test
    void anUnknownCodeIsNeitherAnAlertNorItsEnd() {
        polled(0);
        assertThat(polled(Value.UNKNOWN, Value.UNKNOWN), is(empty()));
        assertThat(values, is(Map.of(ALERTS_ACTIVE, Value.UNKNOWN, ALERTS_SINCE, Value.UNKNOWN)));
        polled(Value.of(50.0), Value.of(SINCE));
        assertThat(polled(Value.UNKNOWN, Value.UNKNOWN), is(empty()));
        assertThat(polled(Value.of(50.0), Value.of(SINCE)), is(empty()));
    }

    @Test
    void whereNothingIsReportedOfAlertsNothingIsSaid() {
        assertThat(polled(null, Value.UNKNOWN), is(empty()));
        assertThat(values, is(anEmptyMap()));
        assertThat(observe(stream.sample(ConnectionType.GATEWAY, Map.of())), is(empty()));
        assertThat(values, is(anEmptyMap()));
    }

    @Test
    void allAlertsOfAListAreFollowed() {
        listed(List.of());
        assertThat(listed(List.of(2, 50)), containsInAnyOrder("RAISED 2", "RAISED 50"));
        assertThat(listed(List.of(50)), contains("CLEARED 2"));
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(true)));
    }

    // where the log is understood

    @Test
    void aShortAlertThatNoPollSeesIsReportedByItsRecords() {
        logged(List.of());
        assertThat(logged(List.of(), raised(50), cleared(50)), contains("RAISED 50", "CLEARED 50"));
        assertNoneActive();
        assertThat(logged(List.of()), is(empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 5, 1000 })
    void theRecordIsTheEventHoweverLateItComes(int polls) {
        logged(List.of());
        UnitEvent raised = raised(50);
        for (int poll = 0; poll < polls; poll++) {
            assertThat(logged(List.of(50)), is(empty()));
            assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(true)));
        }
        assertThat(logged(List.of(50), raised), contains("RAISED 50"));
        assertActive(50, Value.of(raised.time()));
        assertThat(logged(List.of()), is(empty()));
        assertNoneActive();
        assertThat(logged(List.of(), cleared(50)), contains("CLEARED 50"));
    }

    @Test
    void aListThatWasReadJustBeforeTheLogChangesNothing() {
        logged(List.of());
        UnitEvent raised = raised(50);
        assertThat(logged(List.of(), raised), contains("RAISED 50"));
        assertActive(50, Value.of(raised.time()));
        assertThat(logged(List.of(50)), is(empty()));
        assertActive(50, Value.of(raised.time()));
        assertThat(logged(List.of(50), cleared(50)), contains("CLEARED 50"));
        assertNoneActive();
        assertThat(logged(List.of()), is(empty()));
        assertNoneActive();
    }

    @Test
    void whatWasRecordedWhileOpenHabWasAwayIsAnEventAtTheFirstSample() {
        logged(List.of(2), raised(2));
        restart();
        UnitEvent raised = raised(127);
        assertThat(logged(List.of(127), cleared(2), raised), contains("CLEARED 2", "RAISED 127"));
        assertThat(logged(List.of(127)), is(empty()));
        restart();
        assertThat(logged(List.of(127)), is(empty()));
        assertActive(127, Value.of(raised.time()));
        assertThat(logged(List.of(), cleared(127)), contains("CLEARED 127"));
    }

    @Test
    void anEndThatTheLogDoesNotReportOfIsReportedByTheListAfterARestart() {
        logged(List.of(2), raised(2));
        restart();
        assertThat(logged(List.of()), contains("CLEARED 2"));
        assertThat(logged(List.of()), is(empty()));
    }

    /** An alert of last year whose end is not in the log. */
    @Test
    void anOldRecordIsNoAlertWhereTheListKnowsBetter() {
        UnitEvent old = new UnitEvent(Type.ALERT_RAISED, 36, SINCE, true, Map.of());
        assertThat(logged(List.of(), old), is(empty()));
        assertNoneActive();
    }

    @Test
    void anOldRecordKnowsSinceWhenAnAlertIsActive() {
        UnitEvent old = new UnitEvent(Type.ALERT_RAISED, 36, SINCE, true, Map.of());
        assertThat(logged(List.of(36), old), is(empty()));
        assertActive(36, Value.of(SINCE));
    }

    /** A log that is read whole once in a session marks everything as old at the first look. */
    @Test
    void anOldRecordOfWhatWasNotThereBeforeTheRestartIsNews() {
        logged(List.of());
        restart();
        UnitEvent old = new UnitEvent(Type.ALERT_RAISED, 36, SINCE, true, Map.of());
        assertThat(logged(List.of(36), old), contains("RAISED 36"));
        restart();
        assertThat(logged(List.of(36), old), is(empty()));
    }

    /** A single code beside a log is one of several that may be active, or none of them. */
    @Test
    void aCodeBesideALogClearsNothing() {
        logged(List.of(127), raised(127));
        assertThat(observe(stream.logged(ConnectionType.PORTAL, Map.of(ALERTS_CODE, Value.of(0.0)), List.of())),
                is(empty()));
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(true)));
        assertThat(values, hasEntry(ALERTS_CODE, Value.of(127.0)));
    }

    @Test
    void newsComeWithoutValuesToo() {
        assertThat(observe(stream.logged(ConnectionType.NETWORK, Map.of(), List.of(raised(50)))),
                contains("RAISED 50"));
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(true)));
    }

    // where the source changes

    @Test
    void whatWasPolledIsNoNewsWhenTheLogIsUnderstoodLater() {
        listed(List.of());
        assertThat(listed(List.of(50)), contains("RAISED 50"));
        assertThat(listed(List.of()), contains("CLEARED 50"));
        assertThat(logged(List.of(), raised(50), cleared(50)), is(empty()));
        assertThat("the next one is another", logged(List.of(), raised(50), cleared(50)),
                contains("RAISED 50", "CLEARED 50"));
    }

    @Test
    void whatWasPolledIsNoNewsAfterARestartEither() {
        listed(List.of());
        assertThat(listed(List.of(50)), contains("RAISED 50"));
        restart();
        assertThat(logged(List.of(50), raised(50)), is(empty()));
        assertThat(logged(List.of(), cleared(50)), contains("CLEARED 50"));
    }

    @Test
    void whatTheLogReportedIsNoNewsWhenItIsNotUnderstoodAnyMore() {
        logged(List.of());
        assertThat(logged(List.of(50), raised(50)), contains("RAISED 50"));
        assertThat(listed(List.of(50)), is(empty()));
        assertThat(listed(List.of(50, 2)), contains("RAISED 2"));
        assertThat(listed(List.of()), containsInAnyOrder("CLEARED 2", "CLEARED 50"));
    }

    @Test
    void whatNoPollHasSeenIsReportedWhenTheLogCanBeReadAgain() {
        logged(List.of());
        listed(List.of());
        assertThat(listed(List.of(50)), contains("RAISED 50"));
        assertThat(logged(List.of(50), raised(50), raised(2), cleared(2), raised(241)),
                contains("RAISED 2", "CLEARED 2", "RAISED 241"));
        assertThat(logged(List.of(), cleared(50)), contains("CLEARED 50"));
    }

    // alerts that are only noted

    @ParameterizedTest
    @ValueSource(ints = { 109, 122, 157, 159, 174, 179, 240, 241, 253 })
    void whatIsOnlyNotedIsAnEventAndNothingElse(int code) {
        logged(List.of());
        assertThat(logged(List.of(), raised(code)), contains("RAISED " + code));
        assertNoneActive();
        restart();
        for (int n = 0; n < 100; n++) {
            assertThat(logged(List.of()), is(empty()));
            assertNoneActive();
        }
    }

    @Test
    void whatIsOnlyNotedIsNotActiveWhereItIsPolledEither() {
        polled(0);
        assertThat(polled(241), contains("RAISED 241"));
        assertNoneActive();
        assertThat(values, hasEntry(ALERTS_CODE, Value.of(0.0)));
        restart();
        assertThat(polled(241), is(empty()));
        assertThat(polled(0), is(empty()));
    }

    @Test
    void whatIsOnlyNotedIsLeftOutOfTheList() {
        logged(List.of(2, 241), raised(2), raised(241));
        assertThat(values, hasEntry(ALERTS_ACTIVE_LIST, new Value.Alerts(List.of(2))));
        assertActive(2, values.getOrDefault(ALERTS_SINCE, Value.UNKNOWN));
    }

    @Test
    void whatIsStoredIsWhatIsRecalled() {
        logged(List.of(2, 50), raised(2));
        String stored = String.valueOf(stream.kept.get("active alerts"));
        assertThat(stored, startsWith("LOG 2@"));
        restart();
        observe(stream.sample(ConnectionType.NETWORK, Map.of()));
        assertThat(stream.kept.get("active alerts"), is(stored));
    }

    @Test
    void notesThatWereSpoiledReportNothing() {
        for (String spoiled : List.of("", "LOG x", "LOG 50@yesterday", "WHAT 50")) {
            stream.kept.put("active alerts", spoiled);
            restart();
            observe(stream.sample(ConnectionType.NETWORK, Map.of()));
            assertThat(spoiled, stream.kept.get("active alerts"), is("NONE"));
        }
    }
}
