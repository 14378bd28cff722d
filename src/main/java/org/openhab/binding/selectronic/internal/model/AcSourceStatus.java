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

/**
 * The status of the AC source as assessed by the inverter.
 * <p>
 * Source: register lists of two public native clients. Five codes mean "in tolerance": older firmware distinguished
 * lockout and capacity limits. The last one is known from one client only.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum AcSourceStatus {
    NOT_PRESENT,
    NO_EARTH_NEUTRAL_LINK,
    IN_TOLERANCE,
    OUT_OF_RANGE,
    VOLTAGE_TOO_HIGH,
    DISCONNECTED_BY_DRM;

    private static final AcSourceStatus[] OF_CODE = { NOT_PRESENT, NO_EARTH_NEUTRAL_LINK, IN_TOLERANCE, IN_TOLERANCE,
            IN_TOLERANCE, IN_TOLERANCE, OUT_OF_RANGE, IN_TOLERANCE, VOLTAGE_TOO_HIGH, DISCONNECTED_BY_DRM };

    /**
     * @param code the code that the inverter reported
     * @return the name of the state; the number itself for an unknown code, so that nothing is hidden;
     *         {@link Value#UNKNOWN} if it is not a code
     */
    public static Value ofCode(double code) {
        return Codes.named(OF_CODE, code);
    }
}
