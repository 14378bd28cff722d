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
package org.openhab.binding.selectronic.internal.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.EventCodes;
import org.openhab.binding.selectronic.internal.model.NewEvents;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;

/**
 * Holds the last events page of one system and determines the new events for each reader. On the first read, only the
 * newest event and the active alerts are reported, marked as old. Later events are also marked as old if they happened
 * more than a day ago, so that neither a long absence nor an incomplete page reports a whole year as new.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class EventLog {
    private static final Duration NEWS = Duration.ofDays(1);

    private final String key;
    private List<PortalEvent> page = List.of();
    /** Storage of each reader that has received all events of this page. */
    private final Map<String, String> done = new HashMap<>();

    /** @param system the number of the system, used as storage key for the events that readers have seen */
    EventLog(String system) {
        this.key = "events " + system;
    }

    /** @param page all events of the page, newest first */
    void read(List<PortalEvent> page) {
        this.page = page;
        done.clear();
    }

    /**
     * @param readers the storage of each reader, by its name
     * @param zone the zone of the account
     * @param now the time of day
     * @return the events that are new to each reader, by its name
     */
    Map<String, NewEvents> newEvents(Map<String, TextStorage> readers, ZoneId zone, Instant now) {
        Map<String, NewEvents> newEvents = new HashMap<>();
        readers.forEach((reader, storage) -> {
            @Nullable
            String stored = storage.get(key);
            if (stored == null || !stored.equals(done.get(reader))) {
                SeenEvents seen = SeenEvents.parse(stored);
                List<UnitEvent> events = newEvents(seen, zone, now);
                done.put(reader, seen.toString());
                newEvents.put(reader, new NewEvents(events, Map.of(key, seen.toString())));
            }
        });
        return newEvents;
    }

    /** @return the codes of the alerts that are active according to the page, the newest first */
    List<Integer> activeAlerts() {
        return page.stream().filter(event -> event.cleared() == null).map(PortalEvent::code)
                .filter(code -> !EventCodes.isOneShot(code)).distinct().toList();
    }

    private List<UnitEvent> newEvents(SeenEvents seen, ZoneId zone, Instant now) {
        boolean looked = seen.looked();
        List<UnitEvent> newEvents = new ArrayList<>();
        @Nullable
        Instant before = null;
        // oldest first, because only the order distinguishes the repeated hour at the end of daylight saving time
        for (int i = page.size() - 1; i >= 0; i--) {
            PortalEvent event = page.get(i);
            Instant raised = instant(event.created(), zone, before);
            before = raised;
            LocalDateTime end = event.cleared();
            @Nullable
            Boolean wasCleared = looked ? seen.cleared(event) : i > 0 && end != null ? Boolean.TRUE : null;
            if (wasCleared == null) {
                newEvents.add(event(Type.ALERT_RAISED, event.code(), raised, !looked, now));
            }
            if (end != null && !Boolean.TRUE.equals(wasCleared)) {
                newEvents.add(event(Type.ALERT_CLEARED, event.code(), instant(end, zone, raised), !looked, now));
            }
            seen.add(event);
        }
        seen.forgetOldest();
        newEvents.sort(Comparator.comparing(UnitEvent::time));
        return newEvents;
    }

    private static UnitEvent event(Type type, int code, Instant time, boolean old, Instant now) {
        return new UnitEvent(type, code, time, old || time.isBefore(now.minus(NEWS)), Map.of());
    }

    /**
     * Converts local time. A time skipped by the zone is moved by the length of the gap; of two instants with the same
     * local time, the first that is not before the given one is taken.
     */
    static Instant instant(LocalDateTime local, ZoneId zone, @Nullable Instant before) {
        ZonedDateTime first = local.atZone(zone);
        return before != null && first.toInstant().isBefore(before) ? first.withLaterOffsetAtOverlap().toInstant()
                : first.toInstant();
    }
}
