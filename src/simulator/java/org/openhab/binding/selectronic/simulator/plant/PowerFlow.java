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
 * How the SP PRO shares out power: sun first, then battery, then source; what nothing takes is curtailed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PowerFlow {
    private static final double STANDBY = 8;
    private static final int HALVINGS = 40;

    private final double rating;

    PowerFlow(double rating) {
        this.rating = rating;
    }

    /** The inverter carries the house alone. */
    Flows island(double load, double acSun, double dcSun, double chargeLimit) {
        return curtailed(load, acSun, dcSun, 0, chargeLimit);
    }

    /** A generator supplies up to its power and charges with what is left; it never takes power. */
    Flows withGenerator(double load, double acSun, double dcSun, double chargeLimit, double available) {
        double inverterAc = lowestAc(dcSun, chargeLimit);
        double wanted = load - acSun - inverterAc;
        return curtailed(load, acSun, dcSun, Math.max(0, Math.min(available, wanted)), chargeLimit);
    }

    /** The mains takes what is left over and carries the house when the battery is down to its reserve. */
    Flows withGrid(double load, double acSun, double dcSun, Battery battery, GridSettings grid) {
        double lowest = lowestAc(dcSun, battery.chargeLimit());
        double allowed = battery.soc() > grid.reserveSoc() ? battery.dischargeLimit() : 0;
        double highest = Math.min(rating, InverterLoss.acFor(dcSun + allowed));
        double inverterAc = Math.max(lowest, Math.min(highest, load - acSun));
        double source = load - acSun - inverterAc;
        double limited = Math.max(-grid.exportLimit(), Math.min(grid.importLimit(), source));
        return curtailed(load, acSun, dcSun, limited, battery.chargeLimit());
    }

    /** The inverter is off: the house is dark, only DC-coupled solar goes on. */
    Flows tripped(double dcSun, double chargeLimit) {
        double taken = Math.min(dcSun, chargeLimit + STANDBY);
        return new Flows(0, taken, 0, STANDBY - taken, 0, STANDBY, 0, STANDBY, dcSun > 0 ? taken / dcSun : 1);
    }

    /** Lowest power on the AC side: as much charging as battery and inverter stand. */
    private double lowestAc(double dcSun, double chargeLimit) {
        return Math.max(-rating, InverterLoss.acFor(dcSun - chargeLimit));
    }

    /** All of the sun, or as much of both parts as battery and inverter stand. */
    private Flows curtailed(double load, double acSun, double dcSun, double source, double chargeLimit) {
        Flows all = flows(load, acSun, dcSun, source, 1);
        if (bearable(all, chargeLimit)) {
            return all;
        }
        double good = 0;
        double bad = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (good + bad) / 2;
            if (bearable(flows(load, acSun, dcSun, source, middle), chargeLimit)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return flows(load, acSun, dcSun, source, good);
    }

    private boolean bearable(Flows flows, double chargeLimit) {
        return flows.battery() >= -chargeLimit && flows.inverterAc() >= -rating;
    }

    private static Flows flows(double load, double acSun, double dcSun, double source, double used) {
        double inverterAc = load - acSun * used - source;
        double loss = InverterLoss.at(inverterAc);
        double inverterDc = inverterAc + loss;
        return new Flows(acSun * used, dcSun * used, load, inverterDc - dcSun * used, source, loss, inverterAc,
                inverterDc, used);
    }
}
