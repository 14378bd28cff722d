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
package org.openhab.binding.selectronic.internal.definitions;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;

/**
 * Tests the description of the add-on.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class AddonTest {
    private final XmlElement addon = Definitions.addon();

    @Test
    public void theIdIsThatOfTheBinding() {
        assertThat(addon.id(), is(SelectronicBindingConstants.BINDING_ID));
    }

    /**
     * There are no {@code keywords}, for which openHAB 5.1 drops the whole file. Source: {@code AddonInfoReader} of
     * openHAB 5.1.4 has no alias for them, that of 5.2.0 has.
     */
    @Test
    public void elementsAreThoseThatOpenHab51ReadsInItsOrder() {
        assertThat(addon.children().stream().map(XmlElement::name).toList(),
                is(List.of("type", "name", "description", "connection", "countries", "discovery-methods")));
    }

    @Test
    public void itIsABindingThatWorksLocallyAndThroughACloud() {
        assertThat(addon.text("type"), is(Optional.of("binding")));
        assertThat(addon.text("connection"), is(Optional.of("hybrid")));
    }

    @Test
    public void theNameSaysWhatItIs() {
        assertThat(addon.text("name").orElseThrow(), endsWith(" Binding"));
    }

    @ParameterizedTest
    @CsvSource({ "0403:8508, Selectronic SP PRO, true", "0403:8508, '', true", "0403:6001, Selectronic SP PRO, false",
            "04d8:000a, Selectronic SP PRO, true", "04D8:000A, SP PRO COMMS, true",
            "04d8:000a, CDC RS-232 Emulation Demo, false", "04d8:000b, SP PRO, false" })
    public void itIsSuggestedWhereTheUsbPortOfAnInverterIsSeen(String chipId, String product, boolean suggested) {
        Map<String, String> device = Map.of("chipId", chipId, "product", product);

        List<XmlElement> methods = addon.child("discovery-methods").orElseThrow().children("discovery-method");
        assertThat(methods.stream().map(method -> method.text("service-type")).distinct().toList(),
                is(List.of(Optional.of("usb"))));
        assertThat(methods.stream()
                .anyMatch(method -> method.child("match-properties").orElseThrow().children("match-property").stream()
                        .allMatch(match -> device.getOrDefault(match.text("name").orElseThrow(), "")
                                .matches(match.text("regex").orElseThrow()))),
                is(suggested));
    }

    @Test
    public void countriesAreCodesWithoutBlanks() {
        assertThat(addon.text("countries").orElseThrow(), matchesPattern("[a-z]{2}(,[a-z]{2})*"));
    }
}
