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

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
class FieldTest {
    private static final int NEWEST = Integer.MAX_VALUE;

    @ParameterizedTest
    @EnumSource
    void aQuantityIsTakenFromRegistersOfItsUnit(Quantity quantity) {
        if (quantity.origin(ConnectionType.SERIAL).orElseThrow() instanceof Origin.Registers registers) {
            List<Field> fields = LiveDecoder.fields(quantity, 0);
            assertThat("each name is that of a register of the first maps", fields.stream().map(Field::name).toList(),
                    is(registers.names()));
            String unit = quantity.form().unit();
            for (Field field : fields) {
                assertThat(field.kind().unit(), is(unit == null ? "" : unit));
                assertThat(field.in(NEWEST).kind().unit(), is(field.kind().unit()));
            }
        }
    }

    @Test
    void eachRegisterSuppliesAQuantityOrReportsOfTheUnit() {
        Set<Field> used = EnumSet.noneOf(Field.class);
        Stream.of(Quantity.values()).flatMap(quantity -> LiveDecoder.fields(quantity, 0).stream()).forEach(field -> {
            for (int version = 0; version <= 40; version++) {
                used.add(field.in(version));
            }
        });
        Stream.of(Field.values()).filter(field -> UnitSetup.WANTED.contains(field.range())).forEach(used::add);
        assertThat(used, is(EnumSet.allOf(Field.class)));
    }

    @Test
    void noTwoRegistersShareAWord() {
        for (Field one : Field.values()) {
            for (Field other : Field.values()) {
                boolean apart = one.range().end() <= other.range().address()
                        || other.range().end() <= one.range().address();
                assertThat(one + " " + other, one == other || apart, is(true));
            }
        }
    }
}
