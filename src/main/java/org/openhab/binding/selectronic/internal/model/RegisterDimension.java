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
package org.openhab.binding.selectronic.internal.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What a register measures, and with that the type of its channel.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum RegisterDimension {
    POWER("Number:Power", "W", "kW", "var"),
    ENERGY("Number:Energy", "kWh"),
    VOLTAGE("Number:ElectricPotential", "V"),
    CURRENT("Number:ElectricCurrent", "A"),
    TEMPERATURE("Number:Temperature", "°C"),
    TIME("Number:Time", "h", "min", "d"),
    PERCENT("Number:Dimensionless", "%"),
    FREQUENCY("Number:Frequency", "Hz"),
    /** Plain numbers, codes without names, and capacities, for which openHAB's items have no dimension. */
    NUMBER("Number", "", "Ah"),
    /** Named codes, times of day, dates and versions. */
    TEXT("String");

    private static final String TYPE = "register-";

    private final String itemType;
    private final List<String> units;

    RegisterDimension(String itemType, String... units) {
        this.itemType = itemType;
        this.units = List.of(units);
    }

    /**
     * @param unit the unit of a register, empty for none
     * @param isText whether its value is a text
     * @return its dimension
     */
    public static RegisterDimension of(String unit, boolean isText) {
        return isText ? TEXT
                : Arrays.stream(values()).filter(each -> each.units.contains(unit)).findFirst().orElseGet(() -> NUMBER);
    }

    /**
     * @param typeId the id of a channel type
     * @return the dimension of the registers that it is for, empty for another type
     */
    public static Optional<RegisterDimension> ofChannelType(String typeId) {
        return Arrays.stream(values()).filter(each -> each.typeId().equals(typeId)).findFirst();
    }

    /** @return the id of the channel type */
    public String typeId() {
        return TYPE + name().toLowerCase(Locale.ROOT);
    }

    /** @return the item type of the channel */
    public String itemType() {
        return itemType;
    }

    /** @return the unit that new items get, empty for none */
    public String unit() {
        return this == TEXT ? "" : units.get(0);
    }
}
