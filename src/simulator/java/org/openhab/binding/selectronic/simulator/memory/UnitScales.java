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

/**
 * Scale factors of a unit, as it holds them from address 41000 on. Two sets are public: A of a 48 V unit with firmware
 * 12.25, B of a 48 V unit of hardware revision 25 with firmware 16.11.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record UnitScales(int acVolts, int acCurrent, int dcVolts, int dcCurrent, int temperature, int internal) {
    public static final UnitScales A = new UnitScales(5300, 2200, 1050, 12000, 530, 180);
    public static final UnitScales B = new UnitScales(5300, 2934, 1050, 16000, 530, 180);
}
