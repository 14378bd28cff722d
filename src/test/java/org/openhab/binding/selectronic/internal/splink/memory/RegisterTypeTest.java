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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Words into numbers.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class RegisterTypeTest {
    @ParameterizedTest
    @CsvSource({ "U16, 0, 0, 0", "U16, 65534, 0, 65534", "S16, 32766, 0, 32766", "S16, 32768, 0, -32768",
            "S16, 65535, 0, -1", "U32, 1, 0, 1", "U32, 0, 1, 65536", "U32, 65534, 65535, 4294967294",
            "S32, 65492, 65535, -44", "S32, 0, 32768, -2147483648", "S32, 65534, 32767, 2147483646" })
    void theLowWordComesFirst(RegisterType type, int first, int second, long number) {
        int[] memory = { 7, first, second };
        assertThat(type.number(memory, 1), is(number));
        assertThat(type.isAvailable(number), is(true));
    }

    @ParameterizedTest
    @CsvSource({ "U16, 65535, 0", "S16, 32767, 0", "U32, 65535, 65535", "S32, 65535, 32767" })
    void theLargestNumberIsNone(RegisterType type, int first, int second) {
        int[] memory = { first, second };
        assertThat(type.isAvailable(type.number(memory, 0)), is(false));
    }
}
