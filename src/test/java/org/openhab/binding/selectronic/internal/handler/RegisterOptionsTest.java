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
package org.openhab.binding.selectronic.internal.handler;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.definitions.Definitions;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;
import org.openhab.core.config.core.ParameterOption;

/**
 * The list of registers that the user interface offers.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class RegisterOptionsTest {
    private final RegisterOptions options = new RegisterOptions();

    private Collection<ParameterOption> of(String uri) {
        return of(uri, null);
    }

    private Collection<ParameterOption> of(String uri, @Nullable Locale reader) {
        return Objects.requireNonNull(options.getParameterOptions(URI.create(uri), "register", null, reader));
    }

    /** The addresses of the descriptions are those that openHAB asks with. */
    @Test
    void eachRegisterIsOfferedByOneChannelTypeOfTheDefinitions() {
        List<String> offered = new ArrayList<>();
        Definitions.configDescriptions().stream().map(each -> each.attribute("uri").orElseThrow())
                .filter(uri -> uri.startsWith("channel-type:"))
                .forEach(uri -> of(uri).forEach(option -> offered.add(option.getValue())));
        assertThat(offered, containsInAnyOrder(Registers.all().stream().map(Register::name).distinct().toArray()));
    }

    @Test
    void anOptionHasGroupMeaningUnitAndConfidence() {
        assertThat(of("channel-type:selectronic:register-power"), hasItem(
                new ParameterOption("BATTERY_POWER", "battery: Power of the battery, positive when discharging [W]")));
        assertThat(of("channel-type:selectronic:register-percent"), hasItem(new ParameterOption("MODULE_CHARGE",
                "battery-management: " + Registers.named("MODULE_CHARGE").meaning() + " [%] (medium confidence)")));
    }

    @Test
    void aGermanReaderHasGermanOptionsAndOthersEnglishOnes() {
        String power = "channel-type:selectronic:register-power", percent = "channel-type:selectronic:register-percent";
        assertThat(of(power, Locale.GERMANY),
                hasItem(new ParameterOption("BATTERY_POWER", "Batterie: Batterieleistung, positiv beim Entladen [W]")));
        assertThat(of(percent, Locale.GERMAN), hasItem(new ParameterOption("MODULE_CHARGE",
                "Batteriemanagement: Batteriemodul 1: Ladezustand [%] (mäßig gesichert)")));
        assertThat(List.copyOf(of(power, Locale.FRENCH)), is(List.copyOf(of(power))));
        assertThat("the same registers", of(percent, Locale.GERMAN).stream().map(ParameterOption::getValue).toList(),
                containsInAnyOrder(of(percent).stream().map(ParameterOption::getValue).toArray()));
        List<String> labels = of(power, Locale.GERMAN).stream().map(ParameterOption::getLabel).toList();
        assertThat(labels.stream().filter(label -> label.startsWith("Übersicht: ")).toList(), is(not(empty())));
        assertThat("by subject",
                labels.indexOf(
                        labels.stream().filter(label -> label.startsWith("Übersicht")).findFirst().orElseThrow()),
                is(lessThan(labels.indexOf(labels.stream().filter(label -> label.startsWith("Wechselrichter"))
                        .findFirst().orElseThrow()))));
    }

    @Test
    void theLeastCertainComeLast() {
        List<Boolean> certain = of("channel-type:selectronic:register-number").stream()
                .map(option -> !option.getLabel().endsWith("(low confidence)")).toList();
        assertThat(certain.lastIndexOf(true) < certain.indexOf(false), is(true));
    }

    @Test
    void othersAreAskedByOthers() {
        assertThat(options.getParameterOptions(URI.create("channel-type:selectronic:register-power"), "refresh", null,
                null), is(nullValue()));
        assertThat(options.getParameterOptions(URI.create("channel-type:selectronic:power"), "register", null, null),
                is(nullValue()));
        assertThat(options.getParameterOptions(URI.create("thing-type:other:register"), "register", null, null),
                is(nullValue()));
    }
}
