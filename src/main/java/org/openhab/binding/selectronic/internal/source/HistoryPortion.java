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
package org.openhab.binding.selectronic.internal.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;

/**
 * A portion of the recorded data.
 *
 * @param records the records, oldest first, at most one day; may be empty
 * @param position the end of the portion, used to request the next one
 * @param left approximate number of remaining records, 0 if there are no more at the moment
 * @param lost the period that was overwritten before it was read, empty if there is none
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HistoryPortion(List<HistoryRecord> records, HistoryPosition position, int left, Optional<Lost> lost) {
    /** Copies the list. */
    public HistoryPortion {
        records = List.copyOf(records);
    }

    /** @return the same portion with the opposite sign of the AC source, for one that is wired in reverse */
    public HistoryPortion withInvertedAcSource() {
        return new HistoryPortion(records.stream().map(HistoryRecord::withInvertedAcSource).toList(), position, left,
                lost);
    }

    /**
     * A period of the recorded data that is no longer available.
     *
     * @param from the end of the last record that was read
     * @param to the start of the oldest record still available, which has no energies: they are counted from the record
     *            before it
     */
    public record Lost(Instant from, Instant to) {
    }
}
