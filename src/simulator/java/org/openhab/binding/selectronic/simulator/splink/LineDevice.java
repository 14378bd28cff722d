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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Something that answers on a serial line. It never speaks unasked. Safe for use by several threads.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface LineDevice {
    /** A line is put through: half a request that came before is forgotten. */
    void begin();

    /** Takes the first bytes of a buffer from the line and says what goes back. */
    Reply receive(byte[] buffer, int count);

    /** Answers on a pair of streams until they end or an answer hangs up. */
    default void serve(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1024];
        begin();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            Reply reply = receive(buffer, count);
            out.write(reply.bytes());
            out.flush();
            if (reply.endSession()) {
                return;
            }
        }
    }
}
