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
package org.openhab.binding.selectronic.internal.soak;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Threads for what may wait, and whether any of them is at work.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class CountingExecutor implements Executor, AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger atWork = new AtomicInteger();

    @Override
    public void execute(@Nullable Runnable work) {
        if (work != null) {
            atWork.incrementAndGet();
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    // what follows from it has been handed on when it counts as done
                    atWork.decrementAndGet();
                }
            });
        }
    }

    boolean isIdle() {
        return atWork.get() == 0;
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                throw new AssertionError("a thread still waits for its line");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
