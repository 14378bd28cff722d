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
package org.openhab.binding.selectronic.workbench.screen;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.workbench.definition.ChannelType;
import org.openhab.binding.selectronic.workbench.definition.ThingDefinitions;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingTypeUID;
import org.osgi.framework.Bundle;

/**
 * What things, channels, values and troubles are called in the owner's language, by the keys that openHAB looks up.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Labels {
    private static final String REFERENCE = "@text/";

    private final Bundle bundle;
    private final ThingDefinitions definitions;
    private final TranslationProvider translations;
    private final Locale locale;
    private final String binding;

    /**
     * @param bundle the binding's bundle
     * @param definitions what it tells about its things
     * @param translations where texts come from
     * @param locale the owner's language
     */
    public Labels(Bundle bundle, ThingDefinitions definitions, TranslationProvider translations, Locale locale) {
        this.bundle = bundle;
        this.definitions = definitions;
        this.translations = translations;
        this.locale = locale;
        this.binding = bundle.getSymbolicName().substring(bundle.getSymbolicName().lastIndexOf('.') + 1);
    }

    private String text(String key, String otherwise) {
        return Objects.requireNonNullElse(translations.getText(bundle, key, otherwise, locale), otherwise);
    }

    /** @return what the binding is called */
    public String addon() {
        return text("addon." + binding + ".name", binding) + " " + bundle.getVersion();
    }

    /**
     * @param uid names a type of things
     * @return what it is called
     */
    public String thingType(ThingTypeUID uid) {
        return text("thing-type." + binding + "." + uid.getId() + ".label", definitions.thingType(uid).label());
    }

    /**
     * @param channel a channel
     * @return what its group is called
     */
    public String group(Channel channel) {
        String type = groupType(channel);
        return type.isEmpty() ? ""
                : text("channel-group-type." + binding + "." + type + ".label", definitions.groupType(type).label());
    }

    /**
     * @param channel a channel
     * @return what it is called within its group
     */
    public String channel(Channel channel) {
        String own = text("channel-group-type." + binding + "." + groupType(channel) + ".channel."
                + channel.getUID().getIdWithoutGroup() + ".label", "");
        return own.isEmpty()
                ? text("channel-type." + binding + "." + definitions.channelType(channel).id() + ".label",
                        Objects.requireNonNullElse(channel.getLabel(), channel.getUID().getId()))
                : own;
    }

    /** In this binding the groups of a thing are named like their types. */
    private static String groupType(Channel channel) {
        String group = channel.getUID().getGroupId();
        return group == null ? "" : group;
    }

    /**
     * @param channel a channel
     * @param value one of its values
     * @return what the value is called, the value itself if it has no other name
     */
    public String option(Channel channel, String value) {
        ChannelType type = definitions.channelType(channel);
        String kind = type.itemType() == null ? ".event" : ".state";
        return text("channel-type." + binding + "." + type.id() + kind + ".option." + value,
                type.options().getOrDefault(value, value));
    }

    /**
     * @param channel a trigger channel
     * @param event what it told: one of its options, or a word and the code of an alert or of an operation
     * @return what that means, empty if it has no other name
     */
    public String event(Channel channel, String event) {
        String option = option(channel, event);
        // alerts and operations are numbered apart: each channel type has a table of its own
        String table = definitions.channelType(channel).id().replaceFirst("-event$", "");
        return option.equals(event) ? text(table + "." + event.replaceAll("^\\w+ ", ""), "") : option;
    }

    /**
     * @param channel a channel
     * @return the pattern of its values, null if they are written as they are
     */
    public @Nullable String pattern(Channel channel) {
        return definitions.channelType(channel).pattern();
    }

    /**
     * @param channel a channel
     * @return whether a normal user can do without it
     */
    public boolean isAdvanced(Channel channel) {
        return definitions.channelType(channel).advanced();
    }

    /**
     * @param status a status
     * @return its description, where {@code @text/key ["first", "second"]} has become a text; empty if there is none
     */
    public String description(ThingStatusInfo status) {
        String description = status.getDescription();
        return description == null ? "" : text(description);
    }

    /** An argument may be a reference of its own. */
    private String text(String description) {
        if (!description.startsWith(REFERENCE)) {
            return description;
        }
        String[] parts = description.substring(REFERENCE.length()).split("\\s+", 2);
        // arguments are taken apart as openHAB does it: a comma within one makes two of it
        Object[] arguments = parts.length == 1 ? new Object[0]
                : Arrays.stream(parts[1].replaceAll("[\\[\\]\"]", "").split(",")).map(String::strip)
                        .filter(argument -> !argument.isEmpty()).map(this::text).toArray();
        return Objects.requireNonNullElse(translations.getText(bundle, parts[0], description, locale, arguments),
                description);
    }
}
