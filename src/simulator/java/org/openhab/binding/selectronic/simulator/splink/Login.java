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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The lock of a port: a challenge, and the only answer that opens it. A challenge serves once. The answer is the MD5 of
 * challenge and password, the latter filled up with blanks to 32 bytes; the two bytes of each word change places.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Login {
    static final int WORDS = 8;

    private static final int PASSWORD_BYTES = 32;
    private static final byte BLANK = 0x20;

    private final byte[] password;
    private final Random random;
    private byte @Nullable [] challenge;
    private byte @Nullable [] next;

    Login(String password, long seed) {
        byte[] bytes = password.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > PASSWORD_BYTES) {
            throw new IllegalArgumentException("a password has 32 bytes at most");
        }
        this.password = Arrays.copyOf(bytes, PASSWORD_BYTES);
        Arrays.fill(this.password, bytes.length, PASSWORD_BYTES, BLANK);
        this.random = new Random(seed);
    }

    /** Makes the next challenge one of the caller's choice. */
    void prepare(byte[] bytes) {
        if (bytes.length != 2 * WORDS) {
            throw new IllegalArgumentException("a challenge has 16 bytes");
        }
        next = bytes.clone();
    }

    /** A new challenge, as words. */
    int[] challenge() {
        byte[] bytes = next;
        if (bytes == null) {
            bytes = new byte[2 * WORDS];
            random.nextBytes(bytes);
        }
        next = null;
        challenge = bytes;
        int[] words = new int[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = bytes[2 * i] & 0xFF | (bytes[2 * i + 1] & 0xFF) << 8;
        }
        return words;
    }

    /** Whether a written frame answers the challenge, which is used up by that. */
    boolean accepts(Frame written) {
        byte[] asked = challenge;
        challenge = null;
        if (asked == null) {
            return false;
        }
        byte[] digest = digest(asked);
        for (int i = 0; i < WORDS; i++) {
            // the high byte of a word is sent second: the first byte of the digest belongs there
            int expected = (digest[2 * i] & 0xFF) << 8 | digest[2 * i + 1] & 0xFF;
            if (written.words().get(i) != expected) {
                return false;
            }
        }
        return true;
    }

    private byte[] digest(byte[] asked) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(asked);
            return md5.digest(password);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
