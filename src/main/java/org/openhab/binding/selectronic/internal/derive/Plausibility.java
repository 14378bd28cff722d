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

import static org.openhab.binding.selectronic.internal.model.Quantity.BATTERY_STATE_OF_CHARGE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Reset;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Checks the samples of one inverter for plausibility. An impossible number becomes unknown. A sample consisting only
 * of zeros, as sent by a gateway that has not read its inverter since a restart, is never accepted. A sample in which a
 * counter decreases or jumps, or in which the battery is suddenly empty, is held back until another read confirms it:
 * then the unit was reset or replaced.
 * <p>
 * Keeps the counters of the last accepted sample and of one held back.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Plausibility {
    /** Watts: five times the rating of the largest published model, for units with unknown rating. */
    private static final double MOST_POWER = 100_000;
    /**
     * Multiple of its rating that no power of a unit reaches, including surge load and power passed through from the AC
     * source.
     */
    private static final double TIMES_RATING = 5;
    /** Watts: lowest limit, because power passed through the smallest model is not limited by its rating. */
    private static final double LEAST_BOUND = 25_000;
    private static final double WATTS_PER_KILOWATT = 1000;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double HOURS_PER_DAY = 24;
    private static final double YEARS = 50, HOURS_PER_YEAR = 8766;
    /** Hours: a gateway that was disconnected reports everything counted meanwhile at once. */
    private static final double LATE = 1;
    /** kWh: less than one count of any counter. */
    private static final double ROUNDING = 0.001;
    /** Percent: a battery this full is not empty with the next sample. */
    private static final double NOT_NEARLY_EMPTY = 10;
    private static final double FULL = 100;
    private static final int MEMBERS_OF_A_WHOLE_SAMPLE = 4;
    private static final int COUNTERS_OF_A_UNIT_IN_USE = 2;
    private static final Predicate<Double> IS_ZERO = number -> number == 0;

    private final Clock steady;
    private double mostPower = MOST_POWER;
    private @Nullable Reading believed;
    private @Nullable Reading heldBack;

    /**
     * The result of the check of a sample.
     *
     * @param sample the part that may be published, empty if it is held back
     * @param doubted the quantities that are implausible, or not confirmed yet
     * @param allZero whether it is held back because everything is zero, so that no further read can confirm it
     */
    public record Judgement(Optional<Sample> sample, Set<Quantity> doubted, boolean allZero) {
    }

    /** The stored part of a sample. */
    private record Reading(Instant time, Instant seenAt, Map<Quantity, Double> numbers) {
        /** Returns the number of a quantity, NaN if it was not known. */
        double number(Quantity quantity) {
            Double number = numbers.get(quantity);
            return number == null ? Double.NaN : number;
        }
    }

    /** @param steady a monotonic clock */
    public Plausibility(Clock steady) {
        this.steady = steady;
    }

    /** @param identity the identity of the unit; its rating limits its powers */
    public void identified(Identity identity) {
        Double rated = identity.ratedPower();
        if (rated != null && rated > 0) {
            mostPower = Math.max(LEAST_BOUND, TIMES_RATING * rated);
        }
    }

    /**
     * @param reported the next sample as read
     * @return the result of the check; events of the sample are reported in any case
     */
    public Judgement judge(Sample reported) {
        if (isAllZero(reported)) {
            return new Judgement(Optional.empty(), reported.values().keySet(), true);
        }
        Set<Quantity> doubted = EnumSet.noneOf(Quantity.class);
        for (Quantity quantity : reported.values().keySet()) {
            if (reported.values().get(quantity) instanceof Value.Numeric numeric
                    && !isPossible(quantity, numeric.number())) {
                doubted.add(quantity);
            }
        }
        Sample sample = doubted.isEmpty() ? reported
                : reported.with(
                        doubted.stream().collect(Collectors.toMap(quantity -> quantity, quantity -> Value.UNKNOWN)));
        Reading reading = new Reading(sample.time(), steady.instant(),
                numbers(sample, quantity -> quantity == BATTERY_STATE_OF_CHARGE || quantity.reset() == Reset.NEVER
                        || quantity.reset() == Reset.DAILY));
        Reading last = believed;
        Set<Quantity> doubts = last == null ? doubtsAtFirst(reading) : doubts(last, reading);
        Reading held = heldBack;
        boolean confirmed = held != null && !reading.time.equals(held.time) && doubts(held, reading).isEmpty();
        if (doubts.isEmpty() || confirmed) {
            Map<Quantity, Double> numbers = last == null ? new EnumMap<>(Quantity.class) : last.numbers;
            numbers.putAll(reading.numbers);
            believed = new Reading(reading.time, reading.seenAt, numbers);
            heldBack = null;
            return new Judgement(Optional.of(sample), doubted, false);
        }
        heldBack = reading;
        doubted.addAll(doubts);
        return new Judgement(Optional.empty(), doubted, false);
    }

    private boolean isPossible(Quantity quantity, double number) {
        return switch (quantity.form().itemType()) {
            case "Number:Power" -> Math.abs(number) <= mostPower;
            case "Number:Energy" -> number >= 0 && number <= mostPower / WATTS_PER_KILOWATT
                    * (quantity.reset() == Reset.DAILY ? HOURS_PER_DAY : YEARS * HOURS_PER_YEAR);
            case "Number:Dimensionless" -> number >= 0 && number <= FULL;
            case "Number:ElectricPotential" -> Math.abs(number) <= 1000;
            case "Number:ElectricCurrent" -> Math.abs(number) <= 5000;
            case "Number:Frequency" -> number >= 0 && number <= 100;
            case "Number:Temperature" -> number >= -60 && number <= 250;
            default -> true;
        };
    }

    /** Returns whether all measured and counted values are 0, or the battery is empty and nothing was ever counted. */
    private static boolean isAllZero(Sample sample) {
        if (sample.number(BATTERY_STATE_OF_CHARGE) > 0) {
            return false;
        }
        Collection<Double> measured = numbers(sample, quantity -> switch (quantity.form().itemType()) {
            case "Number:Power", "Number:Energy", "Number:Dimensionless" -> true;
            default -> false;
        }).values();
        Collection<Double> counted = numbers(sample, quantity -> quantity.reset() == Reset.NEVER).values();
        return measured.size() >= MEMBERS_OF_A_WHOLE_SAMPLE && measured.stream().allMatch(IS_ZERO)
                || sample.number(BATTERY_STATE_OF_CHARGE) == 0 && !counted.isEmpty()
                        && counted.stream().allMatch(IS_ZERO);
    }

    private static Map<Quantity, Double> numbers(Sample sample, Predicate<Quantity> wanted) {
        Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
        for (Quantity quantity : sample.values().keySet()) {
            if (wanted.test(quantity) && sample.values().get(quantity) instanceof Value.Numeric numeric) {
                numbers.put(quantity, numeric.number());
            }
        }
        return numbers;
    }

    /** Returns the doubts about a first sample: a unit that has never counted anything is new, or was not read. */
    private static Set<Quantity> doubtsAtFirst(Reading reading) {
        Map<Quantity, Double> totals = new EnumMap<>(reading.numbers);
        totals.keySet().removeIf(quantity -> quantity.reset() != Reset.NEVER);
        boolean unused = totals.size() >= COUNTERS_OF_A_UNIT_IN_USE && totals.values().stream().allMatch(IS_ZERO);
        return unused ? totals.keySet() : Set.of();
    }

    /** Returns the quantities that are impossible after an earlier sample, unless the unit was reset or replaced. */
    private Set<Quantity> doubts(Reading before, Reading now) {
        Set<Quantity> doubts = EnumSet.noneOf(Quantity.class);
        double hours = LATE + Math.max(0, Duration.between(before.seenAt, now.seenAt).toSeconds()) / SECONDS_PER_HOUR;
        double most = mostPower / WATTS_PER_KILOWATT * hours;
        for (Quantity quantity : now.numbers.keySet()) {
            double earlier = before.number(quantity);
            double number = now.number(quantity);
            // nothing is compared with a number that was not known
            if (quantity == BATTERY_STATE_OF_CHARGE ? number == 0 && earlier > NOT_NEARLY_EMPTY
                    : number < earlier - ROUNDING || number > earlier + most) {
                doubts.add(quantity);
            }
        }
        return doubts;
    }
}
