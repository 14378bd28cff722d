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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Finds requests in the bytes that come from a client, and steps over what is none: byte by byte where a header is
 * wrong, by the whole frame where only the data of a write are.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class RequestParser {
    private byte[] pending = {};
    private long skipped;

    /** Forgets what has come of a request that is not complete. */
    void reset() {
        skipped += pending.length;
        pending = new byte[0];
    }

    /** Bytes that were no part of a request. */
    long skipped() {
        return skipped;
    }

    /** Requests that are complete with some more bytes. */
    List<Frame> take(byte[] bytes, int count) {
        byte[] all = Arrays.copyOf(pending, pending.length + count);
        System.arraycopy(bytes, 0, all, pending.length, count);
        List<Frame> found = new ArrayList<>();
        int at = start(all, 0);
        while (all.length - at >= Frame.HEADER) {
            if (Crc.of(all, at, at + Frame.HEADER) != 0) {
                skipped++;
                at = start(all, at + 1);
                continue;
            }
            Frame header = Frame.header(all, at);
            int data = at + Frame.HEADER;
            if (!header.write()) {
                found.add(header);
                at = start(all, data);
                continue;
            }
            int end = data + 2 * header.count() + Frame.CRC;
            if (all.length < end) {
                break;
            }
            if (Crc.of(all, data, end) == 0) {
                found.add(header.withWords(all, data));
            } else {
                skipped += end - at;
            }
            at = start(all, end);
        }
        pending = Arrays.copyOfRange(all, at, all.length);
        return found;
    }

    private int start(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != Frame.QUERY && bytes[at] != Frame.WRITE) {
            skipped++;
            at++;
        }
        return at;
    }
}
