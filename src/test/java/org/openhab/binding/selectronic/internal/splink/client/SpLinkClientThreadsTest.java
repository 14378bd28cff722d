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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.selectronic.internal.fake.FakeCredentials;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.FakeUnit;
import org.openhab.binding.selectronic.internal.splink.link.Link;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Tests what happens when several threads use a client or close it under each other's hands.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(30)
class SpLinkClientThreadsTest {
    private final FakeUnit unit = new FakeUnit();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** A link that can be stopped; a read then waits until it is closed or continues. */
    private final class SlowLink implements Link {
        final CountDownLatch waiting = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);
        final AtomicInteger users = new AtomicInteger();
        volatile boolean stopped;
        volatile @Nullable Runnable whileOpening;

        @Override
        public String name() {
            return unit.name();
        }

        @Override
        public void open() throws SourceException {
            Runnable run = whileOpening;
            if (run != null) {
                run.run();
            }
            unit.open();
        }

        @Override
        public void write(byte[] bytes) throws SourceException {
            assertThat("requests at a time", users.incrementAndGet(), is(1));
            unit.write(bytes);
        }

        @Override
        public int read(byte[] buffer, Duration timeout) throws SourceException, InterruptedException {
            if (stopped && unit.waiting() > 0) {
                waiting.countDown();
                released.await();
            }
            int count = unit.read(buffer, timeout);
            if (count > 0) {
                users.decrementAndGet();
            }
            return count;
        }

        @Override
        public void close() {
            unit.close();
            users.set(0);
            released.countDown();
        }
    }

    private final SlowLink link = new SlowLink();

    private SpLinkClient client() throws SourceException {
        return new SpLinkClient(link, Password.of(Password.OF_THE_FACTORY), FakeCredentials.unknown().of("unit"),
                Duration.ofSeconds(1), unit.clock);
    }

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS), is(true));
    }

    @Test
    void closingEndsARequestThatIsUnderWay() throws Exception {
        SpLinkClient client = client();
        client.read(new WordRange(0xA028, 1));
        link.stopped = true;
        Future<Words> reading = threads.submit(() -> client.read(new WordRange(0xA028, 1)));
        link.waiting.await();
        client.close();

        Throwable failure = Objects.requireNonNull(assertThrows(ExecutionException.class, reading::get).getCause());
        assertThat(failure, is(instanceOf(SourceException.class)));
        assertThat(((SourceException) failure).problem(), is(Problem.LINK_CUT));
        assertThat("not opened again", unit.opened, is(1));
        assertThat("no good-bye into another's request", unit.requests.contains("W a00d 1"), is(false));
    }

    @Test
    void aLinkThatOpensWhileTheClientIsClosedIsNotLeftOpen() throws Exception {
        SpLinkClient client = client();
        List<Future<?>> closing = new ArrayList<>();
        link.whileOpening = () -> {
            closing.add(threads.submit(client::close));
            while (!client.isClosed()) {
                Thread.onSpinWait();
            }
            assertThat("closed before what was opened is closed", closing.get(0).isDone(), is(false));
        };

        assertThrows(SourceException.class, () -> client.read(new WordRange(0xA028, 1)));
        closing.get(0).get();
        assertThat(unit.isOpen, is(false));
        assertThat(unit.requests, is(List.of()));
    }

    @Test
    void threadsTakeTurns() throws Exception {
        SpLinkClient client = client();
        unit.memory.put(0xA028, 42);
        List<Future<?>> readers = new ArrayList<>();
        for (int reader = 0; reader < 4; reader++) {
            readers.add(threads.submit(() -> {
                for (int time = 0; time < 200; time++) {
                    assertThat(client.read(new WordRange(0xA028, 1)).at(0xA028), is(42));
                }
                return null;
            }));
        }
        for (Future<?> reader : readers) {
            reader.get();
        }
        assertThat(unit.opened, is(1));
    }

    @Test
    void whoeverWaitsForItsTurnCanBeInterrupted() throws Exception {
        SpLinkClient client = client();
        client.read(new WordRange(0xA028, 1));
        link.stopped = true;
        Future<Words> reading = threads.submit(() -> client.read(new WordRange(0xA028, 1)));
        link.waiting.await();

        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> client.read(new WordRange(0xA028, 1)));

        link.stopped = false;
        link.released.countDown();
        assertThat(Objects.requireNonNull(reading.get()).at(0xA028), is(0));
    }
}
