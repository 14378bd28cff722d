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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.model.Way;

/**
 * Which alert stands, and since when.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AlertWatchTest {
    private static final Instant SINCE = Instant.ofEpochSecond(1735700345);

    private final AlertWatch watch = new AlertWatch();
    private final Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
    private Instant time = Instant.ofEpochSecond(1735700400);

    private List<String> observe(@Nullable Value code, Value since) {
        Map<Quantity, Value> told = new EnumMap<>(Quantity.class);
        if (code != null) {
            told.put(ALERTS_CODE, code);
        }
        told.put(ALERTS_SINCE, since);
        return observe(Way.GATEWAY, told, List.of());
    }

    /** A native sample: the whole list, and what the log has new. */
    private List<String> listed(List<Integer> codes, UnitEvent... events) {
        return observe(Way.NETWORK, Map.of(ALERTS_STANDING, new Value.Alerts(codes), ALERTS_CODE,
                Value.of(codes.isEmpty() ? 0.0 : codes.get(0))), List.of(events));
    }

    /** A sample of the portal: one code, and what the page of events has new. */
    private List<String> paged(int code, UnitEvent... events) {
        return observe(Way.GATEWAY, Map.of(ALERTS_CODE, Value.of((double) code)), List.of(events));
    }

    private List<String> observe(Way way, Map<Quantity, Value> told, List<UnitEvent> events) {
        values.clear();
        time = time.plusSeconds(10);
        Map<Quantity, Value> all = new EnumMap<>(Quantity.class);
        all.putAll(told);
        List<String> changes = new ArrayList<>();
        watch.observe(new Sample(way, time, null, Duration.ZERO, all, events), values)
                .forEach(event -> changes.add(event.type().name().substring(6) + " " + event.code()));
        return changes;
    }

    private UnitEvent raised(int code) {
        return new UnitEvent(Type.ALERT_RAISED, code, time.minusSeconds(20), false, Map.of());
    }

    private UnitEvent cleared(int code) {
        return new UnitEvent(Type.ALERT_CLEARED, code, time.minusSeconds(3), false, Map.of());
    }

    private void pass(int seconds) {
        time = time.plusSeconds(seconds);
    }

    @Test
    void noAlert() {
        assertThat(observe(Value.of(0.0), Value.UNKNOWN), is(empty()));
        assertThat(values, is(Map.of(ALERTS_ACTIVE, Value.of(false), ALERTS_SINCE, Value.UNKNOWN)));
    }

    @Test
    void anAlertComesAndGoes() {
        observe(Value.of(0.0), Value.UNKNOWN);
        assertThat(observe(Value.of(50.0), Value.of(SINCE)), contains("RAISED 50"));
        assertThat(values, is(Map.of(ALERTS_ACTIVE, Value.of(true), ALERTS_SINCE, Value.of(SINCE))));
        assertThat(observe(Value.of(50.0), Value.of(SINCE)), is(empty()));
        assertThat(observe(Value.of(127.0), Value.of(SINCE)), contains("CLEARED 50", "RAISED 127"));
        assertThat(observe(Value.of(0.0), Value.UNKNOWN), contains("CLEARED 127"));
    }

    @Test
    void whatStoodBeforeUsIsNoEvent() {
        assertThat(observe(Value.of(50.0), Value.of(SINCE)), is(empty()));
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(true)));
        assertThat(observe(Value.of(0.0), Value.UNKNOWN), contains("CLEARED 50"));
    }

    @Test
    void withoutATimeItBeganWhenItWasFirstSeen() {
        observe(Value.of(0.0), Value.UNKNOWN);
        observe(Value.of(50.0), Value.UNKNOWN);
        Instant seen = time;
        assertThat(values, hasEntry(ALERTS_SINCE, Value.of(seen)));
        observe(Value.of(50.0), Value.UNKNOWN);
        assertThat(values, hasEntry(ALERTS_SINCE, Value.of(seen)));
    }

    @Test
    void anUnknownCodeIsNeitherAnAlertNorItsEnd() {
        observe(Value.of(0.0), Value.UNKNOWN);
        assertThat(observe(Value.UNKNOWN, Value.UNKNOWN), is(empty()));
        assertThat(values, is(Map.of(ALERTS_ACTIVE, Value.UNKNOWN, ALERTS_SINCE, Value.UNKNOWN)));
        observe(Value.of(50.0), Value.of(SINCE));
        assertThat(observe(Value.UNKNOWN, Value.UNKNOWN), is(empty()));
        assertThat(observe(Value.of(50.0), Value.of(SINCE)), is(empty()));
    }

    @Test
    void whereNothingIsToldOfAlertsNothingIsSaid() {
        assertThat(observe(null, Value.UNKNOWN), is(empty()));
        assertThat(values, is(anEmptyMap()));
    }

    @Test
    void allAlertsOfAListAreFollowed() {
        listed(List.of());
        assertThat(listed(List.of(2, 50)), containsInAnyOrder("RAISED 2", "RAISED 50"));
        assertThat(listed(List.of(50)), contains("CLEARED 2"));
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(true)));
    }

    @Test
    void aShortAlertThatNoPollSeesIsToldByItsRecords() {
        listed(List.of());
        assertThat(listed(List.of(), raised(50), cleared(50)), contains("RAISED 50", "CLEARED 50"));
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(false)));
        assertThat(listed(List.of()), is(empty()));
    }

    @Test
    void theRecordOfAnAlertThatWasPolledIsTheSameEvent() {
        listed(List.of());
        assertThat(listed(List.of(50)), contains("RAISED 50"));
        UnitEvent late = raised(50);
        assertThat(listed(List.of(50), late), is(empty()));
        assertThat("the record knows when it began", values, hasEntry(ALERTS_SINCE, Value.of(late.time())));
        assertThat(listed(List.of()), contains("CLEARED 50"));
        assertThat(listed(List.of(), cleared(50)), is(empty()));
    }

    @Test
    void bothRecordsMayComeAfterTheAlertWasPolledAndGone() {
        listed(List.of());
        assertThat(listed(List.of(50)), contains("RAISED 50"));
        assertThat(listed(List.of()), contains("CLEARED 50"));
        assertThat(listed(List.of(), raised(50), cleared(50)), is(empty()));
        assertThat("the next one is another", listed(List.of(), raised(50), cleared(50)),
                contains("RAISED 50", "CLEARED 50"));
    }

    @Test
    void aListThatWasReadBeforeTheRecordIsNoEnd() {
        listed(List.of());
        assertThat(listed(List.of(), raised(50)), contains("RAISED 50"));
        assertThat(listed(List.of()), is(empty()));
        assertThat(listed(List.of(50)), is(empty()));
        assertThat(listed(List.of()), contains("CLEARED 50"));
    }

    @Test
    void aListThatWasReadBeforeTheEndIsNoBeginning() {
        listed(List.of());
        listed(List.of(50));
        assertThat(listed(List.of(50), cleared(50)), contains("CLEARED 50"));
        assertThat(listed(List.of(50)), is(empty()));
        assertThat(listed(List.of()), is(empty()));
        assertThat(listed(List.of(50)), contains("RAISED 50"));
    }

    @Test
    void anAlertWhoseEndWasNotRecordedGoesWithTheList() {
        listed(List.of());
        listed(List.of(), raised(50));
        pass(600);
        assertThat(listed(List.of()), contains("CLEARED 50"));
    }

    @Test
    void anAlertThatOnlyThePageTellsStandsUntilThePageClearsIt() {
        paged(0);
        assertThat(paged(0, raised(1001)), contains("RAISED 1001"));
        assertThat(values, hasEntry(ALERTS_CODE, Value.of(1001.0)));
        pass(3600);
        assertThat(paged(0), is(empty()));
        assertThat(paged(0, cleared(1001)), contains("CLEARED 1001"));
    }

    @Test
    void thePageMayLag() {
        paged(0);
        assertThat(paged(50), contains("RAISED 50"));
        assertThat(paged(0), contains("CLEARED 50"));
        pass(660);
        assertThat(paged(0, raised(50), cleared(50)), is(empty()));
    }

    @Test
    void whatWasRecordedWhileOpenHabWasAwayIsAnEventAtTheFirstSample() {
        assertThat(listed(List.of(127), cleared(2), raised(127)), contains("CLEARED 2", "RAISED 127"));
        assertThat(listed(List.of(127)), is(empty()));
        assertThat(listed(List.of()), contains("CLEARED 127"));
    }

    @Test
    void aClearingAtTheFirstSampleCountsThoughTheListLags() {
        assertThat(listed(List.of(2), cleared(2)), contains("CLEARED 2"));
        assertThat(listed(List.of()), is(empty()));
    }

    /** An alert of last year whose end the log does not tell. */
    @Test
    void anOldRecordIsNoAlertWhereTheListKnowsBetter() {
        UnitEvent old = new UnitEvent(Type.ALERT_RAISED, 36, SINCE, true, Map.of());
        assertThat(listed(List.of(), old), is(empty()));
        assertThat(values, hasEntry(ALERTS_ACTIVE, Value.of(false)));
        pass(600);
        assertThat(listed(List.of()), is(empty()));
    }

    @Test
    void anOldRecordKnowsSinceWhenAnAlertStands() {
        UnitEvent old = new UnitEvent(Type.ALERT_RAISED, 36, SINCE, true, Map.of());
        assertThat(listed(List.of(36), old), is(empty()));
        assertThat(values, hasEntry(ALERTS_SINCE, Value.of(SINCE)));
    }

    @Test
    void whatWasRecordedBeforeUsIsShownButNoEvent() {
        UnitEvent old = new UnitEvent(Type.ALERT_RAISED, 127, SINCE, true, Map.of());
        assertThat(paged(0, old), is(empty()));
        assertThat(values, is(Map.of(ALERTS_ACTIVE, Value.of(true), ALERTS_SINCE, Value.of(SINCE), ALERTS_CODE,
                Value.of(127.0))));
        assertThat(paged(0, cleared(127)), contains("CLEARED 127"));
    }
}
