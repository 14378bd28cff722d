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
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Decodes words of the unit's memory to values. A quantity whose words were not all read is absent.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LiveDecoder {
    private static final double NO_ALERT = 0;

    private final UnitSetup setup;
    private final Limits limits;
    private final Map<Quantity, List<Register>> rows = new EnumMap<>(Quantity.class);

    /**
     * @param setup the setup of the unit
     */
    public LiveDecoder(UnitSetup setup) {
        this.setup = setup;
        this.limits = Limits.of(setup.identity(), setup.scales());
        for (Quantity quantity : Quantity.values()) {
            List<Register> registers = registers(quantity, setup.mapVersion());
            if (!registers.isEmpty()) {
                rows.put(quantity, registers);
            }
        }
    }

    /** Returns the registers of a quantity, none if it is not in memory. */
    static List<Register> registers(Quantity quantity, int mapVersion) {
        return quantity.origin(ConnectionType.SERIAL).orElse(null) instanceof Origin.Registers registers
                ? registers.names().stream().map(name -> Registers.named(name, mapVersion)).toList()
                : List.of();
    }

    /**
     * @param words words that were read together
     * @return the values of all quantities in them
     */
    public Map<Quantity, Value> decode(List<Words> words) {
        Blocks blocks = new Blocks(words);
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        rows.forEach((quantity, registers) -> {
            List<Value> parts = new ArrayList<>();
            for (Register register : registers) {
                int[] read = blocks.of(register);
                if (read != null) {
                    parts.add(part(quantity, register, register.value(read, setup.scales())));
                }
            }
            if (parts.size() == registers.size()) {
                values.put(quantity, whole(quantity, registers.get(0).combination().of(parts)));
            }
        });
        return values;
    }

    /**
     * @param registers any registers of the table
     * @param words words that were read
     * @return the values of those whose words were read, by name
     */
    public Map<String, Value> decode(Collection<Register> registers, List<Words> words) {
        Blocks blocks = new Blocks(words);
        Map<String, Value> values = new LinkedHashMap<>();
        for (Register register : registers) {
            int[] read = blocks.of(register);
            if (read != null) {
                values.put(register.name(), register.value(read, setup.scales()));
            }
        }
        return values;
    }

    private Value whole(Quantity quantity, Value value) {
        if (quantity == ALERTS_CODE && value instanceof Value.Alerts active) {
            return Value.of(active.codes().isEmpty() ? NO_ALERT : active.codes().get(0));
        }
        return value instanceof Value.Numeric numeric ? Value.of(limits.bounded(quantity, numeric.number())) : value;
    }

    private Value part(Quantity quantity, Register register, Value reported) {
        return switch (register.group()) {
            case "shunt-1" -> shunt(quantity, setup.shunt1(), reported);
            case "shunt-2" -> shunt(quantity, setup.shunt2(), reported);
            default -> reported;
        };
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
}
