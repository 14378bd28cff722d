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
package org.openhab.binding.selectronic.internal.handler;

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Settings;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;

/**
 * The settings of an inverter: reads them after each start and once a day, keeps a snapshot and those before the last 8
 * changes, and reports changes and the set points in force.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SettingsChannels {
    private static final Duration EVERY = Duration.ofDays(1), AFTER_FAILURE = Duration.ofHours(1);
    /** How often the period in force is determined. */
    private static final Duration CHECKED_EVERY = Duration.ofMinutes(1);
    private static final String SNAPSHOT = "settings", EARLIER = "settings-earlier", ON = "ON", BLANK = " ";
    /** Number of changes whose earlier settings are kept: with 2.5 kB each, 20 kB of storage. */
    private static final int MOST_EARLIER = 8;
    /** Periods of the day with set points of their own for the generator. */
    private static final List<String> PERIODS = List.of("CHARGE_NIGHT_ASSIST_PERIOD", "CHARGE_RENEW_ASSIST_PERIOD",
            "CHARGE_RENEW_PREFERRED_PERIOD");
    private static final Map<Quantity, String> SETTINGS = Map.of(BATTERY_SHUTDOWN_CHARGE, "SHUTDOWN_CHARGE",
            BATTERY_ABSORB_VOLTAGE, "ABSORB_CHARGE_VOLTAGE", BATTERY_FLOAT_VOLTAGE, "FLOAT_VOLTAGE",
            GENERATOR_AVAILABLE, "GENERATOR_AVAILABLE");

    private final Services services;
    private final ThingStorage storage;
    private Instant due = Instant.MIN;
    private Instant checked = Instant.MIN;
    private boolean underWay;
    private @Nullable Settings settings;
    /** How far the clock of the inverter is ahead of openHAB's, in seconds: its periods are by that clock. */
    private double ahead;

    SettingsChannels(Services services, ThingStorage storage) {
        this.services = services;
        this.storage = storage;
    }

    /** Returns whether the settings are to be read now; then they are not due before that has ended. */
    synchronized boolean isDue() {
        boolean isDue = !underWay && !services.timing().clock().instant().isBefore(due);
        underWay |= isDue;
        return isDue;
    }

    /** Notes that the settings could not be read. */
    synchronized void failed() {
        underWay = false;
        due = services.timing().clock().instant().plus(AFTER_FAILURE);
    }

    /** Returns the snapshot of the last read, null if there is none. */
    @Nullable
    String snapshot() {
        return storage.get(SNAPSHOT);
    }

    /**
     * Takes settings that were read.
     *
     * @return the changes in words, short enough for the state of an item; empty if there is none
     */
    synchronized Optional<String> read(Settings read) {
        settings = read;
        underWay = false;
        due = services.timing().clock().instant().plus(EVERY);
        checked = Instant.MIN;
        keepEarlier(read);
        storage.keep(SNAPSHOT, read.snapshot());
        if (read.changes().isEmpty()) {
            return Optional.empty();
        }
        String words = services.texts().brief(read.changes());
        storage.keep(INVERTER_LAST_SETTINGS_CHANGE.channelId(), words);
        return Optional.of(words);
    }

    /**
     * Keeps the settings before a change, each with the time until which they were in force. The first entry has no
     * settings: those before its time are unknown. Nothing is stored without a change.
     */
    private void keepEarlier(Settings read) {
        String before = snapshot();
        Instant now = services.timing().wall().instant().truncatedTo(ChronoUnit.SECONDS);
        if (before == null || earlier().isEmpty() || read.changesSince(before).isEmpty()) {
            storage.keep(EARLIER, now + BLANK);
        } else if (!read.changes().isEmpty()) {
            List<String> entries = new ArrayList<>(earlier());
            entries.add(now + BLANK + before);
            if (entries.size() > MOST_EARLIER + 1) {
                entries.remove(0);
                entries.set(0, until(entries.get(0)) + BLANK);
            }
            storage.keep(EARLIER, String.join("\n", entries));
        }
    }

    private List<String> earlier() {
        String kept = storage.get(EARLIER);
        return kept == null ? List.of() : List.of(kept.split("\n"));
    }

    private static Instant until(String entry) {
        return Instant.parse(entry.substring(0, entry.indexOf(BLANK)));
    }

    /**
     * @param day a day, null for all settings
     * @return the settings, or those changed since the start of that day, one per line; empty before they were read
     */
    synchronized String report(@Nullable LocalDate day) {
        Settings settings = this.settings;
        ChannelTexts texts = services.texts();
        if (settings == null) {
            return "";
        } else if (day == null) {
            return settings.settings().stream().map(texts::text).collect(Collectors.joining("\n"));
        }
        Instant start = day.atStartOfDay(texts.zone()).toInstant();
        Optional<String> then = earlier().stream().filter(entry -> until(entry).isAfter(start)).findFirst();
        if (then.isEmpty()) {
            return texts.reported("settings-report.unchanged", "", day.toString());
        }
        return settings.changesSince(then.get().substring(then.get().indexOf(BLANK) + 1))
                .map(changes -> changes.isEmpty() ? texts.reported("settings-report.unchanged", "", day.toString())
                        : changes.stream().map(texts::text).collect(Collectors.joining("\n")))
                .orElseGet(() -> texts.reported("settings-report.unknown", "", texts.time(until(then.get()))));
    }

    /** Notes the clock of the inverter. */
    synchronized void sampled(Sample sample) {
        double offset = sample.number(CONNECTION_CLOCK_OFFSET);
        ahead = Double.isNaN(offset) ? 0 : offset;
    }

    /** Returns the set points in force, empty if they were determined within the last minute. */
    synchronized Map<Quantity, Value> setPoints() {
        Instant now = services.timing().clock().instant();
        if (settings == null || now.isBefore(checked)) {
            return new EnumMap<>(Quantity.class);
        }
        checked = now.plus(CHECKED_EVERY);
        return inForce();
    }

    /** Returns a set point in force according to the last read, NaN if it is unknown. */
    synchronized double setPoint(Quantity quantity) {
        return inForce().get(quantity) instanceof Value.Numeric percent ? percent.number() : Double.NaN;
    }

    private Map<Quantity, Value> inForce() {
        Settings settings = this.settings;
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        if (settings != null) {
            SETTINGS.forEach((quantity, name) -> values.put(quantity, value(settings, name)));
            if (!Value.of(ON).equals(value(settings, "SHUTDOWN_BY_CHARGE"))) {
                values.put(BATTERY_SHUTDOWN_CHARGE, Value.UNKNOWN);
            }
            LocalTime time = LocalTime.ofInstant(services.timing().wall().instant(), services.texts().zone())
                    .plusSeconds((long) ahead);
            List<String> on = PERIODS.stream().filter(period -> Value.of(ON).equals(value(settings, period))).toList();
            boolean known = on.stream().allMatch(period -> limits(settings, period).size() == 2);
            List<String> inForce = on.stream().filter(period -> known && isInForce(limits(settings, period), time))
                    .toList();
            // which of several periods counts is unknown
            values.put(GENERATOR_START_CHARGE, known ? setPoint(settings, inForce, "START_CHARGE") : Value.UNKNOWN);
            values.put(GENERATOR_STOP_CHARGE, known ? setPoint(settings, inForce, "STOP_CHARGE") : Value.UNKNOWN);
        }
        return values;
    }

    private static Value setPoint(Settings settings, List<String> inForce, String setting) {
        return switch (inForce.size()) {
            case 0 -> value(settings, "GENERATOR_" + setting);
            case 1 -> value(settings, inForce.get(0) + "_" + setting);
            default -> Value.UNKNOWN;
        };
    }

    private static Value value(Settings settings, String name) {
        return settings.value(name).orElseGet(() -> Value.UNKNOWN);
    }

    /** Returns start and stop of a period, fewer if they are unknown. */
    private static List<LocalTime> limits(Settings settings, String period) {
        return Stream.of("_START_TIME", "_STOP_TIME").map(limit -> value(settings, period + limit).toString())
                .filter(text -> text.matches("[012]\\d:[0-5]\\d"))
                .map(text -> LocalTime.parse(text.replace("24:", "00:"))).toList();
    }

    private static boolean isInForce(List<LocalTime> limits, LocalTime time) {
        boolean afterStart = !time.isBefore(limits.get(0)), beforeStop = time.isBefore(limits.get(1));
        return limits.get(0).isBefore(limits.get(1)) ? afterStart && beforeStop : afterStart || beforeStop;
    }
}
