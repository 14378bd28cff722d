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
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Futures;

/**
 * The time zone of the account, in which charts and events are labelled: the one selected in its profile, otherwise
 * openHAB's current zone. The profile is read once a day, or every five minutes to once an hour while it cannot be
 * read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AccountZone {
    private static final Duration LASTS = Duration.ofDays(1);
    private static final Duration RETRY = Duration.ofMinutes(5);
    /** Longest pause before a retry, and longest time to wait for a profile that was never read. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final PortalSession session;
    private final Clock clock;
    private final Provider<ZoneId> otherwise;
    private @Nullable ZoneId reported;
    private @Nullable Throwable failure;
    private Instant failingSince = Instant.MIN;
    private Instant next = Instant.MIN;
    private Duration retry = RETRY;
    private CompletableFuture<ZoneId> latest = CompletableFuture.failedFuture(new IllegalStateException());

    AccountZone(PortalSession session, Clock clock, Provider<ZoneId> otherwise) {
        this.session = session;
        this.clock = clock;
        this.otherwise = otherwise;
    }

    /**
     * @return the zone; fails while the profile was never read and cannot be read, for an hour at most, because a wrong
     *         zone makes the history wrong
     */
    synchronized CompletableFuture<ZoneId> zone() {
        if (!latest.isDone()) {
            return latest;
        }
        if (clock.instant().isBefore(next)) {
            return known();
        }
        latest = session.page("/myprofile").handle(this::read).thenCompose(zone -> zone);
        return latest;
    }

    private synchronized CompletableFuture<ZoneId> read(@Nullable String profile, @Nullable Throwable problem) {
        Instant now = clock.instant();
        if (problem == null || Futures.failedAs(FailureKind.UNEXPECTED, problem)) {
            // a page that cannot be parsed counts as one without a selected zone
            failure = null;
            retry = RETRY;
            next = now.plus(LASTS);
        } else {
            failingSince = failure == null ? now : failingSince;
            failure = Futures.cause(problem);
            next = now.plus(retry);
            retry = PortalSession.shorter(retry.multipliedBy(2), PATIENCE);
        }
        if (profile != null) {
            reported = AccountPages.zone(profile).orElse(reported);
        }
        return known();
    }

    private CompletableFuture<ZoneId> known() {
        ZoneId reported = this.reported;
        Throwable failure = this.failure;
        if (reported == null && failure != null && clock.instant().isBefore(failingSince.plus(PATIENCE))) {
            return CompletableFuture.failedFuture(failure);
        }
        return CompletableFuture.completedFuture(reported == null ? otherwise.get() : reported);
    }
}
