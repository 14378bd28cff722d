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

import java.time.LocalDateTime;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Temperatures in degrees Celsius.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Temperatures(double battery, double transformer, double heatsink, double board, double inlet) {

    private static final double BATTERY_TIME = 14_400;
    private static final double TRANSFORMER_TIME = 1800;
    private static final double HEATSINK_TIME = 400;

    /** After a long rest. */
    static Temperatures atRest(LocalDateTime local) {
        double outside = outside(local);
        return new Temperatures(outside + 2, outside + 12, outside + 8, outside + 10, outside);
    }

    /** After a further time under a loss. */
    Temperatures after(double seconds, LocalDateTime local, double loss, double battery) {
        double outside = outside(local);
        return new Temperatures(towards(this.battery, outside + 2 + Math.abs(battery) / 1500, seconds, BATTERY_TIME),
                towards(transformer, outside + 6 + loss * 0.09, seconds, TRANSFORMER_TIME),
                towards(heatsink, outside + 4 + loss * 0.06, seconds, HEATSINK_TIME),
                towards(board, outside + 10, seconds, HEATSINK_TIME), outside);
    }

    private static double outside(LocalDateTime local) {
        double hour = local.toLocalTime().toSecondOfDay() / 3600.0;
        return 18 + 7 * Math.cos(2 * Math.PI * (hour - 15) / 24);
    }

    private static double towards(double from, double goal, double seconds, double time) {
        return goal + (from - goal) * Math.exp(-seconds / time);
    }
}
