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
package org.openhab.binding.selectronic.simulator.splink;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The text phase of a tunnel: lines that end with CR and LF.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class TunnelText {
    private static final int LONGEST_LINE = 1024;
    private static final String END = "\r\n";

    private final InputStream in;
    private final OutputStream out;
    private final Delivery delivery;

    TunnelText(InputStream in, OutputStream out, Delivery delivery) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.delivery = delivery;
    }

    /** Bytes from the client, with those that came along with the last line. */
    InputStream in() {
        return in;
    }

    /** The next line, or null at the end. A line without CR is none. */
    @Nullable
    String read() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && line.length() < LONGEST_LINE; b = in.read()) {
            line.append((char) b);
            if (b == '\n') {
                return line.toString().endsWith(END) ? line.substring(0, line.length() - END.length()) : null;
            }
        }
        return null;
    }

    /** Sends lines, and bytes that follow at once. */
    void send(List<String> lines, byte... more) throws IOException {
        if (delivery == Delivery.LINE_BY_LINE && lines.size() > 1) {
            for (String line : lines) {
                send(List.of(line));
            }
            return;
        }
        byte[] text = (String.join(END, lines) + END).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Reply.of(text).then(Reply.of(more)).bytes();
        int portion = delivery == Delivery.BYTE_BY_BYTE ? 1 : bytes.length;
        for (int i = 0; i < bytes.length; i += portion) {
            out.write(bytes, i, portion);
            out.flush();
        }
    }
}
