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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.derive.ObservedTime.Link;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Determines whether the AC source is present, since when, and how often it failed today. A power of 0 W proves
 * nothing, because an idle source has it too.
 * <p>
 * The inverter measures voltage and status of the source. A gateway reports neither, so there the source is known to be
 * present while power flows through it or the generator status says so, and it is never known to be absent. Outages
 * that were not observed are taken from the log of operations.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class AcSourceMonitor {
    /** Volts: far below the range in which any source works, and far above the voltage induced in an open input. */
    private static final double LIVE = 100;
    /** Watts: more than the noise of an idle input. */
    private static final double FLOW = 100;
    /** Code of the operation "AC source gone". */
    private static final int GONE = 177;
    private static final String STATE = "ac source", OUTAGES = "ac source outages";
    private static final String PRESENT = "PRESENT", ABSENT = "ABSENT", UNSEEN = "-";

    private final TextStorage storage;
    private final Provider<ZoneId> zone;
    private final ObservedTime time;
    private @Nullable Boolean present;
    private @Nullable Instant since;

    /**
     * @param storage stores the last state and the outages of the day across restarts
     * @param zone the time zone whose midnight starts a new day
     * @param time determines which samples follow each other without a gap
     */
    AcSourceMonitor(TextStorage storage, Provider<ZoneId> zone, ObservedTime time) {
        this.storage = storage;
        this.zone = zone;
        this.time = time;
        String stored = storage.get(STATE);
        String[] parts = stored == null ? new String[0] : stored.split(" ");
        try {
            if (parts.length == 2) {
                since = UNSEEN.equals(parts[1]) ? null : Instant.parse(parts[1]);
                present = PRESENT.equals(parts[0]);
            }
        } catch (DateTimeException e) {
            // not our text, so nothing is known
            since = null;
        }
    }

    /**
     * @param sample a new sample
     * @param values receives the values of the AC source
     * @return whether it returned (true) or was lost (false) since the last known state; empty for neither
     */
    Optional<Boolean> observe(Sample sample, Map<Quantity, Value> values) {
        if (!sample.connectionType().isNative()) {
            boolean flows = Math.abs(sample.number(AC_SOURCE_POWER)) >= FLOW;
            boolean reported = sample.values().get(GENERATOR_STATUS) instanceof Value.Text status
                    && List.of("AC_SOURCE_PRESENT", "RUNNING").contains(status.text());
            values.put(AC_SOURCE_PRESENT, flows || reported ? Value.of(true) : Value.UNKNOWN);
            return Optional.empty();
        }
        Boolean before = present;
        Boolean now = isPresent(sample);
        values.put(AC_SOURCE_PRESENT, now == null ? Value.UNKNOWN : Value.of(now));
        if (now != null) {
            follow(sample, now);
        }
        Instant began = since;
        values.put(AC_SOURCE_PRESENT_SINCE, now == null || !now || began == null ? Value.UNKNOWN : Value.of(began));
        int outages = outages(day(sample.time()));
        values.put(AC_SOURCE_OUTAGES, now == null && outages == 0 ? Value.UNKNOWN : Value.of((double) outages));
        return now == null || before == null || before.equals(now) ? Optional.empty() : Optional.of(now);
    }

    /** Returns whether status and voltage show a source, null if they are unknown or contradict each other. */
    private static @Nullable Boolean isPresent(Sample sample) {
        double volts = sample.number(AC_SOURCE_VOLTAGE);
        boolean live = volts >= LIVE;
        String status = sample.values().get(AC_SOURCE_STATUS) instanceof Value.Text text ? text.text() : "";
        return switch (status) {
            case "NOT_PRESENT" -> live ? null : Boolean.FALSE;
            case "IN_TOLERANCE" -> live || Double.isNaN(volts) ? Boolean.TRUE : null;
            default -> Double.isNaN(volts) ? null : Boolean.valueOf(live);
        };
    }

    private void follow(Sample sample, boolean now) {
        boolean connected = time.next(sample) != Link.NONE;
        boolean changed = !Boolean.valueOf(now).equals(present);
        boolean lost = changed && !now && present != null;
        List<UnitEvent> gone = connected ? List.of()
                : sample.events().stream()
                        .filter(event -> event.type() == Type.OPERATION && event.code() == GONE && !event.old())
                        .toList();
        gone.forEach(event -> count(day(event.time())));
        if (lost && gone.isEmpty()) {
            count(day(sample.time()));
        }
        if (changed) {
            since = connected && now ? sample.time() : null;
        } else if (!connected && (!sample.alertsLogged() || !gone.isEmpty())) {
            // it may have been lost in between
            since = null;
        }
        present = now;
        storage.keep(STATE, (now ? PRESENT : ABSENT) + " " + (since == null ? UNSEEN : since));
    }

    private String day(Instant time) {
        return time.atZone(zone.get()).toLocalDate().toString();
    }

    /** Returns the number of outages of a day: of today, if the stored one is another day, none. */
    private int outages(String day) {
        @Nullable
        String stored = storage.get(OUTAGES);
        return stored != null && stored.matches(day + " \\d{1,4}")
                ? Integer.parseInt(stored.substring(day.length() + 1))
                : 0;
    }

    private void count(String day) {
        storage.keep(OUTAGES, day + " " + (outages(day) + 1));
    }
}
