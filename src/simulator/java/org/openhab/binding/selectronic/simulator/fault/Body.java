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
package org.openhab.binding.selectronic.simulator.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The body of an answer, which need not fit into memory: some bytes, again and again up to a length.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Body(byte[] start, byte[] filling, long length) {
    public static Body of(byte[] bytes) {
        return new Body(bytes, new byte[0], bytes.length);
    }

    public static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of the start; what fills up is left out. */
    public String text() {
        return new String(start, StandardCharsets.UTF_8);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(start);
        long left = length - start.length;
        while (left > 0) {
            int now = (int) Math.min(left, filling.length);
            out.write(filling, 0, now);
            left -= now;
        }
    }
}
