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
import java.time.ZoneId;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.memory.ShuntName;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup.LogSettings;

/**
 * What must be known of a unit to understand its logs.
 *
 * @param scales what its counts are worth at present, for records that do not say
 * @param shunt1 what its first shunt measures, a code; negative if not known
 * @param shunt2 what its second shunt measures
 * @param interval what a detailed record covers
 * @param detailedFormat the version of the format of detailed records
 * @param eventFormat the version of the format of alerts and operations
 * @param dailyFormat the version of the format of daily records
 * @param zone where it stands
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record LogUnit(ScaleFactors scales, int shunt1, int shunt2, Duration interval, int detailedFormat,
        int eventFormat, int dailyFormat, ZoneId zone) {
    /** How often a unit writes if it does not say: what all published logs but one have. */
    private static final int USUAL_MINUTES = 15, MOST_MINUTES = 60;

    /**
     * @param setup what is known of a unit
     * @param zone where it stands
     * @return what its logs are understood by
     */
    public static LogUnit of(UnitSetup setup, ZoneId zone) {
        LogSettings logs = setup.logs();
        int minutes = logs.interval() > 0 && logs.interval() <= MOST_MINUTES ? logs.interval() : USUAL_MINUTES;
        return new LogUnit(setup.scales(), setup.shunt1(), setup.shunt2(), Duration.ofMinutes(minutes),
                logs.detailedFormat(), logs.eventFormat(), logs.dailyFormat(), zone);
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
