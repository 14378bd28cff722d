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
package org.openhab.binding.selectronic.internal.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.BitSet;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Load and solar power of the stored half hours, with the local clock.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Grid {
    /** How far a forecast looks ahead, in half hours. */
    static final int AHEAD = 72;
    /** Unknown half hours in a row that take the value before them. */
    private static final int BRIDGED = 4;

    final long now;
    private final long first;
    private final float[] load = new float[ProfileStore.SIZE];
    private final float[] solar = new float[ProfileStore.SIZE];
    private final BitSet curtailed = new BitSet(ProfileStore.SIZE);
    private final byte[] clock = new byte[ProfileStore.SIZE + AHEAD];

    /**
     * @param store the past
     * @param now the half hour from which it is not known yet
     * @param zone time zone of the house
     */
    Grid(ProfileStore store, long now, ZoneId zone) {
        this.now = now;
        first = now - ProfileStore.SIZE;
        ZoneRules rules = zone.getRules();
        long change = first;
        byte offset = 0;
        for (int at = 0; at < clock.length; at++) {
            if (first + at >= change) {
                Instant start = Instant.ofEpochSecond((first + at) * ProfileStore.SECONDS);
                offset = (byte) Math.floorDiv(rules.getOffset(start).getTotalSeconds(), ProfileStore.SECONDS);
                @Nullable
                ZoneOffsetTransition next = rules.nextTransition(start);
                change = next == null ? Long.MAX_VALUE : ProfileStore.slot(next.getInstant());
            }
            clock[at] = offset;
            if (at < ProfileStore.SIZE) {
                load[at] = (float) store.get(first + at, ProfileStore.LOAD);
                solar[at] = (float) store.get(first + at, ProfileStore.SOLAR);
                curtailed.set(at, store.get(first + at, ProfileStore.CHARGE) >= BatteryModel.NEARLY_FULL
                        && store.get(first + at, ProfileStore.AC_SOURCE) > -BatteryModel.SUPPLYING);
            }
        }
        bridge(load);
        bridge(solar);
    }

    private static void bridge(float[] values) {
        int missing = 0;
        for (int at = 1; at < values.length; at++) {
            missing = Float.isNaN(values[at]) ? missing + 1 : 0;
            if (missing > 0 && missing <= BRIDGED) {
                values[at] = values[at - 1];
            }
        }
    }

    /** @return mean load in watts, NaN if it is not known */
    double load(long slot) {
        return slot >= first && slot < now ? load[(int) (slot - first)] : Double.NaN;
    }

    /** @return mean solar power in watts, NaN if it is not known */
    double solar(long slot) {
        return slot >= first && slot < now ? solar[(int) (slot - first)] : Double.NaN;
    }

    /**
     * @return whether there may have been more sun than solar power, since the battery was nearly full and the AC
     *         source
     *         took nothing
     */
    boolean isCurtailed(long slot) {
        return slot >= first && slot < now && curtailed.get((int) (slot - first));
    }

    /** @return half hours of the local clock since the epoch */
    long local(long slot) {
        return slot + clock[(int) Math.max(0, Math.min(clock.length - 1, slot - first))];
    }

    /** @return the half hour with the same local time some days earlier */
    long daysBefore(long slot, int days) {
        long same = slot - (long) days * ProfileStore.DAY;
        return same + (local(slot) - slot) - (local(same) - same);
    }
}
