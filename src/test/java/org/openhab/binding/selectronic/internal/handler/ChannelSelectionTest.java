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
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelGroupUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.type.ChannelGroupTypeUID;

/**
 * Tests {@link ChannelSelection}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ChannelSelectionTest {
    private final Thing thing = FakeOpenHab.inverter(null, "main", Map.of());
    private final List<Channel> changed = new ArrayList<>();
    /** Which definitions of channels are loaded, and whether a group without any is an error. */
    private Predicate<String> loaded = channel -> true;
    private boolean groupsKnown = true;

    private final FakeOpenHab openHab = new FakeOpenHab(Runnable::run) {
        @Override
        public List<ChannelBuilder> createChannelBuilders(ChannelGroupUID group, ChannelGroupTypeUID type) {
            List<ChannelBuilder> builders = super.createChannelBuilders(group, type).stream()
                    .filter(builder -> loaded.test(builder.build().getUID().getId())).toList();
            if (builders.isEmpty() && !groupsKnown) {
                throw new IllegalArgumentException("Channel group type '" + type + "' is not registered");
            }
            return builders;
        }
    };

    private boolean select() {
        return ChannelSelection.select(thing, openHab, List.of(ConnectionType.GATEWAY),
                ChannelSelection.excluded(AcSource.AUTO, false, false), changed::addAll);
    }

    private List<String> ids() {
        return changed.stream().map(channel -> channel.getUID().getId()).toList();
    }

    @Test
    void definitionsThatAreNotLoadedAreAskedForAgain() {
        groupsKnown = false;
        loaded = channel -> false;
        assertThat(select(), is(false));
        assertThat(changed, is(empty()));
        loaded = channel -> true;
        assertThat(select(), is(true));
        assertThat(ids(), hasItem("battery#power"));
        assertThat(ids(), not(hasItem("battery#voltage")));
    }

    @Test
    void aGroupThatIsNotLoadedKeepsItsChannels() {
        for (boolean known : new boolean[] { false, true }) {
            groupsKnown = known;
            loaded = channel -> !channel.startsWith("battery#");
            assertThat(select(), is(false));
            assertThat(changed, is(empty()));
        }
    }

    @Test
    void aChannelThatIsNotLoadedIsKept() {
        loaded = channel -> !channel.equals("battery#power");
        assertThat(select(), is(false));
        assertThat(changed, is(empty()));
    }
}
