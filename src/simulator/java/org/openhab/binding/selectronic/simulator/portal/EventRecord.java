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
package org.openhab.binding.selectronic.simulator.portal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Events that came and went.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class EventRecord {
    /** The portal's own event about a system that has not been heard of for a day. */
    static final int LOST_COMMUNICATION = 1001;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** Texts from published rows and lists of events. */
    private static final Map<Integer, String> TEXTS = Map.of(2, "Inverter - Low Battery Voltage Alert", 12,
            "Inverter - Low SoC Alert", 14, "Inverter - SoC Shutdown", 20, "Unit - Generator Fault", 50,
            "Unit - Instant Low DC Voltage Fault", LOST_COMMUNICATION,
            "Lost Communication - no updates for more than 24 hours.");

    private record Past(int code, Instant created, Instant cleared) {
    }

    private final Map<Integer, Instant> standing = new LinkedHashMap<>();
    private final List<Past> past = new ArrayList<>();

    /** These codes stand at the end of some seconds, and no others but the portal's own. */
    synchronized void see(List<Integer> codes, Instant from, Instant to) {
        for (int code : List.copyOf(standing.keySet())) {
            if (code != LOST_COMMUNICATION && !codes.contains(code)) {
                clear(code, to);
            }
        }
        codes.forEach(code -> raise(code, from));
    }

    synchronized void raise(int code, Instant when) {
        standing.putIfAbsent(code, when);
    }

    synchronized void clear(int code, Instant when) {
        Instant created = standing.remove(code);
        if (created != null) {
            past.add(new Past(code, created, when));
        }
    }

    synchronized List<EventRow> rows(ZoneId zone) {
        List<EventRow> rows = new ArrayList<>();
        past.forEach(event -> rows.add(row(event.code(), shown(event.created(), zone), shown(event.cleared(), zone))));
        standing.forEach((code, created) -> rows.add(row(code, shown(created, zone), "")));
        return rows;
    }

    private static EventRow row(int code, String created, String cleared) {
        return EventRow.of(Integer.toString(code), TEXTS.getOrDefault(code, "Unit - Event " + code), created, cleared);
    }

    private static String shown(Instant time, ZoneId zone) {
        return TIME.format(LocalDateTime.ofInstant(time, zone));
    }
}
