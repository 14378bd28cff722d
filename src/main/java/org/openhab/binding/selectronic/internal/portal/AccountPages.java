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
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.HttpFailures;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.SerialNumber;

/**
 * Reads data of a system and of the account from the web pages. All of it is optional: missing data is unknown.
 * <p>
 * Source: labels and values of a system page from one public client (LiveOne). The layout of the profile has not been
 * published, only that the time zone is selected there.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AccountPages {
    private static final Pattern RATED_POWER = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?) ?kW\\b.*");
    private static final Pattern INLINE = Pattern.compile("(?i)</?(?:b|em|i|small|span|strong)(?=[\\s>])[^<>]*+>");
    private static final Pattern SERIAL_NUMBER = Pattern.compile("[1-9]\\d{3,9}");
    // possessive, because backtracking from each word of a long element would take hours
    private static final Pattern CELL = Pattern.compile("(?i)<div\\b([^<>]*+)>([^<>]*+)</div\\s*>");
    private static final Pattern CHOICE = Pattern.compile("(?i)<(?:option|(input))\\b([^<>]*+)>[^<>]*+");
    private static final Pattern SELECTED = Pattern.compile("(?i)\\sselected(?![\\w-])");
    private static final Pattern ZONE_FIELD = Pattern.compile("(?i)\\sname\\s*+=\\s*+[\"']?time[_-]?zone\\b");
    /** A zone as the value of an attribute or as the text of an option. */
    private static final Pattern ZONE = Pattern
            .compile("(?i)(?:\\bvalue\\s*+=\\s*+[\"']?|>\\s*+(?:\\([^()<>]*+\\)\\s*+)?)"
                    + "([A-Z][A-Z_]{1,30}(?:/[A-Z][A-Z0-9_+-]{0,30}){1,3}|UTC|GMT)(?![\\w/+-])");
    /** Limit of a text typed by an installer, e.g. about the battery. */
    private static final int LONGEST_TEXT = 100;
    private static final double WATTS_PER_KILOWATT = 1000;

    private AccountPages() {
    }

    /**
     * @param page the page of a system
     * @return the identity of the system; texts are as typed by the installer
     */
    static Identity identity(String page) {
        Map<String, String> values = new HashMap<>();
        // only innermost cells: a cell of an outer table is not a label
        List<String> cells = cells(page);
        for (int i = 0; i + 1 < cells.size(); i++) {
            values.putIfAbsent(cells.get(i).toLowerCase(Locale.ROOT).replace(" ", ""), cells.get(i + 1));
        }
        String serialNumber = SerialNumber.normal(values.get("spproserial:"));
        String rating = values.getOrDefault("spproratings:", "");
        Matcher watts = RATED_POWER.matcher(rating);
        return new Identity(serialNumber != null && SERIAL_NUMBER.matcher(serialNumber).matches() ? serialNumber : null,
                reported(values.get("sppromodel:")), null,
                watts.matches() ? Double.parseDouble(watts.group(1)) * WATTS_PER_KILOWATT : null, null, AcSource.AUTO,
                reported(values.get("solarsize:")), reported(values.get("batterysize:")));
    }

    private static List<String> cells(String page) {
        return CELL.matcher(INLINE.matcher(page).replaceAll("")).results()
                .filter(cell -> cell.group(1).toLowerCase(Locale.ROOT).contains("table-cell"))
                .map(cell -> HttpFailures.printable(Html.text(cell.group(2)))).toList();
    }

    private static @Nullable String reported(@Nullable String text) {
        // if a value is missing, the label of the next pair follows
        return text == null || text.isEmpty() || text.endsWith(":") || text.length() > LONGEST_TEXT ? null : text;
    }

    /**
     * @param page the profile of the account
     * @return the selected time zone, empty if it cannot be determined
     */
    static Optional<ZoneId> zone(String page) {
        Matcher choice = CHOICE.matcher(page);
        while (choice.find()) {
            Pattern mark = choice.group(1) == null ? SELECTED : ZONE_FIELD;
            Matcher value = ZONE.matcher(mark.matcher(choice.group(2)).find() ? choice.group() : "");
            while (value.find()) {
                try {
                    return Optional.of(ZoneId.of(value.group(1)));
                } catch (DateTimeException e) {
                    // something else was chosen there
                    continue;
                }
            }
        }
        return Optional.empty();
    }
}
