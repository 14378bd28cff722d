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

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.TextStorage;

/**
 * Stores the half hours of the last 60 days, counted from the epoch, so that neither the time zone nor a change of the
 * clock matters. A half hour is known from ten minutes of data.
 * <p>
 * As text, each week is a few kilobytes: ten texts that are overwritten in turn, of which only changed ones are
 * written.
 * The class is not thread-safe.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ProfileStore {
    static final int SECONDS = 1800;
    static final int DAY = 48;
    static final int SIZE = 60 * DAY;
    static final int LOAD = 0;
    static final int SOLAR = 1;
    static final int AC_SOURCE = 2;
    static final int BATTERY = 3;
    static final int CHARGE = 4;
    private static final int VALUES = 5;

    private static final short UNKNOWN = Short.MIN_VALUE;
    /** Value of one unit of a stored number, in watts and in percent. */
    private static final double WATTS = 10;
    private static final double PERCENT = 0.1;
    private static final double LEAST_SECONDS = 600;
    /** A sample counts for the time since the one before, but not for longer than this. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int WEEK = 7 * DAY;
    private static final int TEXTS = 10;
    private static final String KEY = "profile-";

    private final short[] numbers = new short[SIZE * VALUES];
    private final BitSet changed = new BitSet(TEXTS);
    private final Mean live = new Mean(true);
    private final Mean recorded = new Mean(false);
    private long newest = Long.MIN_VALUE;
    private Instant last = Instant.MIN;
    /** For how long the clock has been behind half hours that are stored. */
    private Duration behind = Duration.ZERO;

    /** An empty store. */
    public ProfileStore() {
        Arrays.fill(numbers, UNKNOWN);
    }

    /**
     * @param storage what {@link #save} wrote
     * @return a store with the same half hours; a text that cannot be read is a gap
     */
    public static ProfileStore load(TextStorage storage) {
        ProfileStore store = new ProfileStore();
        for (int key = 0; key < TEXTS; key++) {
            @Nullable
            String text = storage.get(KEY + key);
            if (text != null) {
                store.read(text);
            }
        }
        store.changed.clear();
        return store;
    }

    /** Writes the weeks that have changed since the last call. */
    public void save(TextStorage storage) {
        for (int key = changed.nextSetBit(0); key >= 0; key = changed.nextSetBit(key + 1)) {
            long week = Math.floorDiv(newest, (long) WEEK);
            storage.keep(KEY + key, text(week - Math.floorMod(week - key, TEXTS)));
        }
        changed.clear();
    }

    /** Adds the unfinished half hour and saves: for the end of the thing. */
    public void close(TextStorage storage) {
        live.finish();
        save(storage);
    }

    /**
     * Adds a live sample.
     *
     * @param time when it was read, by the clock of this machine. If that clock is behind half hours that are stored
     *            for ten minutes, it was wrong before, and they are forgotten; until then it may be wrong itself, as on
     *            a machine that was just started and has not reached a time server.
     * @param sample its values
     */
    public void add(Instant time, HalfHour sample) {
        Instant earliest = time.minus(LONGEST);
        Instant from = last.isAfter(earliest) ? last : earliest;
        boolean isFirst = last.equals(Instant.MIN);
        last = time;
        if (newest <= slot(time)) {
            behind = Duration.ZERO;
            live.add(from, time, sample);
        } else if (!isFirst && from.isBefore(time)) {
            behind = behind.plus(Duration.between(from, time));
            if (behind.toSeconds() >= LEAST_SECONDS) {
                forgetAfter(slot(time));
            }
        }
    }

    /**
     * Adds a recorded interval of any length. It fills only half hours that are not known yet.
     *
     * @param start start of the interval
     * @param end its end
     * @param means means of the interval
     */
    public void add(Instant start, Instant end, HalfHour means) {
        recorded.add(start, end, means);
    }

    /** @return the half hour of an instant, counted from the epoch */
    static long slot(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), (long) SECONDS);
    }

    /** @return a value of a half hour, NaN if it is not known or not within the last 60 days that were recorded */
    double get(long slot, int value) {
        short number = isHeld(slot) ? numbers[index(slot, value)] : UNKNOWN;
        return number == UNKNOWN ? Double.NaN : number * unit(value);
    }

    private void set(long slot, int value, double mean) {
        if (slot > newest) {
            for (long next = Math.max(newest + 1, slot - SIZE + 1); next <= slot; next++) {
                Arrays.fill(numbers, index(next, 0), index(next, 0) + VALUES, UNKNOWN);
            }
            newest = slot;
        }
        double number = Math.rint(mean / unit(value));
        if (isHeld(slot) && Math.abs(number) <= Short.MAX_VALUE) {
            numbers[index(slot, value)] = (short) number;
            changed.set((int) Math.floorMod(Math.floorDiv(slot, (long) WEEK), (long) TEXTS));
        }
    }

    private void forgetAfter(long slot) {
        for (long later = Math.max(slot, newest - SIZE) + 1; later <= newest; later++) {
            Arrays.fill(numbers, index(later, 0), index(later, 0) + VALUES, UNKNOWN);
        }
        newest = slot;
        behind = Duration.ZERO;
        live.forget();
        changed.set(0, TEXTS);
    }

    private boolean isHeld(long slot) {
        return slot <= newest && slot > newest - SIZE;
    }

    private static int index(long slot, int value) {
        return (int) Math.floorMod(slot, (long) SIZE) * VALUES + value;
    }

    private static double unit(int value) {
        return value == CHARGE ? PERCENT : WATTS;
    }

    private String text(long week) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + WEEK * VALUES * Short.BYTES).putLong(week);
        for (long slot = week * WEEK; slot < (week + 1) * WEEK; slot++) {
            for (int value = 0; value < VALUES; value++) {
                bytes.putShort(isHeld(slot) ? numbers[index(slot, value)] : UNKNOWN);
            }
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private void read(String text) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return;
        }
        if (bytes.remaining() == Long.BYTES + WEEK * VALUES * Short.BYTES) {
            long first = bytes.getLong() * WEEK;
            for (int at = 0; at < WEEK * VALUES; at++) {
                short number = bytes.getShort();
                if (number != UNKNOWN) {
                    set(first + at / VALUES, at % VALUES, number * unit(at % VALUES));
                }
            }
        }
    }

    /** Calculates the means of one half hour after the other. */
    private final class Mean {
        private final boolean replaces;
        private final double[] sums = new double[VALUES];
        private final double[] seconds = new double[VALUES];
        private long slot = Long.MIN_VALUE;

        Mean(boolean replaces) {
            this.replaces = replaces;
        }

        void add(Instant start, Instant end, HalfHour means) {
            if (means.isBlank()) {
                return;
            }
            for (Instant from = start; from.isBefore(end);) {
                Instant next = Instant.ofEpochSecond((slot(from) + 1) * SECONDS);
                Instant to = next.isAfter(end) ? end : next;
                if (slot(from) != slot) {
                    finish();
                    slot = slot(from);
                }
                count(Duration.between(from, to).toMillis() / 1000.0, means.toArray());
                if (to.equals(next)) {
                    finish();
                }
                from = to;
            }
        }

        private void count(double time, double[] means) {
            for (int value = 0; value < VALUES; value++) {
                if (Double.isFinite(means[value])) {
                    seconds[value] += time;
                    sums[value] = value == CHARGE ? means[value] * seconds[value] : sums[value] + means[value] * time;
                }
            }
        }

        void finish() {
            for (int value = 0; value < VALUES; value++) {
                if (seconds[value] >= LEAST_SECONDS && (replaces || Double.isNaN(get(slot, value)))) {
                    set(slot, value, sums[value] / seconds[value]);
                }
            }
            forget();
        }

        void forget() {
            Arrays.fill(sums, 0);
            Arrays.fill(seconds, 0);
        }
    }
}
