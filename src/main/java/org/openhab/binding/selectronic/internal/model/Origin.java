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

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The origin of a quantity on a connection.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public sealed interface Origin {
    /**
     * A member of the JSON body that gateway and portal have in common.
     *
     * @param name the name of the member below {@code items}
     * @param negated whether the body's sign is the opposite of the quantity's
     */
    record Member(String name, boolean negated) implements Origin {
    }

    /**
     * Registers in the memory of the unit. Several registers are combined into one value.
     *
     * @param names the names of the registers in the register table, which defines their addresses
     */
    record Registers(List<String> names) implements Origin {
    }

    /** Calculated from other quantities, or measured by the binding while reading. */
    record Derived() implements Origin {
    }

    /** A series of past values, recorded by the device. */
    record Recorded() implements Origin {
    }
}
