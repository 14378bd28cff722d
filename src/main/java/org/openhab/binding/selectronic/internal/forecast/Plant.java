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
package org.openhab.binding.selectronic.internal.forecast;

import java.util.stream.DoubleStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Facts about the plant apart from its past. NaN means unknown.
 *
 * @param capacity capacity of the battery in watt hours, as configured; learned if it is unknown
 * @param onGrid whether the AC source is the grid, which supplies the house when the battery cannot
 * @param reserve state of charge in percent that the owner does not want to go below
 * @param generatorStart state of charge in percent at which the unit starts the generator
 * @param generatorStop state of charge in percent at which it stops the generator
 * @param generatorRuns whether the generator runs now
 * @param shutdown state of charge in percent at which the unit shuts down
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Plant(double capacity, boolean onGrid, double reserve, double generatorStart, double generatorStop,
        boolean generatorRuns, double shutdown) {

    private static final double USUAL_RESERVE = 20;

    /** A plant of which nothing is known. */
    public static final Plant UNKNOWN = new Plant(Double.NaN, false, Double.NaN, Double.NaN, Double.NaN, false,
            Double.NaN);

    /** @return the owner's reserve, else where the generator starts, else where the unit shuts down, else 20 % */
    double lowest() {
        return DoubleStream.of(reserve, generatorStart, shutdown).filter(Double::isFinite).findFirst()
                .orElse(USUAL_RESERVE);
    }

    boolean hasGenerator() {
        return generatorStop > generatorStart;
    }
}
