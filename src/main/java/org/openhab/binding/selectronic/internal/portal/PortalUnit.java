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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.AlertCodes;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Notes;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * What is remembered of one system of the account.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalUnit {
    final String number;
    /** How its owner has named it, blank if he has not. */
    volatile String name = "";
    /** A page that does not tell the serial number is taken for the whole truth for so long at the end. */
    private static final Duration LONGEST_LASTING = Duration.ofDays(1);
    private final EventLog events;
    private @Nullable Identity identity;
    private boolean followed;
    private @Nullable Instant eventsAt;
    /** When the page of events was understood last, null if it was not yet. */
    private @Nullable Instant pageAt;
    private ZoneId eventZone = ZoneOffset.UTC;
    private boolean pageFailed;
    private List<Integer> activeAlerts = List.of();
    private double alertCode;
    private Instant describedAt = Instant.EPOCH;
    private Duration descriptionLasts = Duration.ofMinutes(10);
    private Instant lookedUpAt = Instant.EPOCH;

    PortalUnit(String number) {
        this.number = number;
        this.events = new EventLog(number);
    }

    /**
     * Whether its page is to be read now: because it was not, or because it did not tell who the unit is and may have
     * been another page at a bad time.
     */
    synchronized boolean wantsDescription(Instant now) {
        Identity known = identity;
        return known == null || known.serialNumber() == null && !now.isBefore(describedAt.plus(descriptionLasts));
    }

    /** Keeps what its page tells. */
    synchronized void described(Identity told, Instant now) {
        Duration doubled = descriptionLasts.multipliedBy(2);
        descriptionLasts = identity == null || doubled.compareTo(LONGEST_LASTING) > 0 ? descriptionLasts : doubled;
        identity = told;
        describedAt = now;
    }

    synchronized boolean isDescribed() {
        return identity != null;
    }

    /** What its page tells, or as good as nothing. */
    synchronized Identity identity() {
        Identity known = identity;
        return known == null ? Identity.NONE : known;
    }

    /** Somebody follows it, or nobody any more; tells whether somebody did before. */
    synchronized boolean follow(boolean follow) {
        boolean before = followed;
        followed = follow;
        return before;
    }

    /** Whether somebody follows it. */
    synchronized boolean isFollowed() {
        return followed;
    }

    /**
     * Whether its events are to be read now: because they were not for long, or because its alert is another, which
     * counts once in that time.
     *
     * @param code the code of the alert that stands, NaN if not known
     */
    synchronized boolean wantsEvents(Instant now, Instant longAgo, double code) {
        Instant last = eventsAt;
        boolean changed = !Double.isNaN(code) && code != alertCode && lookedUpAt.isBefore(longAgo);
        lookedUpAt = changed ? now : lookedUpAt;
        alertCode = Double.isNaN(code) ? alertCode : code;
        boolean wanted = changed || last == null || last.isBefore(longAgo);
        eventsAt = wanted ? now : last;
        return wanted;
    }

    /** Its events were not asked for, and are wanted with the next sample. */
    synchronized void eventsWait() {
        eventsAt = null;
    }

    /**
     * Takes in what the page of events tells.
     *
     * @param now when it was read
     * @param page all events of the inverter, newest first
     * @param zone the zone of the account
     */
    synchronized void pageRead(Instant now, List<PortalEvent> page, ZoneId zone) {
        events.read(page);
        activeAlerts = page.stream().filter(event -> event.cleared() == null).map(PortalEvent::code)
                .filter(code -> !AlertCodes.isOneShot(code)).distinct().toList();
        eventZone = zone;
        pageAt = now;
    }

    /** The page of events could not be had or understood. */
    synchronized void pageFailed() {
        pageFailed = true;
    }

    /**
     * Adds what the page of events tells to a sample. As long as it is not known whether the page can be read, alerts
     * are awaited from it; a page that could not be read for long tells of no alerts any more.
     *
     * @param sample a sample
     * @param longAgo how old the page may be
     * @param readers the notes of each reader of events, by its name
     * @param wall the time of day
     * @return the sample with the active alerts of the page, and with what is news on it for each reader
     */
    synchronized Sample withEvents(Sample sample, Instant longAgo, Map<String, Notes> readers, Instant wall) {
        Instant read = pageAt;
        if (read == null || read.isBefore(longAgo)) {
            return pageFailed
                    ? sample
                    : new Sample(sample.way(), sample.time(), sample.sourceNow(),
                            sample.responseTime(), sample.values(), List.of());
        }
        Sample listed = sample.with(Map.of(Quantity.ALERTS_STANDING, new Value.Alerts(activeAlerts)));
        return new Sample(sample.way(), sample.time(), sample.sourceNow(), sample.responseTime(), listed.values(),
                List.of(), true, events.news(readers, eventZone, wall));
    }
}
