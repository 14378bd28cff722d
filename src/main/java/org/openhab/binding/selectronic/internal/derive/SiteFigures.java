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
package org.openhab.binding.selectronic.internal.derive;

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Sign;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Calculates figures of the whole site: losses of the inverter, self-sufficiency and self-consumption.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SiteFigures {
    private static final List<Quantity> FLOWS = List.of(SOLAR_AC_COUPLED_POWER, SOLAR_DC_COUPLED_POWER, BATTERY_POWER,
            AC_SOURCE_POWER, OTHER_DC_SOURCES_POWER, LOAD_POWER, DC_LOADS_POWER);
    /** Quantities reported only by units that measure them. */
    private static final Set<Quantity> ON_SOME_SITES = EnumSet.of(OTHER_DC_SOURCES_POWER, DC_LOADS_POWER);

    private SiteFigures() {
    }

    /**
     * @param sample the values read and the split powers
     * @param values receives the figures; a figure is unknown if one of its parts is missing or the divisor is not
     *            positive
     */
    public static void add(Sample sample, Map<Quantity, Value> values) {
        values.put(SITE_LOSSES, known(losses(sample)));
        values.put(SITE_SELF_SUFFICIENCY_TODAY,
                known(share(sample.number(LOAD_ENERGY_TODAY), sample.number(AC_SOURCE_ENERGY_IMPORT_TODAY))));
        values.put(SITE_SELF_CONSUMPTION_TODAY,
                known(share(sample.number(SOLAR_ENERGY_TODAY), sample.number(AC_SOURCE_ENERGY_EXPORT_TODAY))));
    }

    /**
     * Input power minus output power, in watts: solar + battery + AC source + other DC sources − load − DC loads.
     * Positive and small (70 to 115 W on five published samples at house loads); anything else indicates a wrong sign
     * or unit. A quantity that a connection does not report counts as absent; one reported as unknown makes the losses
     * unknown.
     */
    private static OptionalDouble losses(Sample sample) {
        double losses = 0;
        for (Quantity flow : FLOWS) {
            OptionalDouble power = sample.number(flow);
            if (power.isPresent()) {
                losses += flow.sign() == Sign.CONSUMING ? -power.getAsDouble() : power.getAsDouble();
            } else if (!ON_SOME_SITES.contains(flow) || sample.values().containsKey(flow)) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(losses);
    }

    /**
     * Returns the part of a total that does not pass through the AC source, in percent of the total, never below zero.
     */
    private static OptionalDouble share(OptionalDouble whole, OptionalDouble throughAcSource) {
        if (whole.isEmpty() || throughAcSource.isEmpty() || whole.getAsDouble() <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble
                .of(Math.max(0, 100 * (whole.getAsDouble() - throughAcSource.getAsDouble()) / whole.getAsDouble()));
    }

    private static Value known(OptionalDouble number) {
        return number.isPresent() ? Rounding.value(number.getAsDouble()) : Value.UNKNOWN;
    }
}
