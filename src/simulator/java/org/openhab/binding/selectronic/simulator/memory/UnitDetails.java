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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.Flows;
import org.openhab.binding.selectronic.simulator.plant.PlantSettings;
import org.openhab.binding.selectronic.simulator.plant.PlantState;

/**
 * Words beyond those that the gateway shows, so that the picture of a unit is whole: versions, boards, lamps, wear,
 * limits, figures of past days and settings. What the plant does not know is made up in a way that fits the rest: the
 * past is as many days long as the counters of an ordinary house take.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class UnitDetails {
    private static final int NONE = 0xFFFF;
    private static final int SPEED_57600 = 6;
    private static final int BATTERY_LIFEPO4 = 2;
    private static final int BATTERY_AMPERE_HOURS = 600;
    private static final int COUPLED_PRIMO_GEN24 = 4100;
    private static final double WATT_HOURS_OF_A_DAY = 12_000;
    private static final double CABLE_OHMS = 0.0005;
    /** Time with an AC source before the simulation begins. */
    private static final double HOURS_WITH_SOURCE = 1234;
    private static final int STRING_VOLTS_SCALE = 81_920;
    private static final int[] PERIODS = { 7, 30, 365, 200, 800 };

    private final UnitIdentity identity;
    private final PlantSettings settings;
    private final ProcessImage image;
    private final UnitScales scales;
    private double sourceSeconds = HOURS_WITH_SOURCE * 3600;
    private @Nullable PlantState before;
    private int day;
    private long coupledPeak;
    private long shuntPeak;

    UnitDetails(UnitIdentity identity, PlantSettings settings, ProcessImage image) {
        this.identity = identity;
        this.settings = settings;
        this.image = image;
        this.scales = identity.scales();
        writeVersions();
        writeBoards();
        writeSettings();
    }

    void measure(PlantState state) {
        writeHeat(state);
        writePowers(state);
        writeCoupled(state);
        writeToday(state);
        writePast(state.total(), state.today());
        writeLamps(state);
    }

    private void writeVersions() {
        boolean current = identity.firmware() >= 1600;
        word(0xA005, SPEED_57600);
        word(0xA006, SPEED_57600);
        word(0xA007, current ? 51 : 39);
        word(0xA008, current ? 15 : 12);
        word(0xA015, settings.solar().acPeak() > 0 ? 4 : 0);
        word(0xA019, 3);
        word(0xA01A, NONE);
        // 14 March 2025, 10:42
        word(0xA033, 0x1403);
        word(0xA034, 0x2025);
        word(0xA035, 0x1042);
    }

    private void writeBoards() {
        word(0xA061, NONE);
        for (int board = 0; board < 3; board++) {
            doubleWord(0xA062 + 4 * board, identity.serial() + 1000L * (board + 1));
            word(0xA064 + 4 * board, 7 + board);
            word(0xA065 + 4 * board, NONE);
        }
    }

    private void writeSettings() {
        boolean generator = settings.generator() != null;
        word(0xC000, settings.grid() != null ? 2 : 0);
        word(0xC001, BATTERY_LIFEPO4);
        // start and stop of the generator in percent, in the normal period and at night
        word(0xC02F, 30);
        word(0xC030, 80);
        word(0xC02D, 20);
        word(0xC02E, 50);
        word(0xC03F, BATTERY_AMPERE_HOURS);
        word(0xC071, 15);
        word(0xC082, 1);
        // millivolts of a cell: absorb and float
        word(0xC18D, 2350);
        word(0xC192, 2250);
        word(0xC086, SPEED_57600);
        word(0xC08C, SPEED_57600);
        word(0xC101, generator ? 1 : 0);
        word(0xC206, 1);
        word(0xA025, generator ? 1 : 0);
        word(0xA026, 1);
        word(0xA11A, generator ? 1 : 0);
        word(0xA11B, 1);
        word(0xA11C, 1);
    }

    private void writeHeat(PlantState state) {
        double fan = Math.max(0, Math.min(100, (state.temperatures().heatsink() - 35) * 4));
        put(0xA03A, Kind.PCT256, fan);
        put(0xA042, Kind.PCT256, fan);
        put(0xA041, Kind.PCT256, 4.2);
        put(0xA043, Kind.PCT256, 3.1);
        put(0xA044, Kind.PCT256, 3.0);
        word(0xA047, 12);
        word(0xA048, NONE);
        word(0xA049, 1966);
        word(0xA06E, NONE);
        word(0xA0AD, 328);
        double amperes = state.flows().battery() / state.batteryVolts();
        put(0xA04A, Kind.DC_W, amperes * amperes * CABLE_OHMS);
    }

    private void writePowers(PlantState state) {
        Flows flows = state.flows();
        long battery = Kind.DC_W.counts(flows.battery(), scales);
        doubleWord(0xA097, battery);
        doubleWord(0xA099, battery);
        put(0xA05A, Kind.AC_W16, 0.05 * flows.load());
        put(0xA0AE, Kind.AC_V, state.output().volts() == 0 ? 0 : 0.6);
        doubleWord(0xA08E, state.source().connected() ? Kind.AC_W32.counts(settings.rating(), scales) : 0);
        put(0xA056, Kind.DC_V, 0);
        put(0xA057, Kind.DC_V, 0);
    }

    private void writeCoupled(PlantState state) {
        if (settings.solar().acPeak() == 0) {
            return;
        }
        double power = state.flows().acSolar();
        long counts = image.counts(Register.COUPLED_POWER);
        double volts = state.output().volts();
        word(0xA399, COUPLED_PRIMO_GEN24);
        doubleWord(0xA39E, Math.round(settings.solar().acPeak()));
        word(0xA09C, (int) counts);
        // the limit goes down where not all of the sun is wanted
        word(0xA0A1, (int) Math.round(100 * state.flows().used()));
        word(0xA0A2, (int) Math.round(1000 * state.flows().used()));
        word(0xA0C7, (int) image.counts(Register.COUPLED_TODAY));
        word(0xA3B9, (int) image.counts(Register.COUPLED_TODAY));
        word(0xA3BA, (int) counts);
        put(0xA3BB, Kind.DC_W, power / 0.97);
        word(0xA3BC, (int) (power > 0 ? 410L * STRING_VOLTS_SCALE / scales.dcVolts() : 0));
        put(0xA3BD, Kind.DC_A, power / 0.97 / 410);
        put(0xA3BE, Kind.AC_V, volts);
        put(0xA3BF, Kind.AC_A, volts == 0 ? 0 : power / volts);
        put(0xA3C0, Kind.TEMP, state.temperatures().inlet() + 8 + power / 400);
    }

    private void writeToday(PlantState state) {
        if (day != state.unitTime().getDayOfYear()) {
            day = state.unitTime().getDayOfYear();
            coupledPeak = 0;
            shuntPeak = 0;
        }
        coupledPeak = Math.max(coupledPeak, image.counts(Register.COUPLED_POWER));
        shuntPeak = Math.min(shuntPeak, image.counts(Register.SHUNT_1_POWER));
        word(0xA0C6, (int) coupledPeak);
        word(0xA3C2, (int) coupledPeak);
        word(0xA0C3, (int) shuntPeak);
        int minute = state.unitTime().getHour() * 60 + state.unitTime().getMinute();
        word(0xA0C0, state.source().mains() ? minute : 0);
        word(0xA0C1, minute);
        PlantState last = before;
        if (last != null && last.source().volts() > 0) {
            sourceSeconds += Duration.between(last.time(), state.time()).toMillis() / 1000.0;
        }
        before = state;
        doubleWord(0xA206, (long) (sourceSeconds / 60));
    }

    private void writePast(Energies total, Energies today) {
        double days = Math.max(1, total.load() / WATT_HOURS_OF_A_DAY);
        doubleWord(0xA03F, Math.round(days * 24 * 60));
        doubleWord(0xA12B, Kind.DC_WH.counts(total.dcIn() - total.dcOut(), scales));
        doubleWord(0xA143, Kind.DC_WH.counts(total.dcOut() + total.dcSolar() - total.dcIn(), scales));
        past(0xA130, 0xA131, Kind.DC_WH, total.dcOut() + total.dcSolar() - total.dcIn(), days);
        past(0xA145, 0xA147, Kind.DC_WH, -(total.dcSolar() - today.dcSolar()), days);
        past(0xA1CB, 0xA1CC, Kind.AC_WH, total.load() - today.load(), days);
        past(0xA1E0, 0xA1E1, Kind.AC_WH, total.sourceIn() - today.sourceIn(), days);
        past(0xA208, 0xA209, Kind.AC_WH, total.sourceOut() - today.sourceOut(), days);
        past(0xA1CA, 0xA21D, Kind.AC_WH, total.acSolar() - today.acSolar(), days);
        pastOfBattery(0xA171, total.batteryIn() - today.batteryIn(), days);
        pastOfBattery(0xA18C, total.batteryOut() - today.batteryOut(), days);
    }

    /** Yesterday, then sum and mean of several periods; means have one word. */
    private void past(int yesterday, int address, Kind kind, double sum, double days) {
        long mean = kind.counts(sum / days, scales);
        word(yesterday, (int) mean);
        for (int i = 0; i < PERIODS.length; i++) {
            doubleWord(address + 3 * i, kind.counts(sum / days * Math.min(PERIODS[i], days), scales));
            word(address + 3 * i + 2, (int) mean);
        }
    }

    /** The same for the battery, where all have two words. */
    private void pastOfBattery(int address, double sum, double days) {
        long mean = Kind.DC_WH.counts(sum / days, scales);
        doubleWord(address, mean);
        for (int i = 0; i < PERIODS.length; i++) {
            doubleWord(address + 2 + 4 * i, Kind.DC_WH.counts(sum / days * Math.min(PERIODS[i], days), scales));
            doubleWord(address + 4 + 4 * i, mean);
        }
    }

    private void writeLamps(PlantState state) {
        boolean inverting = state.output().volts() > 0;
        for (int bar = 0; bar <= 6; bar++) {
            // six bars for the charge; the lowest lamp turns red when it is nearly gone
            boolean lit = state.soc() > 100.0 * bar / 7;
            word(0xA0F3 + 2 * bar, lit && (bar > 0 || state.soc() > 10) ? 1 : 0);
            word(0xA0F4 + 2 * bar, bar == 0 && state.soc() <= 10 ? 1 : 0);
        }
        word(0xA105, state.source().connected() && state.flows().battery() < 0 ? 1 : 0);
        word(0xA106, state.flows().acSolar() + state.flows().dcSolar() > 0 ? 1 : 0);
        word(0xA107, state.flows().source() < 0 ? 1 : 0);
        word(0xA10A, inverting ? 1 : 0);
        word(0xA10B, inverting ? 0 : 1);
    }

    private void put(int address, Kind kind, double value) {
        word(address, (int) kind.counts(value, scales));
    }

    private void word(int address, int value) {
        image.setWord(address, value);
    }

    /** Two words, the low one first, of a number with or without sign. */
    private void doubleWord(int address, long value) {
        word(address, (int) value);
        word(address + 1, (int) (value >> 16));
    }
}
