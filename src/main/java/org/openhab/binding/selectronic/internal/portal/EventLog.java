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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;

/**
 * Tells what is new on the events page of one system. At the first look only the newest event and those that stand are
 * told, as old ones. What turns up later is old too if it began long before that, so that a page that was not whole at
 * the first look makes no news of a whole year.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class EventLog {
    /** A box that was cut off tells late. */
    private static final Duration LATE = Duration.ofDays(1);
    /** More than a page has. */
    private static final int MOST_SEEN = 10_000;
    /** The events that were seen, and whether they were cleared then. */
    private final Map<Seen, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Seen, Boolean> eldest) {
            return size() > MOST_SEEN;
        }
    };
    private @Nullable Instant firstLook;

    private record Seen(int code, LocalDateTime created) {
    }

    /**
     * @param page all events of the page, newest first
     * @param zone the zone of the account
     * @param now the time of day
     * @return what is new, in the order of time
     */
    List<UnitEvent> news(List<PortalEvent> page, ZoneId zone, Instant now) {
        boolean looked = firstLook != null;
        List<UnitEvent> news = new ArrayList<>();
        @Nullable
        Instant before = null;
        // from the oldest, since only the order tells the two hours of an autumn night apart
        for (int i = page.size() - 1; i >= 0; i--) {
            PortalEvent event = page.get(i);
            Instant raised = instant(event.created(), zone, before);
            before = raised;
            boolean cleared = event.cleared() != null;
            Boolean known = seen.put(new Seen(event.code(), event.created()), cleared);
            if (looked ? known == null : i == 0 || !cleared) {
                news.add(event(Type.ALERT_RAISED, event.code(), raised));
            }
            LocalDateTime end = event.cleared();
            if (end != null && (looked ? known == null || !known : i == 0)) {
                news.add(event(Type.ALERT_CLEARED, event.code(), instant(end, zone, raised)));
            }
        }
        firstLook = looked ? firstLook : now;
        news.sort(Comparator.comparing(UnitEvent::time));
        return news;
    }

    private UnitEvent event(Type type, int code, Instant time) {
        Instant since = firstLook;
        return new UnitEvent(type, code, time, since == null || time.isBefore(since.minus(LATE)), Map.of());
    }

    /**
     * A time that the zone leaves out is moved by what it leaves out; of two moments with the same name the first that
     * is not before the one given.
     */
    static Instant instant(LocalDateTime local, ZoneId zone, @Nullable Instant before) {
        ZonedDateTime first = local.atZone(zone);
        return before != null && first.toInstant().isBefore(before)
                ? first.withLaterOffsetAtOverlap().toInstant()
                : first.toInstant();
    }
}
