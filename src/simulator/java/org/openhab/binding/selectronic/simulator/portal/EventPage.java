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

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The page of events: a table, newest first, in the form that LiveOne has published of it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class EventPage {
    static final List<String> COLUMNS = List.of(EventRow.TYPE, EventRow.CODE, EventRow.DESCRIPTION, EventRow.CREATED,
            EventRow.CLEARED);

    private EventPage() {
    }

    static String of(List<EventRow> rows, List<String> columns) {
        String body = rows.stream().sorted(Comparator.comparing(EventPage::created).reversed())
                .map(row -> row(row, columns)).collect(Collectors.joining());
        return HtmlPages.page("""
                <ul>
                <li><a href="/systems">Systems</a></li>
                <li><a href="/myprofile">My Profile</a></li>
                <li><a href="/logout">Logout</a></li>
                </ul>
                <h4>Events History</h4>
                <table class="table table-hover table-responsive table-striped">
                <thead>
                <tr>%s</tr>
                </thead>
                <tbody>
                %s</tbody>
                </table>
                """.formatted(columns.stream().map(column -> "<th" + style(column) + ">" + column + "</th>")
                .collect(Collectors.joining()), body));
    }

    private static String row(EventRow row, List<String> columns) {
        return columns.stream().filter(row.cells()::containsKey)
                .map(column -> "<td" + style(column) + ">" + content(row, column) + "</td>\n")
                .collect(Collectors.joining("", "<tr>\n", "</tr>\n"));
    }

    private static String content(EventRow row, String column) {
        String text = row.cells().getOrDefault(column, "");
        return column.equals(EventRow.TYPE) ? "<span class=\"" + ("glyphicon " + text).strip() + "\"></span>"
                : HtmlPages.escaped(text);
    }

    private static String style(String column) {
        return column.equals(EventRow.CODE) || column.equals(EventRow.CLEARED) ? " class=\"hidden-xs\"" : "";
    }

    private static String created(EventRow row) {
        return row.cells().getOrDefault(EventRow.CREATED, "");
    }
}
