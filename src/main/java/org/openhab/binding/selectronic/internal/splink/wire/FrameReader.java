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
package org.openhab.binding.selectronic.internal.splink.wire;

import java.util.Arrays;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Finds the answer to one request in the received bytes. Noise, the end of an older answer and answers to others are
 * skipped byte by byte: an answer may start at each of them. It is accepted only if its header repeats the header of
 * the request, including the header's CRC, if the CRC of its words is correct and, after a write, if they are the
 * written ones. The length is never taken from the answer, since it follows from the request.
 * <p>
 * A header is a block with a CRC of its own, so the checksum does not detect a second header between header and words:
 * the echo of the query on a serial line with echo, or an answer that was interrupted there. With zeros around it, it
 * would be
 * read as words. Therefore the answer starts again wherever the header is repeated.
 * <p>
 * Some network adapters return the first two bytes of an answer as zeros. As the rest of the header must be that of the
 * request, these bytes can be restored from the request (published by the splink project, after the vendor's program).
 * <p>
 * A unit that is a member of a Powerchain system, but not its manager, puts 5A 5A 5A 5A in place of the address
 * (published by the splink project).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class FrameReader {
    private static final int MEMBER_ADDRESS = 0x5A5A5A5A;

    private final byte[] sent;
    private final byte[][] headers;
    private final byte[] frame;
    private int size;
    private boolean damaged;
    private boolean member;

    /**
     * @param request the request
     */
    public FrameReader(Request request) {
        this(request.frame(), request.answerLength());
    }

    /** Creates a reader for any header. */
    FrameReader(byte[] sent, int answerLength) {
        byte[] echo = Arrays.copyOf(sent, Request.HEADER);
        byte[] zeroed = echo.clone();
        zeroed[0] = 0;
        zeroed[1] = 0;
        byte[] ofMember = Frame.of(echo[0], MEMBER_ADDRESS, (echo[1] & 0xFF) + 1);
        this.sent = sent;
        this.headers = new byte[][] { echo, zeroed, ofMember };
        this.frame = new byte[answerLength];
    }

    /**
     * @param bytes received bytes
     * @param count number of received bytes
     * @return the words of the answer if it is complete now; bytes after it are discarded
     */
    public @Nullable Words add(byte[] bytes, int count) {
        for (int at = 0; at < count; at++) {
            frame[size++] = bytes[at];
            beginAgainAtHeader();
            while (size > 0 && !mayBeAnswer()) {
                System.arraycopy(frame, 1, frame, 0, --size);
            }
            if (size == frame.length) {
                size = 0;
                return words();
            }
        }
        return null;
    }

    /** @return whether there was an answer with the correct header but damaged words */
    public boolean isDamaged() {
        return damaged;
    }

    /** @return whether the unit has reported that it is a member of a Powerchain system, which must not be addressed */
    public boolean isFromMember() {
        return member;
    }

    private void beginAgainAtHeader() {
        int second = size - Request.HEADER;
        if (second > 0 && sent.length == Request.HEADER
                && Arrays.equals(frame, second, size, headers[0], 0, Request.HEADER)) {
            // a valid header is at the start already: continue with that one only
            size = Request.HEADER;
        }
    }

    private boolean mayBeAnswer() {
        int seen = Math.min(size, Request.HEADER);
        for (byte[] header : headers) {
            if (Arrays.equals(frame, 0, seen, header, 0, seen)) {
                return seen < Request.HEADER || isStillGood(header);
            }
        }
        return false;
    }

    private boolean isStillGood(byte[] header) {
        if (Arrays.equals(header, headers[2])) {
            member = true;
            return false;
        }
        if (size == frame.length && !hasGoodWords()) {
            damaged = true;
            return false;
        }
        return true;
    }

    private boolean hasGoodWords() {
        return Crc16Kermit.of(frame, Request.HEADER, frame.length) == 0 && (sent.length == Request.HEADER
                || Arrays.equals(frame, Request.HEADER, frame.length, sent, Request.HEADER, sent.length));
    }

    private Words words() {
        int[] values = new int[(frame.length - Request.HEADER - 2) / 2];
        for (int word = 0; word < values.length; word++) {
            int at = Request.HEADER + 2 * word;
            values[word] = frame[at] & 0xFF | (frame[at + 1] & 0xFF) << 8;
        }
        int address = sent[2] & 0xFF | (sent[3] & 0xFF) << 8 | (sent[4] & 0xFF) << 16 | (sent[5] & 0xFF) << 24;
        return new Words(address, values);
    }
}
