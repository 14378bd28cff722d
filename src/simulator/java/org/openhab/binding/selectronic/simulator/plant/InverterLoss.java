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
 * What the inverter turns into heat: a constant part, a part that follows its power and a part that follows its square.
 * The numbers fit published measurements: residuals of 71 to 113 W in five bodies at 240 to 900 W, and an event record
 * with 8054 W from the battery for 7181 W of load.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class InverterLoss {
    private static final double IDLE = 70;
    private static final double LINEAR = 0.033;
    private static final double SQUARE = 1.0e-5;

    private InverterLoss() {
    }

    /** Loss in W while the inverter gives (positive) or takes (negative) a power on its AC side. */
    public static double at(double inverterAc) {
        double power = Math.abs(inverterAc);
        return IDLE + LINEAR * power + SQUARE * power * power;
    }

    /** Power on the DC side for one on the AC side. */
    public static double dcFor(double inverterAc) {
        return inverterAc + at(inverterAc);
    }

    /** The other way round: power on the AC side for one on the DC side. */
    public static double acFor(double inverterDc) {
        double known = inverterDc - IDLE;
        double linear = known >= 0 ? 1 + LINEAR : 1 - LINEAR;
        // known = linear * ac + SQUARE * ac * ac, in the form that does not lose digits near 0
        return 2 * known / (linear + Math.sqrt(linear * linear + 4 * SQUARE * known));
    }
}
