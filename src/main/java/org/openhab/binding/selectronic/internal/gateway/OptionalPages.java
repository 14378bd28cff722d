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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.source.Deferred;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Reads pages that can be done without, one after the other. They never hold up what cannot be done without: a list
 * waits for them a moment at most, and a request for live values breaks off the page that is still under way.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class OptionalPages {
    /** A page that is broken off after this time counts as one that does not come. */
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
     * @param path where it is
     * @param known whether it was read before
     * @param reader takes from it what there is in it
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
     * @param server asks for one
     * @param failing the paths of those that did not come last time, kept up to date; they are not waited for
     */
    OptionalPages(List<Page> pages, Function<String, CompletableFuture<Reply>> server, Set<String> failing) {
        this.pages = pages;
        this.server = server;
        this.failing = failing;
    }

    /** @return whether all have been read or tried */
    boolean isOver() {
        return over;
    }

    /**
     * @param patience how long at most
     * @return completes when all pages have been read that did not fail last time
     */
    CompletableFuture<@Nullable Void> wait(Duration patience) {
        return waiting.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).copy();
    }

    /** Breaks off what nobody waits for any more, because something more important is to be asked. */
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

    /** Reads on until an answer has to be waited for, or to the end. */
    void next() {
        for (Page page = take(); page != null; page = take()) {
            Page asked = page;
            CompletableFuture<Boolean> read = ask(page).thenApply(answer -> Deferred.done(() -> {
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
        CompletableFuture<Reply> request = server.apply(page.path);
        underWay = request;
        underWaySince = System.nanoTime();
        return request;
    }

    private synchronized void note(Page page, boolean come) {
        CompletableFuture<Reply> request = underWay;
        if (come) {
            failing.remove(page.path);
        } else if (request == null || !request.isCancelled()
                || System.nanoTime() - underWaySince > SLOW.toNanos()) {
            failing.add(page.path);
        }
    }
}
