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
package org.openhab.binding.selectronic.internal.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Futures;

/**
 * Reads the system pages, which contain serial number and ratings: one after another, alongside live values, polled
 * systems first, spread out if there are many. If contact fails, the remaining pages wait for the next list.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SystemDescriptions {
    /** Number of pages read without a pause; as many as owners usually have. */
    private static final int FEW = 5;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PortalSession session;
    private final AccountQueue line;
    private final Clock clock;
    private final ScheduledExecutorService executor;
    private final Duration patience;
    private final Listener listener;
    private @Nullable Run run;

    /** Receives the result. */
    interface Listener {
        /** @param unit a system whose page was read */
        void described(PortalUnit unit);

        /** Called when pages were read after the caller had stopped waiting for them. */
        void moreIsKnown();
    }

    private record Run(CompletableFuture<@Nullable Void> few, List<PortalUnit> left, BooleanSupplier hurry,
            Instant late, int read) {
        Run without(PortalUnit unit) {
            return new Run(few, left.stream().filter(other -> other != unit).toList(), hurry, late, read + 1);
        }
    }

    SystemDescriptions(PortalSession session, AccountQueue line, Clock clock, ScheduledExecutorService executor,
            Duration patience, Listener listener) {
        this.session = session;
        this.line = line;
        this.clock = clock;
        this.executor = executor;
        this.patience = patience;
        this.listener = listener;
    }

    /**
     * Starts reading, unless already running.
     *
     * @param listed the systems of the account
     * @param hurry whether a system is being searched for
     * @return completes when all pages were read, or the first few
     */
    CompletableFuture<@Nullable Void> read(List<PortalUnit> listed, BooleanSupplier hurry) {
        Run begun;
        synchronized (this) {
            Run known = run;
            if (known != null) {
                return known.few;
            }
            Instant now = clock.instant();
            begun = new Run(new CompletableFuture<>(),
                    listed.stream().filter(unit -> unit.wantsDescription(now)).toList(), hurry, now.plus(patience), 0);
            run = begun;
        }
        proceed(begun);
        return begun.few;
    }

    private void proceed(Run run) {
        Optional<PortalUnit> next = run.left.stream().min(Comparator.comparing(unit -> !unit.isFollowed()));
        if (next.isEmpty()) {
            end(run);
            return;
        }
        PortalUnit unit = next.get();
        line.aside(() -> session.askInPassing(PortalCall.page("/dashboard/" + unit.number)))
                .whenComplete((page, failure) -> {
                    if (failure != null && !Futures.failedAs(FailureKind.UNEXPECTED, failure)) {
                        end(run);
                    } else {
                        described(unit, page);
                        goOn(run.without(unit));
                    }
                });
    }

    private void described(PortalUnit unit, @Nullable Reply page) {
        unit.described(page == null ? Identity.NONE : AccountPages.identity(Html.page(page)), clock.instant());
        listener.described(unit);
    }

    private void goOn(Run run) {
        boolean pause = run.read >= FEW && !run.hurry.getAsBoolean();
        if (run.read >= FEW) {
            run.few.complete(null);
        }
        executor.schedule(() -> proceed(run), pause ? PAUSE.toNanos() : 0, TimeUnit.NANOSECONDS);
    }

    private void end(Run ended) {
        synchronized (this) {
            run = null;
        }
        ended.few.complete(null);
        if (ended.read >= FEW || ended.read > 0 && !clock.instant().isBefore(ended.late)) {
            listener.moreIsKnown();
        }
    }
}
