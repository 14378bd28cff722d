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
package org.openhab.binding.selectronic.internal.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.source.HistoryPortion.Lost;

/**
 * A period that was overwritten in the log of a unit before it was read, and how far the portal has filled it.
 *
 * @param from the end of the last record that was read
 * @param to the start of the oldest record still available
 * @param quantities the quantities that lack this period and that the portal has
 * @param reached up to where the portal was asked
 * @param filled the number of hours of which the portal had all these quantities
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record HistoryGap(Instant from, Instant to, Set<Quantity> quantities, Instant reached, int filled) {

    private static final Duration LEEWAY = PeriodEnergy.LEEWAY, HOUR = Duration.ofHours(1);

    static HistoryGap of(Lost lost, Set<Quantity> quantities) {
        return new HistoryGap(lost.from(), lost.to(),
                quantities.stream().filter(quantity -> quantity.origin(ConnectionType.PORTAL).isPresent())
                        .collect(Collectors.toUnmodifiableSet()),
                lost.from(), 0);
    }

    /** Returns whether the portal may know more of it. */
    boolean isOpen() {
        return !quantities.isEmpty() && reached.isBefore(to);
    }

    /** Returns the quantities that the log lacks in an hour of the portal. */
    Set<Quantity> lacking(HistoryRecord hour, ZoneId zone) {
        Set<Quantity> lacking = EnumSet.noneOf(Quantity.class);
        for (Quantity quantity : quantities) {
            Lost hours = hours(isEnergy(quantity), zone);
            if (!hour.start().isBefore(hours.from()) && !hour.end().isAfter(hours.to())) {
                lacking.add(quantity);
            }
        }
        return lacking;
    }

    /**
     * Returns the hours that lack a quantity. These are the hours within the gap, if it is long enough; for an energy
     * also those at its ends, of which the log has a part only: the first record after a gap has no energies.
     */
    private Lost hours(boolean energy, ZoneId zone) {
        Instant last = PeriodEnergy.hour(to.plus(LEEWAY), zone);
        if (energy) {
            return new Lost(PeriodEnergy.hour(from.plus(LEEWAY), zone), last.plus(HOUR));
        }
        Instant first = PeriodEnergy.hour(from.minus(LEEWAY).minusNanos(1), zone).plus(HOUR);
        return new Lost(first, last.isAfter(first) ? last : first);
    }

    private static boolean isEnergy(Quantity quantity) {
        return quantity.form() == ChannelForm.HISTORY_ENERGY;
    }

    /**
     * @param zone the time zone of the hours
     * @return the number of hours that could be filled
     */
    public long hours(ZoneId zone) {
        Lost hours = hours(quantities.stream().anyMatch(HistoryGap::isEnergy), zone);
        return Duration.between(hours.from(), hours.to()).toHours();
    }

    /** Parses a result of {@link #toString()}. */
    static Optional<HistoryGap> parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        List<String> channels = Arrays.asList(parts[4].split(","));
        try {
            return Optional.of(new HistoryGap(Instant.parse(parts[0]), Instant.parse(parts[1]),
                    HistoryReader.quantities().stream().filter(quantity -> channels.contains(quantity.channel()))
                            .collect(Collectors.toUnmodifiableSet()),
                    Instant.parse(parts[2]), Integer.parseInt(parts[3])));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @return the gap as a text that can be stored */
    @Override
    public String toString() {
        return from + " " + to + " " + reached + " " + filled + " "
                + quantities.stream().map(Quantity::channel).sorted().collect(Collectors.joining(","));
    }
}
