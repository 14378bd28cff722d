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
package org.openhab.binding.selectronic.workbench.screen;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Texts that take a given number of columns on a terminal. A character does not always take one: combining marks take
 * none, those of East Asia and pictures take two.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Columns {
    private static final String ELLIPSIS = "…";

    private Columns() {
    }

    /**
     * @param text a text without control characters
     * @return how many columns it takes
     */
    public static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = character >= 0x1100 && character <= 0x115F || character >= 0x2E80 && character <= 0xA4CF
                || character >= 0xAC00 && character <= 0xD7A3 || character >= 0xF900 && character <= 0xFAFF
                || character >= 0xFE30 && character <= 0xFE6F || character >= 0xFF00 && character <= 0xFF60
                || character >= 0x1F300 && character <= 0x1FAFF || character >= 0x20000 && character <= 0x3FFFD;
        return wide ? 2 : 1;
    }

    /**
     * @param text a text
     * @param columns how many columns it is to take at least
     * @return the text with blanks behind it
     */
    public static String left(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /**
     * @param text a text
     * @param columns how many columns it is to take at least
     * @return the text with blanks in front of it
     */
    public static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /**
     * @param text a text
     * @param columns how many columns it may take
     * @return the text, or the beginning of it if it takes more
     */
    public static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int room = columns - 1;
        for (int character : text.codePoints().toArray()) {
            room -= width(character);
            if (room < 0) {
                break;
            }
            cut.appendCodePoint(character);
        }
        return columns < 1 ? "" : cut.toString().stripTrailing() + ELLIPSIS;
    }

    /**
     * @param text a text
     * @param columns how many columns a line may take
     * @return the text in lines that end between words
     */
    public static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && width(line + " " + word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(cut(word, columns));
        }
        lines.add(line.toString());
        return lines;
    }
}
