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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.memory.Limits;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.memory.ShuntName;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * What must be known of a unit to decode its logs.
 *
 * @param setup the setup of the unit
 * @param zone the time zone of its clock
 * @param latest the latest possible time of a record
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record LogUnit(UnitSetup setup, ZoneId zone, Instant latest) {

    /** The interval in minutes if the unit does not report it: that of all published logs but one. */
    private static final int USUAL_MINUTES = 15, MOST_MINUTES = 60;

    /**
     * Provides what must be known, each time a log is read: the clock of a unit and its time zone may have been
     * changed.
     */
    @FunctionalInterface
    public interface Known {
        /**
         * @return what must be known
         * @throws SourceException if the unit does not answer
         * @throws InterruptedException if the thread is interrupted
         */
        LogUnit now() throws SourceException, InterruptedException;
    }

    /**
     * @param setup the setup of the unit
     * @param zone the time zone of its clock
     */
    public LogUnit(UnitSetup setup, ZoneId zone) {
        this(setup, zone, Instant.MAX);
    }

    /** Returns the same with the current interval setting. */
    LogUnit withInterval(Words words) {
        return new LogUnit(setup.withInterval(words), zone, latest);
    }

    /** Current scale factors, for records that do not contain any. */
    ScaleFactors scales() {
        return setup.scales();
    }

    /** Limits of values with these scale factors. */
    Limits limits(ScaleFactors scales) {
        return Limits.of(setup.identity(), scales);
    }

    /** Code of what the first shunt measures; negative if unknown. */
    int shunt1() {
        return setup.shunt1();
    }

    /** Code of what the second shunt measures; negative if unknown. */
    int shunt2() {
        return setup.shunt2();
    }

    /** Interval of detailed records by the current setting. */
    Duration interval() {
        int minutes = setup.logs().interval();
        return Duration.ofMinutes(minutes > 0 && minutes <= MOST_MINUTES ? minutes : USUAL_MINUTES);
    }

    /** Version of the format of detailed records. */
    int detailedFormat() {
        return setup.logs().detailedFormat();
    }

    /** Version of the format of alerts and operations. */
    int eventFormat() {
        return setup.logs().eventFormat();
    }

    /** Version of the format of daily records. */
    int dailyFormat() {
        return setup.logs().dailyFormat();
    }

    /** Whether a shunt measures solar power. */
    static boolean isSolar(int shunt) {
        return ShuntName.of(shunt).filter(ShuntName::isSolar).isPresent();
    }

    /** Whether the flow through a shunt bypasses the inverter. */
    static boolean isOnTheBus(int shunt) {
        return ShuntName.of(shunt).filter(ShuntName::isOnTheBus).isPresent();
    }
}
