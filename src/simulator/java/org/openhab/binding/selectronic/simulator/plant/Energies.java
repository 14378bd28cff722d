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
package org.openhab.binding.selectronic.simulator.plant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Amounts of energy in Wh, none of them negative.
 *
 * @param acSolar from AC-coupled solar
 * @param dcSolar from DC-coupled solar on shunt 1
 * @param load used by the house
 * @param batteryIn put into the battery
 * @param batteryOut taken from the battery
 * @param sourceIn taken from grid or generator
 * @param sourceOut fed into the grid
 * @param dcIn put onto the DC side: by DC-coupled solar and by the charging inverter
 * @param dcOut drawn from the DC side by the inverter
 * @param losses turned into heat by the inverter
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Energies(double acSolar, double dcSolar, double load, double batteryIn, double batteryOut,
        double sourceIn, double sourceOut, double dcIn, double dcOut, double losses) {

    /** Nothing yet. */
    public static final Energies NONE = new Energies(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** What an ordinary off-grid house has counted after some days in service. */
    public static Energies inService(int days) {
        double d = days * 1000.0;
        return new Energies(8.2 * d, 5.3 * d, 11.4 * d, 6.1 * d, 5.7 * d, 0.3 * d, 0, 9.4 * d, 9.1 * d, 1.8 * d);
    }

    /** What an ordinary mains site without DC-coupled solar has counted after some days in service. */
    public static Energies onMains(int days) {
        double d = days * 1000.0;
        return new Energies(26.0 * d, 0, 14.5 * d, 9.1 * d, 8.6 * d, 2.4 * d, 11.0 * d, 8.3 * d, 9.0 * d, 2.4 * d);
    }

    public Energies plus(Energies other) {
        return new Energies(acSolar + other.acSolar, dcSolar + other.dcSolar, load + other.load,
                batteryIn + other.batteryIn, batteryOut + other.batteryOut, sourceIn + other.sourceIn,
                sourceOut + other.sourceOut, dcIn + other.dcIn, dcOut + other.dcOut, losses + other.losses);
    }

    /** Sources less load and losses: 0 where the books are right. */
    public double residual() {
        return acSolar + dcSolar + batteryOut - batteryIn + sourceIn - sourceOut - load - losses;
    }
}
