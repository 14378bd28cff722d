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

import static org.openhab.binding.selectronic.internal.model.Quantity.BATTERY_POWER;
import static org.openhab.binding.selectronic.internal.model.Quantity.GENERATOR_EXPLANATION;
import static org.openhab.binding.selectronic.internal.model.Quantity.GENERATOR_RUN_REASON;
import static org.openhab.binding.selectronic.internal.model.Quantity.GENERATOR_STATUS;
import static org.openhab.binding.selectronic.internal.model.Quantity.INVERTER_CHARGE_STAGE;
import static org.openhab.binding.selectronic.internal.model.Quantity.INVERTER_CHARGING_EXPLANATION;

import java.util.Map;
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ChargeStage;
import org.openhab.binding.selectronic.internal.model.ChargerRegulation;
import org.openhab.binding.selectronic.internal.model.GeneratorStatus;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Explains the state of the unit from its own values, as text keys; some are followed by a space and a state.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Explanations {
    /** Battery power below this is noise of a battery at rest, in watts. */
    private static final double AT_REST = 25;

    private Explanations() {
    }

    /**
     * @param sample the sample read
     * @param values receives the explanations, if the connection type provides enough values for them
     */
    static void add(Sample sample, Map<Quantity, Value> values) {
        Value reason = sample.values().get(GENERATOR_RUN_REASON);
        Value status = sample.values().get(GENERATOR_STATUS);
        if (reason != null && status != null) {
            values.put(GENERATOR_EXPLANATION, generator(status, reason));
        }
        Value regulation = sample.values().get(INVERTER_CHARGING_EXPLANATION);
        Value stage = sample.values().get(INVERTER_CHARGE_STAGE);
        if (regulation != null && stage != null) {
            values.put(INVERTER_CHARGING_EXPLANATION, charging(sample, name(regulation), name(stage)));
        }
    }

    private static Value generator(Value status, Value reason) {
        if (!(status instanceof Value.Text state)) {
            return Value.UNKNOWN;
        }
        if (GeneratorStatus.RUNNING.name().equals(state.text())) {
            return reason instanceof Value.Text why ? Value.of("generator-runs " + why.text()) : Value.UNKNOWN;
        }
        return Value.of(GeneratorStatus.NOT_RUNNING.name().equals(state.text()) ? "generator-idle"
                : "generator-rests " + state.text());
    }

    private static Value charging(Sample sample, @Nullable String regulation, @Nullable String stage) {
        if (regulation == null || stage == null) {
            return Value.UNKNOWN;
        }
        String key = byRegulation(regulation);
        if (key != null) {
            return Value.of(key);
        }
        OptionalDouble power = sample.number(BATTERY_POWER);
        if (power.isPresent() && power.getAsDouble() > AT_REST) {
            return Value.of("charging-discharging");
        }
        String byStage = byStage(stage);
        return byStage == null ? Value.UNKNOWN : Value.of(byStage);
    }

    private static @Nullable String byRegulation(String regulation) {
        for (ChargerRegulation known : ChargerRegulation.values()) {
            if (known != ChargerRegulation.NORMAL && known.name().equals(regulation)) {
                return "charging-" + known.name().toLowerCase(java.util.Locale.ROOT);
            }
        }
        return null;
    }

    private static @Nullable String byStage(String stage) {
        for (ChargeStage known : ChargeStage.values()) {
            if (known.name().equals(stage)) {
                return switch (known) {
                    case INITIAL, BULK, RETURN_TO_FLOAT -> "charging-bulk";
                    case ABSORB -> "charging-absorb";
                    case EQUALISE -> "charging-equalise";
                    case SHORT_TERM_FLOAT, LONG_TERM_FLOAT -> "charging-full";
                };
            }
        }
        return null;
    }

    private static @Nullable String name(Value value) {
        return value instanceof Value.Text text ? text.text() : null;
    }
}
