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
package org.openhab.binding.selectronic.simulator.memory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Words and numbers.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ProcessImageTest {
    private final ProcessImage image = new ProcessImage();

    @Test
    void lowWordComesFirst() {
        image.set(Register.BATTERY_POWER, -44);
        assertThat(image.word(0xA02F), is(0xFFD4));
        assertThat(image.word(0xA030), is(0xFFFF));
        assertThat(image.counts(Register.BATTERY_POWER), is(-44L));
        image.set(Register.LOAD_TOTAL, 0x12345L);
        assertThat(image.words(41438, 3), is(new int[] { 0x2345, 0x0001, 0 }));
    }

    @Test
    void unsignedStaysUnsigned() {
        image.set(Register.SOC, 0xFFFF);
        assertThat(image.counts(Register.SOC), is(65_535L));
    }

    @Test
    void limitOfAPublishedCapture() {
        image.setWord(Register.CHARGE_CAPACITY.address(), 63_640);
        assertThat(image.counts(Register.CHARGE_CAPACITY), is(-1896L));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> image.set(Register.SHUNT_1_POWER, 40_000));
        assertThrows(IllegalArgumentException.class, () -> image.set(Register.SOC, -1));
    }

    @Test
    void copyStaysAsItIs() {
        image.set(Register.SOC, 100);
        ProcessImage copy = image.copy();
        image.set(Register.SOC, 200);
        assertThat(copy.counts(Register.SOC), is(100L));
        assertThat(copy.holds(Register.SOC.address()), is(true));
        assertThat(copy.holds(Register.SOC.address() + 1), is(false));
    }
}
