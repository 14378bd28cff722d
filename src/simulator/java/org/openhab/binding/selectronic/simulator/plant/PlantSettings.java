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
package org.openhab.binding.selectronic.simulator.plant;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Everything a plant is made of. The same settings give the same plant, watt for watt.
 *
 * @param start first instant of the plant's own time
 * @param zone zone that the unit's clock was set to
 * @param latitude degrees, negative in the south
 * @param seed of everything left to chance
 * @param rating continuous power of the SP PRO in W
 * @param generator absent where none is installed
 * @param grid absent off the grid
 * @param totals what the counters showed when the plant was built
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record PlantSettings(Instant start, ZoneId zone, double latitude, long seed, double rating, SolarSettings solar,
        LoadSettings load, BatterySettings battery, @Nullable GeneratorSettings generator, @Nullable GridSettings grid,
        Energies totals) {

    private static final double LATITUDE = -35.0;
    private static final double RATING = 7500;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** An off-grid house in the south-east of Australia without a generator. */
    public static PlantSettings offGrid(LocalDateTime start) {
        ZoneId zone = ZoneOffset.ofHours(10);
        return new PlantSettings(start.atZone(zone).toInstant(), zone, LATITUDE, 1, RATING,
                new SolarSettings(5000, 2500, 0.1), new LoadSettings(260, 700, true), BatterySettings.of(20_000, 70),
                null, null, Energies.inService(800));
    }

    public PlantSettings withSeed(long newSeed) {
        return new PlantSettings(start, zone, latitude, newSeed, rating, solar, load, battery, generator, grid, totals);
    }

    public PlantSettings withStart(Instant newStart) {
        return new PlantSettings(newStart, zone, latitude, seed, rating, solar, load, battery, generator, grid, totals);
    }

    /** With the unit's clock in another zone. One that has summer time makes the clock follow it. */
    public PlantSettings withZone(ZoneId newZone) {
        return new PlantSettings(start, newZone, latitude, seed, rating, solar, load, battery, generator, grid, totals);
    }

    public PlantSettings withSolar(SolarSettings newSolar) {
        return new PlantSettings(start, zone, latitude, seed, rating, newSolar, load, battery, generator, grid, totals);
    }

    public PlantSettings withLoad(LoadSettings newLoad) {
        return new PlantSettings(start, zone, latitude, seed, rating, solar, newLoad, battery, generator, grid, totals);
    }

    public PlantSettings withBattery(BatterySettings newBattery) {
        return new PlantSettings(start, zone, latitude, seed, rating, solar, load, newBattery, generator, grid, totals);
    }

    public PlantSettings withGenerator(@Nullable GeneratorSettings newGenerator) {
        return new PlantSettings(start, zone, latitude, seed, rating, solar, load, battery, newGenerator, grid, totals);
    }

    public PlantSettings withGrid(@Nullable GridSettings newGrid) {
        return new PlantSettings(start, zone, latitude, seed, rating, solar, load, battery, generator, newGrid, totals);
    }

    public PlantSettings withTotals(Energies newTotals) {
        return new PlantSettings(start, zone, latitude, seed, rating, solar, load, battery, generator, grid, newTotals);
    }

    /**
     * The same plant at another instant, under a zone that keeps its hour of the day: a sunny noon stays a noon
     * whenever it is shown.
     */
    public PlantSettings rebasedTo(Instant newStart) {
        Instant second = Instant.ofEpochSecond(newStart.getEpochSecond());
        LocalDateTime wanted = LocalDateTime.ofInstant(start, zone);
        LocalDateTime utc = LocalDateTime.ofInstant(second, ZoneOffset.UTC);
        // a zone has whole minutes here: rounded up, as it begins in the minute that is wanted and not before it
        long minutes = -Math.floorDiv(-Duration.between(utc.toLocalTime(), wanted.toLocalTime()).toSeconds(), 60L);
        long offset = Math.floorMod(minutes + MINUTES_OF_A_DAY / 2, MINUTES_OF_A_DAY) - MINUTES_OF_A_DAY / 2;
        return new PlantSettings(second, ZoneOffset.ofTotalSeconds((int) offset * 60), latitude, seed, rating, solar,
                load, battery, generator, grid, totals);
    }
}
