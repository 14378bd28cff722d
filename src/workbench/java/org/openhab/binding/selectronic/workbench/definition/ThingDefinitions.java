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
package org.openhab.binding.selectronic.workbench.definition;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelGroupUID;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.BridgeBuilder;
import org.openhab.core.thing.binding.builder.ChannelBuilder;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.thing.type.ChannelGroupTypeUID;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.osgi.framework.Bundle;

/**
 * What a binding's bundle tells about its things in {@code OH-INF}, and things made after it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ThingDefinitions {
    private final Map<String, ThingType> things;
    private final Map<String, ChannelGroupType> groups;
    private final Map<String, ChannelType> channels;
    private final Map<String, List<ConfigParameter>> configurations;

    /** @param bundle a bundle with definitions */
    public ThingDefinitions(Bundle bundle) throws IOException {
        DefinitionReader reader = new DefinitionReader();
        for (String folder : List.of("OH-INF/config", "OH-INF/thing")) {
            var files = bundle.findEntries(folder, "*.xml", false);
            for (URL file : files == null ? List.<URL> of() : Collections.list(files)) {
                try (InputStream in = file.openStream()) {
                    reader.read(in);
                }
            }
        }
        things = reader.things;
        groups = reader.groups;
        channels = reader.channels;
        configurations = reader.configurations;
    }

    /**
     * @param uid names a type
     * @return what is known of it
     */
    public ThingType thingType(ThingTypeUID uid) {
        return known(things.get(uid.getId()), uid);
    }

    /**
     * @param id the id of a type within the binding
     * @return what is known of it
     */
    public ChannelGroupType groupType(String id) {
        return known(groups.get(id), id);
    }

    /**
     * @param channel a channel
     * @return what is known of its type
     */
    public ChannelType channelType(Channel channel) {
        ChannelTypeUID uid = channel.getChannelTypeUID();
        return known(uid == null ? null : channels.get(uid.getId()), channel.getUID());
    }

    /**
     * @param uid names a type of things
     * @return its parameters
     */
    public List<ConfigParameter> parameters(ThingTypeUID uid) {
        String uri = thingType(uid).configuration();
        return uri == null ? List.of() : known(configurations.get(uri), uri);
    }

    /**
     * @param typeUid names a type
     * @param uid names the thing
     * @param given the configuration, where it differs from the defaults
     * @return a builder with everything that the type has
     */
    public ThingBuilder thing(ThingTypeUID typeUid, ThingUID uid, Map<String, Object> given) {
        ThingType type = thingType(typeUid);
        Configuration configuration = new Configuration();
        for (ConfigParameter parameter : parameters(typeUid)) {
            Object initial = parameter.initialValue();
            if (initial != null) {
                configuration.put(parameter.name(), initial);
            }
        }
        given.forEach(configuration::put);
        List<Channel> all = new ArrayList<>();
        type.groups()
                .forEach((group,
                        groupType) -> channelsOfGroup(new ChannelGroupUID(uid, group),
                                new ChannelGroupTypeUID(typeUid.getBindingId(), groupType))
                                .forEach(channel -> all.add(channel.build())));
        ThingBuilder builder = type.bridge() ? BridgeBuilder.create(typeUid, uid) : ThingBuilder.create(typeUid, uid);
        return builder.withLabel(type.label()).withProperties(type.properties()).withConfiguration(configuration)
                .withChannels(all);
    }

    /**
     * @param uid names a group of a thing
     * @param typeUid names its type
     * @return builders of its channels, in order
     */
    public List<ChannelBuilder> channelsOfGroup(ChannelGroupUID uid, ChannelGroupTypeUID typeUid) {
        List<ChannelBuilder> builders = new ArrayList<>();
        for (ChannelGroupType.Member member : groupType(typeUid.getId()).channels()) {
            ChannelBuilder builder = channel(new ChannelUID(uid, member.id()),
                    new ChannelTypeUID(typeUid.getBindingId(), member.typeId()));
            String label = member.label();
            String description = member.description();
            if (label != null) {
                builder.withLabel(label);
            }
            if (description != null) {
                builder.withDescription(description);
            }
            builders.add(builder);
        }
        return builders;
    }

    /**
     * @param uid names a channel
     * @param typeUid names its type
     * @return a builder of it
     */
    public ChannelBuilder channel(ChannelUID uid, ChannelTypeUID typeUid) {
        ChannelType type = known(channels.get(typeUid.getId()), typeUid);
        ChannelBuilder builder = ChannelBuilder.create(uid, type.itemType()).withType(typeUid).withKind(type.kind())
                .withLabel(type.label()).withDefaultTags(type.tags());
        String description = type.description();
        return description == null ? builder : builder.withDescription(description);
    }

    private static <T> T known(@Nullable T definition, Object name) {
        if (definition == null) {
            throw new IllegalArgumentException("The bundle does not define " + name);
        }
        return definition;
    }
}
