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
package org.openhab.binding.selectronic.internal.splink.memory;

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.AcSourceStatus;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.ChargeStage;
import org.openhab.binding.selectronic.internal.model.ChargerRegulation;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Contactors;
import org.openhab.binding.selectronic.internal.model.GeneratorReason;
import org.openhab.binding.selectronic.internal.model.GeneratorStatus;
import org.openhab.binding.selectronic.internal.model.InverterMode;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Schedule;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Decodes words of the unit's memory to values. A quantity whose words were not all read is absent.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LiveDecoder {
    private static final int EMPTY = 0;
    private static final int NOT_AVAILABLE = 0xFFFF;

    private static final Map<ChannelForm, DoubleFunction<Value>> STATES = Map.of( //
            ChannelForm.AC_SOURCE_STATUS, AcSourceStatus::ofCode, //
            ChannelForm.CHARGE_STAGE, ChargeStage::ofCode, //
            ChannelForm.CONTACTORS, Contactors::ofCode, //
            ChannelForm.GENERATOR_REASON, GeneratorReason::ofCode, //
            ChannelForm.GENERATOR_STATUS, GeneratorStatus::ofCode, //
            ChannelForm.EXPLANATION, ChargerRegulation::ofCode, //
            ChannelForm.INVERTER_MODE, InverterMode::ofCode, //
            ChannelForm.SCHEDULE, Schedule::ofCode);

    private final UnitSetup setup;
    private final Limits limits;
    private final Map<Quantity, List<Field>> rows = new EnumMap<>(Quantity.class);

    /**
     * @param setup the setup of the unit
     */
    public LiveDecoder(UnitSetup setup) {
        this.setup = setup;
        this.limits = Limits.of(setup.identity(), setup.scales());
        for (Quantity quantity : Quantity.values()) {
            List<Field> fields = fields(quantity, setup.mapVersion());
            if (!fields.isEmpty()) {
                rows.put(quantity, fields);
            }
        }
    }

    /** Returns the registers of a quantity, none if it is not in memory. */
    static List<Field> fields(Quantity quantity, int mapVersion) {
        List<Field> fields = new ArrayList<>();
        if (quantity.origin(ConnectionType.SERIAL).orElse(null) instanceof Origin.Registers registers) {
            for (String name : registers.names()) {
                fields.add(Field.valueOf(name).in(mapVersion));
            }
        }
        return fields;
    }

    /**
     * @param words words that were read together
     * @return the values of all quantities in them
     */
    public Map<Quantity, Value> decode(List<Words> words) {
        Blocks blocks = new Blocks(words);
        // a unit with a new setup reports its new scale factors together with its values
        @Nullable
        ScaleFactors now = UnitSetup.scales(blocks);
        ScaleFactors scales = now == null ? setup.scales() : now;
        Limits limits = scales.equals(setup.scales()) ? this.limits : Limits.of(setup.identity(), scales);
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        for (Map.Entry<Quantity, List<Field>> row : rows.entrySet()) {
            @Nullable
            Value value = value(row.getKey(), row.getValue(), blocks, scales, limits);
            if (value != null) {
                values.put(row.getKey(), value);
            }
        }
        return values;
    }

    private @Nullable Value value(Quantity quantity, List<Field> fields, Blocks blocks, ScaleFactors scales,
            Limits limits) {
        List<Value> parts = new ArrayList<>();
        for (Field field : fields) {
            int[] words = blocks.of(field);
            if (words == null) {
                return null;
            }
            parts.add(field == Field.ALERTS ? alerts(words) : part(quantity, field, words, scales));
        }
        if (quantity == ALERTS_CODE) {
            return first(parts.get(0));
        }
        DoubleFunction<Value> states = STATES.get(quantity.form());
        Value whole = parts.get(0);
        if (parts.size() > 1) {
            whole = quantity.form() == ChannelForm.TEMPERATURE ? hottest(parts) : sum(parts);
        }
        if (whole instanceof Value.Numeric numeric) {
            double number = numeric.number();
            if (states != null) {
                return states.apply(number);
            }
            return limits.bounded(quantity, number);
        }
        return whole;
    }

    private Value part(Quantity quantity, Field field, int[] words, ScaleFactors scales) {
        Value reported = field.value(words, scales);
        return field.shunt() == 0 ? reported : shunt(quantity, setup.shuntCode(field.shunt()), reported);
    }

    /** Returns the part of the flow through a shunt that belongs to a quantity, by the name of the shunt. */
    private static Value shunt(Quantity quantity, int code, Value reported) {
        if (code == Blocks.NONE) {
            return Value.UNKNOWN;
        }
        Optional<ShuntName> name = ShuntName.of(code);
        boolean other = quantity == OTHER_DC_SOURCES_POWER || quantity == DC_LOADS_POWER;
        if (name.isEmpty()) {
            return other ? Value.UNKNOWN : Value.of(0.0);
        } else if (other ? !name.get().isOnTheBus() || name.get().isSolar() : !name.get().isSolar()) {
            return Value.of(0.0);
        } else if (other && reported instanceof Value.Numeric flow) {
            return Value.of(quantity == DC_LOADS_POWER ? name.get().intoLoads(flow.number())
                    : name.get().fromOtherSources(flow.number()));
        }
        return reported;
    }

    private static Value sum(List<Value> parts) {
        double sum = 0;
        for (Value part : parts) {
            if (!(part instanceof Value.Numeric numeric)) {
                return Value.UNKNOWN;
            }
            sum += numeric.number();
        }
        return Value.of(sum);
    }

    /** Returns the highest temperature. A failed sensor does not hide the other one. */
    private static Value hottest(List<Value> parts) {
        double hottest = Double.NEGATIVE_INFINITY;
        for (Value part : parts) {
            if (part instanceof Value.Numeric numeric) {
                hottest = Math.max(hottest, numeric.number());
            }
        }
        return Value.of(hottest);
    }

    /** Returns the codes in the slots, or unknown if all of them are marked as not available. */
    private static Value alerts(int[] slots) {
        Set<Integer> codes = new LinkedHashSet<>();
        boolean reported = false;
        for (int slot : slots) {
            if (slot != NOT_AVAILABLE) {
                reported = true;
                codes.add(slot);
            }
        }
        codes.remove(EMPTY);
        return reported ? new Value.Alerts(List.copyOf(codes)) : Value.UNKNOWN;
    }

    /** Returns the code of the first alert, 0 if there is none. */
    private static Value first(Value alerts) {
        if (!(alerts instanceof Value.Alerts active)) {
            return alerts;
        }
        return Value.of(active.codes().isEmpty() ? (double) EMPTY : active.codes().get(0));
    }
}
