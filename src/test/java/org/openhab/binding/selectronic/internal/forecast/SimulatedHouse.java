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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A year of an invented house near Sydney, in half hours of its own clock: weather that lasts for some days, people
 * with
 * habits on working days and others at weekends, heating and cooling, and a battery with losses.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SimulatedHouse {
    static final int DAY = 48;
    static final int DAYS = 365;
    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final double LATITUDE = Math.toRadians(-33.8);

    final double[] load = new double[DAYS * DAY];
    final double[] solar = new double[DAYS * DAY];
    final double[] battery = new double[DAYS * DAY];
    final double[] charge = new double[DAYS * DAY];
    final double capacity;
    private final double standing;
    private final double lost;
    private final Random random;

    SimulatedHouse(int seed) {
        random = new Random(0x5E1EC7 + seed);
        double peak = between(4000, 9000);
        double people = 1 + random.nextInt(5);
        double base = between(150, 350);
        double supper = between(18, 19.5);
        double climate = between(20, 120);
        capacity = between(14_000, 22_000) + 3_000 * people;
        standing = between(30, 120);
        lost = between(0.02, 0.09);
        double cloud = 0;
        double warmth = 0;
        for (int day = 0; day < DAYS; day++) {
            cloud = 0.5 * cloud + 0.87 * random.nextGaussian();
            warmth = 0.7 * warmth + 2 * random.nextGaussian();
            double clearness = 0.15 + 0.8 / (1 + Math.exp(1.6 * cloud - 1));
            shine(day, peak, clearness);
            double temperature = 18 + 6 * Math.cos(2 * Math.PI * (day - 20) / DAYS) + warmth;
            live(day, people, base, supper, climate * (Math.max(0, 16 - temperature) + Math.max(0, temperature - 25)));
        }
        followBattery();
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private void shine(int day, double peak, double clearness) {
        double declination = Math.toRadians(-23.4) * Math.cos(2 * Math.PI * (day + 10) / DAYS);
        double passing = 0;
        for (int at = 0; at < DAY; at++) {
            double angle = 2 * Math.PI * (at + 0.5 - DAY / 2.0) / DAY;
            double height = Math.sin(LATITUDE) * Math.sin(declination)
                    + Math.cos(LATITUDE) * Math.cos(declination) * Math.cos(angle);
            passing = 0.6 * passing + 0.15 * random.nextGaussian();
            double sky = Math.max(0.05, Math.min(1, clearness * (1 + passing)));
            solar[day * DAY + at] = Math.max(0, height) * peak * sky;
        }
    }

    private void live(int day, double people, double base, double supper, double climate) {
        boolean weekend = LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(day).getDayOfWeek().getValue() >= 6;
        boolean out = random.nextDouble() < 0.08;
        double evening = people * between(70, 160) + climate;
        double homecoming = weekend ? 9 : 16.5 + random.nextGaussian() * 0.5;
        double bedtime = (weekend ? 23 : 22.3) + random.nextGaussian() * 0.4;
        for (int at = 0; at < DAY; at++) {
            double hour = at / 2.0;
            boolean home = !out && hour >= homecoming && hour < bedtime || hour >= 6.5 && hour < 8;
            load[day * DAY + at] += base * (1 + 0.15 * random.nextGaussian()) + (home ? evening : 0)
                    + (hour < 6 ? 0.3 * climate : 0);
        }
        if (!out) {
            use(day, supper + (weekend ? 0.5 : 0) + random.nextGaussian() * 0.4, 1, 700 + 350 * people);
        }
        if (weekend || random.nextDouble() < 0.1 * people) {
            use(day, weekend ? between(9, 14) : between(18, 21), 1.5, between(500, 1200));
        }
        if (random.nextDouble() < 0.2 + 0.12 * people) {
            use(day, between(19, 21.5), 1.5, 900);
        }
    }

    private void use(int day, double from, double hours, double watts) {
        for (int at = (int) (from * 2); at < (from + hours) * 2 && day * DAY + at < load.length; at++) {
            load[day * DAY + at] += watts;
        }
    }

    /**
     * The AC source helps out below a tenth of the charge, unseen; solar power that is not needed is not thrown away.
     */
    private void followBattery() {
        double held = 0.8 * capacity;
        for (int at = 0; at < load.length; at++) {
            battery[at] = batteryPower(load[at] - solar[at]);
            held = Math.max(0.1 * capacity, held - (battery[at] > 0 ? battery[at] : battery[at] * 0.93) / 2);
            if (held > capacity) {
                held = capacity;
            }
            charge[at] = 100 * held / capacity;
        }
    }

    double batteryPower(double net) {
        return net + standing + lost * Math.abs(net);
    }

    static Instant time(int at) {
        return START.plusSeconds(1800L * at);
    }

    HalfHour at(int at) {
        return new HalfHour(load[at], solar[at], 0, battery[at], charge[at]);
    }

    /** What is taken from the battery within 18 hours at most, in watt hours. */
    double taken(int from) {
        double sum = 0;
        double largest = 0;
        for (int at = from; at < from + 36; at++) {
            sum += (load[at] - solar[at]) / 2;
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** The lowest charge within 18 hours of a battery that starts with the given one and is never empty. */
    double lowest(int from, double percent) {
        double now = percent;
        double lowest = percent;
        for (int at = from; at < from + 36; at++) {
            double power = batteryPower(load[at] - solar[at]);
            now = Math.min(100, now - (power > 0 ? power : power * 0.93) / 2 / capacity * 100);
            lowest = Math.min(lowest, now);
        }
        return lowest;
    }
}
