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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The last reading of a register.
 *
 * @param dimension what the register measures
 * @param unit the unit of its numbers, empty for none
 * @param value its value; unknown unless it was read and is available
 * @param finding whether there is a value, or why there is none
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record RegisterValue(RegisterDimension dimension, String unit, Value value, Finding finding) {
    /** Whether there is a value, or why there is none. */
    public enum Finding {
        READ(""),
        NOT_AVAILABLE("marked as not available by the inverter"),
        NOT_IN_MAP("not in the register map of this inverter"),
        NO_ANSWER("not answered by the inverter");

        private final String words;

        Finding(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * @param finding why there is no value
     * @return a register without a value
     */
    public static RegisterValue without(Finding finding) {
        return new RegisterValue(RegisterDimension.NUMBER, "", Value.UNKNOWN, finding);
    }

    /** @return the value with its unit, or why there is none */
    @Override
    public String toString() {
        return finding != Finding.READ ? finding.toString() : unit.isEmpty() ? value.toString() : value + " " + unit;
    }
}
