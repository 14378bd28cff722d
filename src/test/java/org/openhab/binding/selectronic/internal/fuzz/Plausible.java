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
package org.openhab.binding.selectronic.internal.fuzz;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Reset;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * What holds for everything that a decoder lets through, whatever the bytes were.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Plausible {
    private static final List<ZoneOffset> ENDS_OF_THE_EARTH = List.of(ZoneOffset.ofHours(14), ZoneOffset.ofHours(-12));
    /** A status shows such a text, so it is one line and not a page. */
    private static final int LONG = 200;

    private Plausible() {
    }

    /** Counters are never negative, a charge is a share, and a moment can be shown wherever on earth. */
    public static void values(Map<Quantity, Value> values) {
        values.forEach((quantity, value) -> {
            if (value instanceof Value.Numeric numeric) {
                double number = numeric.number();
                assertThat(quantity.name(), Double.isFinite(number), is(true));
                if (quantity.reset() != Reset.NONE) {
                    assertThat(quantity.name(), number, is(greaterThanOrEqualTo(0.0)));
                }
                if (quantity == Quantity.BATTERY_STATE_OF_CHARGE) {
                    assertThat(quantity.name(), number,
                            is(both(greaterThanOrEqualTo(0.0)).and(lessThanOrEqualTo(100.0))));
                }
            } else if (value instanceof Value.Moment moment) {
                canBeShown(moment.instant());
            } else if (value instanceof Value.Text text) {
                text(text.text());
            }
        });
    }

    /** Numbers are finite, energies not negative, a charge is a share, and the interval is one that can be shown. */
    public static void record(HistoryRecord history) {
        canBeShown(history.start());
        canBeShown(history.end());
        history.values().forEach((quantity, number) -> {
            assertThat(quantity.name(), Double.isFinite(number), is(true));
            assertThat(quantity.name(), quantity.group(), is("history"));
            if (quantity.form() == ChannelForm.HISTORY_ENERGY) {
                assertThat(quantity.name(), number, is(greaterThanOrEqualTo(0.0)));
            } else if (quantity == Quantity.HISTORY_STATE_OF_CHARGE) {
                assertThat(quantity.name(), number, is(both(greaterThanOrEqualTo(0.0)).and(lessThanOrEqualTo(100.0))));
            }
        });
    }

    /** What is shown with an event is as good as what is polled. */
    public static void event(UnitEvent event) {
        canBeShown(event.time());
        assertThat(event.toString(), event.code(), is(greaterThanOrEqualTo(0)));
        values(event.snapshot());
    }

    /** Who a unit is, is one line each, and its power is one. */
    public static void identity(Identity identity) {
        text(identity.serialNumber());
        text(identity.model());
        text(identity.firmware());
        text(identity.hardware());
        text(identity.solarSize());
        text(identity.batterySize());
        Double power = identity.ratedPower();
        assertThat(identity.toString(), power == null || power > 0 && Double.isFinite(power), is(true));
    }

    /** A text of the other side that may stand in a status or property: not empty, not long, one line. */
    public static void text(@Nullable String text) {
        if (text != null) {
            assertThat(text, text.isEmpty(), is(false));
            assertThat(text, text.length(), is(lessThan(LONG)));
            assertThat(text, text.chars().noneMatch(each -> each < ' ' || each == 0x7F), is(true));
        }
    }

    private static void canBeShown(Instant moment) {
        for (ZoneOffset offset : ENDS_OF_THE_EARTH) {
            assertThat(ZonedDateTime.ofInstant(moment, offset).toInstant(), is(moment));
        }
    }
}
