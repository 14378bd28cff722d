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
package org.openhab.core.common;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shared pools of daemon threads, one for each name; they cannot be shut down.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ThreadPoolManager {
    private static final int THREADS = 5;
    private static final long IDLE_SECONDS = 65;

    protected static Map<String, ExecutorService> pools = new ConcurrentHashMap<>();

    public static ScheduledExecutorService getScheduledPool(String poolName) {
        if (pools.computeIfAbsent(poolName, SharedScheduledPool::new) instanceof ScheduledExecutorService pool) {
            return pool;
        }
        throw new IllegalArgumentException("The pool " + poolName + " is not for tasks with a time");
    }

    public static ExecutorService getPool(String poolName) {
        return pools.computeIfAbsent(poolName, SharedPool::new);
    }

    private static ThreadFactory threads(String poolName) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "OH-" + poolName + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private static void refuse(String poolName) {
        LoggerFactory.getLogger(ThreadPoolManager.class).warn("The pool {} is shared and is not shut down", poolName);
    }

    /** A pool for tasks with a time; a task that ends with an exception leaves a line in the log. */
    private static class SharedScheduledPool extends ScheduledThreadPoolExecutor {
        private final Logger logger = LoggerFactory.getLogger(ThreadPoolManager.class);
        private final String name;

        SharedScheduledPool(String name) {
            super(THREADS, threads(name));
            this.name = name;
            super.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
            super.allowCoreThreadTimeOut(true);
            super.setRemoveOnCancelPolicy(true);
        }

        @Override
        protected void afterExecute(@Nullable Runnable work, @Nullable Throwable thrown) {
            super.afterExecute(work, thrown);
            if (work instanceof Future<?> future && future.isDone() && !future.isCancelled()) {
                try {
                    future.get();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (ExecutionException e) {
                    logger.warn("A task of the pool {} ended with an exception", name, e.getCause());
                }
            }
        }

        @Override
        public void shutdown() {
            refuse(name);
        }

        @Override
        public List<Runnable> shutdownNow() {
            refuse(name);
            return List.of();
        }
    }

    /** A pool for tasks that start at once. */
    private static class SharedPool extends ThreadPoolExecutor {
        private final String name;

        SharedPool(String name) {
            super(THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads(name));
            this.name = name;
            super.allowCoreThreadTimeOut(true);
        }

        @Override
        public void shutdown() {
            refuse(name);
        }

        @Override
        public List<Runnable> shutdownNow() {
            refuse(name);
            return List.of();
        }
    }
}
