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
package org.openhab.binding.selectronic.internal.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the gaps of a log from the portal. Each call reads one day at most, so that a gap of months is no load.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class HistoryFill {
    private final Logger logger = LoggerFactory.getLogger(HistoryFill.class);
    private final HistoryReader log;
    private final HistorySource portal;
    private final Duration retry;
    private final Executor executor;
    private final Clock steady;

    private boolean underWay;
    private Instant next = Instant.MIN;

    /**
     * @param log reads the log
     * @param portal the history of the portal
     * @param retry the time to wait after a failure, or while the portal is not that far
     * @param executor processes the portions
     * @param steady a monotonic clock
     */
    public HistoryFill(HistoryReader log, HistorySource portal, Duration retry, Executor executor, Clock steady) {
        this.log = log;
        this.portal = portal;
        this.retry = retry;
        this.executor = executor;
        this.steady = steady;
    }

    /** @return whether the log has a gap that the portal may fill */
    public boolean isWanted() {
        return log.openGap().isPresent();
    }

    /**
     * Reads the next day of a gap. Call this after each successful read of the unit.
     *
     * @param unit the unit on the portal
     */
    public void follow(Unit unit) {
        begin().ifPresent(gap -> CompletableFuture.completedFuture(unit)
                .thenCompose(known -> portal.history(known, HistoryPosition.at(gap.reached())))
                .thenApplyAsync(portion -> log.fill(gap, portion), executor).whenComplete(this::end));
    }

    private synchronized Optional<HistoryGap> begin() {
        Optional<HistoryGap> gap = underWay || steady.instant().isBefore(next) ? Optional.empty() : log.openGap();
        underWay |= gap.isPresent();
        return gap;
    }

    private synchronized void end(@Nullable Boolean further, @Nullable Throwable failure) {
        if (failure != null) {
            logger.debug("A gap of the log was not filled", log.reason(Futures.cause(failure)));
        }
        if (!Boolean.TRUE.equals(further)) {
            next = steady.instant().plus(retry);
        }
        underWay = false;
    }
}
