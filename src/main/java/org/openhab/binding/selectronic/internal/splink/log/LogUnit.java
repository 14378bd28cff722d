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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.splink.memory.ShuntName;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * What must be known of a unit to decode its logs.
 *
 * @param setup the setup of the unit
 * @param zone the time zone of its clock
 * @param knowsZone whether the clock shows the time of that zone, so that the zone is known
 * @param now the time that its clock shows, which may be wrong
 * @param latest the latest possible time of a record
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record LogUnit(UnitSetup setup, ZoneId zone, boolean knowsZone, Instant now, Instant latest) {

    /** The interval in minutes if the unit does not report it: that of all published logs but one. */
    private static final int USUAL_MINUTES = 15, MOST_MINUTES = 60;

    /** Returns the same with the current interval setting. */
    LogUnit withInterval(Words words) {
        return new LogUnit(setup.withInterval(words), zone, knowsZone, now, latest);
    }

    /** Interval of detailed records by the current setting. */
    Duration interval() {
        int minutes = setup.logs().interval();
        return Duration.ofMinutes(minutes > 0 && minutes <= MOST_MINUTES ? minutes : USUAL_MINUTES);
    }

    /** Version of the format of the records of a log. */
    int format(LogKind kind) {
        return switch (kind) {
            case ALERTS, OPERATIONS -> setup.logs().eventFormat();
            case DAILY -> setup.logs().dailyFormat();
            case DETAILED -> setup.logs().detailedFormat();
        };
    }

    /** Whether a record may have this time: it has one that is not in the future. */
    boolean isPossible(long seconds) {
        return seconds != UnitTime.NONE && !UnitTime.of(seconds, zone, Instant.MIN).isAfter(latest);
    }

    /**
     * @param measured selects shunts by what they measure
     * @param shunt1 the flow through the first shunt
     * @param shunt2 the flow through the second shunt
     * @return the sum of the flows through the selected shunts, NaN if the unit does not report what they measure
     */
    double sum(Predicate<ShuntName> measured, double shunt1, double shunt2) {
        return setup.shunt1() < 0 || setup.shunt2() < 0 ? Double.NaN
                : (ShuntName.of(setup.shunt1()).filter(measured).isPresent() ? shunt1 : 0)
                        + (ShuntName.of(setup.shunt2()).filter(measured).isPresent() ? shunt2 : 0);
    }
}
