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
package org.openhab.binding.selectronic.internal.history;

import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;

/**
 * One entry of a series.
 *
 * @param time its time: the beginning of the interval or hour that a mean or an energy belongs to, the end of
 *            the interval for a state of charge
 * @param number in the unit of its quantity
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Point(Instant time, double number) {
    /** Returns the entry of a recorded interval. */
    static Point of(Quantity quantity, HistoryRecord interval, double number) {
        return new Point(quantity.form() == ChannelForm.HISTORY_STATE_OF_CHARGE ? interval.end() : interval.start(),
                number);
    }
}
