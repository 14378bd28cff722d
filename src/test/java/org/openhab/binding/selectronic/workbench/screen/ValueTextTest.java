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
package org.openhab.binding.selectronic.workbench.screen;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.library.unit.Units;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/**
 * How states are written.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ValueTextTest {

    private static String shown(Locale locale, @Nullable String pattern, State state) {
        ValueText values = new ValueText(Objects.requireNonNull(mock(Labels.class)), locale, ZoneOffset.ofHours(10));
        ValueText.Shown shown = values.shown(pattern, state,
                value -> Map.of("RUNNING", "Läuft").getOrDefault(value, value));
        return shown.text() + "|" + shown.unit();
    }

    @Test
    void quantitiesHaveAUnit() {
        assertThat(shown(Locale.ENGLISH, "%.1f %unit%", new QuantityType<>(27.5625, Units.KILOWATT_HOUR)),
                is("27.6|kWh"));
        assertThat(shown(Locale.GERMAN, "%.1f %unit%", new QuantityType<>(27.5625, Units.KILOWATT_HOUR)),
                is("27,6|kWh"));
        assertThat(shown(Locale.GERMAN, "%.1f %%", new QuantityType<>(96.05859375, Units.PERCENT)), is("96,1|%"));
        assertThat(shown(Locale.ENGLISH, "%.0f %unit%", new QuantityType<>(-4.7, Units.WATT)), is("-5|W"));
        assertThat(shown(Locale.ENGLISH, null, new QuantityType<>(3, Units.WATT)), is("3|W"));
    }

    @Test
    void zeroHasNoSign() {
        assertThat(shown(Locale.ENGLISH, "%.0f %unit%", new QuantityType<>(-0.3, Units.WATT)), is("0|W"));
    }

    @Test
    void otherStatesHaveNone() {
        assertThat(shown(Locale.ENGLISH, "%d", new DecimalType("50")), is("50|"));
        assertThat(shown(Locale.ENGLISH, null, OnOffType.ON), is("ON|"));
        assertThat(shown(Locale.GERMAN, null, new StringType("RUNNING")), is("Läuft|"));
        assertThat(shown(Locale.GERMAN, null, new StringType("CODE 99")), is("CODE 99|"));
        assertThat(shown(Locale.ENGLISH, "%1$tF %1$tT", new DateTimeType(Instant.parse("2025-03-20T09:35:13Z"))),
                is("2025-03-20 19:35:13|"));
        assertThat(shown(Locale.ENGLISH, "%.0f %unit%", UnDefType.UNDEF), is("–|"));
    }
}
