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

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A terminal that is written on as a whole. What was on it before comes back at the end.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TerminalScreen implements AutoCloseable {
    private static final String ESCAPE = "\u001b[";
    private static final String OTHER_SCREEN = ESCAPE + "?1049h" + ESCAPE + "?25l";
    private static final String FIRST_SCREEN = ESCAPE + "?25h" + ESCAPE + "?1049l";
    private static final String HOME = ESCAPE + "H";
    private static final String END_OF_LINE = ESCAPE + "m" + ESCAPE + "K";
    private static final String END_OF_SCREEN = ESCAPE + "J";
    private static final String NUMBER = "[1-9]\\d{0,3}";
    private static final Size USUAL = new Size(80, 24);

    private final PrintStream out;
    private boolean opened;
    private String before = "";

    /**
     * How large a terminal is.
     *
     * @param width columns
     * @param height lines
     */
    public record Size(int width, int height) {
    }

    /** @param out the terminal */
    public TerminalScreen(PrintStream out) {
        this.out = out;
    }

    /** Begins with an empty screen without a cursor. */
    public synchronized void open() {
        opened = true;
        before = stty("-g");
        // keys that are typed must not spoil the screen
        stty("-echo");
        out.print(OTHER_SCREEN);
        out.flush();
    }

    /** @return the size at present: the owner may change it at any time, and Java is not told */
    public Size size() {
        String[] numbers = stty("size").split(" ");
        return numbers.length == 2 && numbers[0].matches(NUMBER) && numbers[1].matches(NUMBER)
                ? new Size(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0]))
                : USUAL;
    }

    /** Asks the terminal, or sets something about it, by the program that every Unix has; empty if there is none. */
    private static String stty(String argument) {
        try {
            Process stty = new ProcessBuilder("stty", argument).redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (BufferedReader in = new BufferedReader(
                    new InputStreamReader(stty.getInputStream(), StandardCharsets.US_ASCII))) {
                String line = in.readLine();
                return line == null ? "" : line.strip();
            }
        } catch (IOException e) {
            return "";
        }
    }

    /** @param lines what the screen is to show */
    public synchronized void draw(List<String> lines) {
        if (opened) {
            out.print(HOME + String.join(END_OF_LINE + "\r\n", lines) + END_OF_LINE + END_OF_SCREEN);
            out.flush();
        }
    }

    /** @param lines what is to stay on the terminal */
    public synchronized void print(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (opened) {
            opened = false;
            out.print(FIRST_SCREEN);
            out.flush();
            if (!before.isEmpty()) {
                stty(before);
            }
        }
    }
}
