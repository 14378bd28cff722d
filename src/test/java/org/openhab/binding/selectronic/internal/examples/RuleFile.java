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
package org.openhab.binding.selectronic.internal.examples;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Rules in openHAB's own language: names and triggers are read strictly, scripts as far as brackets and names go.
 *
 * @param names the names of the rules
 * @param items the items that triggers and scripts name
 * @param channels the channels that triggers name
 * @param things the things that triggers name
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record RuleFile(List<String> names, Set<String> items, Set<String> channels, Set<String> things) {

    private static final Pattern RULE = Pattern
            .compile("\\s*rule \"([^\"]+)\"\\nwhen\\n((?s:.+?))\\nthen\\n((?s:.+?))\\nend\\n");
    private static final Pattern TRIGGER = Pattern.compile("(?:Item|Member of) (?<item>\\w+) changed(?: from \\w+)?"
            + "(?: to \\w+)?|System started|Time cron \"(?:\\S+ ){5}\\S+\"|Channel \"(?<channel>[\\w:#-]+)\" triggered(?: \\w+)?"
            + "|Thing \"(?<thing>[\\w:-]+)\" changed(?: from \\w+)?(?: to \\w+)?");
    /** What the rules of a file share, at its beginning. */
    private static final Pattern VARIABLES = Pattern
            .compile("(?:import java\\.util\\.\\w+\\n)?(?:\\s*va[rl] [\\w<>, ]+ = (?:\\w+|\\w+\\([^()]*\\))\\n)+\\s*");
    /** What the example items are called. Words within texts and comments are gone before. */
    private static final Pattern ITEM = Pattern
            .compile("\\bSpPro\\w*|\\b[A-Z]\\w*(?=\\.(?:state|sendCommand|postUpdate)\\b)");

    /**
     * @param name the path of a {@code .rules} file
     * @return what it names
     */
    static RuleFile read(String name) {
        String text = Example.text(name).replaceAll("(?m)^\\s*//.*\\n", "");
        RuleFile file = new RuleFile(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>(),
                new LinkedHashSet<>());
        Matcher variables = VARIABLES.matcher(text);
        int end = variables.lookingAt() ? variables.end() : 0;
        Matcher rule = RULE.matcher(text).region(end, text.length());
        while (rule.find()) {
            if (rule.start() != end) {
                break;
            }
            end = rule.end();
            file.names.add(rule.group(1));
            file.triggers(name, rule.group(2));
            file.items.addAll(items(name, rule.group(3)));
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException(name + " has something that is no rule:" + text.substring(end));
        }
        return file;
    }

    private void triggers(String name, String text) {
        for (String trigger : text.strip().split(" or\\n\\s*")) {
            Matcher matcher = TRIGGER.matcher(trigger.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(name + " has a trigger that openHAB does not know: " + trigger);
            }
            add(matcher, "item", items);
            add(matcher, "channel", channels);
            add(matcher, "thing", things);
        }
    }

    private static void add(Matcher matcher, String group, Set<String> names) {
        String found = matcher.group(group);
        if (found != null) {
            names.add(found);
        }
    }

    /**
     * @param name where the script is from
     * @param script a script
     * @return the items that it names
     */
    static List<String> items(String name, String script) {
        String bare = script.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"\"");
        balanced(name, bare);
        return ITEM.matcher(bare).results().map(MatchResult::group).distinct().toList();
    }

    private static void balanced(String name, String script) {
        StringBuilder open = new StringBuilder();
        for (char c : script.toCharArray()) {
            int closes = ")]}".indexOf(c);
            if ("([{".indexOf(c) >= 0) {
                open.append(c);
            } else if (closes >= 0) {
                if (open.isEmpty() || open.charAt(open.length() - 1) != "([{".charAt(closes)) {
                    throw new IllegalArgumentException(name + " has a bracket too many: " + script);
                }
                open.setLength(open.length() - 1);
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(name + " has a bracket that is not closed: " + script);
        }
    }
}
