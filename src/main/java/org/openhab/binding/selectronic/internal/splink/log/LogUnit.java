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
 * What must be known of a unit to understand its logs.
 *
 * @param setup what the unit says of itself
 * @param zone the zone that its clock is in
 * @param latest the latest time that a record can be of
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record LogUnit(UnitSetup setup, ZoneId zone, Instant latest) {
    /** How often a unit writes if it does not say: what all published logs but one have. */
    private static final int USUAL_MINUTES = 15, MOST_MINUTES = 60;

    /** Finds out what must be known, whenever a log is read: the clock of a unit can be set, and so can its zone. */
    @FunctionalInterface
    public interface Known {
        /**
         * @return what must be known
         * @throws SourceException if the unit does not answer
         * @throws InterruptedException if the thread is told to stop
         */
        LogUnit now() throws SourceException, InterruptedException;
    }

    /**
     * @param setup what the unit says of itself
     * @param zone the zone that its clock is in
     */
    public LogUnit(UnitSetup setup, ZoneId zone) {
        this(setup, zone, Instant.MAX);
    }

    /** The same with the interval that is set now. */
    LogUnit withInterval(Words words) {
        return new LogUnit(setup.withInterval(words), zone, latest);
    }

    /** What its counts are worth at present, for records that do not say. */
    ScaleFactors scales() {
        return setup.scales();
    }

    /** What its numbers can be at most where its counts are worth so much. */
    Limits limits(ScaleFactors scales) {
        return Limits.of(setup.identity(), scales);
    }

    /** What its first shunt measures, a code; negative if not known. */
    int shunt1() {
        return setup.shunt1();
    }

    /** What its second shunt measures, a code; negative if not known. */
    int shunt2() {
        return setup.shunt2();
    }

    /** What a detailed record covers by the present settings. */
    Duration interval() {
        int minutes = setup.logs().interval();
        return Duration.ofMinutes(minutes > 0 && minutes <= MOST_MINUTES ? minutes : USUAL_MINUTES);
    }

    /** The version of the format of detailed records. */
    int detailedFormat() {
        return setup.logs().detailedFormat();
    }

    /** The version of the format of alerts and operations. */
    int eventFormat() {
        return setup.logs().eventFormat();
    }

    /** The version of the format of daily records. */
    int dailyFormat() {
        return setup.logs().dailyFormat();
    }

    /** Whether a shunt measures solar power. */
    static boolean isSolar(int shunt) {
        return ShuntName.of(shunt).filter(ShuntName::isSolar).isPresent();
    }

    /** Whether what passes through a shunt does not pass through the inverter. */
    static boolean isOnTheBus(int shunt) {
        return ShuntName.of(shunt).filter(ShuntName::isOnTheBus).isPresent();
    }
}
