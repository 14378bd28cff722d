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
package org.openhab.binding.selectronic.internal.splink.log;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.source.Remark;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.UnitClock;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Determines the time zone of a unit's clock. It is that of openHAB, unless the clock is found to differ by whole
 * hours, e.g. because the unit stays on standard time in summer: then the records of the unit are read with the
 * measured offset. The offset is stored and survives restarts, since in winter it could not be measured.
 * <p>
 * The clock is read whenever there are new records, so that a change of daylight saving, of openHAB's time zone or of
 * the clock itself is detected before they are dated.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class UnitZone {
    /** Maximum deviation from whole hours of a clock that is never set. */
    private static final Duration DRIFT = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    /** Maximum deviation that can be explained by a time zone; a clock with a larger one is simply wrong. */
    private static final Duration LARGEST = Duration.ofHours(14);
    /** Records that are further ahead of all clocks are invalid. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Logger logger = LoggerFactory.getLogger(UnitZone.class);
    private final TextStorage memory;
    private final String unit;
    private final String key;
    private final Provider<ZoneId> home;
    private final Clock wall;
    private volatile @Nullable ZoneOffset own;
    private volatile Duration ahead = Duration.ZERO;
    private volatile boolean known;

    /**
     * @param memory stores the offset
     * @param unit identifies the unit in the storage
     * @param home the time zone of openHAB; read each time
     * @param wall the time of day
     */
    public UnitZone(TextStorage memory, String unit, Provider<ZoneId> home, Clock wall) {
        this.memory = memory;
        this.unit = unit;
        this.key = "zone " + unit;
        this.home = home;
        this.wall = wall;
        this.own = parse(memory.get(key));
    }

    private static @Nullable ZoneOffset parse(@Nullable String kept) {
        try {
            return kept == null || kept.isEmpty() ? null : ZoneOffset.of(kept);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns the zone as determined last. */
    ZoneId zone() {
        ZoneOffset own = this.own;
        return own == null ? home.get() : own;
    }

    /** Reads the clock and returns the zone. */
    ZoneId read(LogReading reading) throws SourceException, InterruptedException {
        Optional<ZoneOffset> found = measure(reading);
        // if the hour changes during the read, the offset is wrong by an hour: so a new offset must be measured twice
        if (found.isPresent() && !found.get().equals(offset(zone())) && measure(reading).equals(found)) {
            apply(found.get());
        }
        return zone();
    }

    /**
     * @param setup the setup of the unit
     * @param reading reads the memory of the unit
     * @return its memory, with the clock as it is whenever a log is read
     */
    public LogMemory memory(UnitSetup setup, LogReading reading) {
        return new LogMemory() {
            @Override
            public Words read(WordRange range) throws SourceException, InterruptedException {
                return reading.read(range);
            }

            @Override
            public LogUnit unit() throws SourceException, InterruptedException {
                ZoneId zone = UnitZone.this.read(reading);
                return new LogUnit(setup, zone, known, now(), latest());
            }
        };
    }

    private ZoneOffset offset(ZoneId zone) {
        return zone.getRules().getOffset(wall.instant());
    }

    private void apply(ZoneOffset found) {
        boolean atHome = found.equals(offset(home.get()));
        own = atHome ? null : found;
        memory.keep(key, atHome ? "" : found.getId());
        if (atHome) {
            logger.info("The clock of inverter {} shows local time: its records are dated by it", unit);
        } else {
            logger.info("The clock of inverter {} does not show local time: its records are dated as UTC{}", unit,
                    found.getId());
        }
    }

    /**
     * Measures the offset of the clock; empty if the clock cannot be read, or if it does not deviate by whole hours.
     */
    private Optional<ZoneOffset> measure(LogReading reading) throws SourceException, InterruptedException {
        @Nullable
        LocalDateTime shown = UnitClock.time(reading.read(UnitClock.RANGE)).orElse(null);
        known = shown != null;
        if (shown == null) {
            return Optional.empty();
        }
        Instant now = wall.instant();
        Optional<ZoneOffset> found = explanation(shown, now);
        ahead = UnitClock.offset(shown, now, found.orElseGet(() -> offset(home.get())));
        known = ahead.abs().compareTo(HOUR.dividedBy(2)) < 0;
        return found;
    }

    /** Returns the offset from UTC that explains what the clock shows, empty if there is none. */
    private Optional<ZoneOffset> explanation(LocalDateTime shown, Instant now) {
        ZoneOffset standard = home.get().getRules().getStandardOffset(now);
        if (UnitClock.offset(shown, now, standard).abs().compareTo(DRIFT) <= 0) {
            return Optional.of(standard);
        }
        ZoneOffset local = offset(home.get());
        Duration off = UnitClock.offset(shown, now, local);
        Duration hours = HOUR.multipliedBy(Math.round((double) off.toSeconds() / HOUR.toSeconds()));
        if (off.minus(hours).abs().compareTo(DRIFT) > 0 || off.abs().compareTo(LARGEST) > 0) {
            return Optional.empty();
        }
        return Optional.of(ZoneOffset.ofTotalSeconds((int) Math.max(ZoneOffset.MIN.getTotalSeconds(),
                Math.min(ZoneOffset.MAX.getTotalSeconds(), local.getTotalSeconds() + hours.toSeconds()))));
    }

    /** Returns the time of the unit's clock, which may be wrong. */
    Instant now() {
        return wall.instant().plus(ahead);
    }

    /** Returns the latest possible time of a record. */
    Instant latest() {
        return (ahead.isNegative() ? wall.instant() : now()).plus(AHEAD);
    }

    /** @return a hint for the owner about the clock */
    public Optional<Remark> remark() {
        ZoneOffset own = this.own;
        return own == null || own.equals(offset(home.get())) ? Optional.empty()
                : Optional.of(new Remark("online.clock-zone", List.of(unit, own.getId())));
    }
}
