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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the events page of one system every five minutes, and when its alert code has changed. Its content is added to
 * the samples that follow. A page that cannot be read or parsed adds nothing.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SystemEvents {
    private static final Duration INTERVAL = Duration.ofMinutes(5).minusSeconds(10);
    /** The content of the page expires after this time if the page cannot be read again. */
    private static final Duration PAGE_LASTS = Duration.ofHours(1);

    private final Logger logger = LoggerFactory.getLogger(SystemEvents.class);
    private final String number;
    private final PortalSession session;
    private final AccountZone accountZone;
    private final Timing timing;
    private final EventLog log;
    private Instant requestedAt = Instant.MIN;
    /** When a changed alert code was last considered, which is done once in an interval. */
    private Instant changedAt = Instant.MIN;
    private double alertCode;
    /** When the page was last read successfully. */
    private Instant readAt = Instant.MIN;
    private ZoneId zone = ZoneOffset.UTC;
    private boolean hasFailed;
    private boolean hasWarned;

    SystemEvents(String number, PortalSession session, AccountZone accountZone, Timing timing) {
        this.number = number;
        this.session = session;
        this.accountZone = accountZone;
        this.timing = timing;
        this.log = new EventLog(number);
    }

    /**
     * Adds active alerts and events to a sample. Until the first attempt to read the page has succeeded or failed,
     * alerts are expected from it and the sample reports none.
     *
     * @param sample a sample
     * @param readers the storage of each reader of events, by its name
     * @return the sample with the active alerts of the page, and with the events that are new to each reader
     */
    synchronized Sample addTo(Sample sample, Map<String, TextStorage> readers) {
        Instant now = timing.clock().instant();
        if (isDue(now, sample.number(Quantity.ALERTS_CODE))) {
            requestedAt = now;
            read();
        }
        boolean isKnown = !readAt.isBefore(now.minus(PAGE_LASTS));
        if (!isKnown && hasFailed) {
            return sample;
        }
        Sample listed = isKnown ? sample.with(Map.of(Quantity.ALERTS_ACTIVE_LIST, new Value.Alerts(log.activeAlerts())))
                : sample;
        return new Sample(sample.connectionType(), sample.time(), sample.sourceNow(), sample.responseTime(),
                listed.values(), List.of(), true,
                isKnown ? log.newEvents(readers, zone, timing.wall().instant()) : Map.of());
    }

    /** @param code the code of the active alert, NaN if unknown */
    private boolean isDue(Instant now, double code) {
        Instant longAgo = now.minus(INTERVAL);
        boolean isChanged = !Double.isNaN(code) && code != alertCode && changedAt.isBefore(longAgo);
        changedAt = isChanged ? now : changedAt;
        alertCode = Double.isNaN(code) ? alertCode : code;
        return isChanged || requestedAt.isBefore(longAgo);
    }

    private void read() {
        accountZone.zone().handle((zone, failure) -> {
            if (failure != null) {
                requestAgain();
                return CompletableFuture.<@Nullable Void> completedFuture(null);
            }
            return session.page("/events/" + number).thenAccept(page -> parse(page, zone));
        }).thenCompose(read -> read).exceptionally(failure -> {
            failed();
            logger.debug("The events page of {} was not read", number, Futures.cause(failure));
            return null;
        });
    }

    /** Requests the page with the next sample, because its times cannot be converted now. */
    private synchronized void requestAgain() {
        requestedAt = Instant.MIN;
    }

    private synchronized void parse(String page, ZoneId zone) {
        Optional<List<PortalEvent>> events = EventsPage.read(page);
        if (events.isPresent()) {
            // the portal's own event says nothing about the inverter
            log.read(events.get().stream().filter(event -> event.code() != PortalSource.NO_CONTACT).toList());
            this.zone = zone;
            readAt = timing.clock().instant();
            return;
        }
        hasFailed = true;
        if (!hasWarned) {
            hasWarned = true;
            logger.warn("The events page of the portal cannot be parsed, so short alerts are missed. "
                    + "Please report this");
        }
    }

    private synchronized void failed() {
        hasFailed = true;
    }
}
