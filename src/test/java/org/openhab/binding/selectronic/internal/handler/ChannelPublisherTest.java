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
import static org.hamcrest.Matchers.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.State;

/**
 * Values as states.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ChannelPublisherTest {
    @ParameterizedTest
    @EnumSource
    void aNumberHasTheUnitOfItsForm(Quantity quantity) {
        Thing thing = FakeOpenHab.inverter(null, "main", Map.of());
        List<State> states = new ArrayList<>();
        String unit = quantity.form().unit();

        new ChannelPublisher(thing.getUID(), (channel, state) -> states.add(state)).publish(thing,
                Map.of(quantity, Value.of(7.5)));

        assertThat(states, hasSize(1));
        if (unit == null) {
            assertThat(states.get(0), is(not(instanceOf(QuantityType.class))));
        } else {
            assertThat(states.get(0), is(new QuantityType<>("7.5 " + unit)));
        }
    }
}
