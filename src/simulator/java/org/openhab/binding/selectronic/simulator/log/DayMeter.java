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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.plant.ChargeStage;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.PlantState;

/**
 * Times that the daily log counts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class DayMeter {
    private static final double CHARGE_INDEX = 0.96;
    private static final double WATT_HOURS_OF_A_DAY = 12_000;

    private double modulation;
    private double withSource;
    private double atFloat;

    /** Begins with as many days of work as the load of an ordinary house took so far. */
    DayMeter(PlantState state) {
        modulation = state.total().load() / WATT_HOURS_OF_A_DAY * Duration.ofDays(1).toSeconds();
    }

    /** Takes a step of the plant in. */
    void add(PlantState state, double seconds) {
        modulation += state.output().volts() > 0 ? seconds : 0;
        withSource += state.source().connected() ? seconds : 0;
        atFloat += state.chargeStage() == ChargeStage.LONG_TERM_FLOAT ? seconds : 0;
    }

    /** The record of the day, and the next day begins. */
    DailyRecord close(PlantState state) {
        Energies total = state.total();
        DailyRecord record = new DailyRecord(state.time(), state.unitTime(), total,
                total.dcOut() + total.dcSolar() - total.dcIn(), duration(withSource), duration(modulation),
                duration(atFloat), CHARGE_INDEX);
        atFloat = 0;
        return record;
    }

    private static Duration duration(double seconds) {
        return Duration.ofSeconds(Math.round(seconds));
    }
}
