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

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.derive.ObservedTime.Link;
import org.openhab.binding.selectronic.internal.model.EventCodes;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Determines which alerts are active and since when, and reports when they are raised and cleared.
 * <p>
 * Events have one source: the alert log where it can be read, otherwise the polled codes. With the log as source,
 * polled codes only show the active alerts. When the log becomes the source, events that polling has already reported
 * are not repeated. The state is stored, so that a restart neither repeats nor loses an event and keeps the time since
 * when an alert is active. A start that was neither reported nor observed stays unknown. One-shot alerts are events
 * only and never active.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AlertMonitor {
    /** The code that devices report while no alert is active. */
    private static final int NO_ALERT = 0;

    private static final String ALERTS = "active alerts", SINCE = "@";

    private final TextStorage storage;
    private final ObservedTime time;
    private EventSource source = EventSource.NONE;
    /** The active alerts as far as they are known, each with its start or {@link Value#UNKNOWN}. */
    private final Map<Integer, Value> alerts = new LinkedHashMap<>();
    /**
     * Codes reported by polling since the log can no longer be read; null if polling became the source before a
     * restart.
     */
    private @Nullable Set<Integer> reportedByPolls;
    private boolean listed;

    /** The source of events. The names are stored. */
    private enum EventSource {
        /** Nothing was reported yet. */
        NONE,
        /** The codes that are polled. */
        POLL,
        /** The log of alerts. */
        LOG
    }

    /** The active codes of a sample, whether it contains alerts at all, and whether the list is complete. */
    private record Polled(Set<Integer> codes, boolean reported, boolean whole) {
        static Polled of(Sample sample) {
            Set<Integer> codes = new LinkedHashSet<>();
            double code = sample.number(ALERTS_CODE);
            boolean single = Double.isFinite(code), listed = false;
            if (single && code != NO_ALERT) {
                codes.add((int) code);
            }
            if (sample.values().get(ALERTS_ACTIVE_LIST) instanceof Value.Alerts list) {
                codes.addAll(list.codes());
                listed = true;
            }
            // with a log, a single code is one of several alerts that may be active
            return new Polled(codes, listed || single, listed || single && !sample.alertsLogged());
        }
    }

    /**
     * @param storage stores the state across restarts
     * @param time determines which samples follow each other without a gap
     */
    AlertMonitor(TextStorage storage, ObservedTime time) {
        this.storage = storage;
        this.time = time;
        String stored = storage.get(ALERTS);
        String[] parts = (stored == null ? EventSource.NONE.name() : stored).split(" ");
        try {
            for (int part = 1; part < parts.length; part++) {
                String[] alert = parts[part].split(SINCE, 2);
                alerts.put(Integer.parseInt(alert[0]),
                        alert.length > 1 ? Value.of(Instant.parse(alert[1])) : Value.UNKNOWN);
            }
            source = EventSource.valueOf(parts[0]);
        } catch (IllegalArgumentException | DateTimeException e) {
            // not our text, so nothing is known
            alerts.clear();
        }
    }

    /** Stores the source of events, then each code, with its start if known. */
    private void store() {
        StringBuilder text = new StringBuilder(source.name());
        alerts.forEach((code, since) -> text.append(' ').append(code)
                .append(since instanceof Value.Moment ? SINCE + since : ""));
        storage.keep(ALERTS, text.toString());
    }

    /**
     * @param sample a new sample
     * @param values receives the alert values; nothing is added if the sample contains no alerts
     * @return the alerts raised and cleared, in order of time
     */
    List<UnitEvent> observe(Sample sample, Map<Quantity, Value> values) {
        EventSource before = source;
        Polled polled = Polled.of(sample);
        source = sample.alertsLogged() ? EventSource.LOG : polled.reported() ? EventSource.POLL : before;
        if (source == EventSource.POLL && before != EventSource.POLL) {
            reportedByPolls = new HashSet<>();
        }
        Set<Integer> reported = reportedByPolls;
        Set<Integer> known = Set.copyOf(alerts.keySet());
        Set<Integer> settled = new HashSet<>();
        List<UnitEvent> changes = new ArrayList<>();
        if (source == EventSource.LOG) {
            changes.addAll(logged(sample, polled, settled, before == EventSource.LOG));
            if (before == EventSource.POLL) {
                List<UnitEvent> all = List.copyOf(changes);
                changes.removeIf(event -> (reported == null || reported.contains(event.code()))
                        && !isUnreported(event, all, known));
            }
        }
        if (polled.whole()) {
            boolean isSource = before != EventSource.NONE && (before == EventSource.POLL || source == EventSource.POLL);
            // after a restart the list shows which alerts were cleared, even if the log does not reach back that far
            boolean reportsCleared = isSource || before == EventSource.LOG && !listed;
            listed = true;
            for (int code : List.copyOf(alerts.keySet())) {
                if (!polled.codes().contains(code) && !settled.contains(code)) {
                    alerts.remove(code);
                    if (reportsCleared && known.contains(code) && !EventCodes.isOneShot(code)) {
                        changes.add(new UnitEvent(Type.ALERT_CLEARED, code, sample.time(), false, Map.of()));
                    }
                }
            }
            List<UnitEvent> raised = raised(sample, polled, settled);
            if (isSource) {
                changes.addAll(raised);
            }
        }
        if (reported != null && source == EventSource.POLL) {
            changes.forEach(event -> reported.add(event.code()));
            reported.addAll(alerts.keySet());
        }
        store();
        addValues(sample, polled, values);
        return changes;
    }

    /**
     * Returns whether an event of the log was not reported by polling although another one with its code was: it is the
     * last one of its code and differs from what polling knew.
     */
    private static boolean isUnreported(UnitEvent event, List<UnitEvent> all, Set<Integer> known) {
        boolean last = all.stream().filter(other -> other.code() == event.code()).reduce((one, other) -> other)
                .filter(event::equals).isPresent();
        return last && !EventCodes.isOneShot(event.code())
                && known.contains(event.code()) == (event.type() == Type.ALERT_CLEARED);
    }

    /**
     * Returns the new events of the log; each entry is a separate event. An old entry is reported too if an alert was
     * raised or cleared during a gap: if the alert was known to be active and is now cleared, or if the sample shows
     * that it is now active. An alert both raised and cleared during the gap is not reported.
     */
    private List<UnitEvent> logged(Sample sample, Polled polled, Set<Integer> settled, boolean remembered) {
        List<UnitEvent> newEvents = new ArrayList<>();
        Set<Integer> wereActive = new HashSet<>(alerts.keySet());
        Set<Integer> raised = new HashSet<>();
        for (UnitEvent event : sample.events()) {
            int code = event.code();
            boolean missed = false;
            if (event.type() == Type.OPERATION) {
                continue;
            } else if (event.type() == Type.ALERT_CLEARED) {
                alerts.remove(code);
                missed = wereActive.remove(code);
            } else if (!EventCodes.isOneShot(code)) {
                missed = !alerts.containsKey(code) && polled.whole() && polled.codes().contains(code)
                        && raised.add(code);
                alerts.put(code, Value.of(event.time()));
            }
            if (!event.old()) {
                // the codes may have been read just before the log
                settled.add(code);
            }
            if (!event.old() || remembered && missed) {
                newEvents.add(event);
            }
        }
        return newEvents;
    }

    /** Adds the polled alerts that are not known yet, and returns them as events. */
    private List<UnitEvent> raised(Sample sample, Polled polled, Set<Integer> settled) {
        boolean follows = time.next(sample) != Link.NONE;
        List<UnitEvent> raised = new ArrayList<>();
        for (int code : polled.codes()) {
            Value since = since(code, sample);
            if (alerts.containsKey(code)) {
                if (since instanceof Value.Moment) {
                    alerts.put(code, since);
                }
            } else if (!settled.contains(code)) {
                Instant start = since instanceof Value.Moment moment ? moment.instant() : sample.time();
                // an alert that was observed to start begins now; the start of one found after a gap is unknown
                alerts.put(code, follows ? Value.of(start) : since);
                raised.add(new UnitEvent(Type.ALERT_RAISED, code, start, false, Map.of()));
            }
        }
        return raised;
    }

    /** Returns since when an alert is active as reported by the device. */
    private static Value since(int code, Sample sample) {
        return sample.number(ALERTS_CODE) == code && sample.values().get(ALERTS_SINCE) instanceof Value.Moment since
                ? since
                : Value.UNKNOWN;
    }

    private void addValues(Sample sample, Polled polled, Map<Quantity, Value> values) {
        boolean hasCode = sample.values().containsKey(ALERTS_CODE);
        boolean logged = sample.alertsLogged() && sample.events().stream().anyMatch(e -> e.type() != Type.OPERATION);
        if (!hasCode && !polled.reported() && !logged) {
            return;
        }
        Set<Integer> active = new LinkedHashSet<>(polled.whole() ? Set.of() : polled.codes());
        active.addAll(alerts.keySet());
        active.removeIf(EventCodes::isOneShot);
        boolean unknown = active.isEmpty() && !polled.reported() && hasCode;
        values.put(ALERTS_ACTIVE, unknown ? Value.UNKNOWN : Value.of(!active.isEmpty()));
        double polledCode = sample.number(ALERTS_CODE);
        int code = active.contains((int) polledCode) ? (int) polledCode
                : active.stream().findFirst().orElseGet(() -> NO_ALERT);
        Value since = alerts.getOrDefault(code, Value.UNKNOWN);
        values.put(ALERTS_SINCE, since instanceof Value.Moment ? since : since(code, sample));
        if (!unknown && polledCode != code) {
            values.put(ALERTS_CODE, Value.of((double) code));
        }
        if (sample.values().get(ALERTS_ACTIVE_LIST) instanceof Value.Alerts list
                && list.codes().stream().anyMatch(EventCodes::isOneShot)) {
            values.put(ALERTS_ACTIVE_LIST,
                    new Value.Alerts(list.codes().stream().filter(each -> !EventCodes.isOneShot(each)).toList()));
        }
    }
}
