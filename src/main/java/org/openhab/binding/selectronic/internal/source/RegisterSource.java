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
package org.openhab.binding.selectronic.internal.source;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.RegisterValue;

/**
 * A source that can show registers of a unit, for people who want to look into them. No channel is updated.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface RegisterSource {
    /**
     * A register of a unit.
     *
     * @param name its name
     * @param address the address of its first word in this unit
     * @param words its words, four hexadecimal digits each; empty if they were not read
     * @param value its value
     */
    record Row(String name, int address, String words, RegisterValue value) {
    }

    /**
     * @param unit one of the units
     * @param names names of registers
     * @return those that the unit has, in the order of the table, or a {@link SourceException}
     */
    CompletableFuture<List<Row>> registers(Unit unit, Set<String> names);
}
