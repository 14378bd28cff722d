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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Tests {@link SerialNumber}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class SerialNumberTest {
    @ParameterizedTest
    @ValueSource(strings = { "240001", "0240001", "0000240001", "SN240001", "sn 240001", "S/N: 240001", "SN-0240001",
            "Serial No. 240001", "#240001", "240001.0", "240001.", "240001.000", " 240001 ", "\u00a0240001\t",
            "+240001", "2.40001E5", "240001e0", "\uff12\uff14\uff10\uff10\uff10\uff11", "\ufeff240001", "240 001" })
    void allFormsOfOneSerialNumberAreOne(String form) {
        assertThat(SerialNumber.normal(form), is("240001"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "  ", "0", "000000", "0.0", "SN0", "unknown", "n/a", "-", "null", "4294967295" })
    void whatNamesNoUnitIsNoSerialNumber(String form) {
        assertThat(SerialNumber.normal(form), is(nullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "2400010", "240001.5", "24001", "-240001", "A240001", "240001A", "1e999999999" })
    void whatIsAnotherNumberStaysAnother(String form) {
        assertThat(SerialNumber.normal(form), is(not("240001")));
    }

    @Test
    void otherTextsDifferNeitherInCaseNorInBlanks() {
        assertThat(SerialNumber.normal(" ab 12 "), is(SerialNumber.normal("AB12")));
    }

    @Test
    void theNormalFormDoesNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr")); // NOPMD
            assertThat(SerialNumber.normal("serial 240001"), is("240001"));
        } finally {
            Locale.setDefault(before); // NOPMD
        }
    }

    @Property(tries = 200)
    void theNormalFormOfANormalFormIsItself(@ForAll String text, @ForAll @IntRange(min = 1) int number) {
        String normal = SerialNumber.normal(text);
        assertThat(normal == null ? null : SerialNumber.normal(normal), is(normal));
        assertThat(SerialNumber.normal(String.valueOf(number)), is(String.valueOf(number)));
    }

    @Test
    void anIdentityHoldsTheNormalForm() {
        assertThat(new Identity("SN0240001", null, null, null), is(new Identity("240001", null, null, null)));
    }
}
