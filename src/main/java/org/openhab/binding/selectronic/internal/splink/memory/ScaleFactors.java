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
package org.openhab.binding.selectronic.internal.splink.memory;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The scale factors of the unit's registers. Each is ten times the value at 32768 counts, except for temperatures,
 * where it is that value itself; 0 means that the unit does not report the factor, and nothing is calculated with it.
 * <p>
 * Source: all public clients agree. Two sets are known, both of 48 V units: 5300, 2200, 1050, 12000, 530 and 5300,
 * 2934, 1050, 16000, 530.
 *
 * @param acVolts for AC voltages
 * @param acCurrent for AC currents
 * @param dcVolts for DC voltages
 * @param dcCurrent for DC currents
 * @param temperature for temperatures
 * @param cells number of cells of the battery, for settings per cell; 0 if the model is unknown
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ScaleFactors(int acVolts, int acCurrent, int dcVolts, int dcCurrent, int temperature, int cells) {

    private static final int NOT_AVAILABLE = 0xFFFF;

    /** Converts the unit's mark for "not available" to 0. */
    public ScaleFactors {
        acVolts = usable(acVolts);
        acCurrent = usable(acCurrent);
        dcVolts = usable(dcVolts);
        dcCurrent = usable(dcCurrent);
        temperature = usable(temperature);
    }

    /** Scale factors of measured values. */
    public ScaleFactors(int acVolts, int acCurrent, int dcVolts, int dcCurrent, int temperature) {
        this(acVolts, acCurrent, dcVolts, dcCurrent, temperature, 0);
    }

    private static int usable(int factor) {
        return factor == NOT_AVAILABLE ? 0 : factor;
    }

    /** @return the factor for AC powers, 0 if one of its parts is missing */
    public long acPower() {
        return (long) acVolts * acCurrent;
    }

    /** @return the factor for DC powers, 0 if one of its parts is missing */
    public long dcPower() {
        return (long) dcVolts * dcCurrent;
    }
}
