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
package org.openhab.binding.selectronic.internal.splink.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.Credential;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.internal.splink.wire.WriteFrame;

/**
 * The password of a unit's ports. It is never shown and never sent: what is sent proves that it is known.
 * <p>
 * It is ASCII. How a unit stores other characters is not published, and a guess would be a refused login.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Password {
    /** What every unit has when it leaves the factory. Some public clients spell it with a small "ro". */
    public static final String OF_THE_FACTORY = "Selectronic SP PRO";

    private static final int LONGEST = 32;

    private final byte[] padded;

    private Password(byte[] padded) {
        this.padded = padded;
    }

    /**
     * @param text the password, upper and lower case as it was set
     * @return it
     * @throws SourceException if it is too long for a unit, or holds what is not printable ASCII
     */
    public static Password of(String text) throws SourceException {
        if (text.length() > LONGEST || text.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw new SourceException(Problem.PASSWORD_INVALID);
        }
        byte[] padded = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), LONGEST);
        Arrays.fill(padded, text.length(), LONGEST, (byte) ' ');
        return new Password(padded);
    }

    /**
     * @param credentials of the thing that it belongs to
     * @param purpose what it opens
     * @return what is known of it
     */
    public Credential credential(Credentials credentials, String purpose) {
        return credentials.of(purpose, new String(padded, StandardCharsets.US_ASCII));
    }

    /**
     * @param challenge the words that the unit has made up
     * @return what proves that the password is known: the MD5 of challenge and password, the bytes of each word swapped
     */
    WriteFrame answer(Words challenge) {
        MessageDigest md5 = md5();
        for (int word : challenge.values()) {
            md5.update((byte) word);
            md5.update((byte) (word >> 8));
        }
        byte[] digest = md5.digest(padded);
        for (int at = 0; at < digest.length; at += 2) {
            byte first = digest[at];
            digest[at] = digest[at + 1];
            digest[at + 1] = first;
        }
        return WriteFrame.loginAnswer(digest);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has MD5", e);
        }
    }
}
