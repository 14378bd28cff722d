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

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A client for the memory protocol that knows neither binding nor simulator: frames from a table of CRCs, values by the
 * formulas of the public clients. What it has read it keeps by address.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class IndependentClient implements AutoCloseable {
    private static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int value = i;
            for (int j = 0; j < 8; j++) {
                value = (value & 1) == 1 ? (value >> 1) ^ 0x8408 : value >> 1;
            }
            TABLE[i] = value;
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Map<Integer, Integer> words = new HashMap<>();

    IndependentClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
        setPatience(5000);
    }

    void setPatience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    static int crc(byte[] bytes) {
        int crc = 0;
        for (byte b : bytes) {
            crc = (crc >> 8) ^ TABLE[(crc ^ b) & 0xFF];
        }
        return crc;
    }

    static byte[] closed(byte[] bytes) {
        int crc = crc(bytes);
        return ByteBuffer.allocate(bytes.length + 2).order(ByteOrder.LITTLE_ENDIAN).put(bytes).putShort((short) crc)
                .array();
    }

    static byte[] header(char kind, int address, int count) {
        return closed(ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN).put((byte) kind).put((byte) (count - 1))
                .putInt(address).array());
    }

    void send(byte... bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    byte[] receive(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException(bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    /** What comes until the patience is at its end or the other side has gone. */
    byte[] drain() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                bytes.write(b);
            }
        } catch (SocketTimeoutException e) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }

    /** Asks and takes an answer that has to be right in every byte. */
    byte[] read(int address, int count) throws IOException {
        byte[] query = header('Q', address, count);
        send(query);
        byte[] answer = receive(10 + 2 * count);
        if (crc(answer) != 0 || ByteBuffer.wrap(answer, 0, 8).compareTo(ByteBuffer.wrap(query)) != 0) {
            throw new IOException("no answer to the query");
        }
        byte[] data = new byte[2 * count];
        System.arraycopy(answer, 8, data, 0, data.length);
        for (int i = 0; i < count; i++) {
            words.put(address + i, ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getShort(2 * i) & 0xFFFF);
        }
        return data;
    }

    /** Writes and takes the echo. */
    void write(int address, byte... data) throws IOException {
        byte[] body = ByteBuffer.allocate(8 + data.length).put(header('W', address, data.length / 2)).put(data).array();
        byte[] frame = closed(body);
        send(frame);
        if (ByteBuffer.wrap(receive(frame.length)).compareTo(ByteBuffer.wrap(frame)) != 0) {
            throw new IOException("no echo");
        }
    }

    boolean login(String password) throws IOException {
        byte[] challenge = read(0x1F0000, 8);
        StringBuilder padded = new StringBuilder(password);
        while (padded.length() < 32) {
            padded.append(' ');
        }
        byte[] digest;
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(challenge);
            digest = md5.digest(padded.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        for (int i = 0; i < 16; i += 2) {
            byte first = digest[i];
            digest[i] = digest[i + 1];
            digest[i + 1] = first;
        }
        write(0x1F0000, digest);
        read(0x1F0010, 1);
        return u16(0x1F0010) == 1;
    }

    int u16(int address) {
        Integer word = words.get(address);
        if (word == null) {
            throw new IllegalStateException("not read: " + address);
        }
        return word;
    }

    int s16(int address) {
        return (short) u16(address);
    }

    int s32(int address) {
        return u16(address) | u16(address + 1) << 16;
    }

    long u32(int address) {
        return s32(address) & 0xFFFFFFFFL;
    }

    double acVolts(int raw) {
        return raw * (double) u16(41000) / 327680;
    }

    double acAmps(int raw) {
        return raw * (double) u16(41001) / 327680;
    }

    /** AC watts of one word. */
    double acWatts(int raw) {
        return raw * (double) u16(41000) * u16(41001) / 3276800;
    }

    /** AC watts of two words. */
    double acWattsFine(int raw) {
        return raw * (double) u16(41000) * u16(41001) / 26214400;
    }

    double acWattHours(long raw) {
        return raw * 24.0 * u16(41000) * u16(41001) / 3276800;
    }

    double dcVolts(int raw) {
        return raw * (double) u16(41002) / 327680;
    }

    double dcAmps(int raw) {
        return raw * (double) u16(41003) / 327680;
    }

    double dcWatts(int raw) {
        return raw * (double) u16(41002) * u16(41003) / 3276800;
    }

    double dcWattHours(long raw) {
        return raw * 24.0 * u16(41002) * u16(41003) / 3276800;
    }

    double celsius(int raw) {
        return raw * (double) u16(41004) / 32768;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
