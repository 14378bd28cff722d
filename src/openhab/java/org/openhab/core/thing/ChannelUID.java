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
package org.openhab.core.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Id of a channel: its thing, and its own id, with the id of its group in front if it has one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ChannelUID extends UID {
    public static final Pattern CHANNEL_SEGMENT_PATTERN = Pattern.compile("[\\w-]*(?:#[\\w-]*)?");
    public static final String CHANNEL_GROUP_SEPARATOR = "#";

    @SuppressWarnings("this-escape")
    public ChannelUID(String channelUid) {
        super(channelUid);
        getThingUID();
    }

    public ChannelUID(ThingUID thingUID, String id) {
        super(below(thingUID, id));
    }

    public ChannelUID(ThingUID thingUID, String groupId, String id) {
        super(below(thingUID, groupId + CHANNEL_GROUP_SEPARATOR + id));
    }

    public ChannelUID(ChannelGroupUID channelGroupUID, String id) {
        this(channelGroupUID.getThingUID(), channelGroupUID.getId(), id);
    }

    static List<String> below(ThingUID thingUID, String id) {
        List<String> segments = new ArrayList<>(thingUID.getAllSegments());
        segments.add(id);
        return segments;
    }

    public String getId() {
        List<String> segments = getAllSegments();
        return segments.get(segments.size() - 1);
    }

    public String getIdWithoutGroup() {
        return getId().substring(getId().indexOf(CHANNEL_GROUP_SEPARATOR) + 1);
    }

    public boolean isInGroup() {
        return getId().contains(CHANNEL_GROUP_SEPARATOR);
    }

    public @Nullable String getGroupId() {
        return isInGroup() ? getId().substring(0, getId().indexOf(CHANNEL_GROUP_SEPARATOR)) : null;
    }

    public ThingUID getThingUID() {
        List<String> segments = getAllSegments();
        return new ThingUID(segments.subList(0, segments.size() - 1).toArray(String[]::new));
    }

    @Override
    protected void validateSegment(String segment, int index, int length) {
        if (index < length - 1) {
            super.validateSegment(segment, index, length);
        } else if (!CHANNEL_SEGMENT_PATTERN.matcher(segment).matches()) {
            throw new IllegalArgumentException("Not the id of a channel: " + segment);
        }
    }

    @Override
    protected int getMinimalNumberOfSegments() {
        return 4;
    }
}
