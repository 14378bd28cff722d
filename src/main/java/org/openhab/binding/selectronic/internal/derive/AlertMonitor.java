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
import static org.openhab.binding.selectronic.internal.model.Quantity.ALERTS_ACTIVE_LIST;
import static org.openhab.binding.selectronic.internal.model.Quantity.ALERTS_CODE;
import static org.openhab.binding.selectronic.internal.model.Quantity.ALERTS_SINCE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.derive.KnownAlerts.Origin;
import org.openhab.binding.selectronic.internal.derive.ObservedTime.Link;
import org.openhab.binding.selectronic.internal.model.AlertCodes;
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
 * polled codes only show what is active. When the log becomes the source, events that polling has already reported are
 * not repeated. The state is stored, so that a restart neither repeats nor loses an event and keeps the time since when
 * an alert is active. A start that was neither reported nor observed stays unknown. One-shot alerts are events only and
 * never active.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AlertMonitor {
    /** The code that devices report while no alert is active. */
    private static final int NO_ALERT = 0;

    private static final String ALERTS = "active alerts";

    private final TextStorage storage;
    private final ObservedTime time;
    private @Nullable KnownAlerts known;
    /**
     * Codes reported by polling since the log can no longer be read; null if polling became the source before a
     * restart.
     */
    private @Nullable Set<Integer> toldByPolls;
    private boolean listed;

    /** The active codes of a sample, whether it contains alerts at all, and whether the list is complete. */
    private record Polled(Set<Integer> codes, boolean reported, boolean whole) {
        static Polled of(Sample sample) {
            Set<Integer> codes = new LinkedHashSet<>();
            OptionalDouble code = sample.number(ALERTS_CODE);
            if (code.isPresent() && code.getAsDouble() != 0) {
                codes.add((int) code.getAsDouble());
            }
            boolean listed = sample.values().get(ALERTS_ACTIVE_LIST) instanceof Value.Alerts;
            if (sample.values().get(ALERTS_ACTIVE_LIST) instanceof Value.Alerts list) {
                codes.addAll(list.codes());
            }
            // with a log, a single code is one of several alerts that may be active
            return new Polled(codes, listed || code.isPresent(), listed || code.isPresent() && !sample.alertsLogged());
        }
    }

    /**
     * @param storage stores the state across restarts
     * @param time determines which samples follow each other without a gap
     */
    AlertMonitor(TextStorage storage, ObservedTime time) {
        this.storage = storage;
        this.time = time;
    }

    /**
     * @param sample a new sample
     * @param values receives the alert values; nothing is added if the sample contains no alerts
     * @return the alerts raised and cleared, in order of time
     */
    List<UnitEvent> observe(Sample sample, Map<Quantity, Value> values) {
        KnownAlerts recalled = known;
        KnownAlerts before = recalled == null ? KnownAlerts.parse(storage.get(ALERTS)) : recalled;
        Polled polled = Polled.of(sample);
        Origin origin = sample.alertsLogged() ? Origin.LOG : polled.reported() ? Origin.POLL : before.origin();
        KnownAlerts after = before.copy(origin);
        List<UnitEvent> changes = new ArrayList<>();
        Set<Integer> settled = new HashSet<>();
        if (origin == Origin.LOG) {
            List<UnitEvent> newEvents = logged(sample, polled, after, settled, before.origin() == Origin.LOG);
            Set<Integer> reported = toldByPolls;
            newEvents.stream().filter(
                    event -> before.origin() != Origin.POLL || reported != null && !reported.contains(event.code()))
                    .forEach(changes::add);
        } else if (origin == Origin.POLL && before.origin() != Origin.POLL) {
            toldByPolls = new HashSet<>();
        }
        if (polled.whole()) {
            boolean follows = time.next(sample).link() != Link.NONE;
            boolean polledSource = before.origin() == Origin.POLL
                    || before.origin() == Origin.LOG && origin == Origin.POLL;
            List<UnitEvent> cleared = cleared(sample, polled, after, settled);
            if (polledSource || before.origin() == Origin.LOG && !listed) {
                // after a restart the list shows which alerts were cleared, even if the log does not reach back that
                // far
                cleared.stream().filter(event -> before.contains(event.code())).forEach(changes::add);
            }
            List<UnitEvent> raised = raised(sample, polled, after, settled, follows);
            if (polledSource) {
                changes.addAll(raised);
            }
            listed = true;
        }
        Set<Integer> reported = toldByPolls;
        if (reported != null && origin == Origin.POLL) {
            changes.forEach(event -> reported.add(event.code()));
            reported.addAll(after.codes());
        }
        known = after;
        storage.keep(ALERTS, after.stored());
        addFigures(sample, polled, after, values);
        return changes;
    }

    /**
     * Returns the new events of the log; each entry is a separate event. An old entry is reported too if an alert was
     * raised or cleared during a gap: if the alert was known to be active and is now cleared, or if the sample shows
     * that it is now active. An alert both raised and cleared during the gap is not reported.
     */
    private static List<UnitEvent> logged(Sample sample, Polled polled, KnownAlerts alerts, Set<Integer> settled,
            boolean remembered) {
        List<UnitEvent> newEvents = new ArrayList<>();
        Set<Integer> wereActive = new HashSet<>(alerts.codes());
        Set<Integer> came = new HashSet<>();
        for (UnitEvent event : sample.events()) {
            int code = event.code();
            boolean missed = false;
            if (event.type() == Type.OPERATION) {
                continue;
            } else if (event.type() == Type.ALERT_CLEARED) {
                alerts.remove(code);
                missed = wereActive.remove(code);
            } else if (!AlertCodes.isOneShot(code)) {
                missed = !alerts.contains(code) && polled.whole() && polled.codes().contains(code) && came.add(code);
                alerts.put(code, Optional.of(event.time()));
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

    private static List<UnitEvent> cleared(Sample sample, Polled polled, KnownAlerts alerts, Set<Integer> settled) {
        List<UnitEvent> cleared = new ArrayList<>();
        for (int code : alerts.codes()) {
            if (!polled.codes().contains(code) && !settled.contains(code)) {
                alerts.remove(code);
                if (!AlertCodes.isOneShot(code)) {
                    cleared.add(new UnitEvent(Type.ALERT_CLEARED, code, sample.time(), false, Map.of()));
                }
            }
        }
        return cleared;
    }

    private static List<UnitEvent> raised(Sample sample, Polled polled, KnownAlerts alerts, Set<Integer> settled,
            boolean follows) {
        List<UnitEvent> raised = new ArrayList<>();
        for (int code : polled.codes()) {
            Optional<Instant> since = since(code, sample);
            if (since.isPresent() && alerts.contains(code)) {
                alerts.put(code, since);
            } else if (!alerts.contains(code) && !settled.contains(code)) {
                // an alert that was observed to start begins now; the start of one found after a gap is unknown
                alerts.put(code, since.isEmpty() && follows ? Optional.of(sample.time()) : since);
                raised.add(new UnitEvent(Type.ALERT_RAISED, code, since.orElse(sample.time()), false, Map.of()));
            }
        }
        return raised;
    }

    /** Returns since when an alert is active as reported by the device. */
    private static Optional<Instant> since(int code, Sample sample) {
        OptionalDouble reported = sample.number(ALERTS_CODE);
        return reported.isPresent() && (int) reported.getAsDouble() == code
                && sample.values().get(ALERTS_SINCE) instanceof Value.Moment moment ? Optional.of(moment.instant())
                        : Optional.empty();
    }

    private static void addFigures(Sample sample, Polled polled, KnownAlerts known, Map<Quantity, Value> values) {
        Value reported = sample.values().get(ALERTS_CODE);
        boolean logged = sample.alertsLogged() && sample.events().stream().anyMatch(e -> e.type() != Type.OPERATION);
        if (reported == null && !polled.reported() && !logged) {
            return;
        }
        Set<Integer> active = new LinkedHashSet<>(polled.whole() ? Set.of() : polled.codes());
        active.addAll(known.codes());
        active.removeIf(AlertCodes::isOneShot);
        if (active.isEmpty() && !polled.reported() && reported != null) {
            values.put(ALERTS_ACTIVE, Value.UNKNOWN);
            values.put(ALERTS_SINCE, Value.UNKNOWN);
            return;
        }
        OptionalDouble polledCode = sample.number(ALERTS_CODE);
        int code = polledCode.isPresent() && active.contains((int) polledCode.getAsDouble())
                ? (int) polledCode.getAsDouble()
                : active.stream().findFirst().orElseGet(() -> NO_ALERT);
        values.put(ALERTS_ACTIVE, Value.of(!active.isEmpty()));
        values.put(ALERTS_SINCE,
                known.since(code).or(() -> since(code, sample)).map(Value::of).orElseGet(() -> Value.UNKNOWN));
        if (polledCode.isEmpty() || polledCode.getAsDouble() != code) {
            values.put(ALERTS_CODE, Value.of((double) code));
        }
        if (sample.values().get(ALERTS_ACTIVE_LIST) instanceof Value.Alerts list
                && list.codes().stream().anyMatch(AlertCodes::isOneShot)) {
            values.put(ALERTS_ACTIVE_LIST,
                    new Value.Alerts(list.codes().stream().filter(listed -> !AlertCodes.isOneShot(listed)).toList()));
        }
    }
}
