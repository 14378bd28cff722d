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

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.EventCodes;

/**
 * The events of one system that a reader has seen, limited for storage: the newest ones, because a gateway that was
 * disconnected reports late, and the alerts that were not cleared. Older events count as seen.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SeenEvents {
    /** More than a unit has in months. */
    private static final int MOST = 300;
    /** A time, a space, a code, and a star if it was not cleared. */
    private static final Pattern EVENT = Pattern.compile("(\\S{16,29}) (\\d{1,5})(\\*?)");

    /** Whether each was cleared, the newest first. */
    private final TreeMap<Key, Boolean> seen = new TreeMap<>(
            Comparator.comparing(Key::created).thenComparing(Key::code).reversed());
    private LocalDateTime olderAreSeen = LocalDateTime.MIN;
    private boolean looked;

    private record Key(LocalDateTime created, int code) {
        static Key of(PortalEvent event) {
            return new Key(event.created(), event.code());
        }
    }

    private SeenEvents() {
    }

    /**
     * @param noted what {@link #toString()} made, null for a reader that has seen nothing yet
     * @return the events seen; none if the text is not in this form
     */
    static SeenEvents parse(@Nullable String noted) {
        SeenEvents events = new SeenEvents();
        if (noted == null) {
            return events;
        }
        try {
            String[] parts = noted.split(";");
            if (!parts[0].isEmpty()) {
                events.olderAreSeen = LocalDateTime.parse(parts[0]);
            }
            for (int i = 1; i < parts.length; i++) {
                Matcher matcher = EVENT.matcher(parts[i]);
                if (!matcher.matches()) {
                    return new SeenEvents();
                }
                events.seen.put(new Key(LocalDateTime.parse(matcher.group(1)), Integer.parseInt(matcher.group(2))),
                        matcher.group(3).isEmpty());
            }
        } catch (DateTimeException e) {
            return new SeenEvents();
        }
        events.looked = true;
        return events;
    }

    /** @return whether the reader has read the page before, even if it was empty */
    boolean looked() {
        return looked;
    }

    /** @return whether the start of this event was seen */
    boolean raised(PortalEvent event) {
        return seen.containsKey(Key.of(event)) || !event.created().isAfter(olderAreSeen);
    }

    /** @return whether the end of this event was seen */
    boolean cleared(PortalEvent event) {
        Boolean cleared = seen.get(Key.of(event));
        return cleared == null ? !event.created().isAfter(olderAreSeen) : cleared;
    }

    /** Adds an event. One that was cleared stays cleared, even if an incomplete page shows otherwise. */
    void add(PortalEvent event) {
        looked = true;
        seen.merge(Key.of(event), event.cleared() != null, Boolean::logicalOr);
    }

    /** Removes the oldest events beyond the limit. */
    void forgetOldest() {
        looked = true;
        int kept = 0;
        for (Iterator<Map.Entry<Key, Boolean>> each = seen.entrySet().iterator(); each.hasNext();) {
            Map.Entry<Key, Boolean> event = each.next();
            boolean active = !event.getValue() && !EventCodes.isOneShot(event.getKey().code());
            if (kept < (active ? 2 * MOST : MOST)) {
                kept++;
            } else {
                LocalDateTime created = event.getKey().created();
                olderAreSeen = created.isAfter(olderAreSeen) ? created : olderAreSeen;
                each.remove();
            }
        }
    }

    @Override
    public String toString() {
        return (olderAreSeen.equals(LocalDateTime.MIN) ? "" : olderAreSeen) + seen.entrySet().stream().map(
                event -> ";" + event.getKey().created() + " " + event.getKey().code() + (event.getValue() ? "" : "*"))
                .collect(Collectors.joining());
    }
}
