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
 * <p>
 * Stored as the time up to which all events count as seen, if any, and for each event {@code ;time code}, with a star
 * if it was not cleared.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SeenEvents {
    /** More than a unit has in months. */
    private static final int MOST = 300;
    private static final Pattern EVENT = Pattern.compile("(\\S{16,29})( \\d{1,5})(\\*?)");

    /** Whether each was cleared, by time and code, the newest first: the order of the texts is that of the times. */
    private final TreeMap<String, Boolean> seen = new TreeMap<>(Comparator.reverseOrder());
    private String olderAreSeen = "";
    private boolean looked;

    /**
     * @param stored a result of {@link #toString()}, null for a reader that has seen nothing yet
     * @return the events seen; none if the text is not in this form
     */
    static SeenEvents parse(@Nullable String stored) {
        SeenEvents events = new SeenEvents();
        if (stored == null) {
            return events;
        }
        try {
            String[] parts = stored.split(";", -1);
            events.olderAreSeen = parts[0].isEmpty() ? "" : LocalDateTime.parse(parts[0]).toString();
            for (int i = 1; i < parts.length; i++) {
                Matcher event = EVENT.matcher(parts[i]);
                if (!event.matches()) {
                    return new SeenEvents();
                }
                events.seen.put(LocalDateTime.parse(event.group(1)) + event.group(2), event.group(3).isEmpty());
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

    /** @return whether the end of this event was seen, null if not even its start was seen */
    @Nullable
    Boolean cleared(PortalEvent event) {
        Boolean cleared = seen.get(key(event));
        boolean isOlder = event.created().toString().compareTo(olderAreSeen) <= 0;
        return cleared == null && isOlder ? Boolean.TRUE : cleared;
    }

    private static String key(PortalEvent event) {
        return event.created() + " " + event.code();
    }

    /** Adds an event. One that was cleared stays cleared, even if an incomplete page shows otherwise. */
    void add(PortalEvent event) {
        seen.merge(key(event), event.cleared() != null, Boolean::logicalOr);
    }

    /** Removes the oldest events beyond the limit. */
    void forgetOldest() {
        looked = true;
        int kept = 0;
        for (Iterator<Map.Entry<String, Boolean>> each = seen.entrySet().iterator(); each.hasNext();) {
            Map.Entry<String, Boolean> event = each.next();
            String[] parts = event.getKey().split(" ");
            boolean isActive = !event.getValue() && !EventCodes.isOneShot(Integer.parseInt(parts[1]));
            if (kept < (isActive ? 2 * MOST : MOST)) {
                kept++;
            } else {
                olderAreSeen = parts[0].compareTo(olderAreSeen) > 0 ? parts[0] : olderAreSeen;
                each.remove();
            }
        }
    }

    @Override
    public String toString() {
        return olderAreSeen + seen.entrySet().stream()
                .map(event -> ";" + event.getKey() + (event.getValue() ? "" : "*")).collect(Collectors.joining());
    }
}
