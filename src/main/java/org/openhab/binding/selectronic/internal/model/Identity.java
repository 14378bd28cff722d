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
package org.openhab.binding.selectronic.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The identity of a unit as reported by a connection. Each part may be unknown.
 *
 * @param serialNumber the unit's serial number in any form; kept in its {@linkplain SerialNumber normal form}, since it
 *            is the unit's permanent identity
 * @param model the model as reported by the connection, for example {@code SP-PRO} or {@code SPMC482}
 * @param firmware the firmware as reported by the connection, free text
 * @param ratedPower the rated power in watts
 * @param hardware the hardware revision as reported by the connection
 * @param acSource the source at the AC source input by the unit's settings, {@link AcSource#AUTO} if unknown
 * @param solarSize the size of the solar panels with unit, as entered by the installer
 * @param batterySize the size of the battery with unit, as entered by the installer
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Identity(@Nullable String serialNumber, @Nullable String model, @Nullable String firmware,
        @Nullable Double ratedPower, @Nullable String hardware, AcSource acSource, @Nullable String solarSize,
        @Nullable String batterySize) {

    /** Nothing is known. */
    public static final Identity NONE = new Identity(null, null, null, null);

    /** Converts the serial number to its normal form. */
    public Identity {
        serialNumber = SerialNumber.normal(serialNumber);
    }

    /**
     * Identity from a connection that reports only these parts.
     *
     * @param serialNumber the unit's serial number
     * @param model the model
     * @param firmware the firmware
     * @param ratedPower the rated power in watts
     */
    public Identity(@Nullable String serialNumber, @Nullable String model, @Nullable String firmware,
            @Nullable Double ratedPower) {
        this(serialNumber, model, firmware, ratedPower, null, AcSource.AUTO);
    }

    /**
     * @param other the identity of the same unit from another connection
     * @return this identity, with what the other connection knows in addition
     */
    public Identity completedBy(Identity other) {
        return new Identity(first(serialNumber, other.serialNumber), first(model, other.model),
                first(firmware, other.firmware), first(ratedPower, other.ratedPower), first(hardware, other.hardware),
                acSource == AcSource.AUTO ? other.acSource : acSource, first(solarSize, other.solarSize),
                first(batterySize, other.batterySize));
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }

    /**
     * Identity from the unit's memory.
     *
     * @param serialNumber the unit's serial number
     * @param model the model
     * @param firmware the firmware
     * @param ratedPower the rated power in watts
     * @param hardware the hardware revision
     * @param acSource the source at the AC source input
     */
    public Identity(@Nullable String serialNumber, @Nullable String model, @Nullable String firmware,
            @Nullable Double ratedPower, @Nullable String hardware, AcSource acSource) {
        this(serialNumber, model, firmware, ratedPower, hardware, acSource, null, null);
    }
}
