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
package org.openhab.binding.selectronic.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.forecast.Forecast;
import org.openhab.binding.selectronic.internal.forecast.Forecaster;
import org.openhab.binding.selectronic.internal.forecast.HalfHour;
import org.openhab.binding.selectronic.internal.forecast.Plant;
import org.openhab.binding.selectronic.internal.forecast.ProfileStore;

/**
 * Scores the forecast on a house that was recorded in half hours, walking forward: how far the energy taken from the
 * battery until the sun takes over (the largest cumulative load less solar energy within 18 hours) was from the median
 * of the forecast issued at 18:00 and at 21:00, and how many of these nights lay between its 5 % and its 95 % quantile.
 * Compared with the night before, and with the net power of the last hour going on.
 * <p>
 * The file has a line of titles and a line for each half hour without gaps: its beginning by the clock, as in
 * {@code 2011-07-01 00:30:00}, mean load and mean solar power in kW. Nights count from the 32nd day on.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ForecastScore {
    private static final int DAY = 48;
    private static final int NIGHT = 36;
    private static final int FIRST_DAY = 31;
    private static final int SECONDS = 1800;
    private static final double KILO = 1000;
    private static final double LARGEST = 100;
    private static final Plant PLANT = new Plant(15 * KILO, false, Double.NaN, Double.NaN, Double.NaN, false,
            Double.NaN);

    private final Instant start;
    private final List<HalfHour> halfHours;
    private int nights;
    private int held;

    private record Errors(double forecast, double nightBefore, double present) {
    }

    private ForecastScore(Instant start, List<HalfHour> halfHours) {
        this.start = start;
        this.halfHours = halfHours;
    }

    /**
     * @param arguments the file, and the factor that its solar power is multiplied by
     */
    public static void main(String[] arguments) {
        try {
            Objects.requireNonNull(System.out).println(read(Path.of(arguments[0]), factor(arguments[1])).score());
        } catch (IllegalArgumentException | IOException e) {
            Objects.requireNonNull(System.err).println("The forecast cannot be scored: " + e.getMessage());
            System.exit(1);
        }
    }

    private static double factor(String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("forecast.solar is not a number: " + number, e);
        }
    }

    /**
     * @throws IllegalArgumentException if the file cannot be scored, with the line and what is wrong with it
     */
    public static ForecastScore read(Path file, double factor) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("forecast.house is no file: " + file);
        }
        List<String> lines = Files.readAllLines(file);
        List<HalfHour> halfHours = new ArrayList<>();
        Instant start = Instant.EPOCH;
        for (int number = 1; number < lines.size(); number++) {
            String place = file + ", line " + (number + 1) + ": ";
            String[] cells = lines.get(number).split(",");
            try {
                Instant time = LocalDateTime.parse(cells[0].trim().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
                start = number == 1 ? time : start;
                if (!time.equals(start.plusSeconds((long) SECONDS * halfHours.size()))) {
                    throw new IllegalArgumentException(place + "not half an hour after the line before: " + cells[0]);
                }
                double load = power(cells[1]);
                halfHours.add(new HalfHour(load, power(cells[2]) * factor, Double.NaN, Double.NaN, Double.NaN));
            } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        place + "not a time, a load and a solar power from 0 to 100 kW: " + lines.get(number), e);
            }
        }
        if (halfHours.size() < (FIRST_DAY + 2) * DAY) {
            throw new IllegalArgumentException(
                    file + " has " + halfHours.size() + " half hours, but " + (FIRST_DAY + 2) * DAY + " are needed");
        }
        return new ForecastScore(start, halfHours);
    }

    private static double power(String kilowatts) {
        double power = Double.parseDouble(kilowatts.trim());
        if (!(power >= 0 && power <= LARGEST)) {
            throw new NumberFormatException(kilowatts);
        }
        return power * KILO;
    }

    /** @return the line that is printed, energies in kWh */
    public String score() {
        Errors at18 = walk(LocalTime.of(18, 0));
        Errors at21 = walk(LocalTime.of(21, 0));
        return String.format(Locale.ROOT,
                "forecast mae18=%.3f yesterday18=%.3f present18=%.3f mae21=%.3f yesterday21=%.3f band=%.3f",
                at18.forecast, at18.nightBefore, at18.present, at21.forecast, at21.nightBefore, (double) held / nights);
    }

    private Errors walk(LocalTime issued) {
        ProfileStore store = new ProfileStore();
        List<Double> forecast = new ArrayList<>();
        List<Double> nightBefore = new ArrayList<>();
        List<Double> present = new ArrayList<>();
        for (int at = 0; at + NIGHT <= halfHours.size(); at++) {
            Instant now = start.plusSeconds((long) SECONDS * at);
            if (at >= FIRST_DAY * DAY && LocalTime.ofInstant(now, ZoneOffset.UTC).equals(issued)) {
                double truth = taken(at);
                Forecast made = Forecaster.forecast(store, now, ZoneOffset.UTC, Double.NaN, PLANT);
                forecast.add(Math.abs(made.need().median() / KILO - truth));
                nightBefore.add(Math.abs(taken(at - DAY) - truth));
                present.add(Math.abs(Math.max(0, (net(at - 1) + net(at - 2)) / 2 * NIGHT / 2) - truth));
                nights++;
                held += made.need().low() / KILO <= truth && truth <= made.need().high() / KILO ? 1 : 0;
            }
            store.add(now, now.plusSeconds(SECONDS), halfHours.get(at));
        }
        return new Errors(mean(forecast), mean(nightBefore), mean(present));
    }

    private double net(int at) {
        return (halfHours.get(at).load() - halfHours.get(at).solar()) / KILO;
    }

    private double taken(int at) {
        double sum = 0;
        double largest = 0;
        for (int step = 0; step < NIGHT; step++) {
            sum += net(at + step) / 2;
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private static double mean(List<Double> errors) {
        return errors.stream().flatMapToDouble(DoubleStream::of).average().orElseThrow();
    }
}
