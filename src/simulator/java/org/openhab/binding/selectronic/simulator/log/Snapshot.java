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
package org.openhab.binding.selectronic.simulator.log;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.plant.Flows;
import org.openhab.binding.selectronic.simulator.plant.PlantState;

/**
 * What the unit measures at the moment of an event, in physical units and in the unit's signs: shunts negative when
 * they generate, inverter negative when it feeds the load, source negative when it supplies. Temperatures are in
 * degrees Celsius, powers in W.
 *
 * @param soc state of charge in percent
 * @param mode number of the inverter's mode
 * @param stage number of the charge stage
 * @param contactors 1 for the inverter's, 2 for the source's
 * @param generator number of the generator's status
 * @param cableLoss in the battery cables in W
 * @param fan percent
 * @param chargeIndex share
 * @param chargeTarget in A; of the two readings that are published the one that gives 55 A on a real record
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Snapshot(double dcVolts, double midVolts, double inverterDcAmps, double shunt1Amps, double shunt2Amps,
        double load, double inverterPower, double sourcePower, double acVolts, double soc, double hertz,
        double transformer, double heatsink1, double heatsink2, double battery, double internal, double ambient,
        int mode, int stage, int contactors, int generator, int startReason, int runReason, double cableLoss,
        double fan, double chargeIndex, double chargeTarget) {

    private static final double CABLE_OHMS = 0.0005;
    private static final double FAN_FROM = 35;
    private static final double CHARGE_INDEX = 0.96;

    /** What a unit measures of a plant. */
    static Snapshot of(PlantState state) {
        Flows flows = state.flows();
        double volts = state.batteryVolts();
        double battery = flows.battery() / volts;
        boolean inverting = state.output().volts() > 0;
        double heatsink = state.temperatures().heatsink();
        return new Snapshot(volts, volts / 2, flows.inverterDc() / volts, -flows.dcSolar() / volts, 0, flows.load(),
                -flows.inverterAc(), -flows.source(), state.output().volts(), state.soc(), state.output().frequency(),
                state.temperatures().transformer(), heatsink, heatsink - 0.8, state.temperatures().battery(),
                state.temperatures().board(), state.temperatures().inlet(), state.output().mode().code(),
                state.chargeStage().code(), (state.source().connected() ? 2 : 0) + (inverting ? 1 : 0),
                state.generator().status().code(), state.generator().startReason().code(),
                state.generator().runReason().code(), battery * battery * CABLE_OHMS,
                Math.max(0, Math.min(100, (heatsink - FAN_FROM) * 4)), CHARGE_INDEX, state.chargeLimit() / volts);
    }

    /** As written while the unit restarts: no volts yet. */
    Snapshot withoutVolts() {
        return new Snapshot(0, 0, inverterDcAmps, shunt1Amps, shunt2Amps, load, inverterPower, sourcePower, 0, soc,
                hertz, transformer, heatsink1, heatsink2, battery, internal, ambient, mode, stage, contactors,
                generator, startReason, runReason, cableLoss, fan, chargeIndex, chargeTarget);
    }
}
