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
package org.openhab.binding.selectronic.internal.examples;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Publishes to a broker as the MQTT binding of openHAB does, for many sites over one connection: MQTT 3.1.1, QoS 1.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class MqttPublisher implements AutoCloseable {
    private static final int CONNECT = 0x10;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int PACKETS = 65_535;

    private final Socket socket;
    private final DataOutputStream out;
    private final AtomicInteger confirmed = new AtomicInteger();
    private int sent;

    /** @param port the port of a broker on this machine */
    MqttPublisher(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        byte[] id = "openhab".getBytes(StandardCharsets.UTF_8);
        out.write(new byte[] { CONNECT, (byte) (12 + id.length), 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 0, 0,
                (byte) id.length });
        out.write(id);
        out.flush();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        if (in.readInt() != 0x20020000) {
            throw new IOException("the broker refuses");
        }
        Thread thread = new Thread(() -> read(in), "confirmations");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(DataInputStream in) {
        try {
            while (true) {
                in.readInt();
                confirmed.incrementAndGet();
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** Publishes a message; it is on its way after {@link #flush}. */
    void publish(String topic, String payload) throws IOException {
        byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        byte[] content = payload.getBytes(StandardCharsets.UTF_8);
        int length = 4 + name.length + content.length;
        out.writeByte(PUBLISH_QOS_1);
        while (length > 127) {
            out.writeByte(length % 128 | 128);
            length /= 128;
        }
        out.writeByte(length);
        out.writeShort(name.length);
        out.write(name);
        out.writeShort(sent++ % PACKETS + 1);
        out.write(content);
    }

    void flush() throws IOException {
        out.flush();
    }

    /** @return whether the broker has confirmed all messages */
    boolean isConfirmed() {
        return confirmed.get() == sent;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
