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
package org.openhab.binding.selectronic.simulator.portal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.plant.Energies;

/**
 * What a chart shows of an hour, or of several.
 *
 * @param solar in Wh, AC- and DC-coupled
 * @param load in Wh
 * @param grid taken from grid or generator in Wh
 * @param export fed into the grid in Wh
 * @param soc state of charge at the end in percent
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record ChartHour(double solar, double load, double grid, double export, double soc) {
    /** A share of some seconds. */
    static ChartHour of(Energies energy, double share, double soc) {
        return new ChartHour((energy.acSolar() + energy.dcSolar()) * share, energy.load() * share,
                energy.sourceIn() * share, energy.sourceOut() * share, soc);
    }

    /** This and what followed. */
    ChartHour then(ChartHour next) {
        return new ChartHour(solar + next.solar, load + next.load, grid + next.grid, export + next.export, next.soc);
    }
}
