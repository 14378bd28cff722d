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
package org.openhab.binding.selectronic.internal.splink.wire;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Tests the unit of data that decoders get.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class WordsTest {
    private final Words words = new Words(0xA010, new int[] { 1, 0xFFFF, 0x8000 });

    @Test
    void wordsAreFoundByTheirAddress() {
        assertThat(words.count(), is(3));
        assertThat(words.at(0xA010), is(1));
        assertThat(words.at(0xA011), is(0xFFFF));
        assertThat(words.at(0xA012), is(0x8000));
    }

    @Test
    void aWordThatWasNotReadIsNotInvented() {
        assertThrows(IllegalArgumentException.class, () -> words.at(0xA00F));
        assertThrows(IllegalArgumentException.class, () -> words.at(0xA013));
    }

    @Test
    void coverageIsExact() {
        assertThat(words.covers(0xA010, 3), is(true));
        assertThat(words.covers(0xA012, 1), is(true));
        assertThat(words.covers(0xA013, 0), is(true));
        assertThat(words.covers(0xA00F, 2), is(false));
        assertThat(words.covers(0xA010, 4), is(false));
        assertThat(words.covers(0xA011, -1), is(false));
        assertThat(words.covers(0xA011, Integer.MAX_VALUE), is(false));
    }

    @Test
    void nobodyCanChangeThemAfterwards() {
        int[] values = { 1, 2 };
        Words made = new Words(0xA001, values);
        values[0] = 9;
        made.values()[1] = 9;

        assertThat(made, is(new Words(0xA001, new int[] { 1, 2 })));
    }

    @Test
    void whatIsNoWordIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Words(0xA001, new int[] { 0x10000 }));
        assertThrows(IllegalArgumentException.class, () -> new Words(0xA001, new int[] { -1 }));
    }

    @Test
    void theyAreEqualByContent() {
        Words same = new Words(0xA010, new int[] { 1, 0xFFFF, 0x8000 });
        assertThat(words, is(same));
        assertThat(words.hashCode(), is(same.hashCode()));
        assertThat(words, is(not(new Words(0xA011, new int[] { 1, 0xFFFF, 0x8000 }))));
        assertThat(words, is(not(new Words(0xA010, new int[] { 1, 0xFFFF }))));
        assertThat(words.equals("0xa010"), is(false));
    }

    @Test
    void theyCanBeReadByPeople() {
        assertThat(words.toString(), is("0xa010: 1 ffff 8000"));
    }
}
