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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.forecast.Forecast;
import org.openhab.binding.selectronic.internal.forecast.Forecaster;
import org.openhab.binding.selectronic.internal.forecast.HalfHour;
import org.openhab.binding.selectronic.internal.forecast.Plant;
import org.openhab.binding.selectronic.internal.forecast.ProfileStore;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.core.types.TimeSeries;

/**
 * The forecast channels of an inverter: feeds the profile of the house from samples and from the log, and publishes a
 * new forecast every half hour, and sooner if the charge is not as expected, or if set points or the generator change.
 * Does nothing while no channel is linked.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ForecastChannels {
    private static final Duration STEP = Duration.ofMinutes(30);
    /** How far the log is read. */
    private static final Duration PAST = Duration.ofDays(60);
    /** Difference between measured and expected charge, in percent, from which a new forecast is made. */
    private static final double LARGE_DIFFERENCE = 3;
    /** How far the low path must be above the reserve, in percent, before a shortfall counts as cleared. */
    private static final double HYSTERESIS = 3;
    /** Shortest time between two triggers of a shortfall. */
    private static final Duration EVENING = Duration.ofHours(12);
    private static final String FILLED = "profile-filled", SHORTFALL = "shortfall";

    private final Outlet outlet;
    private final Services services;
    private final ThingStorage storage;
    private @Nullable ProfileStore store;
    private @Nullable Forecast last;
    private Instant made = Instant.MIN;
    private Plant plant = Plant.UNKNOWN;
    /** How far the log was read since something was missing, null before the first portion. */
    private @Nullable HistoryPosition reached;
    private boolean filled;
    /** Whether more of the past is known than when the last forecast was made. */
    private boolean outdated;

    /** What the forecast is published with. */
    interface Outlet {
        /** Returns whether a channel of the group has an item. */
        boolean isWanted();

        /** Returns the present facts about the plant. */
        Plant plant();

        void values(Map<Quantity, Value> values);

        void series(Quantity quantity, TimeSeries series);

        void trigger(String payload);
    }

    /**
     * @param outlet receives the forecast
     * @param services the services of openHAB
     * @param storage the storage of the inverter
     */
    ForecastChannels(Outlet outlet, Services services, ThingStorage storage) {
        this.outlet = outlet;
        this.services = services;
        this.storage = storage;
    }

    /** Returns the last forecast, empty while there is none. */
    synchronized Optional<Forecast> last() {
        return Optional.ofNullable(last);
    }

    /**
     * Takes a sample of now.
     *
     * @param read the sample
     * @param derived the values derived from it
     */
    synchronized void sampled(Sample read, Map<Quantity, Value> derived) {
        if (!outlet.isWanted()) {
            return;
        }
        Sample sample = read.with(derived);
        ProfileStore profile = store;
        if (profile == null) {
            profile = ProfileStore.load(storage);
            store = profile;
        }
        Instant now = services.timing().wall().instant();
        if (now.isAfter(made.plus(STEP).plus(STEP)) || now.isBefore(made)) {
            // after an absence or a change of the clock, what the unit recorded meanwhile is read
            filled = false;
            reached = null;
        }
        profile.add(now, HalfHour.of(sample));
        double charge = sample.number(BATTERY_STATE_OF_CHARGE);
        if (isDue(now, charge)) {
            publish(profile, now, charge);
        }
    }

    /** Saves the profile at the end of the thing. */
    synchronized void close() {
        ProfileStore profile = store;
        if (profile != null) {
            profile.close(storage);
        }
    }

    private boolean isDue(Instant now, double charge) {
        Forecast before = last;
        if (before == null || outdated || !slot(now).equals(slot(made)) || !outlet.plant().equals(plant)) {
            return true;
        }
        return before.steps().stream().filter(step -> !step.start().isAfter(now)).reduce((one, later) -> later)
                .filter(step -> Math.abs(step.charge() - charge) > Math.max(LARGE_DIFFERENCE,
                        2 * (step.charge() - step.chargeLow())))
                .isPresent() && Duration.between(made, now).compareTo(STEP.dividedBy(6)) > 0;
    }

    private static Instant slot(Instant time) {
        return time == Instant.MIN ? time
                : Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), STEP.toSeconds()) * STEP.toSeconds());
    }

    private void publish(ProfileStore profile, Instant now, double charge) {
        profile.save(storage);
        if (filled) {
            storage.keep(FILLED, HistoryPosition.at(slot(now)).toString());
        }
        plant = outlet.plant();
        Forecast forecast = Forecaster.forecast(profile, now, services.texts().zone(), charge, plant);
        last = forecast;
        made = now;
        outdated = false;
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        values.put(FORECAST_LOWEST_CHARGE, Value.of(forecast.lowestCharge()));
        values.put(FORECAST_LOWEST_CHARGE_LOW, Value.of(forecast.lowestChargeLow()));
        values.put(FORECAST_LOWEST_CHARGE_TIME, time(forecast.lowestChargeTime()));
        values.put(FORECAST_RESERVE_TIME, time(forecast.reserveTime()));
        values.put(FORECAST_GENERATOR_START, time(forecast.generatorStart()));
        values.put(FORECAST_FULL_TIME, time(forecast.fullTime()));
        values.put(FORECAST_TYPICAL_ERROR, Value.of(forecast.typicalError()));
        values.put(FORECAST_STATE, new Value.Words(() -> services.texts().text(forecast)));
        outlet.values(values);
        series(FORECAST_STATE_OF_CHARGE, forecast.steps(), Forecast.Step::charge);
        series(FORECAST_STATE_OF_CHARGE_LOW, forecast.steps(), Forecast.Step::chargeLow);
        series(FORECAST_LOAD_POWER, forecast.steps(), Forecast.Step::load);
        series(FORECAST_SOLAR_POWER, forecast.steps(), Forecast.Step::solar);
        trigger(forecast, now);
    }

    private static Value time(@Nullable Instant time) {
        return time == null ? Value.UNKNOWN : Value.of(time);
    }

    /** Replaces the series, unless nothing of it is known. */
    private void series(Quantity quantity, List<Forecast.Step> steps, ToDoubleFunction<Forecast.Step> number) {
        TimeSeries series = new TimeSeries(TimeSeries.Policy.REPLACE);
        for (Forecast.Step step : steps) {
            double value = number.applyAsDouble(step);
            if (Double.isFinite(value)) {
                series.add(step.start(), ChannelPublisher.state(quantity.form(), Value.of(value)));
            }
        }
        if (series.size() > 0) {
            outlet.series(quantity, series);
        }
    }

    /** Triggers when a shortfall is expected, at most once an evening, and when it is not any more. */
    private void trigger(Forecast forecast, Instant now) {
        @Nullable
        String since = storage.get(SHORTFALL);
        boolean open = since != null && !since.isEmpty();
        if (forecast.state() != Forecast.State.READY) {
            return;
        }
        if (forecast.isShort()) {
            if (!open || since != null && now.isAfter(Instant.parse(since).plus(EVENING))) {
                storage.keep(SHORTFALL, now.toString());
                if (!open) {
                    outlet.trigger("SHORTFALL");
                }
            }
        } else if (open && forecast.lowestChargeLow() > forecast.reserve() + HYSTERESIS) {
            storage.remove(SHORTFALL);
            outlet.trigger("CLEARED");
        }
    }

    /**
     * Returns after which records of the log the profile is to be filled: all of it at the first contact, later what
     * was missed in an absence. Empty if nothing is missing, and before the first sample.
     */
    synchronized Optional<HistoryPosition> missingAfter() {
        if (store == null || filled || !outlet.isWanted()) {
            return Optional.empty();
        }
        HistoryPosition known = reached;
        if (known == null) {
            known = HistoryPosition.parse(String.valueOf(storage.get(FILLED)));
        }
        Instant earliest = services.timing().wall().instant().minus(PAST);
        return Optional.of(known.time().isBefore(earliest) || known.time().isAfter(earliest.plus(PAST))
                ? HistoryPosition.at(earliest)
                : known);
    }

    /** Fills the profile from the log. */
    synchronized void fill(HistoryPortion portion) {
        ProfileStore profile = store;
        if (profile == null) {
            return;
        }
        // a clock of the unit that is ahead must not push the past out of the profile; if ours is behind, it is read
        // again
        Instant latest = services.timing().wall().instant();
        portion.records().stream().filter(record -> !record.end().isAfter(latest))
                .forEach(record -> profile.add(record.start(), record.end(), HalfHour.of(record)));
        // first the profile, then the position; a half hour that is not whole yet is read again after a restart
        profile.save(storage);
        Instant upTo = portion.position().time().isAfter(latest) ? latest : portion.position().time();
        storage.keep(FILLED, HistoryPosition.at(slot(upTo)).toString());
        reached = portion.position();
        filled = portion.left() == 0;
        outdated = filled;
    }
}
