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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Writes words: the answer to a login challenge, or the logout of a session. Both change the state of the connection
 * and nothing of the inverter. No other write frame can be created: the inverter supplies a house, and this binding
 * only reads it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class WriteFrame implements Request {
    /** Bytes of a login challenge and of the answer to it. */
    public static final int LOGIN_BYTES = 16;
    /** The address of the challenge and of the answer to it. */
    public static final int LOGIN = 0x1F0000;

    private static final int TYPE = 0x57;
    /** The address to log out from port 1; that of port 2 follows. */
    private static final int GOOD_BYE_PORT_1 = 0xA00D;

    private final int address;
    private final byte[] frame;

    private WriteFrame(int address, byte[] data) {
        this.address = address;
        this.frame = Frame.of(TYPE, address, data.length / 2, data);
    }

    /**
     * @param answer the sixteen bytes that prove that the password is known, in the order of the frame
     * @return the frame with the answer
     * @throws IllegalArgumentException if there are not sixteen bytes
     */
    public static WriteFrame loginAnswer(byte[] answer) {
        if (answer.length != LOGIN_BYTES) {
            throw new IllegalArgumentException("a login answer has not " + answer.length + " bytes");
        }
        return new WriteFrame(LOGIN, answer);
    }

    /**
     * @param port the number of the port to log out from, 1 or 2
     * @return the frame that ends the login (published by the splink project)
     * @throws IllegalArgumentException if there is no such port
     */
    public static WriteFrame goodBye(int port) {
        if (port != 1 && port != 2) {
            throw new IllegalArgumentException("there is no port " + port);
        }
        return new WriteFrame(GOOD_BYE_PORT_1 + port - 1, new byte[] { 1, 0 });
    }

    @Override
    public int address() {
        return address;
    }

    @Override
    public int words() {
        return (frame.length - HEADER - 2) / 2;
    }

    @Override
    public byte[] frame() {
        return frame.clone();
    }

    /** Omits the words, since challenge and answer could be used to try passwords. */
    @Override
    public String toString() {
        return address == LOGIN ? "login answer" : "good-bye";
    }
}
