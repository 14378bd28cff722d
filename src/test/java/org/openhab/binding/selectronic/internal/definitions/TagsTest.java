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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Tests the semantic tags. openHAB reads a name that it does not know without a word, and the model then lacks it.
 * <p>
 * Source of the names: the lists of point, property and equipment tags in {@code thing-description-1.0.0.xsd} of
 * openHAB 5.1.0, as far as this binding needs them, and {@code StateOfCharge} of 5.2: openHAB 5.1 takes that for a tag
 * of the owner, so that the item is a measurement without a property there.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class TagsTest {
    private static final Set<String> POINTS = Set.of("Alarm", "Calculation", "Forecast", "Measurement", "Status");
    private static final Set<String> PROPERTIES = Set.of("Current", "Duration", "Energy", "Frequency", "Info", "Mode",
            "Power", "QualityOfService", "StateOfCharge", "Temperature", "Timestamp", "Voltage");
    private static final Set<String> EQUIPMENT = Set.of("Inverter", "NetworkAppliance", "WebService");

    @Test
    public void aStateHasAPointTagAndThenAtMostOnePropertyTag() {
        for (XmlElement type : Definitions.channelTypes()) {
            List<String> tags = type.children("tags").stream().flatMap(list -> list.children("tag").stream())
                    .map(XmlElement::text).toList();
            if (Definitions.isTrigger(type)) {
                assertThat(type.toString(), tags, is(empty()));
                continue;
            }
            assertThat(type.toString(), tags.size(), is(lessThanOrEqualTo(2)));
            assertThat(type.toString(), tags.get(0), is(in(POINTS)));
            tags.stream().skip(1).forEach(tag -> assertThat(type.toString(), tag, is(in(PROPERTIES))));
        }
    }

    /**
     * openHAB gives each new thing the tag of its type. Source: {@code ThingTypeConverter} and {@code ThingFactory} of
     * openHAB 5.1.0.
     */
    @Test
    public void aThingIsTheEquipmentThatItsIconShows() {
        for (XmlElement type : Definitions.thingTypes()) {
            assertThat(type.toString(), type.text("semantic-equipment-tag").orElseThrow(), is(in(EQUIPMENT)));
            assertThat(type.toString(), type.text("semantic-equipment-tag"), is(type.text("category")));
        }
        assertThat(Definitions.withId(Definitions.thingTypes(), "inverter").text("semantic-equipment-tag"),
                is(Optional.of("Inverter")));
    }
}
