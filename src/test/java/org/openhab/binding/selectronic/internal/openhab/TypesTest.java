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
package org.openhab.binding.selectronic.internal.openhab;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;
import org.openhab.core.types.UnDefType;

/**
 * States without units, and series of states.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class TypesTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    @Test
    void statesPrintWhatTheyAre() {
        assertThat(new DecimalType(12.50).toString(), is("12.5"));
        assertThat(new DecimalType("1,234.5"), is(new DecimalType(1234.5)));
        assertThat(new DecimalType(7).format("%d runs"), is("7 runs"));
        assertThat(new StringType("ABSORB").toFullString(), is("ABSORB"));
        assertThat(new StringType(null), is(StringType.EMPTY));
        assertThat(OnOffType.from(true).toString(), is("ON"));
        assertThat(UnDefType.UNDEF.toString(), is("UNDEF"));
    }

    @Test
    void aStateIsTakenForItsOwnKindOnly() {
        State state = new StringType("x");
        assertThat(state.as(StringType.class), is(sameInstance(state)));
        assertThat(state.as(DecimalType.class), is(nullValue()));
    }

    @Test
    void aTimeIsAPointInTime() {
        Instant instant = Instant.parse("2026-04-04T15:30:00.250Z");
        assertThat(new DateTimeType(instant).getInstant(), is(instant));
        assertThat(new DateTimeType(ZonedDateTime.ofInstant(instant, SYDNEY)), is(new DateTimeType(instant)));
        assertThat(new DateTimeType(instant).toFullString(SYDNEY), is("2026-04-05T02:30:00.250+1100"));
        assertThat(new DateTimeType("2026-04-05T02:30:00.250+1100").getInstant(), is(instant));
        assertThat(new DateTimeType("2026-04-04T15:30:00.250Z").getInstant(), is(instant));
        assertThat(new DateTimeType(instant.plusNanos(1000)).toFullString(SYDNEY),
                is("2026-04-05T02:30:00.250001+1100"));
        assertThat(new DateTimeType(instant).format("%1$tH:%1$tM", SYDNEY), is("02:30"));
    }

    @Test
    void aSeriesIsInOrderAndHasOneStateForAnInstant() {
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        TimeSeries series = new TimeSeries(TimeSeries.Policy.REPLACE);
        assertThat(series.getBegin(), is(Instant.MAX));
        series.add(first.plusSeconds(60), new DecimalType(2));
        series.add(first, new DecimalType(1));
        series.add(first, new DecimalType(9));
        assertThat(series.size(), is(2));
        assertThat(series.getBegin(), is(first));
        assertThat(series.getEnd(), is(first.plusSeconds(60)));
        assertThat(series.getPolicy(), is(TimeSeries.Policy.REPLACE));
        assertThat(series.getStates().toList(), contains(new TimeSeries.Entry(first, new DecimalType(1)),
                new TimeSeries.Entry(first.plusSeconds(60), new DecimalType(2))));
    }
}
