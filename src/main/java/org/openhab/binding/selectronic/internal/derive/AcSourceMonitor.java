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
import java.util.OptionalInt;

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
 * that were not observed are taken from the log of operations, which is read over several samples after a gap.
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
    private static final Value NO_OUTAGE = Value.of(0.0);
    private static final String STATE = "ac source", OUTAGES = "ac source outages";
    private static final String PRESENT = "PRESENT", ABSENT = "ABSENT", UNSEEN = "-";

    private final TextStorage storage;
    private final DailyCounts outages;
    private final ObservedTime time;
    private @Nullable Boolean present;
    private @Nullable Instant since;
    /** Whether the log may still contain outages from before the first sample after a gap. */
    private boolean catchingUp;
    /** Whether an outage was counted that the samples showed before it was read in the log. */
    private boolean countedAhead;

    /**
     * @param storage stores the last state and the outages of the day across restarts
     * @param zone the time zone whose midnight starts a new day
     * @param time determines which samples follow each other without a gap
     */
    AcSourceMonitor(TextStorage storage, Provider<ZoneId> zone, ObservedTime time) {
        this.storage = storage;
        this.outages = new DailyCounts(storage, OUTAGES, zone);
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
        OptionalInt today = outages.of(sample.time());
        values.put(AC_SOURCE_OUTAGES,
                today.isPresent() ? Value.of((double) today.getAsInt()) : now == null ? Value.UNKNOWN : NO_OUTAGE);
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
        if (!connected) {
            catchingUp = true;
            countedAhead = false;
        } else if (sample.events().isEmpty()) {
            catchingUp = false;
        }
        if (lost && connected) {
            countSeen(sample);
        }
        boolean unseen = countUnseen(sample.events());
        if (lost && !connected && !unseen) {
            // its day is that of its entry in the log, if there is one
            countSeen(sample);
        }
        if (changed) {
            since = connected && now ? sample.time() : null;
        } else if (!connected && !sample.alertsLogged() || unseen) {
            // it may have been lost in between
            since = null;
        }
        present = now;
        storage.keep(STATE, (now ? PRESENT : ABSENT) + " " + (since == null ? UNSEEN : since));
    }

    private void countSeen(Sample sample) {
        outages.count(sample.time());
        countedAhead = true;
    }

    /** Counts the outages in the log that the samples do not show. Returns whether there was one. */
    private boolean countUnseen(List<UnitEvent> events) {
        boolean unseen = false;
        for (UnitEvent event : events) {
            if (catchingUp && event.type() == Type.OPERATION && event.code() == GONE && !event.old()) {
                if (!countedAhead) {
                    outages.count(event.time());
                    unseen = true;
                }
                countedAhead = false;
            }
        }
        return unseen;
    }
}
