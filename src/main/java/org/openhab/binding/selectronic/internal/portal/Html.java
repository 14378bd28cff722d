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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.http.Reply;

/**
 * Reads the HTML that tables need: closed elements that do not contain another one of the same kind.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Html {
    private static final Pattern UNSEEN = Pattern
            .compile("(?is)<!--.*?(?:-->|\\z)|<(script|style|template)\\b.*?(?:</\\1\\s*>|\\z)");
    private static final String ATTRIBUTES = "(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+";
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\uFEFF\\u200B]+");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,6})|#[xX]([0-9a-fA-F]{1,5})|(\\w{2,6}));");
    private static final Map<String, String> ENTITIES = Map.of("nbsp", " ", "amp", "&", "lt", "<", "gt", ">", "quot",
            "\"", "apos", "'");

    private Html() {
    }

    /**
     * @param reply an answer
     * @return the page without the parts that a browser does not show
     */
    static String page(Reply reply) {
        return UNSEEN.matcher(new String(reply.body(), StandardCharsets.UTF_8)).replaceAll(" ");
    }

    /**
     * @param html a page or a part of one
     * @param tag the name of an element in lower case
     * @return the content of each such element, in order; unclosed elements are left out
     */
    static List<String> elements(String html, String tag) {
        List<String> found = new ArrayList<>();
        Matcher open = Pattern.compile("(?i)<" + tag + "(?=[\\s/>])" + ATTRIBUTES + ">").matcher(html);
        Matcher close = Pattern.compile("(?i)</" + tag + "\\s*>").matcher(html);
        int at = 0;
        while (open.find(at) && close.find(open.end())) {
            found.add(html.substring(open.end(), close.start()));
            at = close.end();
        }
        return found;
    }

    /**
     * @param html a part of a page
     * @return its text without elements, with single spaces
     */
    static String text(String html) {
        String text = ENTITY.matcher(TAG.matcher(html).replaceAll(" "))
                .replaceAll(found -> Matcher.quoteReplacement(character(found)));
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return ENTITIES.getOrDefault(entity.group(3), entity.group());
        }
        int code = entity.group(1) == null ? Integer.parseInt(entity.group(2), 16) : Integer.parseInt(entity.group(1));
        return Character.toString(code);
    }
}
