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
package org.openhab.binding.selectronic.internal.gateway;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.Reply;

/**
 * Reads optional pages one after another: unknown ones first, those that failed last time at the end. They never delay
 * required requests: a list waits only briefly for them, and a request for live values cancels the page that is being
 * read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class OptionalPages {
    /** Longest time that a list waits. Reading continues afterwards. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** A page cancelled after this time counts as failed. */
    private static final Duration SLOW = Duration.ofMillis(500);

    private final Function<String, CompletableFuture<Reply>> server;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Queue<Page> left = new ArrayDeque<>();
    private CompletableFuture<@Nullable Void> awaited = CompletableFuture.completedFuture(null);
    private @Nullable CompletableFuture<Reply> request;
    private boolean isReading;

    /**
     * A page.
     *
     * @param path its path
     * @param known whether it was read before
     * @param reader reads an answer of any status; throws if it is not the page
     */
    record Page(String path, boolean known, Consumer<Reply> reader) {
    }

    /** @param server requests a page; cancelling its future aborts the request */
    OptionalPages(Function<String, CompletableFuture<Reply>> server) {
        this.server = server;
    }

    /**
     * Starts reading, unless earlier pages are still being read.
     *
     * @param pages the pages
     * @return completes when all pages that did not fail last time have been read, or after a second
     */
    CompletableFuture<@Nullable Void> read(List<Page> pages) {
        CompletableFuture<@Nullable Void> all;
        boolean starts;
        synchronized (this) {
            starts = !isReading;
            if (starts) {
                isReading = true;
                awaited = new CompletableFuture<>();
                failing.retainAll(pages.stream().map(Page::path).toList());
                pages.stream().sorted(
                        Comparator.comparing((Page page) -> failing.contains(page.path)).thenComparing(Page::known))
                        .forEach(left::add);
            }
            all = awaited;
        }
        if (starts) {
            next();
        }
        return all.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).copy();
    }

    private void next() {
        CompletableFuture<@Nullable Void> all;
        @Nullable
        Page page;
        synchronized (this) {
            all = awaited;
            request = null;
            page = left.poll();
            isReading = page != null;
        }
        if (page == null || failing.contains(page.path)) {
            all.complete(null);
        }
        if (page != null) {
            request(page);
        }
    }

    private void request(Page page) {
        long begin = System.nanoTime();
        CompletableFuture<Reply> sent = Objects.requireNonNull(server.apply(page.path));
        synchronized (this) {
            request = sent;
        }
        sent.thenAccept(page.reader).whenComplete((read, failure) -> {
            if (failure == null) {
                failing.remove(page.path);
            } else if (!sent.isCancelled() || System.nanoTime() - begin > SLOW.toNanos()) {
                failing.add(page.path);
            }
            next();
        });
    }

    /** Cancels the pages that are no longer waited for, so that a more important request can be sent. */
    void cancel() {
        CompletableFuture<Reply> sent;
        synchronized (this) {
            sent = awaited.isDone() ? request : null;
            if (sent != null) {
                left.clear();
            }
        }
        if (sent != null) {
            sent.cancel(true);
        }
    }
}
