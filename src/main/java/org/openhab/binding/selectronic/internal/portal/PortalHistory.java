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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * Reads the history recorded by the portal, day by day.
 *
 * @param session the session to read with
 * @param wall the time of day
 * @param zone the time zone of the charts
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record PortalHistory(PortalSession session, Clock wall, AccountZone zone) {

    /** Gateway and portal store slots of 10 minutes: an hour is complete once its last slot has had time to arrive. */
    private static final Duration HOUR_SETTLES = Duration.ofMinutes(15);
    /** A gateway that was disconnected may add data to past hours. */
    private static final Duration DAY_SETTLES = Duration.ofHours(2);
    private static final int HOURS_A_DAY = 24;

    /**
     * Reads the chart of one day. For a position within a day that day is read again; only later hours are returned,
     * and none that has not ended. For a day before the first, the portal sends the first day, recognizable by its
     * date.
     */
    CompletableFuture<HistoryPortion> portion(Unit unit, HistoryPosition after) {
        return zone.zone().thenCompose(zone -> day(unit, after, zone).thenCompose(day -> session
                .recorded("/dashboard/chartdata/" + unit.id(), "chartdate=" + day + "&range=1&intervals=48&shiftdate=0")
                .thenApply(reply -> Futures.done(() -> portion(ChartDay.read(reply.body(), day, zone), after, zone)))));
    }

    private CompletableFuture<LocalDate> day(Unit unit, HistoryPosition after, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(wall.instant(), zone);
        if (!after.equals(HistoryPosition.BEGINNING)) {
            LocalDate day = LocalDate.ofInstant(after.time(), zone);
            return CompletableFuture.completedFuture(day.isAfter(today) ? today : day);
        }
        return session.recorded("/dashboard/getdata/" + unit.id() + "?needfirst=1", null)
                .thenApply(reply -> Futures.done(() -> PortalBodies.firstDay(reply.body())).orElseGet(() -> today));
    }

    private HistoryPortion portion(ChartDay chart, HistoryPosition after, ZoneId zone) {
        Instant now = wall.instant();
        List<HistoryRecord> records = chart.settled(now.minus(HOUR_SETTLES), now.minus(DAY_SETTLES)).stream()
                .filter(record -> record.end().isAfter(after.time())).toList();
        Instant dayEnd = chart.day().plusDays(1).atStartOfDay(zone).toInstant();
        Instant reached = records.isEmpty() ? after.time() : records.get(records.size() - 1).end();
        if (dayEnd.plus(DAY_SETTLES).isBefore(now) && dayEnd.isAfter(reached)) {
            reached = dayEnd;
        }
        long days = Duration.between(reached, now).toDays();
        boolean isMore = !reached.equals(after.time()) && (days > 0 || !reached.isBefore(dayEnd));
        int left = isMore ? (int) Math.max(1, days * HOURS_A_DAY) : 0;
        return new HistoryPortion(records, HistoryPosition.at(reached), left, Optional.empty());
    }
}
