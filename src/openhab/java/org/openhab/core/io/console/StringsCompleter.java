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
package org.openhab.core.io.console;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * One of a number of words.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class StringsCompleter implements ConsoleCommandCompleter {
    private final SortedSet<String> strings;
    private final boolean caseSensitive;

    public StringsCompleter() {
        this(List.of(), false);
    }

    public StringsCompleter(Collection<String> strings, boolean caseSensitive) {
        this.strings = new TreeSet<>(caseSensitive ? String::compareTo : String.CASE_INSENSITIVE_ORDER);
        this.strings.addAll(strings);
        this.caseSensitive = caseSensitive;
    }

    public SortedSet<String> getStrings() {
        return strings;
    }

    /** Of the word that the cursor is in only what is before the cursor counts. */
    @Override
    public boolean complete(String[] args, int cursorArgumentIndex, int cursorPosition, List<String> candidates) {
        String begun = cursorArgumentIndex >= 0 && cursorArgumentIndex < args.length
                ? folded(args[cursorArgumentIndex].substring(0, cursorPosition))
                : "";
        int before = candidates.size();
        for (String string : strings) {
            if (folded(string).startsWith(begun)) {
                candidates.add(string + " ");
            }
        }
        return candidates.size() > before;
    }

    private String folded(String text) {
        return caseSensitive ? text : text.toLowerCase(Locale.ROOT);
    }
}
