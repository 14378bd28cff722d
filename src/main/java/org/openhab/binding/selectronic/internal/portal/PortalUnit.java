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
import org.openhab.binding.selectronic.internal.model.EventCodes;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Holds what is known about one system of the account.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalUnit {
    final String number;
    /** Name given by the owner, blank if there is none. */
    volatile String name = "";
    /** Longest time before a system page without a serial number is read again. */
    private static final Duration LONGEST_LASTING = Duration.ofDays(1);
    private final EventLog events;
    private @Nullable Identity identity;
    private boolean followed;
    private @Nullable Instant eventsAt;
    /** When the events page was last read successfully, null if never. */
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
     * Returns whether to read the system page now: if it was not read yet, or if it contained no serial number some
     * time ago (the portal may have sent another page because of an outage).
     */
    synchronized boolean wantsDescription(Instant now) {
        Identity known = identity;
        return known == null || known.serialNumber() == null && !now.isBefore(describedAt.plus(descriptionLasts));
    }

    /** Stores the content of the system page. */
    synchronized void described(Identity reported, Instant now) {
        Duration doubled = descriptionLasts.multipliedBy(2);
        descriptionLasts = identity == null || doubled.compareTo(LONGEST_LASTING) > 0 ? descriptionLasts : doubled;
        identity = reported;
        describedAt = now;
    }

    synchronized boolean isDescribed() {
        return identity != null;
    }

    /** Returns the content of the system page, or {@link Identity#NONE} if it was not read yet. */
    synchronized Identity identity() {
        Identity known = identity;
        return known == null ? Identity.NONE : known;
    }

    /** Sets whether the system is polled. Returns whether it was polled before. */
    synchronized boolean follow(boolean follow) {
        boolean before = followed;
        followed = follow;
        return before;
    }

    /** Returns whether the system is polled. */
    synchronized boolean isFollowed() {
        return followed;
    }

    /**
     * Returns whether to read the events now: if the last read is too long ago, or if the alert code has changed
     * (considered once within that time).
     *
     * @param code the code of the active alert, NaN if unknown
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

    /** Requests the events with the next sample, because they could not be requested now. */
    synchronized void eventsWait() {
        eventsAt = null;
    }

    /**
     * Stores the content of the events page.
     *
     * @param now when it was read
     * @param page all events of the inverter, newest first
     * @param zone the zone of the account
     */
    synchronized void pageRead(Instant now, List<PortalEvent> page, ZoneId zone) {
        events.read(page);
        activeAlerts = page.stream().filter(event -> event.cleared() == null).map(PortalEvent::code)
                .filter(code -> !EventCodes.isOneShot(code)).distinct().toList();
        eventZone = zone;
        pageAt = now;
    }

    /** Records that the events page could not be read or parsed. */
    synchronized void pageFailed() {
        pageFailed = true;
    }

    /**
     * Adds the content of the events page to a sample. Until the first attempt to read the page has succeeded or
     * failed, alerts are expected from it and the sample reports none. A page that is too old adds nothing.
     *
     * @param sample a sample
     * @param longAgo how old the page may be
     * @param readers the storage of each reader of events, by its name
     * @param wall the time of day
     * @return the sample with the active alerts of the page, and with the events that are new to each reader
     */
    synchronized Sample withEvents(Sample sample, Instant longAgo, Map<String, TextStorage> readers, Instant wall) {
        Instant read = pageAt;
        if (read == null || read.isBefore(longAgo)) {
            return pageFailed ? sample
                    : new Sample(sample.connectionType(), sample.time(), sample.sourceNow(), sample.responseTime(),
                            sample.values(), List.of());
        }
        Sample listed = sample.with(Map.of(Quantity.ALERTS_ACTIVE_LIST, new Value.Alerts(activeAlerts)));
        return new Sample(sample.connectionType(), sample.time(), sample.sourceNow(), sample.responseTime(),
                listed.values(), List.of(), true, events.newEvents(readers, eventZone, wall));
    }
}
