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
package org.openhab.binding.selectronic.internal.openhab;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.core.thing.ChannelGroupUID;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.type.ChannelTypeUID;

/**
 * Ids of things, channels and their types.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class UidTest {
    private static final ThingTypeUID INVERTER = new ThingTypeUID("selectronic", "inverter");
    private static final ThingUID GATEWAY = new ThingUID(new ThingTypeUID("selectronic", "gateway"), "shed");

    @Test
    void aThingBelowABridgeNamesIt() {
        ThingUID uid = new ThingUID(INVERTER, GATEWAY, "123456");
        assertThat(uid.toString(), is("selectronic:inverter:shed:123456"));
        assertThat(uid, is(new ThingUID("selectronic:inverter:shed:123456")));
        assertThat(uid.hashCode(), is(new ThingUID("selectronic:inverter:shed:123456").hashCode()));
        assertThat(uid.getBindingId(), is("selectronic"));
        assertThat(uid.getBridgeIds(), contains("shed"));
        assertThat(uid.getId(), is("123456"));
        assertThat(uid, is(not(GATEWAY)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "selectronic:inverter", "selectronic:inverter:", "selectronic:inverter:a b",
            "selectronic:inverter:a/b", "" })
    void whatIsNotAThingUidIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new ThingUID(text));
    }

    @Test
    void theIdOfAThingIsChecked() {
        assertThrows(IllegalArgumentException.class, () -> new ThingUID(INVERTER, "ä"));
    }

    @Test
    void aChannelMayBeInAGroup() {
        ChannelUID uid = new ChannelUID(GATEWAY, "battery", "state-of-charge");
        assertThat(uid.getAsString(), is("selectronic:gateway:shed:battery#state-of-charge"));
        assertThat(uid.getId(), is("battery#state-of-charge"));
        assertThat(uid.getIdWithoutGroup(), is("state-of-charge"));
        assertThat(uid.getGroupId(), is("battery"));
        assertThat(uid.isInGroup(), is(true));
        assertThat(uid.getThingUID(), is(GATEWAY));
        assertThat(uid, is(new ChannelUID(GATEWAY, "battery#state-of-charge")));
        assertThat(uid, is(new ChannelUID(new ChannelGroupUID(GATEWAY, "battery"), "state-of-charge")));
        assertThat(uid, is(new ChannelUID("selectronic:gateway:shed:battery#state-of-charge")));
    }

    @Test
    void aChannelMayBeOnItsOwn() {
        ChannelUID uid = new ChannelUID(GATEWAY, "online");
        assertThat(uid.getGroupId(), is(nullValue()));
        assertThat(uid.getIdWithoutGroup(), is("online"));
        assertThrows(IllegalArgumentException.class, () -> new ChannelUID(GATEWAY, "a#b#c"));
    }

    @Test
    void typesHaveTwoSegments() {
        assertThat(new ChannelTypeUID("selectronic:power").getId(), is("power"));
        assertThrows(IllegalArgumentException.class, () -> new ChannelTypeUID("power"));
        assertThrows(IllegalArgumentException.class, () -> new ThingTypeUID("selectronic"));
    }
}
