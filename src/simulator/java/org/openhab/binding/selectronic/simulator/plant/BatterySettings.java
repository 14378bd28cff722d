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
 * A 48 V battery.
 *
 * @param capacity usable energy in Wh
 * @param soc state of charge at the start in percent
 * @param maxCharge charge limit in W
 * @param maxDischarge discharge limit in W
 * @param chargeEfficiency share of the energy put in that is stored
 * @param dischargeEfficiency share of the energy taken from the store that comes out
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record BatterySettings(double capacity, double soc, double maxCharge, double maxDischarge,
        double chargeEfficiency, double dischargeEfficiency) {
    public BatterySettings {
        if (capacity <= 0 || soc < 0 || soc > 100 || maxCharge <= 0 || maxDischarge <= 0) {
            throw new IllegalArgumentException("capacity and limits are positive, state of charge is 0 to 100");
        }
        if (chargeEfficiency <= 0 || chargeEfficiency > 1 || dischargeEfficiency <= 0 || dischargeEfficiency > 1) {
            throw new IllegalArgumentException("an efficiency is above 0 and at most 1");
        }
    }

    /** A lithium battery of ordinary size. */
    public static BatterySettings of(double capacity, double soc) {
        return new BatterySettings(capacity, soc, Math.min(8000, capacity / 2), Math.min(9000, capacity / 2), 0.975,
                0.975);
    }

    /** The same battery with another state of charge. */
    public BatterySettings withSoc(double newSoc) {
        return new BatterySettings(capacity, newSoc, maxCharge, maxDischarge, chargeEfficiency, dischargeEfficiency);
    }
}
