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
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * How a unit logs.
 *
 * @param minutes interval of the detailed log: 1, 5, 10, 15 or 30
 * @param clearedAtMidnight whether the counters in a record of midnight are those of the new day. Which a real unit
 *            writes is not public.
 * @param layouts rings that differ from a real unit's
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record LogSettings(int minutes, boolean clearedAtMidnight, Map<LogKind, RingLayout> layouts) {

    private static final Set<Integer> INTERVALS = Set.of(1, 5, 10, 15, 30);

    /** As the units were that published records come from. */
    public static final LogSettings DEFAULT = new LogSettings(15, false, Map.of());

    public LogSettings {
        if (!INTERVALS.contains(minutes)) {
            throw new IllegalArgumentException("no unit logs every " + minutes + " minutes");
        }
        layouts = Map.copyOf(layouts);
    }

    public LogSettings withMinutes(int newMinutes) {
        return new LogSettings(newMinutes, clearedAtMidnight, layouts);
    }

    public LogSettings withClearedAtMidnight(boolean newClearedAtMidnight) {
        return new LogSettings(minutes, newClearedAtMidnight, layouts);
    }

    /** With sectors of another number and size, in the same place. */
    public LogSettings withSectors(LogKind kind, int sectors, int sectorWords, int advertised) {
        Map<LogKind, RingLayout> changed = new EnumMap<>(LogKind.class);
        changed.putAll(layouts);
        changed.put(kind, kind.layout().withSectors(sectors, sectorWords, advertised));
        return new LogSettings(minutes, clearedAtMidnight, changed);
    }

    /** Place and size of a ring. */
    public RingLayout layout(LogKind kind) {
        @Nullable
        RingLayout layout = layouts.get(kind);
        return layout == null ? kind.layout() : layout;
    }
}
