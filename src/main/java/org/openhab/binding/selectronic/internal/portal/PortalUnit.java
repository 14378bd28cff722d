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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;

/**
 * What is remembered of one system of the account.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalUnit {
    final String number;
    final EventLog events = new EventLog();
    /** How its owner has named it, blank if he has not. */
    volatile String name = "";
    /** What its page tells, null while it was not read. */
    volatile @Nullable Identity identity;
    private final List<UnitEvent> news = new ArrayList<>();
    private @Nullable Instant readAt;
    private @Nullable Instant eventsAt;
    private double alertCode;
    private Instant describedAt = Instant.EPOCH;

    PortalUnit(String number) {
        this.number = number;
    }

    /**
     * Whether its page is to be read now: because it was not, or because it did not tell who the unit is and may have
     * been another page at a bad time.
     */
    synchronized boolean wantsDescription(Instant now, Instant longAgo) {
        Identity known = identity;
        boolean wanted = known == null || known.serialNumber() == null && describedAt.isBefore(longAgo);
        describedAt = wanted ? now : describedAt;
        return wanted;
    }

    /** What its page tells, or as good as nothing. */
    Identity identity() {
        Identity known = identity;
        return known == null ? Identity.NONE : known;
    }

    /** Tells when it was read before, null if it was not since the last trouble. */
    synchronized @Nullable Instant readAt(@Nullable Instant now) {
        Instant before = readAt;
        readAt = now;
        return before;
    }

    /** Whether somebody follows it. */
    synchronized boolean isFollowed() {
        return readAt != null;
    }

    /**
     * Whether its events are to be read now: because they were not for long, or because its alert is another.
     *
     * @param code the code of the alert that stands, NaN if not known
     */
    synchronized boolean wantsEvents(Instant now, Instant longAgo, double code) {
        Instant last = eventsAt;
        boolean changed = !Double.isNaN(code) && code != alertCode;
        alertCode = Double.isNaN(code) ? alertCode : code;
        boolean wanted = changed || last == null || last.isBefore(longAgo);
        eventsAt = wanted ? now : last;
        return wanted;
    }

    synchronized void add(List<UnitEvent> more) {
        news.addAll(more);
    }

    /** What has happened and was not told yet. */
    synchronized List<UnitEvent> takeNews() {
        List<UnitEvent> taken = List.copyOf(news);
        news.clear();
        return taken;
    }
}
