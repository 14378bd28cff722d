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

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.memory.ProcessImage;
import org.openhab.binding.selectronic.simulator.memory.Register;

/**
 * Where the logs lie in the memory of a unit: records in flash, headers and versions among the live values, the
 * interval among the settings.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class LogMemory {
    private static final int FLASH = 0x68000;
    private static final int FLASH_END = 0xF8000;
    private static final int ERASED = 0xFFFF;

    private final List<LogRing> rings;
    private final Map<LogKind, Integer> formats = new EnumMap<>(LogKind.class);
    private int minutes;
    private int written = -1;
    private @Nullable ProcessImage image;

    LogMemory(List<LogRing> rings, int minutes) {
        this.rings = rings;
        this.minutes = minutes;
        for (LogKind kind : LogKind.values()) {
            formats.put(kind, kind.format());
        }
    }

    static boolean inFlash(int address) {
        return address >= FLASH && address < FLASH_END;
    }

    /** The word at an address in flash. */
    int word(int address) {
        for (LogRing ring : rings) {
            if (ring.holds(address)) {
                return ring.word(address);
            }
        }
        return ERASED;
    }

    void setMinutes(int newMinutes) {
        minutes = newMinutes;
        written = -1;
    }

    void setFormat(LogKind kind, int version) {
        formats.put(kind, version);
        written = -1;
    }

    /** Writes what is not in flash, unless the memory holds it already. */
    void write(ProcessImage into) {
        int changes = rings.stream().mapToInt(LogRing::changes).sum();
        if (into == image && changes == written) {
            return;
        }
        for (LogRing ring : rings) {
            int[] header = ring.header();
            for (int i = 0; i < header.length; i++) {
                into.setWord(ring.kind().header() + i, header[i]);
            }
        }
        formats.forEach((kind, version) -> into.setWord(kind.formatAddress(), version));
        into.set(Register.LOG_INTERVAL, minutes);
        image = into;
        written = changes;
    }
}
