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
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Values recorded for one interval, by the unit in its log or by the portal.
 *
 * @param start the start of the interval
 * @param end its end, later than its start
 * @param values numbers of quantities of the group {@code history}, in their units and signs: powers are means over the
 *            interval; energies (kWh) flowed within the interval and are never negative; the state of charge is the one
 *            at
 *            the end; a quantity that was not recorded or is unknown is not a key
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HistoryRecord(Instant start, Instant end, Map<Quantity, Double> values) {
    /** @throws IllegalArgumentException if the interval does not end after it starts */
    public HistoryRecord {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("an interval from " + start + " to " + end);
        }
        values = Collections.unmodifiableMap(values);
    }

    /** @return the same record with the opposite sign of the AC source, for one that is wired in reverse */
    public HistoryRecord withInvertedAcSource() {
        @Nullable
        Double power = values.get(Quantity.HISTORY_AC_SOURCE_POWER);
        if (power == null) {
            return this;
        }
        Map<Quantity, Double> inverted = new EnumMap<>(values);
        inverted.put(Quantity.HISTORY_AC_SOURCE_POWER, 0 - power);
        return new HistoryRecord(start, end, inverted);
    }
}
