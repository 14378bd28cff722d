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
import java.util.concurrent.CompletionException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.Reply;
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
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);
    /** Longest time to wait for a profile that cannot be read, because a wrong zone makes history wrong. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final PortalSession session;
    private final AccountQueue line;
    private final Clock clock;
    private final PortalSource.ZoneChoice otherwise;
    private @Nullable ZoneId reported;
    private @Nullable Throwable failure;
    private @Nullable Instant failingSince;
    private Instant next = Instant.MIN;
    private Duration retry = RETRY;
    private @Nullable CompletableFuture<ZoneId> underWay;

    AccountZone(PortalSession session, AccountQueue line, Clock clock, PortalSource.ZoneChoice otherwise) {
        this.session = session;
        this.line = line;
        this.clock = clock;
        this.otherwise = otherwise;
    }

    /** @return the zone; fails while the profile was never read and cannot be read, for an hour at most */
    synchronized CompletableFuture<ZoneId> zone() {
        CompletableFuture<ZoneId> asked = underWay;
        if (asked != null) {
            return asked;
        }
        if (clock.instant().isBefore(next)) {
            return known();
        }
        CompletableFuture<ZoneId> answer = new CompletableFuture<>();
        underWay = answer;
        line.aside(() -> session.askInPassing(PortalCall.page("/myprofile"))).handle(this::read)
                .thenCompose(zone -> zone).whenComplete((zone, failure) -> {
                    if (failure == null) {
                        answer.complete(zone);
                    } else {
                        answer.completeExceptionally(new CompletionException(Futures.cause(failure)));
                    }
                });
        return answer;
    }

    private synchronized CompletableFuture<ZoneId> read(@Nullable Reply profile, @Nullable Throwable failure) {
        Instant now = clock.instant();
        underWay = null;
        // a page that cannot be parsed counts as one without a selected zone
        boolean had = failure == null || Futures.failedAs(FailureKind.UNEXPECTED, failure);
        next = now.plus(had ? LASTS : retry);
        Duration doubled = retry.multipliedBy(2);
        retry = had ? RETRY : doubled.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : doubled;
        this.failure = had ? null : failure;
        Instant since = failingSince;
        failingSince = had ? null : since == null ? now : since;
        if (profile != null) {
            reported = AccountPages.zone(Html.page(profile)).orElse(reported);
        }
        return known();
    }

    private CompletableFuture<ZoneId> known() {
        ZoneId reported = this.reported;
        Throwable failure = this.failure;
        Instant since = failingSince;
        if (reported != null) {
            return CompletableFuture.completedFuture(reported);
        }
        return failure == null || since == null || !clock.instant().isBefore(since.plus(PATIENCE))
                ? CompletableFuture.completedFuture(otherwise.zone())
                : CompletableFuture.failedFuture(failure);
    }
}
