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
package org.openhab.core.thing.binding.builder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.internal.ThingImpl;

/**
 * Puts a thing together.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ThingBuilder {
    protected final ThingUID thingUID;
    protected final ThingTypeUID thingTypeUID;

    private final List<Channel> channels = new ArrayList<>();
    private Map<String, String> properties = Map.of();
    private Configuration configuration = new Configuration();
    private @Nullable String label;
    private @Nullable String location;
    private @Nullable ThingUID bridgeUID;
    private @Nullable String semanticEquipmentTag;

    protected ThingBuilder(ThingTypeUID thingTypeUID, ThingUID thingUID) {
        this.thingTypeUID = thingTypeUID;
        this.thingUID = thingUID;
    }

    public static ThingBuilder create(ThingTypeUID thingTypeUID, String thingId) {
        return create(thingTypeUID, new ThingUID(thingTypeUID, thingId));
    }

    public static ThingBuilder create(ThingTypeUID thingTypeUID, ThingUID thingUID) {
        return new ThingBuilder(thingTypeUID, thingUID);
    }

    public static ThingBuilder create(Thing thing) {
        return create(thing.getThingTypeUID(), thing.getUID()).like(thing);
    }

    ThingBuilder like(Thing thing) {
        return withLabel(thing.getLabel()).withLocation(thing.getLocation()).withBridge(thing.getBridgeUID())
                .withChannels(thing.getChannels()).withConfiguration(thing.getConfiguration())
                .withProperties(thing.getProperties()).withSemanticEquipmentTag(thing.getSemanticEquipmentTag());
    }

    public ThingBuilder withSemanticEquipmentTag(@Nullable String semanticEquipmentTag) {
        this.semanticEquipmentTag = semanticEquipmentTag;
        return this;
    }

    public ThingBuilder withLabel(@Nullable String label) {
        this.label = label;
        return this;
    }

    public ThingBuilder withLocation(@Nullable String location) {
        this.location = location;
        return this;
    }

    public ThingBuilder withBridge(@Nullable ThingUID bridgeUID) {
        this.bridgeUID = bridgeUID;
        return this;
    }

    public ThingBuilder withConfiguration(Configuration configuration) {
        this.configuration = configuration;
        return this;
    }

    public ThingBuilder withProperties(Map<String, String> properties) {
        this.properties = properties;
        return this;
    }

    public ThingBuilder withProperty(String key, String value) {
        Map<String, String> more = new HashMap<>(properties);
        more.put(key, value);
        return withProperties(more);
    }

    public ThingBuilder withChannel(Channel channel) {
        List<Channel> more = new ArrayList<>(channels);
        more.add(channel);
        return replaceChannels(more);
    }

    public ThingBuilder withChannels(Channel... channels) {
        return withChannels(List.of(channels));
    }

    public ThingBuilder withChannels(List<Channel> channels) {
        return replaceChannels(List.copyOf(channels));
    }

    public ThingBuilder withoutChannel(ChannelUID channelUID) {
        channels.removeIf(channel -> channel.getUID().equals(channelUID));
        return this;
    }

    public ThingBuilder withoutChannels(Channel... channels) {
        return withoutChannels(List.of(channels));
    }

    public ThingBuilder withoutChannels(List<Channel> channels) {
        channels.forEach(channel -> withoutChannel(channel.getUID()));
        return this;
    }

    private ThingBuilder replaceChannels(List<Channel> replacement) {
        Set<ChannelUID> seen = new HashSet<>();
        for (Channel channel : replacement) {
            if (!channel.getUID().getThingUID().equals(thingUID)) {
                throw new IllegalArgumentException(channel.getUID() + " is not a channel of " + thingUID);
            } else if (!seen.add(channel.getUID())) {
                throw new IllegalArgumentException("Twice the same channel: " + channel.getUID());
            }
        }
        channels.clear();
        channels.addAll(replacement);
        return this;
    }

    public Thing build() {
        return populate(new ThingImpl(thingTypeUID, thingUID));
    }

    protected Thing populate(ThingImpl thing) {
        thing.setLabel(label);
        thing.setLocation(location);
        thing.setBridgeUID(bridgeUID);
        thing.setConfiguration(configuration);
        thing.setProperties(properties);
        thing.setChannels(channels);
        thing.setSemanticEquipmentTag(semanticEquipmentTag);
        return thing;
    }
}
