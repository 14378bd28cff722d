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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.splink.LineDevice;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.io.transport.serial.SerialPort;
import org.openhab.core.io.transport.serial.SerialPortIdentifier;
import org.openhab.core.io.transport.serial.SerialPortManager;

/**
 * A serial port over a connection on the loopback, for systems without pseudo terminals. A line that ends is a plug
 * that was pulled: the port is gone until it is plugged in again.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ImitatedPlug implements SerialPlug, SerialPortManager {
    private static final String NAME = "/dev/imitated";

    private final SimulatedSerialServer server;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean gone;

    ImitatedPlug(LineDevice device) throws IOException {
        server = new SimulatedSerialServer(device, SerialServerOptions.DEFAULT);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SerialPortManager ports() {
        return this;
    }

    @Override
    public @Nullable SerialPortIdentifier getIdentifier(@Nullable String name) {
        return gone ? null : new Identifier();
    }

    @Override
    public Stream<SerialPortIdentifier> getIdentifiers() {
        return Stream.of(new Identifier());
    }

    @Override
    public FaultyLine line() {
        return server.line();
    }

    @Override
    public void pull() {
        gone = true;
        server.line().dropAll(false);
    }

    @Override
    public void plugIn() {
        gone = false;
    }

    @Override
    public List<String> openHere() {
        return open.stream().map(SocketChannel::toString).toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Identifier implements SerialPortIdentifier {
        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public SerialPort open(@Nullable String owner, int timeout) {
            try {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.host(), server.port()));
                channel.configureBlocking(false);
                open.add(channel);
                return port(channel);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean isCurrentlyOwned() {
            return false;
        }

        @Override
        public @Nullable String getCurrentOwner() {
            return null;
        }
    }

    /** Of a port only its streams and its end matter; speed and lines are taken as they come. */
    private SerialPort port(SocketChannel channel) {
        Incoming in = new Incoming(channel);
        return (SerialPort) Objects.requireNonNull(Proxy.newProxyInstance(SerialPort.class.getClassLoader(),
                new Class<?>[] { SerialPort.class }, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInputStream" -> in;
                    case "getOutputStream" -> new Outgoing(channel);
                    case "getName" -> NAME;
                    case "close" -> {
                        channel.close();
                        open.remove(channel);
                        yield null;
                    }
                    default -> method.getReturnType() == boolean.class ? Boolean.FALSE
                            : method.getReturnType() == int.class ? Integer.valueOf(0) : null;
                }));
    }

    /** Tells how much there is without waiting. */
    private final class Incoming extends InputStream {
        private final SocketChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(4096).flip();

        Incoming(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public int available() throws IOException {
            if (!buffer.hasRemaining()) {
                buffer.clear();
                int count = receive();
                buffer.flip();
                if (count < 0) {
                    gone = true;
                    throw new IOException("the port has gone");
                }
            }
            return buffer.remaining();
        }

        /** A connection that is reset is a plug that was pulled as well. */
        private int receive() {
            try {
                return channel.read(buffer);
            } catch (IOException e) {
                return -1;
            }
        }

        @Override
        public int read() throws IOException {
            return available() > 0 ? buffer.get() & 0xFF : -1;
        }
    }

    /** Hands bytes to the line. */
    private static final class Outgoing extends OutputStream {
        private final SocketChannel channel;

        Outgoing(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] { (byte) single }, 0, 1);
        }

        @Override
        public void write(byte @Nullable [] bytes, int from, int count) throws IOException {
            ByteBuffer left = ByteBuffer.wrap(bytes, from, count);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }
    }
}
