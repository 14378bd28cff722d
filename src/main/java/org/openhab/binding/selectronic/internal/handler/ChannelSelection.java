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

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Trigger;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelGroupUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.type.ChannelGroupTypeUID;

/**
 * Selects the channels of an inverter that its connection types can supply and that its site has. The others are
 * removed from the thing when its handler starts. They return when the thing is moved to a connection that supplies
 * them. Channels for registers are added by the owner and stay.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ChannelSelection {
    private static final Set<Quantity> OF_A_GENERATOR = Set.of(Quantity.GENERATOR_RUNNING, Quantity.GENERATOR_RUN_TIME,
            Quantity.GENERATOR_RUN_ENERGY, Quantity.GENERATOR_RUN_START, Quantity.GENERATOR_RUN_END,
            Quantity.GENERATOR_RUN_MEAN_POWER, Quantity.GENERATOR_RUNS_TODAY, Quantity.GENERATOR_RUN_HOURS,
            Quantity.GENERATOR_LAST_RUN_AGE, Quantity.GENERATOR_HOURS_TO_SERVICE);
    private static final Set<Quantity> OF_A_CAPACITY = Set.of(Quantity.BATTERY_TIME_TO_EMPTY,
            Quantity.BATTERY_TIME_TO_FULL, Quantity.BATTERY_CYCLES, Quantity.BATTERY_EFFICIENCY);

    private ChannelSelection() {
    }

    /**
     * Corrects the channels of a thing. Changes nothing until the definitions of all its channels are loaded, so that
     * no channel and its links are lost.
     *
     * @param thing the current thing
     * @param callback creates channels from their types
     * @param connectionTypes the types of all its connections
     * @param excluded the quantities that the site does not have
     * @param change receives the correct channels in the order of the definitions, those that the owner has added last,
     *            if they differ
     * @return whether the thing has the correct channels now; false while their definitions are not loaded
     */
    static boolean select(Thing thing, ThingHandlerCallback callback, List<ConnectionType> connectionTypes,
            Set<Quantity> excluded, Consumer<List<Channel>> change) {
        Set<String> missing = wanted(connectionTypes, excluded);
        Set<String> present = new HashSet<>();
        List<Channel> added = new ArrayList<>();
        for (Channel channel : thing.getChannels()) {
            if (RegisterChannels.dimension(channel).isPresent()) {
                added.add(channel);
            } else {
                present.add(channel.getUID().getId());
            }
        }
        if (present.equals(missing)) {
            return true;
        }
        List<Channel> channels = new ArrayList<>();
        for (String group : groups()) {
            ChannelGroupUID groupUid = new ChannelGroupUID(thing.getUID(), group);
            ChannelGroupTypeUID type = new ChannelGroupTypeUID(SelectronicBindingConstants.BINDING_ID, group);
            for (ChannelBuilder builder : builders(callback, groupUid, type)) {
                Channel fresh = builder.build();
                if (missing.remove(fresh.getUID().getId())) {
                    Channel kept = thing.getChannel(fresh.getUID());
                    channels.add(kept == null ? fresh : kept);
                }
            }
        }
        if (!missing.isEmpty()) {
            return false;
        }
        channels.addAll(added);
        change.accept(channels);
        return true;
    }

    /**
     * @param source the type of the AC source
     * @param capacity whether the capacity of the battery is known
     * @param serviced whether the generator has a service interval
     * @return the quantities that such a site does not have
     */
    static Set<Quantity> excluded(AcSource source, boolean capacity, boolean serviced) {
        Set<Quantity> excluded = EnumSet.noneOf(Quantity.class);
        if (source == AcSource.GRID) {
            excluded.addAll(OF_A_GENERATOR);
        }
        if (source == AcSource.GENERATOR) {
            // it is absent most of the time
            excluded.add(Quantity.AC_SOURCE_OUTAGES);
        }
        if (!capacity) {
            excluded.addAll(OF_A_CAPACITY);
        }
        if (!serviced) {
            excluded.add(Quantity.GENERATOR_HOURS_TO_SERVICE);
        }
        return excluded;
    }

    private static Set<String> wanted(List<ConnectionType> connectionTypes, Set<Quantity> excluded) {
        Set<String> wanted = new HashSet<>();
        for (Quantity quantity : Quantity.values()) {
            if (connectionTypes.stream().anyMatch(type -> quantity.origin(type).isPresent())
                    && !excluded.contains(quantity)) {
                wanted.add(quantity.channelId());
            }
        }
        for (Trigger trigger : Trigger.values()) {
            if (connectionTypes.stream().anyMatch(trigger::isSupplied)
                    && (trigger != Trigger.CONNECTION_EVENT || connectionTypes.size() > 1)
                    && (trigger != Trigger.GENERATOR_EVENT || !excluded.contains(Quantity.GENERATOR_RUNNING))) {
                wanted.add(trigger.channelId());
            }
        }
        return wanted;
    }

    /** openHAB throws this while the definition of the group is not loaded. */
    private static List<ChannelBuilder> builders(ThingHandlerCallback callback, ChannelGroupUID group,
            ChannelGroupTypeUID type) {
        try {
            return callback.createChannelBuilders(group, type);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Set<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        for (Quantity quantity : Quantity.values()) {
            groups.add(quantity.group());
        }
        return groups;
    }
}
