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

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Reads as much of HTML as tables need: elements that are closed and do not hold one of their own kind.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Html {
    private Html() {
    }

    /**
     * @param html a page or a part of one
     * @param tag the name of an element in lower case
     * @return what stands within each such element, in order; nothing of one that is not closed
     */
    static List<String> elements(String html, String tag) {
        List<String> found = new ArrayList<>();
        String end = "</" + tag + ">";
        int at = html.indexOf("<" + tag);
        while (at >= 0) {
            int behind = at + tag.length() + 1;
            boolean whole = behind < html.length() && (html.charAt(behind) == '>' || isBlank(html.charAt(behind)));
            int open = whole ? html.indexOf('>', behind) : -1;
            int close = open < 0 ? -1 : html.indexOf(end, open);
            if (whole && close < 0) {
                break;
            }
            if (whole) {
                found.add(html.substring(open + 1, close));
            }
            at = html.indexOf("<" + tag, whole ? close : behind);
        }
        return found;
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character);
    }

    /**
     * @param html a part of a page
     * @return its text in one line, without elements
     */
    static String text(String html) {
        return html.replaceAll("<[^<>]*>", " ").replace("&nbsp;", " ").replace("&amp;", "&").replaceAll("\\s+", " ")
                .strip();
    }
}
