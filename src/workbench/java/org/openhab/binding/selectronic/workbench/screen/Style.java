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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a text stands out on a terminal.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Style {
    PLAIN(""),
    HEADING("1;36"),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    BAD("1;31"),
    WAITING("33"),
    EVENT("1;35");

    private static final String ESCAPE = "\u001b[";
    private static final boolean COLOURLESS = System.getenv("NO_COLOR") != null;

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /**
     * @param text a text
     * @return the text with the terminal's codes around it
     */
    public String of(String text) {
        return code.isEmpty() || text.isEmpty() || COLOURLESS ? text : ESCAPE + code + "m" + text + ESCAPE + "m";
    }
}
