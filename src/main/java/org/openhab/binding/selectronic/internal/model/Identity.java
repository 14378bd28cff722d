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
 * What a way tells about a unit itself. Each part may be unknown.
 *
 * @param serialNumber the unit's serial number in any form; kept in its {@linkplain SerialNumber normal form}, since it
 *        is the unit's permanent identity
 * @param model the model as the way names it, for example {@code SP-PRO} or {@code SPMC482}
 * @param firmware the firmware as the way names it, free text
 * @param ratedPower the rated power in watts
 * @param hardware the revision of the hardware as the way names it
 * @param acSource what is wired to the AC source as far as the unit's settings tell, else {@link AcSource#AUTO}
 * @param solarSize the size of the solar panels as the installer has typed it, with unit
 * @param batterySize the size of the battery as the installer has typed it, with unit
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Identity(@Nullable String serialNumber, @Nullable String model, @Nullable String firmware,
        @Nullable Double ratedPower, @Nullable String hardware, AcSource acSource, @Nullable String solarSize,
        @Nullable String batterySize) {
    /** Nothing is known. */
    public static final Identity NONE = new Identity(null, null, null, null);

    /** Puts the serial number into its normal form. */
    public Identity {
        serialNumber = SerialNumber.normal(serialNumber);
    }

    /**
     * What a way tells that knows less of the unit itself.
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
     * What the unit's own memory tells.
     *
     * @param serialNumber the unit's serial number
     * @param model the model
     * @param firmware the firmware
     * @param ratedPower the rated power in watts
     * @param hardware the revision of the hardware
     * @param acSource what is wired to the AC source
     */
    public Identity(@Nullable String serialNumber, @Nullable String model, @Nullable String firmware,
            @Nullable Double ratedPower, @Nullable String hardware, AcSource acSource) {
        this(serialNumber, model, firmware, ratedPower, hardware, acSource, null, null);
    }
}
