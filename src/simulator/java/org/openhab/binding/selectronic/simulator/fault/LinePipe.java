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
package org.openhab.binding.selectronic.simulator.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One direction of a connection: hands bytes on and damages them as the fault of the moment says.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class LinePipe implements Runnable {
    private static final int BUFFER = 8192;
    private static final int STEPS_OF_A_SECOND = 50;

    private final LineConnection connection;
    private final InputStream in;
    private final OutputStream out;
    private @Nullable LineFault fault;
    private long position;
    private Random random = new Random(0);

    LinePipe(LineConnection connection, InputStream in, OutputStream out) {
        this.connection = connection;
        this.in = in;
        this.out = out;
    }

    synchronized void set(@Nullable LineFault newFault) {
        fault = newFault;
        position = 0;
        random = new Random(newFault instanceof LineFault.Noise noise ? noise.seed() : 0);
    }

    @Override
    public void run() {
        byte[] buffer = new byte[BUFFER];
        try {
            int count = in.read(buffer);
            while (count >= 0) {
                pass(buffer, count);
                count = in.read(buffer);
            }
            connection.drop(false);
        } catch (IOException e) {
            // one of the two ends has gone: so has the connection
            connection.drop(false);
        }
    }

    private void pass(byte[] buffer, int count) throws IOException {
        LineFault now;
        long from;
        synchronized (this) {
            now = fault;
            from = position;
            position += count;
        }
        if (now == null || now instanceof LineFault.Refuse) {
            out.write(buffer, 0, count);
        } else if (now instanceof LineFault.Instead instead) {
            if (from == 0) {
                out.write(instead.said().getBytes(StandardCharsets.US_ASCII));
            }
        } else if (now instanceof LineFault.Cut cut) {
            cut(cut, buffer, count, from);
        } else if (now instanceof LineFault.FlipBits flip) {
            flip(flip, buffer, count, from);
        } else if (now instanceof LineFault.Drip drip) {
            drip(drip, buffer, count);
        } else if (now instanceof LineFault.Noise noise) {
            noise(noise, buffer, count, from);
        } else if (now instanceof LineFault.Delay delay) {
            connection.pause(delay.by());
            out.write(buffer, 0, count);
        }
        // what is left is a hang: the bytes are swallowed
    }

    private void cut(LineFault.Cut cut, byte[] buffer, int count, long from) throws IOException {
        long left = cut.after() - from;
        out.write(buffer, 0, (int) Math.max(0, Math.min(left, count)));
        if (left <= count) {
            connection.drop(cut.reset());
        }
    }

    private void flip(LineFault.FlipBits flip, byte[] buffer, int count, long from) throws IOException {
        for (int i = 0; i < count; i++) {
            long place = from + i - flip.after();
            if (place >= 0 && place % flip.every() == 0) {
                buffer[i] ^= (byte) (1 << (place / flip.every() % 8));
            }
        }
        out.write(buffer, 0, count);
    }

    private void drip(LineFault.Drip drip, byte[] buffer, int count) throws IOException {
        int portion = Math.max(1, drip.bytesPerSecond() / STEPS_OF_A_SECOND);
        for (int i = 0; i < count; i += portion) {
            int size = Math.min(portion, count - i);
            out.write(buffer, i, size);
            connection.pause(Duration.ofNanos(1_000_000_000L * size / drip.bytesPerSecond()));
        }
    }

    private void noise(LineFault.Noise noise, byte[] buffer, int count, long from) throws IOException {
        for (int i = 0; i < count; i++) {
            if ((from + i) % noise.every() == 0) {
                out.write(random.nextInt(256));
            }
            out.write(buffer[i]);
        }
    }
}
