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

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The value of one quantity. Absence is not a value: a quantity that was not reported is not in the sample at all.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public sealed interface Value {
    /** The device reported that the value is not available, or reported something that is not a value. */
    Value UNKNOWN = new Unknown();

    /**
     * A finite number in the unit of its quantity.
     *
     * @param number the number, in the unit that the {@link Quantity} names
     */
    record Numeric(double number) implements Value {
        /** @throws IllegalArgumentException if the number is not finite: that is {@link Value#UNKNOWN} */
        public Numeric {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not finite: " + number);
            }
        }

        @Override
        public String toString() {
            return Double.toString(number);
        }
    }

    /**
     * A text, or the upper-case name of a state.
     *
     * @param text the text
     */
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * On or off.
     *
     * @param on whether it is on
     */
    record Flag(boolean on) implements Value {
        @Override
        public String toString() {
            return on ? "ON" : "OFF";
        }
    }

    /**
     * A moment.
     *
     * @param instant the moment
     */
    record Moment(Instant instant) implements Value {
        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /**
     * Alerts by their codes; their texts are added where the language of the owner is known.
     *
     * @param codes the codes, in the order of the device
     */
    record Alerts(List<Integer> codes) implements Value {
        /** Copies the list. */
        public Alerts {
            codes = List.copyOf(codes);
        }

        @Override
        public String toString() {
            return codes.toString();
        }
    }

    /**
     * A text in the language of the owner. It is created when it is shown, since the language can change.
     *
     * @param words creates the text
     */
    record Words(Provider<String> words) implements Value {
        @Override
        public String toString() {
            return words.get();
        }
    }

    /** Known to be unavailable. */
    record Unknown() implements Value {
        @Override
        public String toString() {
            return "unknown";
        }
    }

    /**
     * @param number any number
     * @return the value, {@link #UNKNOWN} if the number is not finite
     */
    static Value of(double number) {
        return Double.isFinite(number) ? new Numeric(number) : UNKNOWN;
    }

    /**
     * @param on whether it is on
     * @return the value
     */
    static Value of(boolean on) {
        return new Flag(on);
    }

    /**
     * @param text a text
     * @return the value
     */
    static Value of(String text) {
        return new Text(text);
    }

    /**
     * @param instant a moment
     * @return the value
     */
    static Value of(Instant instant) {
        return new Moment(instant);
    }
}
