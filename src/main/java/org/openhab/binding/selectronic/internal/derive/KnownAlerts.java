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
package org.openhab.binding.selectronic.internal.derive;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Holds the known active alerts and the origin of their events, and converts both to and from text for storage.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class KnownAlerts {
    private static final String SINCE = "@";

    /** Origin of events. */
    enum Origin {
        /** Nothing was reported yet. */
        NONE,
        /** The codes that are polled. */
        POLL,
        /** The log of alerts. */
        LOG
    }

    private final Origin origin;
    private final Map<Integer, Optional<Instant>> alerts;

    private KnownAlerts(Origin origin, Map<Integer, Optional<Instant>> alerts) {
        this.origin = origin;
        this.alerts = alerts;
    }

    /** @return a copy with that origin of events */
    KnownAlerts copy(Origin now) {
        return new KnownAlerts(now, new LinkedHashMap<>(alerts));
    }

    Origin origin() {
        return origin;
    }

    boolean contains(int code) {
        return alerts.containsKey(code);
    }

    List<Integer> codes() {
        return List.copyOf(alerts.keySet());
    }

    /** Returns since when an alert is active, empty if unknown. */
    Optional<Instant> since(int code) {
        return alerts.getOrDefault(code, Optional.empty());
    }

    void put(int code, Optional<Instant> since) {
        alerts.put(code, since);
    }

    void remove(int code) {
        alerts.remove(code);
    }

    /** Returns the text for storage: the origin, then each code, with its start if known. */
    String stored() {
        StringBuilder text = new StringBuilder(origin.name());
        alerts.forEach((code, since) -> text.append(' ').append(code)
                .append(since.map(instant -> SINCE + instant).orElse("")));
        return text.toString();
    }

    /** Parses a stored text; any other text gives no alerts. */
    static KnownAlerts parse(@Nullable String stored) {
        Map<Integer, Optional<Instant>> alerts = new LinkedHashMap<>();
        String[] parts = (stored == null ? Origin.NONE.name() : stored).split(" ");
        try {
            for (int part = 1; part < parts.length; part++) {
                String[] alert = parts[part].split(SINCE, 2);
                alerts.put(Integer.parseInt(alert[0]),
                        alert.length > 1 ? Optional.of(Instant.parse(alert[1])) : Optional.empty());
            }
            return new KnownAlerts(Origin.valueOf(parts[0]), alerts);
        } catch (IllegalArgumentException | DateTimeException e) {
            return new KnownAlerts(Origin.NONE, new LinkedHashMap<>());
        }
    }
}
