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
 * A portion of what was recorded.
 *
 * @param records the records, oldest first, of one day at most; may be empty
 * @param position where the portion ends, to ask for the next
 * @param left about how many records are still to come, 0 if there is nothing more for the time being
 * @param lost what was overwritten before it was read, empty for nothing
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HistoryPortion(List<HistoryRecord> records, HistoryPosition position, int left, Optional<Lost> lost) {
    /** Keeps a copy. */
    public HistoryPortion {
        records = List.copyOf(records);
    }

    /** @return the same of an AC source that is wired the other way round */
    public HistoryPortion withInvertedAcSource() {
        return new HistoryPortion(records.stream().map(HistoryRecord::withInvertedAcSource).toList(), position, left,
                lost);
    }

    /**
     * A part of the record that is gone.
     *
     * @param from the end of the last record that was read
     * @param to the beginning of the oldest that is still there
     */
    public record Lost(Instant from, Instant to) {
    }
}
