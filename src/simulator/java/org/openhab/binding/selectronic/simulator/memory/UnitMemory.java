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
package org.openhab.binding.selectronic.simulator.memory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.plant.AcSource;
import org.openhab.binding.selectronic.simulator.plant.Chance;
import org.openhab.binding.selectronic.simulator.plant.ChargeStage;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.Flows;
import org.openhab.binding.selectronic.simulator.plant.GeneratorState;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.plant.PlantState;
import org.openhab.binding.selectronic.simulator.plant.Temperatures;

/**
 * Measures a plant and keeps the readings in the unit's memory: whole counts, the unit's scale factors, the unit's own
 * signs (public register lists: battery power positive when discharging but battery current positive when charging, AC
 * source power negative when importing, shunt negative when generating, inverter power negative when feeding the load).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class UnitMemory {
    private static final int ALERT_SLOTS = 20;
    private static final int SHUNT_IS_SOLAR = 1;
    private static final int SHUNT_UNUSED = 0;
    private static final int SOURCE_IN_TOLERANCE = 2;
    private static final int COARSE_PER_FINE = 8;

    private final UnitIdentity identity;
    private final UnitScales scales;
    private final ProcessImage image = new ProcessImage();
    private final Chance noise;
    private final boolean shuntUsed;
    private final boolean onMains;
    private final UnitDetails details;
    private double dcLoad;

    public UnitMemory(UnitIdentity identity, PlantSettings settings) {
        this.identity = identity;
        this.scales = identity.scales();
        this.noise = new Chance(settings.seed(), "noise of unit " + identity.serial());
        this.shuntUsed = settings.solar().dcPeak() > 0;
        this.onMains = settings.grid() != null;
        image.setWord(Register.SCALE_AC_VOLTS.address(), scales.acVolts());
        image.setWord(Register.SCALE_AC_CURRENT.address(), scales.acCurrent());
        image.setWord(Register.SCALE_DC_VOLTS.address(), scales.dcVolts());
        image.setWord(Register.SCALE_DC_CURRENT.address(), scales.dcCurrent());
        image.setWord(Register.SCALE_TEMPERATURE.address(), scales.temperature());
        image.setWord(Register.SCALE_INTERNAL.address(), scales.internal());
        writeIdentity();
        set(Register.COUPLED_INVERTERS, settings.solar().acPeak() > 0 ? 1 : 0);
        this.details = new UnitDetails(identity, settings, image);
    }

    public UnitIdentity identity() {
        return identity;
    }

    /** The words as they are now; later measurements change them. */
    public ProcessImage image() {
        return image;
    }

    /**
     * Names the shunts anew: what feeds the battery beside the inverter may be wind or hydro instead of solar.
     *
     * @param first the code of the name of shunt 1, which measures what the plant calls DC-coupled solar
     * @param second the code of the name of shunt 2
     * @param watts a DC load at shunt 2, which the battery feeds
     */
    public void wireShunts(int first, int second, double watts) {
        set(Register.SHUNT_1_NAME, first);
        set(Register.SHUNT_2_NAME, second);
        dcLoad = watts;
    }

    /** Measures. */
    public void measure(PlantState state) {
        writePowers(state);
        writeSource(state);
        writeToday(state.today());
        writeTotal(state.total());
        writeTemperatures(state.temperatures());
        writeModes(state);
        details.measure(state);
        UnitClock.write(state.unitTime(), image);
        for (int slot = 0; slot < ALERT_SLOTS; slot++) {
            image.setWord(Register.ALERT_SLOT_0.address() + slot,
                    slot < state.alerts().size() ? state.alerts().get(slot) : 0);
        }
    }

    private void writeIdentity() {
        set(Register.COMM_PORT, 1);
        set(Register.MEMORY_MAP_VERSION, identity.memoryMap());
        set(Register.COMMS_CARD_PRESENT, 1);
        set(Register.COMMS_CARD_SERIAL, identity.serial() + 500_000L);
        set(Register.COMMS_CARD_SOFTWARE, 511);
        set(Register.FIRMWARE, identity.firmware());
        set(Register.GRID_FIRMWARE, 400);
        set(Register.MODEL, identity.model());
        set(Register.SERIAL, identity.serial());
        set(Register.HARDWARE_REVISION, identity.revision());
        set(Register.LOG_INTERVAL, 15);
        set(Register.SHUNT_1_NAME, shuntUsed ? SHUNT_IS_SOLAR : SHUNT_UNUSED);
        set(Register.SHUNT_2_NAME, SHUNT_UNUSED);
        long limit = -Kind.AC_W16.counts(identity.rating(), scales);
        set(Register.INPUT_CAPACITY, limit);
        set(Register.EXPORT_CAPACITY, limit);
        set(Register.CHARGE_CAPACITY, limit);
        set(Register.SUPPORT_CAPACITY, limit);
    }

    private void writePowers(PlantState state) {
        Flows flows = state.flows();
        double volts = state.batteryVolts();
        // At night a real shunt shows a residue of a few counts (published gateway body, sample B: 3 counts).
        long residue = shuntUsed && flows.dcSolar() == 0
                ? Math.round(2 * noise.wander(state.time().getEpochSecond(), 900))
                : 0;
        long shunt = -Kind.DC_W.counts(flows.dcSolar(), scales) - residue;
        put(flows.battery() + dcLoad, Register.BATTERY_POWER, Register.QUICK_BATTERY_POWER);
        put(-(flows.battery() + dcLoad) / volts, Register.BATTERY_CURRENT, Register.QUICK_BATTERY_CURRENT);
        put(flows.inverterDc(), Register.DC_INVERTER_POWER);
        put(flows.inverterDc() / volts, Register.DC_CURRENT);
        set(Register.SHUNT_1_POWER, shunt);
        set(Register.QUICK_SHUNT_1_POWER, shunt);
        put(-flows.dcSolar() / volts, Register.SHUNT_1_CURRENT, Register.QUICK_SHUNT_1_CURRENT);
        put(dcLoad / volts, Register.SHUNT_2_CURRENT, Register.QUICK_SHUNT_2_CURRENT);
        put(dcLoad, Register.SHUNT_2_POWER, Register.QUICK_SHUNT_2_POWER);
        put(volts, Register.BATTERY_VOLTS, Register.QUICK_BATTERY_VOLTS, Register.BATTERY_SENSE_VOLTS);
        put(volts - 0.0005 * flows.inverterDc() / volts, Register.DC_VOLTS);
        put(volts / 2, Register.BATTERY_MID_POINT);
        put(state.soc(), Register.SOC, Register.QUICK_SOC);
        put(Math.max(volts, 55.2), Register.TARGET_CHARGE_VOLTS);
        put(state.chargeLimit() / volts, Register.TARGET_CHARGE_CURRENT);
        put(flows.load(), Register.LOAD_POWER, Register.LOAD_POWER_PHASE, Register.QUICK_LOAD_POWER);
        put(-flows.inverterAc(), Register.INVERTER_POWER);
        double acVolts = state.output().volts();
        put(acVolts, Register.INVERTER_VOLTS, Register.LOAD_VOLTS);
        put(acVolts == 0 ? 0 : -flows.inverterAc() / acVolts, Register.INVERTER_CURRENT);
        put(state.output().frequency(), Register.INVERTER_FREQUENCY);
        writeCoupled(flows.acSolar());
    }

    /** In both published bodies with AC-coupled solar the fine register holds a multiple of eight. */
    private void writeCoupled(double power) {
        long coarse = Kind.AC_W16.counts(power, scales);
        set(Register.COUPLED_POWER, coarse);
        set(Register.COUPLED_POWER_PHASE, coarse);
        set(Register.COUPLED_POWER_COARSE, coarse);
        set(Register.QUICK_COUPLED_POWER, coarse);
        set(Register.COUPLED_POWER_FINE, coarse * COARSE_PER_FINE);
    }

    private void writeSource(PlantState state) {
        AcSource source = state.source();
        // An idle input wanders by a count (published gateway body, sample A: +1; sample C: -1).
        long atRest = Math.round(2 * noise.wander(state.time().getEpochSecond(), 20) - 1);
        long power = state.flows().source() == 0 ? atRest : -Kind.AC_W16.counts(state.flows().source(), scales);
        set(Register.SOURCE_POWER, power);
        set(Register.SOURCE_POWER_PHASE, power);
        set(Register.QUICK_SOURCE_POWER, power);
        set(Register.SOURCE_POWER_5_MIN, power);
        put(source.volts() == 0 ? 0 : -state.flows().source() / source.volts(), Register.SOURCE_CURRENT);
        put(source.volts() == 0 ? 0.45 : source.volts(), Register.SOURCE_VOLTS, Register.QUICK_SOURCE_VOLTS);
        put(source.frequency(), Register.SOURCE_FREQUENCY);
        set(Register.SOURCE_STATUS, source.volts() == 0 ? 0 : SOURCE_IN_TOLERANCE);
    }

    private void writeToday(Energies today) {
        fill(today.batteryIn(), Register.BATTERY_IN_TODAY, Register.QUICK_BATTERY_IN_TODAY);
        fill(today.batteryOut(), Register.BATTERY_OUT_TODAY, Register.QUICK_BATTERY_OUT_TODAY);
        fill(today.dcIn(), Register.DC_IN_TODAY);
        fill(today.dcOut(), Register.DC_OUT_TODAY);
        put(today.dcIn() - today.dcOut(), Register.DC_NET_TODAY, Register.QUICK_DC_NET_TODAY);
        put(today.dcOut() + today.dcSolar() - today.dcIn(), Register.INVERTER_DC_TODAY);
        set(Register.SHUNT_1_TODAY, -Kind.DC_WH.filled(today.dcSolar(), scales));
        set(Register.SHUNT_2_TODAY, 0);
        fill(today.load(), Register.LOAD_TODAY, Register.LOAD_TODAY_MOVED);
        fill(today.sourceIn(), Register.SOURCE_IN_TODAY, Register.SOURCE_IN_TODAY_MOVED);
        fill(today.sourceOut(), Register.SOURCE_OUT_TODAY, Register.SOURCE_OUT_TODAY_MOVED);
        fill(today.acSolar(), Register.COUPLED_TODAY, Register.COUPLED_TODAY_MOVED);
    }

    private void writeTotal(Energies total) {
        fill(total.batteryIn(), Register.BATTERY_IN_TOTAL);
        fill(total.batteryOut(), Register.BATTERY_OUT_TOTAL);
        fill(total.dcIn(), Register.DC_IN_TOTAL);
        fill(total.dcOut(), Register.DC_OUT_TOTAL);
        set(Register.SHUNT_1_TOTAL, -Kind.DC_WH.filled(total.dcSolar(), scales));
        set(Register.SHUNT_2_TOTAL, 0);
        fill(total.load(), Register.LOAD_TOTAL, Register.LOAD_TOTAL_MOVED);
        fill(total.sourceIn(), Register.SOURCE_IN_TOTAL, Register.SOURCE_IN_TOTAL_MOVED);
        fill(total.sourceOut(), Register.SOURCE_OUT_TOTAL, Register.SOURCE_OUT_TOTAL_MOVED);
        fill(total.acSolar(), Register.COUPLED_TOTAL, Register.COUPLED_TOTAL_MOVED);
    }

    private void writeTemperatures(Temperatures temperatures) {
        put(temperatures.battery(), Register.BATTERY_TEMPERATURE);
        put(temperatures.transformer(), Register.TRANSFORMER_TEMPERATURE);
        put(temperatures.heatsink(), Register.HEATSINK_1_TEMPERATURE);
        put(temperatures.heatsink() - 0.8, Register.HEATSINK_2_TEMPERATURE);
        put(temperatures.board(), Register.BOARD_TEMPERATURE);
        put(temperatures.inlet(), Register.INLET_TEMPERATURE);
    }

    private void writeModes(PlantState state) {
        GeneratorState generator = state.generator();
        ChargeStage stage = state.chargeStage();
        boolean inverting = state.output().volts() > 0;
        set(Register.APPLICATION, onMains ? 2 : 0);
        set(Register.SCHEDULE, 0);
        set(Register.CHARGER_STATUS, 0);
        set(Register.INVERTER_MODE, state.output().mode().code());
        set(Register.CHARGE_STATUS, stage.code());
        set(Register.CHARGE_STAGE_NOW, stage.code());
        set(Register.GENERATOR_STATUS, generator.status().code());
        set(Register.QUICK_GENERATOR_STATUS, generator.status().code());
        set(Register.GENERATOR_START_REASON, generator.startReason().code());
        set(Register.QUICK_GENERATOR_START_REASON, generator.startReason().code());
        set(Register.GENERATOR_RUN_REASON, generator.runReason().code());
        set(Register.CONTACTORS, (state.source().connected() ? 2 : 0) + (inverting ? 1 : 0));
        lamp(Register.LAMP_BULK, stage == ChargeStage.BULK);
        lamp(Register.LAMP_ABSORB, stage == ChargeStage.ABSORB);
        lamp(Register.LAMP_FLOAT, stage == ChargeStage.LONG_TERM_FLOAT);
        lamp(Register.LAMP_GENERATOR, generator.turning() && !state.source().mains());
        lamp(Register.LAMP_SERVICE, !state.alerts().isEmpty());
        lamp(Register.LAMP_SHUT_DOWN, !inverting);
    }

    private void set(Register register, long counts) {
        if (register.since() <= identity.memoryMap()) {
            image.set(register, counts);
        }
    }

    private void put(double value, Register... registers) {
        for (Register register : registers) {
            set(register, register.kind().counts(value, scales));
        }
    }

    private void fill(double wattHours, Register... registers) {
        for (Register register : registers) {
            set(register, register.kind().filled(wattHours, scales));
        }
    }

    private void lamp(Register register, boolean on) {
        set(register, on ? 1 : 0);
    }
}
