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
 * The source wired to the AC source input.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum AcSource {
    /** Detected from what the inverter reports. */
    AUTO,
    /** The public grid. */
    GRID,
    /** A generator. */
    GENERATOR,
    /** A generator and the grid, selected by a change-over switch. */
    BOTH;

    /**
     * By code of the application: off grid, mobile (shore power or a generator), and two kinds of solar hybrid on the
     * grid.
     */
    private static final AcSource[] OF_APPLICATION = { GENERATOR, BOTH, GRID, GRID };

    /**
     * @param application the code of the application that the unit is configured for; public native clients agree on
     *            these
     * @return what such a unit has at its AC source, {@link #AUTO} for any other code
     */
    public static AcSource ofApplication(int application) {
        return application >= 0 && application < OF_APPLICATION.length ? OF_APPLICATION[application] : AUTO;
    }
}
