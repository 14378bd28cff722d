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
package org.openhab.binding.selectronic.simulator.log;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The four logs of a unit: where header and version of the format lie, how long a record is, and where its scale
 * factors are (public clients of the native protocol; flash addresses from published record addresses).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum LogKind {
    /** Faults and their end, with an electrical snapshot. */
    ALERTS(0xA266, 36, 0xA00A, 3, RingLayout.of(0xE8000, 2, 1), 32, 34, 35),
    /** Changes of state. */
    OPERATIONS(0xA2A7, 36, 0xA00A, 3, RingLayout.of(0xD8000, 2, 1), 32, 34, 35),
    /** A record at 23:59:59 of each day. */
    DAILY(0xA2E8, 36, 0xA00C, 5, RingLayout.of(0xC8000, 2, 1), 30, 31, 32, 33, 34),
    /** Means of some minutes. */
    DETAILED(0xA335, 44, 0xA00B, 3, RingLayout.of(0x68000, 12, 8), 39, 40, 41, 42, 43);

    private final int header;
    private final int recordWords;
    private final int formatAddress;
    private final int format;
    private final RingLayout layout;
    private final List<Integer> scaleWords;

    LogKind(int header, int recordWords, int formatAddress, int format, RingLayout layout, Integer... scaleWords) {
        this.header = header;
        this.recordWords = recordWords;
        this.formatAddress = formatAddress;
        this.format = format;
        this.layout = layout;
        this.scaleWords = List.of(scaleWords);
    }

    /** Address of the header: sectors, words of a record, address of the newest (low word first), records. */
    public int header() {
        return header;
    }

    public int recordWords() {
        return recordWords;
    }

    /** Address of the version of the format. Alerts and operations share it. */
    public int formatAddress() {
        return formatAddress;
    }

    /** Version of the format that is written here. */
    public int format() {
        return format;
    }

    /** Where a real unit keeps it. */
    public RingLayout layout() {
        return layout;
    }

    /** Words of a record that hold a scale factor. */
    public List<Integer> scaleWords() {
        return scaleWords;
    }
}
