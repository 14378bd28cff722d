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

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A plant at a moment, in physical units: the truth that the unit measures.
 *
 * @param time the plant's own time
 * @param unitTime what the clock of the unit shows
 * @param soc state of charge in percent
 * @param batteryVolts voltage at the battery
 * @param chargeLimit what the battery would take now in W
 * @param today counters since midnight of the unit's clock
 * @param total counters since commissioning
 * @param alerts codes that stand, oldest first
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record PlantState(Instant time, LocalDateTime unitTime, Flows flows, double soc, double batteryVolts,
        double chargeLimit, ChargeStage chargeStage, AcOutput output, AcSource source, GeneratorState generator,
        Temperatures temperatures, Energies today, Energies total, List<Integer> alerts) {
    public PlantState {
        alerts = List.copyOf(alerts);
    }
}
