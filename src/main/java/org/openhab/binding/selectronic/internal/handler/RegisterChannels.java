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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.config.RegisterConfiguration;
import org.openhab.binding.selectronic.internal.model.RegisterDimension;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;
import org.openhab.binding.selectronic.internal.model.RegisterValue;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.type.ChannelTypeUID;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/**
 * The channels that an owner has added to an inverter for registers of its memory.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class RegisterChannels {
    private final List<RegisterChannel> channels = new ArrayList<>();
    private final Map<ChannelUID, RegisterValue> published = new HashMap<>();
    private final Map<ChannelUID, State> states = new HashMap<>();
    private final Predicate<ChannelUID> linked;
    private final BiConsumer<ChannelUID, State> sink;

    private record RegisterChannel(ChannelUID uid, RegisterDimension dimension, String register,
            RegisterRefresh refresh) {
    }

    /**
     * @param thing the inverter
     * @param linked whether a channel has an item
     * @param sink receives the states
     */
    RegisterChannels(Thing thing, Predicate<ChannelUID> linked, BiConsumer<ChannelUID, State> sink) {
        this.linked = linked;
        this.sink = sink;
        for (Channel channel : thing.getChannels()) {
            dimension(channel).ifPresent(dimension -> {
                RegisterConfiguration config = channel.getConfiguration().as(RegisterConfiguration.class);
                channels.add(new RegisterChannel(channel.getUID(), dimension, String.valueOf(config.register).strip(),
                        config.refresh()));
            });
        }
    }

    /** Returns what the register of a channel measures, empty for any other channel. */
    static Optional<RegisterDimension> dimension(Channel channel) {
        ChannelTypeUID type = channel.getChannelTypeUID();
        return type == null ? Optional.empty() : RegisterDimension.ofChannelType(type.getId());
    }

    /** Returns the registers of channels with items and how often they are read, by name. */
    Map<String, RegisterRefresh> wanted() {
        Map<String, RegisterRefresh> wanted = new HashMap<>();
        for (RegisterChannel channel : channels) {
            if (linked.test(channel.uid)) {
                wanted.merge(channel.register, channel.refresh, (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        return wanted;
    }

    /**
     * Publishes values that were read since the last call.
     *
     * @param values the last values of registers, by name
     */
    synchronized void publish(Map<String, RegisterValue> values) {
        for (RegisterChannel channel : channels) {
            @Nullable
            RegisterValue value = values.get(channel.register);
            // a value of a later read is another object, even if it is equal
            if (value != null && value != published.put(channel.uid, value)) { // NOPMD
                publish(channel.uid,
                        value.dimension() == channel.dimension ? ChannelPublisher.state(value.unit(), value.value())
                                : UnDefType.UNDEF);
            }
        }
    }

    /** Publishes that no connection of the inverter reads registers. */
    synchronized void publishUnknown() {
        published.clear();
        for (RegisterChannel channel : channels) {
            if (!UnDefType.UNDEF.equals(states.get(channel.uid))) {
                publish(channel.uid, UnDefType.UNDEF);
            }
        }
    }

    private void publish(ChannelUID channel, State state) {
        states.put(channel, state);
        sink.accept(channel, state);
    }

    /** Publishes the last state of a channel again, if it is one of a register. */
    synchronized void republish(ChannelUID channel) {
        State state = states.get(channel);
        if (state != null) {
            sink.accept(channel, state);
        }
    }
}
