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
 * Powers of one moment in W. A power is positive when it flows into the house's supply, a load and a loss when it
 * leaves it.
 *
 * @param acSolar from AC-coupled solar, after any curtailment
 * @param dcSolar from DC-coupled solar on shunt 1, after any curtailment
 * @param load of the house
 * @param battery positive when it discharges
 * @param source from grid or generator, positive when it supplies
 * @param loss of the inverter
 * @param inverterAc what the inverter puts onto the AC side, negative when it charges
 * @param inverterDc what the inverter draws from the DC side, negative when it charges
 * @param used share of the sun's offer that is taken, 1 without curtailment
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Flows(double acSolar, double dcSolar, double load, double battery, double source, double loss,
        double inverterAc, double inverterDc, double used) {

    private static final double SECONDS_OF_AN_HOUR = 3600;

    /** Solar, battery and source less load and loss: 0. */
    public double residual() {
        return acSolar + dcSolar + battery + source - load - loss;
    }

    /** The energy of these powers over a time. */
    public Energies during(double seconds) {
        double h = seconds / SECONDS_OF_AN_HOUR;
        return new Energies(acSolar * h, dcSolar * h, load * h, positive(-battery) * h, positive(battery) * h,
                positive(source) * h, positive(-source) * h, (dcSolar + positive(-inverterDc)) * h,
                positive(inverterDc) * h, loss * h);
    }

    private static double positive(double power) {
        return Math.max(0, power);
    }
}
