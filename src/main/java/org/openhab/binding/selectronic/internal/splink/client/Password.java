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
 * The password of a unit's ports. It is never shown and never sent: only a proof that it is known is sent.
 * <p>
 * Only ASCII is supported. How a unit stores other characters is not published, and a wrong guess would be a refused
 * login.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Password {
    /** The factory setting of every unit. Some public clients spell it with a lower-case "ro". */
    public static final String OF_THE_FACTORY = "Selectronic SP PRO";

    private static final int LONGEST = 32;

    private final byte[] padded;

    private Password(byte[] padded) {
        this.padded = padded;
    }

    /**
     * @param text the password, case-sensitive
     * @return the password
     * @throws SourceException if it is too long for a unit, or contains characters other than printable ASCII
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
     * @param credentials the credentials of the thing that it belongs to
     * @param purpose the purpose
     * @return its state
     */
    public Credential credential(Credentials credentials, String purpose) {
        return credentials.of(purpose, new String(padded, StandardCharsets.US_ASCII));
    }

    /**
     * @param challenge the challenge of the unit
     * @return the proof that the password is known: the MD5 of challenge and password, with the bytes of each word
     *         swapped
     */
    WriteFrame answer(Words challenge) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(challenge.bytes());
            byte[] digest = md5.digest(padded);
            for (int at = 0; at < digest.length; at += 2) {
                byte first = digest[at];
                digest[at] = digest[at + 1];
                digest[at + 1] = first;
            }
            return WriteFrame.loginAnswer(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has MD5", e);
        }
    }
}
