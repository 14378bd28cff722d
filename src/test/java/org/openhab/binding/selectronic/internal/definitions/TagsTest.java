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
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Tests the semantic tags. openHAB reads a name that it does not know without a word, and the model then lacks it.
 * <p>
 * Source of the names: the lists of point, property and equipment tags in {@code thing-description-1.0.0.xsd} of
 * openHAB 5.2.1, as far as this binding needs them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class TagsTest {
    private static final Set<String> POINTS = Set.of("Alarm", "Calculation", "Measurement", "Status");
    private static final Set<String> PROPERTIES = Set.of("Current", "Duration", "Energy", "Frequency",
            "Info", "Mode", "Power", "QualityOfService", "StateOfCharge", "Temperature", "Timestamp", "Voltage");

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
     * openHAB 4.3 drops the whole file for this element, and with it the thing types: the handlers say it instead.
     * Source: {@code ThingDescriptionReader} of openHAB 4.3.11 has no alias for it, that of 5.2.1 has.
     */
    @Test
    public void noFileHasTheElementThatOpenHab4Stumbles() {
        for (XmlElement type : Definitions.thingTypes()) {
            assertThat(type.toString(), type.children("semantic-equipment-tag"), is(empty()));
        }
    }
}
