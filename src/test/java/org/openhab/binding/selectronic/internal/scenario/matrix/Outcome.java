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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What came of one cell.
 *
 * @param shown what the owner saw
 * @param text the English text of it, empty for none
 * @param offlineAfter how long after the beginning of the trouble it was shown, null if it was not
 * @param backAfter how long after its end all was well again, null where that is no matter
 * @param recordAfter how long after its end the record was whole, null where that is no matter
 * @param oldest how old values were at most while the inverter was ONLINE
 * @param isFreshnessTrue whether what was told of the age of values was true throughout
 * @param complaints what is not as it must be
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Outcome(String shown, String text, @Nullable Duration offlineAfter, @Nullable Duration backAfter,
        @Nullable Duration recordAfter, Duration oldest, boolean isFreshnessTrue, List<String> complaints) {
    /** What stands in the matrix. */
    String cell() {
        StringBuilder cell = new StringBuilder(complaints.isEmpty() ? "" : "WRONG ").append(shown);
        if (offlineAfter != null) {
            cell.append(' ').append(time(Objects.requireNonNull(offlineAfter)));
        }
        if (backAfter != null) {
            cell.append(", back ").append(time(Objects.requireNonNull(backAfter)));
        }
        if (recordAfter != null) {
            cell.append(", record ").append(time(Objects.requireNonNull(recordAfter)));
        }
        return cell.toString();
    }

    static String time(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        return seconds < 120 ? seconds + " s" : Math.round(seconds / 6.0) / 10.0 + " min";
    }
}
