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
package org.openhab.binding.selectronic.workbench.thing;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.workbench.definition.ThingDefinitions;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelGroupUID;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.type.ChannelGroupTypeUID;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.Command;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;

/**
 * What handlers tell and ask. Every channel counts as linked.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HandlerCallback implements ThingHandlerCallback {
    private final Things things;
    private final ThingDefinitions definitions;
    private final ThingObserver observer;

    HandlerCallback(Things things, ThingDefinitions definitions, ThingObserver observer) {
        this.things = things;
        this.definitions = definitions;
        this.observer = observer;
    }

    private @Nullable Channel channel(ChannelUID uid) {
        Thing thing = things.get(uid.getThingUID());
        return thing == null ? null : thing.getChannel(uid);
    }

    /** As in openHAB a state of a channel that is not there goes nowhere. */
    @Override
    public void stateUpdated(ChannelUID channelUID, State state) {
        Channel channel = channel(channelUID);
        if (channel != null) {
            things.readings().put(channelUID, state);
            observer.stateUpdated(channel, state);
        }
    }

    @Override
    public void postCommand(ChannelUID channelUID, Command command) {
        throw new IllegalStateException("Nobody here takes commands");
    }

    @Override
    public void sendTimeSeries(ChannelUID channelUID, TimeSeries timeSeries) {
        timeSeries.getStates().reduce((earlier, later) -> later)
                .ifPresent(newest -> stateUpdated(channelUID, newest.state()));
    }

    @Override
    public void statusUpdated(Thing thing, ThingStatusInfo thingStatus) {
        things.setStatus(thing, thingStatus);
    }

    @Override
    public void thingUpdated(Thing thing) {
        things.replace(thing);
    }

    @Override
    public void validateConfigurationParameters(Thing thing, Map<String, Object> configurationParameters) {
        // configurations are made from the definitions here
    }

    @Override
    public void validateConfigurationParameters(Channel channel, Map<String, Object> configurationParameters) {
        // no channel has a configuration here
    }

    @Override
    public @Nullable ConfigDescription getConfigDescription(ChannelTypeUID channelTypeUID) {
        return null;
    }

    @Override
    public @Nullable ConfigDescription getConfigDescription(ThingTypeUID thingTypeUID) {
        return null;
    }

    @Override
    public void configurationUpdated(Thing thing) {
        things.replace(thing);
    }

    @Override
    public void migrateThingType(Thing thing, ThingTypeUID thingTypeUID, Configuration configuration) {
        throw new IllegalStateException("No thing changes its type here");
    }

    @Override
    public void channelTriggered(Thing thing, ChannelUID channelUID, String event) {
        Channel channel = channel(channelUID);
        if (channel != null) {
            observer.triggered(channel, event);
        }
    }

    @Override
    public ChannelBuilder createChannelBuilder(ChannelUID channelUID, ChannelTypeUID channelTypeUID) {
        return definitions.channel(channelUID, channelTypeUID);
    }

    @Override
    public ChannelBuilder editChannel(Thing thing, ChannelUID channelUID) {
        Channel channel = thing.getChannel(channelUID);
        if (channel == null) {
            throw new IllegalArgumentException(thing.getUID() + " has no channel " + channelUID);
        }
        return ChannelBuilder.create(channel);
    }

    @Override
    public List<ChannelBuilder> createChannelBuilders(ChannelGroupUID channelGroupUID,
            ChannelGroupTypeUID channelGroupTypeUID) {
        return definitions.channelsOfGroup(channelGroupUID, channelGroupTypeUID);
    }

    @Override
    public boolean isChannelLinked(ChannelUID channelUID) {
        return channel(channelUID) != null;
    }

    @Override
    public @Nullable Bridge getBridge(ThingUID bridgeUID) {
        return things.get(bridgeUID) instanceof Bridge bridge ? bridge : null;
    }
}
