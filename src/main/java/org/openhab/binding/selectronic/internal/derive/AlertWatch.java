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
import org.openhab.binding.selectronic.internal.model.Notes;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Which alerts are active, since when, and when they come and go.
 * <p>
 * Events have one source: the log of alerts where it is understood, otherwise the codes that are polled. Where the log
 * is the source, polled codes only tell what is active. When the log becomes the source, what it reports at that moment
 * is no news where polls have told of it before. What is known is stored, so that a restart neither repeats nor loses
 * an event, nor forgets since when an alert is active; a beginning that nobody reported and nobody saw stays unknown.
 * Alerts that are only noted are events and nothing else.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AlertWatch {
    private static final String ALERTS = "active alerts";

    private final Notes notes;
    private final ObservedTime time;
    private @Nullable KnownAlerts known;
    /** The codes that polls have told of since the log is not understood; null if that began before a restart. */
    private @Nullable Set<Integer> toldByPolls;
    private boolean listed;

    /** The codes that a sample tells to be active, and whether these are all that are. */
    private record Polled(Set<Integer> codes, boolean told, boolean whole) {
        static Polled of(Sample sample) {
            Set<Integer> codes = new LinkedHashSet<>();
            OptionalDouble code = sample.number(ALERTS_CODE);
            if (code.isPresent() && code.getAsDouble() != 0) {
                codes.add((int) code.getAsDouble());
            }
            boolean listed = sample.values().get(ALERTS_STANDING) instanceof Value.Alerts;
            if (sample.values().get(ALERTS_STANDING) instanceof Value.Alerts list) {
                codes.addAll(list.codes());
            }
            // beside a log, a single code is one of several that may be active
            return new Polled(codes, listed || code.isPresent(), listed || code.isPresent() && !sample.alertsLogged());
        }
    }

    /**
     * @param notes where what is known survives a restart
     * @param time tells which samples follow each other without a gap
     */
    AlertWatch(Notes notes, ObservedTime time) {
        this.notes = notes;
        this.time = time;
    }

    /**
     * @param sample a new sample
     * @param values what the alert's figures are added to; nothing is added where the sample does not tell of alerts
     * @return what has changed, in the order of time
     */
    List<UnitEvent> observe(Sample sample, Map<Quantity, Value> values) {
        KnownAlerts recalled = known;
        KnownAlerts before = recalled == null ? KnownAlerts.parse(notes.get(ALERTS)) : recalled;
        Polled polled = Polled.of(sample);
        Origin origin = sample.alertsLogged() ? Origin.LOG : polled.told() ? Origin.POLL : before.origin();
        KnownAlerts after = before.copy(origin);
        List<UnitEvent> changes = new ArrayList<>();
        Set<Integer> settled = new HashSet<>();
        if (origin == Origin.LOG) {
            List<UnitEvent> news = logged(sample, polled, after, settled, before.origin() == Origin.LOG);
            Set<Integer> told = toldByPolls;
            news.stream().filter(
                    event -> before.origin() != Origin.POLL || told != null && !told.contains(event.code()))
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
                // after a restart the list knows what has gone, also where a log does not go so far back
                cleared.stream().filter(event -> before.contains(event.code())).forEach(changes::add);
            }
            List<UnitEvent> raised = raised(sample, polled, after, settled, follows);
            if (polledSource) {
                changes.addAll(raised);
            }
            listed = true;
        }
        Set<Integer> told = toldByPolls;
        if (told != null && origin == Origin.POLL) {
            changes.forEach(event -> told.add(event.code()));
            told.addAll(after.codes());
        }
        known = after;
        notes.keep(ALERTS, after.stored());
        addFigures(sample, polled, after, values);
        return changes;
    }

    /**
     * Each record of a log is an event of its own. One that is too old to be news is news all the same if it tells of
     * an alert that came or went while nobody looked: it was known to be active, or the rest of the sample shows it to
     * be. What came and went meanwhile is not.
     */
    private static List<UnitEvent> logged(Sample sample, Polled polled, KnownAlerts alerts, Set<Integer> settled,
            boolean remembered) {
        List<UnitEvent> news = new ArrayList<>();
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
                // the codes may have been read a moment before the log was
                settled.add(code);
            }
            if (!event.old() || remembered && missed) {
                news.add(event);
            }
        }
        return news;
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
                // what was seen to begin began now, what was there after a gap began nobody knows when
                alerts.put(code, since.isEmpty() && follows ? Optional.of(sample.time()) : since);
                raised.add(new UnitEvent(Type.ALERT_RAISED, code, since.orElse(sample.time()), false, Map.of()));
            }
        }
        return raised;
    }

    /** Since when an alert is active as the device itself tells it. */
    private static Optional<Instant> since(int code, Sample sample) {
        OptionalDouble told = sample.number(ALERTS_CODE);
        return told.isPresent() && (int) told.getAsDouble() == code
                && sample.values().get(ALERTS_SINCE) instanceof Value.Moment moment
                        ? Optional.of(moment.instant())
                        : Optional.empty();
    }

    private static void addFigures(Sample sample, Polled polled, KnownAlerts known, Map<Quantity, Value> values) {
        Value told = sample.values().get(ALERTS_CODE);
        boolean logged = sample.alertsLogged() && sample.events().stream().anyMatch(e -> e.type() != Type.OPERATION);
        if (told == null && !polled.told() && !logged) {
            return;
        }
        Set<Integer> active = new LinkedHashSet<>(polled.whole() ? Set.of() : polled.codes());
        active.addAll(known.codes());
        active.removeIf(AlertCodes::isOneShot);
        if (active.isEmpty() && !polled.told() && told != null) {
            values.put(ALERTS_ACTIVE, Value.UNKNOWN);
            values.put(ALERTS_SINCE, Value.UNKNOWN);
            return;
        }
        OptionalDouble polledCode = sample.number(ALERTS_CODE);
        int code = polledCode.isPresent() && active.contains((int) polledCode.getAsDouble())
                ? (int) polledCode.getAsDouble()
                : active.stream().findFirst().orElse(0);
        values.put(ALERTS_ACTIVE, Value.of(!active.isEmpty()));
        values.put(ALERTS_SINCE,
                known.since(code).or(() -> since(code, sample)).map(Value::of).orElse(Value.UNKNOWN));
        if (polledCode.isEmpty() || polledCode.getAsDouble() != code) {
            values.put(ALERTS_CODE, Value.of((double) code));
        }
        if (sample.values().get(ALERTS_STANDING) instanceof Value.Alerts list
                && list.codes().stream().anyMatch(AlertCodes::isOneShot)) {
            values.put(ALERTS_STANDING, new Value.Alerts(
                    list.codes().stream().filter(listed -> !AlertCodes.isOneShot(listed)).toList()));
        }
    }
}
