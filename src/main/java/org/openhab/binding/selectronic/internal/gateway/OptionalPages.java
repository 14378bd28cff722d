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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Reads optional pages one after another. They never delay required requests: a list waits only briefly for them, and a
 * request for live values cancels the page that is being read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class OptionalPages {
    /** A page cancelled after this time counts as failed. */
    private static final Duration SLOW = Duration.ofMillis(500);

    private final List<Page> pages;
    private final Function<String, CompletableFuture<Reply>> server;
    private final Set<String> failing;
    private final CompletableFuture<@Nullable Void> waiting = new CompletableFuture<>();
    private int position;
    private volatile boolean over;
    private @Nullable CompletableFuture<Reply> underWay;
    private long underWaySince;

    /**
     * A page.
     *
     * @param path its path
     * @param known whether it was read before
     * @param reader reads its content
     */
    record Page(String path, boolean known, Reader reader) {
        /** Reads an answer. */
        interface Reader {
            /**
             * @param answer the answer, whatever its status
             * @throws SourceException if it is not the page
             */
            void read(Reply answer) throws SourceException;
        }
    }

    /**
     * @param pages the pages, in the order in which they are read
     * @param server requests a page
     * @param failing the paths that failed last time, kept up to date; these pages are not waited for
     */
    OptionalPages(List<Page> pages, Function<String, CompletableFuture<Reply>> server, Set<String> failing) {
        this.pages = pages;
        this.server = server;
        this.failing = failing;
    }

    /** @return whether all pages have been read or tried */
    boolean isOver() {
        return over;
    }

    /**
     * @param patience the longest time to wait
     * @return completes when all pages that did not fail last time have been read
     */
    CompletableFuture<@Nullable Void> wait(Duration patience) {
        return waiting.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).copy();
    }

    /** Cancels the page that is no longer waited for, so that a more important request can be sent. */
    void makeWay() {
        CompletableFuture<Reply> request;
        synchronized (this) {
            request = waiting.isDone() ? underWay : null;
            position = request == null ? position : pages.size();
        }
        if (request != null) {
            request.cancel(true);
        }
    }

    /** Continues reading until an answer is pending or all pages are read. */
    void next() {
        for (Page page = take(); page != null; page = take()) {
            Page asked = page;
            CompletableFuture<Boolean> read = ask(page).thenApply(answer -> Futures.done(() -> {
                asked.reader.read(answer);
                return true;
            })).exceptionally(failure -> false);
            if (!read.isDone()) {
                read.thenAccept(come -> {
                    note(asked, come);
                    next();
                });
                return;
            }
            note(page, read.join());
        }
        over = true;
        waiting.complete(null);
    }

    private synchronized @Nullable Page take() {
        underWay = null;
        Page page = position < pages.size() ? pages.get(position++) : null;
        if (page != null && failing.contains(page.path)) {
            waiting.complete(null);
        }
        return page;
    }

    private synchronized CompletableFuture<Reply> ask(Page page) {
        CompletableFuture<Reply> request = Objects.requireNonNull(server.apply(page.path));
        underWay = request;
        underWaySince = System.nanoTime();
        return request;
    }

    private synchronized void note(Page page, boolean come) {
        CompletableFuture<Reply> request = underWay;
        if (come) {
            failing.remove(page.path);
        } else if (request == null || !request.isCancelled() || System.nanoTime() - underWaySince > SLOW.toNanos()) {
            failing.add(page.path);
        }
    }
}
