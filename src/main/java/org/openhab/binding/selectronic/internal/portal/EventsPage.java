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
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Reads the table of events. Columns are found by their headings, as in one public client (LiveOne).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class EventsPage {
    /** Of this century: a year may have nine digits otherwise, and such a time cannot be shown. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("'20'uu-MM-dd HH:mm[:ss]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int MOST_ROWS = 5000;
    /** Text that a table may contain instead of rows. */
    private static final Pattern NONE = Pattern.compile("(?i)(no|there are no)\\b.{0,20}\\b(events|records|data)\\b.*");

    private EventsPage() {
    }

    /**
     * @param page the events page
     * @return the events, in the order of the page; rows that cannot be read are left out. Empty if there is no such
     *         table, or none of its rows can be read: then it is not known what has happened
     */
    static Optional<List<PortalEvent>> read(String page) {
        for (String table : Html.elements(page, "table")) {
            List<String> heads = Html.elements(table, "th").stream()
                    .map(head -> Html.text(head).toLowerCase(Locale.ROOT)).toList();
            int code = heads.indexOf("code");
            int created = heads.indexOf("created");
            int cleared = heads.indexOf("cleared");
            if (code < 0 || created < 0 || cleared < 0) {
                continue;
            }
            int rows = 0;
            List<PortalEvent> events = new ArrayList<>();
            // newest first, so only old events are left out
            List<String> reported = Html.elements(table, "tr");
            for (String row : reported.subList(0, Math.min(reported.size(), MOST_ROWS))) {
                List<String> cells = Html.elements(row, "td").stream().map(Html::text).toList();
                boolean none = cells.isEmpty() || cells.size() == 1 && NONE.matcher(cells.get(0)).matches();
                rows += none ? 0 : 1;
                if (cells.size() == heads.size()) {
                    event(cells.get(code), cells.get(created), cells.get(cleared)).ifPresent(events::add);
                }
            }
            return rows > 0 && events.isEmpty() ? Optional.empty() : Optional.of(events);
        }
        return Optional.empty();
    }

    private static Optional<PortalEvent> event(String code, String created, String cleared) {
        if (!code.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PortalEvent(Integer.parseInt(code), LocalDateTime.parse(created, TIME),
                    cleared.isEmpty() ? null : LocalDateTime.parse(cleared, TIME)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
