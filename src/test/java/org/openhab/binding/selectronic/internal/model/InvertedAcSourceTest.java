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
package org.openhab.binding.selectronic.internal.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.LogSource.Entry;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;

/**
 * An AC source that is counted with the opposite sign: live, in events, in records and in logs, and nothing else with
 * it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class InvertedAcSourceTest {
    private static final Instant NOON = Instant.parse("2026-01-20T01:00:00Z");
    private static final Value IN = Value.of(700.0), OUT = Value.of(-700.0);
    private static final UnitEvent EVENT = new UnitEvent(UnitEvent.Type.OPERATION, 149, NOON, false,
            Map.of(AC_SOURCE_POWER, IN, LOAD_POWER, IN, INVERTER_MODE, Value.of("SYNC")));
    private static final UnitEvent INVERTED = new UnitEvent(UnitEvent.Type.OPERATION, 149, NOON, false,
            Map.of(AC_SOURCE_POWER, OUT, LOAD_POWER, IN, INVERTER_MODE, Value.of("SYNC")));

    @Test
    void aSampleAndItsEvents() {
        Sample sample = new Sample(ConnectionType.SERIAL, NOON, null, Duration.ZERO,
                Map.of(AC_SOURCE_POWER, IN, LOAD_POWER, IN, AC_SOURCE_VOLTAGE, Value.UNKNOWN), List.of(EVENT));
        Sample inverted = sample.withInvertedAcSource();
        assertThat(inverted.values(),
                is(Map.of(AC_SOURCE_POWER, OUT, LOAD_POWER, IN, AC_SOURCE_VOLTAGE, Value.UNKNOWN)));
        assertThat(inverted.events(), is(List.of(INVERTED)));
        assertThat(inverted.withInvertedAcSource(), is(sample));
        Sample unknown = new Sample(ConnectionType.SERIAL, NOON, null, Duration.ZERO,
                Map.of(AC_SOURCE_POWER, Value.UNKNOWN));
        assertThat(unknown.withInvertedAcSource(), is(unknown));
    }

    @Test
    void aRecord() {
        HistoryRecord record = new HistoryRecord(NOON, NOON.plusSeconds(900),
                Map.of(HISTORY_AC_SOURCE_POWER, 700.0, HISTORY_LOAD_POWER, 700.0));
        HistoryPortion portion = new HistoryPortion(List.of(record), HistoryPosition.BEGINNING, 3, Optional.empty());
        assertThat(portion.withInvertedAcSource(),
                is(new HistoryPortion(
                        List.of(new HistoryRecord(NOON, NOON.plusSeconds(900),
                                Map.of(HISTORY_AC_SOURCE_POWER, -700.0, HISTORY_LOAD_POWER, 700.0))),
                        HistoryPosition.BEGINNING, 3, Optional.empty())));
        HistoryRecord without = new HistoryRecord(NOON, NOON.plusSeconds(900), Map.of(HISTORY_LOAD_POWER, 700.0));
        assertThat(without.withInvertedAcSource(), is(without));
    }

    @Test
    void aLogThatIsOpened() {
        Excerpt excerpt = new Excerpt(3, true,
                List.of(new Entry(Optional.of(NOON), Optional.of(EVENT), Map.of(), "0001"),
                        new Entry(Optional.of(NOON), Optional.empty(), Map.of(HISTORY_AC_SOURCE_POWER, IN), "0002")));
        assertThat(excerpt.withInvertedAcSource().entries(),
                is(List.of(new Entry(Optional.of(NOON), Optional.of(INVERTED), Map.of(), "0001"),
                        new Entry(Optional.of(NOON), Optional.empty(), Map.of(HISTORY_AC_SOURCE_POWER, OUT), "0002"))));
    }
}
