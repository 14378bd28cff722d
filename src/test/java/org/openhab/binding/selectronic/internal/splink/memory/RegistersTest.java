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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;

/**
 * The table of registers beside the table of quantities.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class RegistersTest {
    private static final int NEWEST = Integer.MAX_VALUE;

    @ParameterizedTest
    @EnumSource
    void aQuantityIsReadFromRegistersOfItsUnit(Quantity quantity) {
        if (quantity.origin(ConnectionType.SERIAL).orElseThrow() instanceof Origin.Registers registers) {
            for (String name : registers.names()) {
                String unit = quantity.form().unit();
                assertThat(Registers.named(name).unit(), is(unit == null ? "" : unit));
                assertThat(Registers.named(name, NEWEST).unit(), is(Registers.named(name).unit()));
            }
        }
    }

    @Test
    void noTwoRegistersShareAWord() {
        BitSet taken = new BitSet();
        for (Register register : rows()) {
            int from = register.range().address();
            assertThat(register.name(), taken.get(from, register.range().end()).isEmpty(), is(true));
            taken.set(from, register.range().end());
        }
    }

    @Test
    void eachRegisterIsInAnAreaThatIsRead() {
        for (Register register : rows()) {
            assertThat(register.name(), new RangePlanner(ReadCost.TUNNEL).plan(List.of(register.range())),
                    is(List.of(register.range())));
        }
    }

    /** The registers at all their places. */
    private static List<Register> rows() {
        return IntStream.of(0, 20, 25, 28).boxed().flatMap(map -> Registers.of(map, NEWEST).stream()).distinct()
                .toList();
    }
}
