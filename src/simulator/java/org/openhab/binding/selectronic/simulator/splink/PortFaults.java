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

import java.util.Arrays;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Faults of a port's answers. All leave silence as it is, unless they say otherwise.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortFaults {
    /** What stands for the address in the answers of a member of a Powerchain system. */
    static final int MEMBER_ADDRESS = 0x5A5A5A5A;

    private PortFaults() {
    }

    /** No answer. */
    public static PortFault silence() {
        return (request, right, previous) -> Reply.SILENCE;
    }

    /** The last bit of the header's CRC is wrong. */
    public static PortFault headerCrc() {
        return flip(8 * Frame.HEADER - 1);
    }

    /** The last bit of the data's CRC is wrong. */
    public static PortFault dataCrc() {
        return (request, right, previous) -> flipped(right, 8 * right.bytes().length - 1);
    }

    /** One bit of the answer is wrong, counted from its first byte on, the lowest bit of a byte first. */
    public static PortFault flip(int bit) {
        return (request, right, previous) -> flipped(right, bit);
    }

    /** A valid answer to a query for other words of the same number. */
    public static PortFault otherAddress() {
        return valid(frame -> new Frame(frame.write(), frame.address() ^ 1, frame.count(), frame.words()));
    }

    /** A valid answer with a word more than asked for, or one less where 256 were. */
    public static PortFault otherLength() {
        return valid(frame -> {
            int count = frame.count() == Frame.MOST_WORDS ? frame.count() - 1 : frame.count() + 1;
            int[] words = new int[count];
            for (int i = 0; i < Math.min(count, frame.count()); i++) {
                words[i] = frame.words().get(i);
            }
            return Frame.answer(frame.address(), words);
        });
    }

    /** A valid answer of the other kind: to a write where words were asked for, and the other way round. */
    public static PortFault otherKind() {
        return valid(frame -> new Frame(!frame.write(), frame.address(), frame.count(), frame.words()));
    }

    /** The answer of a member of a Powerchain system: it has another address. */
    public static PortFault member() {
        return valid(frame -> new Frame(frame.write(), MEMBER_ADDRESS, frame.count(), frame.words()));
    }

    /** The answer comes twice, in one burst. */
    public static PortFault twice() {
        return (request, right, previous) -> right.then(right);
    }

    /** The previous answer comes again, right in front of the one that was asked for. */
    public static PortFault staleFirst() {
        return (request, right, previous) -> previous.then(right);
    }

    /** The previous answer comes again, in place of the one that was asked for. */
    public static PortFault stale() {
        return (request, right, previous) -> previous;
    }

    /** Any bytes in place of an answer, or of silence. */
    public static PortFault bytes(byte... bytes) {
        return (request, right, previous) -> Reply.of(bytes.clone());
    }

    /** Any bytes in front of the answer, or of silence. */
    public static PortFault noise(byte... bytes) {
        return (request, right, previous) -> Reply.of(bytes.clone()).then(right);
    }

    /** Only the first bytes of the answer. */
    public static PortFault cut(int bytes) {
        return (request, right, previous) -> Reply
                .of(Arrays.copyOf(right.bytes(), Math.min(bytes, right.bytes().length)));
    }

    /** The first bytes of the answer, then the connection ends. */
    public static PortFault hangUp(int bytes) {
        return (request, right,
                previous) -> new Reply(Arrays.copyOf(right.bytes(), Math.min(bytes, right.bytes().length)), true);
    }

    /** The first two bytes are 0, as some network gateways hand answers on. */
    public static PortFault zeroedHeader() {
        return (request, right, previous) -> zeroed(right);
    }

    /** A valid answer with other words. */
    public static PortFault words(int... words) {
        return valid(frame -> Frame.answer(frame.address(), Arrays.copyOf(words, frame.count())));
    }

    static Reply zeroed(Reply right) {
        if (right.bytes().length < 2) {
            return right;
        }
        byte[] bytes = right.bytes().clone();
        bytes[0] = 0;
        bytes[1] = 0;
        return new Reply(bytes, right.endSession());
    }

    private static Reply flipped(Reply right, int bit) {
        byte[] bytes = right.bytes().clone();
        if (bit >= 0 && bit < 8 * bytes.length) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        return new Reply(bytes, right.endSession());
    }

    private interface FrameChange {
        Frame change(Frame frame);
    }

    private static PortFault valid(FrameChange change) {
        return (request, right, previous) -> {
            byte[] bytes = right.bytes();
            return bytes.length <= Frame.HEADER ? right
                    : Reply.of(change.change(Frame.header(bytes, 0).withWords(bytes, Frame.HEADER)));
        };
    }
}
