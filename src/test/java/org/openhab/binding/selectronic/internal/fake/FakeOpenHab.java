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
package org.openhab.binding.selectronic.internal.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.handler.PortalBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Trigger;
import org.openhab.core.config.core.ConfigDescription;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelGroupUID;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.type.ChannelGroupTypeUID;
import org.openhab.core.thing.type.ChannelKind;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.Command;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;

/**
 * As much of openHAB as a handler sees: keeps things, remembers what handlers report, and tells inverters when their
 * bridge changes, later and on another turn, as openHAB does.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class FakeOpenHab implements ThingHandlerCallback {
    private final Map<ThingUID, Thing> things = new LinkedHashMap<>();
    private final Executor executor;
    /** Channel states by {@code group#channel}: the last one. */
    public final Map<String, State> states = new HashMap<>();
    private final List<BiConsumer<String, State>> watchers = new ArrayList<>();
    /** Every state that was reported, in order. */
    public final List<String> updates = new ArrayList<>();
    /** Every status that was reported, in order, with the id of the thing. */
    public final List<String> statuses = new ArrayList<>();
    /** Every trigger, in order, as {@code group#channel payload}. */
    public final List<String> triggers = new ArrayList<>();
    /** Every entry of every series, by {@code group#channel}, in the order in which they came. */
    public final Map<String, List<TimeSeries.Entry>> series = new HashMap<>();
    /** How many entries each series had. */
    public final List<Integer> seriesSizes = new ArrayList<>();
    /** Whether anybody looks at channels. */
    public boolean linked = true;
    /** Which channels have an item, by {@code group#channel}, while anybody looks. */
    public Predicate<String> links = channel -> true;
    /** How often a thing was changed by its handler: openHAB writes a file for each. */
    public int thingUpdates;
    /** Those of them that changed nothing, with the id of the thing. */
    public final List<String> unchangedThingUpdates = new ArrayList<>();
    private final Map<ThingUID, String> written = new HashMap<>();

    /**
     * @param executor where what openHAB does in its own time is done
     */
    public FakeOpenHab(Executor executor) {
        this.executor = executor;
    }

    /**
     * @param id the id of a gateway
     * @param config its configuration
     * @return the bridge, without a handler
     */
    public static Bridge gateway(String id, Map<String, Object> config) {
        return BridgeBuilder.create(SelectronicBindingConstants.THING_TYPE_GATEWAY, id)
                .withConfiguration(new Configuration(config)).build();
    }

    /**
     * @param bridge its bridge, null for none
     * @param id the id of an inverter
     * @param config its configuration
     * @return the thing with all channels of the definitions, without a handler
     */
    public static Thing inverter(@Nullable Bridge bridge, String id, Map<String, Object> config) {
        ThingUID uid = bridge == null ? new ThingUID(SelectronicBindingConstants.THING_TYPE_INVERTER, id)
                : new ThingUID(SelectronicBindingConstants.THING_TYPE_INVERTER, bridge.getUID(), id);
        return ThingBuilder.create(SelectronicBindingConstants.THING_TYPE_INVERTER, uid)
                .withBridge(bridge == null ? null : bridge.getUID()).withConfiguration(new Configuration(config))
                .withChannels(channels(uid).toList()).build();
    }

    private static Stream<Channel> channels(ThingUID thing) {
        return Stream.concat(Stream.of(Quantity.values()).map(quantity -> builder(thing, quantity)),
                Stream.of(Trigger.values()).map(trigger -> builder(thing, trigger))).map(ChannelBuilder::build);
    }

    private static ChannelBuilder builder(ThingUID thing, Quantity quantity) {
        return ChannelBuilder.create(new ChannelUID(thing, quantity.channelId()), quantity.form().itemType())
                .withType(new ChannelTypeUID(SelectronicBindingConstants.BINDING_ID, quantity.form().typeId()));
    }

    private static ChannelBuilder builder(ThingUID thing, Trigger trigger) {
        return ChannelBuilder.create(new ChannelUID(thing, trigger.channelId())).withKind(ChannelKind.TRIGGER)
                .withType(new ChannelTypeUID(SelectronicBindingConstants.BINDING_ID, trigger.typeId()));
    }

    /**
     * @param thing a thing
     * @param handler its handler, which is initialised
     */
    public void add(Thing thing, ThingHandler handler) {
        things.put(thing.getUID(), thing);
        written.put(thing.getUID(), stored(thing));
        thing.setHandler(handler);
        handler.setCallback(this);
        // the portal waits in virtual time while a request is under way
        if (handler instanceof SourceBridgeHandler bridge && !(handler instanceof PortalBridgeHandler)
                && executor instanceof VirtualTime time) {
            time.busyWhile(bridge::isAsking);
        }
        handler.initialize();
    }

    /**
     * @param uid the id of a thing
     * @return the thing as it is now
     */
    public Thing thing(ThingUID uid) {
        Thing thing = things.get(uid);
        if (thing == null) {
            throw new AssertionError("no thing " + uid);
        }
        return thing;
    }

    /** What openHAB's file of things holds of a thing. */
    private static String stored(Thing thing) {
        return thing.getLabel() + " " + thing.getConfiguration().getProperties() + " "
                + new TreeMap<>(thing.getProperties()) + " "
                + thing.getChannels().stream()
                        .map(channel -> channel.getUID() + " " + channel.getChannelTypeUID() + " " + channel.getLabel())
                        .toList();
    }

    /**
     * Removes a thing for good, as openHAB does.
     *
     * @param thing a thing
     */
    public void remove(Thing thing) {
        ThingHandler handler = thing.getHandler();
        if (handler != null) {
            handler.handleRemoval();
        }
        dispose(thing);
        thing.setHandler(null);
        things.remove(thing.getUID());
    }

    /**
     * Disposes of a handler as openHAB does.
     *
     * @param thing a thing
     */
    public void dispose(Thing thing) {
        ThingHandler handler = thing.getHandler();
        if (handler != null) {
            handler.dispose();
            handler.setCallback(null);
        }
    }

    /** @param watcher is told of each update of a channel besides */
    public void watch(BiConsumer<String, State> watcher) {
        watchers.add(watcher);
    }

    @Override
    public void stateUpdated(ChannelUID channelUID, State state) {
        watchers.forEach(watcher -> watcher.accept(channelUID.getId(), state));
        states.put(channelUID.getId(), state);
        updates.add(channelUID.getId() + " " + state);
    }

    @Override
    public void statusUpdated(Thing thing, ThingStatusInfo info) {
        thing.setStatusInfo(info);
        String description = info.getDescription();
        statuses.add(thing.getUID().getId() + " " + info.getStatus() + " " + info.getStatusDetail()
                + (description == null ? "" : " " + description));
        for (Thing child : List.copyOf(things.values())) {
            ThingHandler handler = child.getHandler();
            if (thing.getUID().equals(child.getBridgeUID()) && handler != null
                    && (info.getStatus() == ThingStatus.ONLINE || info.getStatus() == ThingStatus.OFFLINE)) {
                executor.execute(() -> handler.bridgeStatusChanged(info));
            }
        }
    }

    @Override
    public void thingUpdated(Thing thing) {
        thingUpdates++;
        String stored = stored(thing);
        if (stored.equals(written.put(thing.getUID(), stored))) {
            unchangedThingUpdates.add(thing.getUID().getId());
        }
        // a changed copy of the thing takes the place of the old one, with its handler and its status
        Thing before = things.put(thing.getUID(), thing);
        if (before != null && before != thing) { // NOPMD: things of one UID are equal
            thing.setHandler(before.getHandler());
            thing.setStatusInfo(before.getStatusInfo());
        }
    }

    @Override
    public void channelTriggered(Thing thing, ChannelUID channelUID, String event) {
        triggers.add(channelUID.getId() + " " + event);
    }

    @Override
    public @Nullable Bridge getBridge(ThingUID bridgeUID) {
        return things.get(bridgeUID) instanceof Bridge bridge ? bridge : null;
    }

    @Override
    public List<ChannelBuilder> createChannelBuilders(ChannelGroupUID channelGroupUID,
            ChannelGroupTypeUID channelGroupTypeUID) {
        ThingUID thing = channelGroupUID.getThingUID();
        String group = channelGroupUID.getId();
        return Stream.concat(
                Stream.of(Quantity.values()).filter(quantity -> quantity.group().equals(group))
                        .map(quantity -> builder(thing, quantity)),
                Stream.of(Trigger.values()).filter(trigger -> trigger.group().equals(group))
                        .map(trigger -> builder(thing, trigger)))
                .toList();
    }

    @Override
    public ChannelBuilder createChannelBuilder(ChannelUID channelUID, ChannelTypeUID channelTypeUID) {
        return ChannelBuilder.create(channelUID).withType(channelTypeUID);
    }

    @Override
    public ChannelBuilder editChannel(Thing thing, ChannelUID channelUID) {
        throw new AssertionError("not used");
    }

    @Override
    public boolean isChannelLinked(ChannelUID channelUID) {
        return linked && links.test(channelUID.getId());
    }

    @Override
    public void postCommand(ChannelUID channelUID, Command command) {
        throw new AssertionError("a read-only binding commands nothing");
    }

    @Override
    public void sendTimeSeries(ChannelUID channelUID, TimeSeries timeSeries) {
        List<TimeSeries.Entry> reported = Objects
                .requireNonNull(series.computeIfAbsent(channelUID.getId(), first -> new ArrayList<>()));
        timeSeries.getStates().forEach(reported::add);
        seriesSizes.add(timeSeries.size());
    }

    @Override
    public void validateConfigurationParameters(Thing thing, Map<String, Object> configurationParameters) {
    }

    @Override
    public void validateConfigurationParameters(Channel channel, Map<String, Object> configurationParameters) {
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
    }

    @Override
    public void migrateThingType(Thing thing, ThingTypeUID thingTypeUID, Configuration configuration) {
        throw new AssertionError("not used");
    }
}
