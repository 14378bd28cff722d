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

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.IllegalFormatException;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.library.types.StringType;
import org.openhab.core.thing.Channel;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/**
 * Writes states as their channels' patterns tell, in the owner's language.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ValueText {
    private static final String UNIT = "%unit%";
    private static final String UNKNOWN = "–";

    private final Labels labels;
    private final Locale locale;
    private final ZoneId zone;

    /**
     * A value in two parts, so that numbers can stand below each other.
     *
     * @param text the number, or all of the value if it is none
     * @param unit the unit, empty if there is none
     */
    public record Shown(String text, String unit) {
    }

    /**
     * @param labels what values are called
     * @param locale the owner's language
     * @param zone the owner's time zone
     */
    public ValueText(Labels labels, Locale locale, ZoneId zone) {
        this.labels = labels;
        this.locale = locale;
        this.zone = zone;
    }

    /**
     * @param channel a channel
     * @param state its state
     * @return the state as it is shown
     */
    public Shown of(Channel channel, State state) {
        return shown(labels.pattern(channel), state, value -> labels.option(channel, value));
    }

    interface Options {
        String name(String value);
    }

    Shown shown(@Nullable String pattern, State state, Options options) {
        if (state instanceof UnDefType) {
            return new Shown(UNKNOWN, "");
        } else if (state instanceof QuantityType<?> quantity) {
            String unit = quantity.getUnit().toString();
            String written = number(pattern == null ? "%s " + UNIT : pattern, quantity.toBigDecimal(), unit);
            return written.endsWith(unit)
                    ? new Shown(written.substring(0, written.length() - unit.length()).strip(), unit)
                    : new Shown(written, "");
        } else if (state instanceof DecimalType decimal) {
            return new Shown(number(pattern == null ? "%s" : pattern, decimal.toBigDecimal(), ""), "");
        } else if (state instanceof DateTimeType time) {
            return new Shown(
                    String.format(locale, pattern == null ? "%1$tF %1$tT" : pattern, time.getZonedDateTime(zone)), "");
        } else if (state instanceof StringType) {
            return new Shown(options.name(state.toString()), "");
        }
        return new Shown(state.toFullString(), "");
    }

    private String number(String pattern, BigDecimal number, String unit) {
        String withUnit = pattern.replace(UNIT, unit.replace("%", "%%"));
        try {
            return String.format(locale, withUnit,
                    pattern.contains("%d") ? number.toBigInteger() : positiveZero(number, pattern));
        } catch (IllegalFormatException e) {
            return number.toPlainString() + " " + unit;
        }
    }

    /** A number that rounds to zero has no sign. */
    private static BigDecimal positiveZero(BigDecimal number, String pattern) {
        boolean whole = pattern.contains("%.0f");
        return whole && number.abs().doubleValue() < 0.5 ? BigDecimal.ZERO : number;
    }
}
