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

import static org.openhab.binding.selectronic.internal.model.Quantity.ALERTS_ACTIVE;
import static org.openhab.binding.selectronic.internal.model.Quantity.ALERTS_CODE;
import static org.openhab.binding.selectronic.internal.model.Quantity.ALERTS_SINCE;
import static org.openhab.binding.selectronic.internal.model.Quantity.ALERTS_STANDING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * The alerts that stand, and when they change. The same alert may be told twice, by the code that is polled and by a
 * record in a log or on a page, in either order and some time apart: it is one event. What a poll finds standing at the
 * first sample was there before us and is no event; what was recorded since openHAB looked last, before a restart, is.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class AlertWatch {
    /** So long after a change that was polled, its record is taken for the same: the portal's page lags by minutes. */
    private static final Duration SAME = Duration.ofMinutes(30);
    /** So long a list of codes that was read may be older than a record. */
    private static final Duration LIST_LAGS = Duration.ofMinutes(5);

    private final Map<Integer, Standing> standing = new LinkedHashMap<>();
    /** Changes that were polled and whose record is still to come. */
    private final Map<Integer, Instant> raisedUnrecorded = new HashMap<>(), clearedUnrecorded = new HashMap<>();
    /** Codes that a record has cleared while the list still shows them. */
    private final Map<Integer, Instant> clearedStillListed = new HashMap<>();
    private boolean known;

    /** An alert that stands: since when, when we heard of it, and whether it was ever polled. */
    private record Standing(Instant since, Instant heard, boolean polled) {
    }

    /**
     * @param sample a new sample
     * @param values what the alert's figures are added to; nothing is added where the sample does not tell of alerts
     * @return what has changed, in the order of time
     */
    public List<UnitEvent> observe(Sample sample, Map<Quantity, Value> values) {
        List<UnitEvent> changes = new ArrayList<>();
        for (UnitEvent event : sample.events()) {
            if (event.type() == Type.ALERT_RAISED && !(event.old() && isOverruled(event.code(), sample))) {
                recordedRaise(event, sample.time(), changes);
            } else if (event.type() == Type.ALERT_CLEARED) {
                recordedClear(event, sample.time(), changes);
            }
        }
        Value told = sample.values().get(ALERTS_CODE);
        OptionalDouble code = sample.number(ALERTS_CODE);
        if (code.isPresent()) {
            polled(codes(sample, (int) code.getAsDouble()), sample, known ? changes : new ArrayList<>());
            known = true;
        }
        if (told != null || !sample.events().isEmpty()) {
            addFigures(told, code, values);
        }
        return changes;
    }

    /** Of the past the whole list of what stands knows more than a record of a raising. */
    private static boolean isOverruled(int code, Sample sample) {
        return sample.values().get(ALERTS_STANDING) instanceof Value.Alerts list && !list.codes().contains(code);
    }

    private static Set<Integer> codes(Sample sample, int code) {
        if (sample.values().get(ALERTS_STANDING) instanceof Value.Alerts list) {
            return Set.copyOf(list.codes());
        }
        return code == 0 ? Set.of() : Set.of(code);
    }

    private void recordedRaise(UnitEvent event, Instant now, List<UnitEvent> changes) {
        int code = event.code();
        clearedStillListed.remove(code);
        boolean same = isRecent(raisedUnrecorded.remove(code), now);
        Standing before = standing.get(code);
        if (before != null) {
            // the record knows better than the poll when it began
            standing.put(code, new Standing(event.time(), before.heard(), before.polled()));
        } else if (!same) {
            standing.put(code, new Standing(event.time(), now, false));
        }
        if (before == null && !same && !event.old()) {
            changes.add(event);
        }
    }

    private void recordedClear(UnitEvent event, Instant now, List<UnitEvent> changes) {
        int code = event.code();
        boolean same = isRecent(clearedUnrecorded.remove(code), now);
        // what stood before a restart is not known at the first sample
        if (standing.remove(code) != null || !known) {
            clearedStillListed.put(code, now);
            if (!same && !event.old()) {
                changes.add(event);
            }
        }
    }

    private void polled(Set<Integer> codes, Sample sample, List<UnitEvent> changes) {
        Instant now = sample.time();
        boolean whole = sample.values().get(ALERTS_STANDING) instanceof Value.Alerts;
        clearedStillListed.keySet().retainAll(codes);
        for (int code : List.copyOf(standing.keySet())) {
            Standing alert = standing.get(code);
            boolean gone = alert != null && !codes.contains(code)
                    && (alert.polled() || whole && !isYounger(alert.heard(), now, LIST_LAGS));
            if (gone) {
                standing.remove(code);
                clearedUnrecorded.put(code, now);
                changes.add(new UnitEvent(Type.ALERT_CLEARED, code, now, false, Map.of()));
            }
        }
        for (int code : codes) {
            Standing alert = standing.get(code);
            Instant ended = clearedStillListed.get(code);
            if (alert != null) {
                standing.put(code, new Standing(alert.since(), alert.heard(), true));
            } else if (ended == null || !isYounger(ended, now, LIST_LAGS)) {
                clearedStillListed.remove(code);
                Instant since = since(sample);
                standing.put(code, new Standing(since, now, true));
                raisedUnrecorded.put(code, now);
                changes.add(new UnitEvent(Type.ALERT_RAISED, code, since, false, Map.of()));
            }
        }
    }

    private static Instant since(Sample sample) {
        return sample.values().get(ALERTS_SINCE) instanceof Value.Moment moment ? moment.instant() : sample.time();
    }

    private void addFigures(@Nullable Value told, OptionalDouble polled, Map<Quantity, Value> values) {
        if (told != null && polled.isEmpty() && standing.isEmpty()) {
            values.put(ALERTS_ACTIVE, Value.UNKNOWN);
            values.put(ALERTS_SINCE, Value.UNKNOWN);
            return;
        }
        int first = standing.isEmpty() ? 0 : standing.keySet().iterator().next();
        int code = polled.isPresent() && standing.containsKey((int) polled.getAsDouble())
                ? (int) polled.getAsDouble()
                : first;
        Standing alert = standing.get(code);
        values.put(ALERTS_ACTIVE, Value.of(alert != null));
        values.put(ALERTS_SINCE, alert == null ? Value.UNKNOWN : Value.of(alert.since()));
        if (polled.isEmpty() || polled.getAsDouble() != code) {
            values.put(ALERTS_CODE, Value.of((double) code));
        }
    }

    private static boolean isRecent(@Nullable Instant before, Instant now) {
        return before != null && isYounger(before, now, SAME);
    }

    private static boolean isYounger(Instant before, Instant now, Duration age) {
        return Duration.between(before, now).compareTo(age) < 0;
    }
}
