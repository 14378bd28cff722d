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
package org.openhab.binding.selectronic.internal.point;

import java.io.Reader;
import java.util.Arrays;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Reads bytes as characters without a copy of them: decoding UTF-8 first would cost as much memory as all of the
 * values. Everything evaluated in a point body is ASCII; any other character is read as several wrong ones, which are
 * ignored.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AsciiReader extends Reader {
    private static final byte[] MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

    private final byte[] bytes;
    private int next;

    /**
     * @param bytes the bytes to read, without a UTF-8 byte order mark; not copied
     */
    AsciiReader(byte[] bytes) {
        this.bytes = bytes;
        this.next = Arrays.equals(bytes, 0, Math.min(MARK.length, bytes.length), MARK, 0, MARK.length) ? MARK.length
                : 0;
    }

    @Override
    public int read(char @Nullable [] buffer, int offset, int length) {
        char[] target = Objects.requireNonNull(buffer);
        int count = Math.min(length, bytes.length - next);
        for (int i = 0; i < count; i++) {
            target[offset + i] = (char) (bytes[next++] & 0xFF);
        }
        return count > 0 || length == 0 ? count : -1;
    }

    @Override
    public void close() {
        // nothing to release
    }
}
