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
package org.openhab.binding.selectronic.bench.scale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;

/**
 * One simulated gateway behind many ports, on one thread: what it answers is kept for a second and given to whoever
 * asks meanwhile. So a thousand boxes are light, and their values move all the same.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ManyGateways {
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int LONGEST_REQUEST = 8192;
    private static final int BACKLOG = 16;
    private static final String END_OF_REQUEST = "\r\n\r\n";

    private final SimulatedGateway gateway;
    private final Selector selector = Selector.open();
    private final List<Integer> ports = new ArrayList<>();
    private final Map<String, Page> pages = new HashMap<>();

    private record Page(byte[] answer, long readAt) {
    }

    /**
     * Starts to listen.
     *
     * @param gateway what is shown
     * @param count behind how many ports
     */
    ManyGateways(SimulatedGateway gateway, int count) throws IOException {
        this.gateway = gateway;
        for (int n = 0; n < count; n++) {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(Ports.HOST, 0), BACKLOG);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            ports.add(server.socket().getLocalPort());
        }
        Thread thread = new Thread(this::serve, "many gateways");
        thread.setDaemon(true);
        thread.start();
    }

    List<Integer> ports() {
        return List.copyOf(ports);
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                selector.select(this::serve);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.channel() instanceof ServerSocketChannel server) {
                SocketChannel client = server.accept();
                if (client != null) {
                    client.configureBlocking(false);
                    client.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
                    client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(LONGEST_REQUEST));
                }
            } else if (key.channel() instanceof SocketChannel client && key.attachment() instanceof ByteBuffer asked) {
                if (client.read(asked) < 0) {
                    client.close();
                    return;
                }
                String request = new String(asked.array(), 0, asked.position(), StandardCharsets.US_ASCII);
                if (request.endsWith(END_OF_REQUEST)) {
                    asked.clear();
                    write(client, answer(request.split(" ", 3)[1]));
                }
            }
        } catch (IOException e) {
            key.cancel();
        }
    }

    private static void write(SocketChannel client, byte[] answer) throws IOException {
        if (client.write(ByteBuffer.wrap(answer)) < answer.length) {
            throw new IOException("an answer is shorter than what a socket keeps");
        }
    }

    private byte[] answer(String path) throws IOException {
        Page page = pages.get(path);
        if (page == null || System.nanoTime() - page.readAt > KEPT_NANOS) {
            page = new Page(read(path), System.nanoTime());
            pages.put(path, page);
        }
        return page.answer;
    }

    private byte[] read(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(gateway.uri() + path).toURL().openConnection();
        int status = connection.getResponseCode();
        byte[] body;
        try (@Nullable
        InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            body = in == null ? new byte[0] : in.readAllBytes();
        }
        byte[] head = ("HTTP/1.1 " + status + " x\r\nContent-Type: " + connection.getContentType()
                + "\r\nContent-Length: " + body.length + END_OF_REQUEST).getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[head.length + body.length];
        System.arraycopy(head, 0, answer, 0, head.length);
        System.arraycopy(body, 0, answer, head.length, body.length);
        return answer;
    }
}
