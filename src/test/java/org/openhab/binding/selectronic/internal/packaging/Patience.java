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
package org.openhab.binding.selectronic.internal.packaging;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Waits until something is so, with a limit. Whoever changes something says so, which saves the waiting; what changes
 * without a word is looked at now and then.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 50;

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Something has changed. */
    void changed() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param what what is waited for, in words
     * @param condition whether it is so
     */
    void await(String what, BooleanSupplier condition) {
        await(() -> what, condition);
    }

    /**
     * @param what what is waited for, in words that are looked for when the waiting was in vain
     * @param condition whether it is so
     */
    void await(Supplier<String> what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("Not within " + LIMIT.toSeconds() + " s: " + what.get());
                }
                changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted: " + what.get(), e);
        } finally {
            lock.unlock();
        }
    }
}
