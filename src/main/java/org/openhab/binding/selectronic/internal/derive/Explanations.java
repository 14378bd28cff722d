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

import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.States;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Explains the state of the unit from its own values, as text keys; some are followed by a space and a state.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Explanations {
    private Explanations() {
    }

    /**
     * @param sample the sample read
     * @param values receives the explanations, if the connection type provides enough values for them; an explanation
     *            is unknown if one of these values is
     */
    static void add(Sample sample, Map<Quantity, Value> values) {
        Value reason = sample.values().get(GENERATOR_RUN_REASON);
        Value status = sample.values().get(GENERATOR_STATUS);
        if (reason != null && status != null) {
            values.put(GENERATOR_EXPLANATION,
                    status instanceof Value.Text state ? generator(state.text(), reason) : Value.UNKNOWN);
        }
        Value regulation = sample.values().get(INVERTER_CHARGING_EXPLANATION);
        Value stage = sample.values().get(INVERTER_CHARGE_STAGE);
        if (regulation != null && stage != null) {
            values.put(INVERTER_CHARGING_EXPLANATION,
                    regulation instanceof Value.Text allowed && stage instanceof Value.Text reached
                            ? charging(allowed.text(), reached.text(), sample.number(BATTERY_POWER))
                            : Value.UNKNOWN);
        }
    }

    private static Value generator(String status, Value reason) {
        return switch (status) {
            case "RUNNING" ->
                reason instanceof Value.Text why ? Value.of("generator-runs " + why.text()) : Value.UNKNOWN;
            case "NOT_RUNNING" -> Value.of("generator-idle");
            default -> Value.of("generator-rests " + status);
        };
    }

    private static Value charging(String regulation, String stage, double power) {
        if (!"NORMAL".equals(regulation) && States.CHARGER_REGULATION.names().contains(regulation)) {
            return Value.of("charging-" + regulation.toLowerCase(Locale.ROOT));
        } else if (power > Figures.AT_REST) {
            return Value.of("charging-discharging");
        }
        return switch (stage) {
            case "INITIAL", "BULK", "RETURN_TO_FLOAT" -> Value.of("charging-bulk");
            case "ABSORB" -> Value.of("charging-absorb");
            case "EQUALISE" -> Value.of("charging-equalise");
            case "SHORT_TERM_FLOAT", "LONG_TERM_FLOAT" -> Value.of("charging-full");
            default -> Value.UNKNOWN;
        };
    }
}
