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
package org.openhab.binding.selectronic.internal.soak;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.core.library.types.DecimalType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;

/**
 * An openHAB for a long time: it keeps the last states only, when the inverter was shown out of reach, and hands series
 * on.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SoakHab extends FakeOpenHab {
    static final String SAMPLE_TIME = "connection#sample-time";

    /** A time for which the inverter was shown out of reach. */
    record Shown(Instant from, Instant to, String text) {
    }

    private final Clock clock;
    private final List<Shown> shown = new ArrayList<>();
    private @Nullable Shown showing;
    private long samples;
    private long triggered;
    private long statusUpdates;
    SoakBooks books = SoakBooks.NONE;
    BiConsumer<String, State> watch = (channel, state) -> {
    };

    SoakHab(Executor executor, Clock clock) {
        super(executor);
        this.clock = clock;
    }

    @Override
    public void stateUpdated(ChannelUID channelUID, State state) {
        watch.accept(channelUID.getId(), state);
        states.put(channelUID.getId(), state);
        samples += SAMPLE_TIME.equals(channelUID.getId()) ? 1 : 0;
    }

    @Override
    public void statusUpdated(Thing thing, ThingStatusInfo info) {
        super.statusUpdated(thing, info);
        statusUpdates++;
        statuses.clear();
        if (SelectronicBindingConstants.THING_TYPE_INVERTER.equals(thing.getThingTypeUID())) {
            Shown before = showing;
            if (info.getStatus() == ThingStatus.OFFLINE && before == null) {
                showing = new Shown(clock.instant(), Instant.MAX, String.valueOf(info.getDescription()));
            } else if (info.getStatus() == ThingStatus.ONLINE && before != null) {
                shown.add(new Shown(before.from, clock.instant(), before.text));
                showing = null;
            }
        }
    }

    @Override
    public void channelTriggered(Thing thing, ChannelUID channelUID, String event) {
        triggered++;
    }

    @Override
    public void sendTimeSeries(ChannelUID channelUID, TimeSeries timeSeries) {
        // those of the forecast are of the future
        if ("history".equals(channelUID.getGroupId())) {
            timeSeries.getStates().forEach(
                    entry -> books.reported(channelUID.getIdWithoutGroup(), entry.timestamp(), number(entry.state())));
        }
    }

    /** What a state says. */
    static double number(@Nullable State state) {
        if (state instanceof QuantityType<?> quantity) {
            return quantity.doubleValue();
        }
        return state instanceof DecimalType decimal ? decimal.doubleValue() : Double.NaN;
    }

    double number(String channel) {
        return number(states.get(channel));
    }

    /** When the inverter was shown out of reach, in order; one that has not ended has no end. */
    List<Shown> shown() {
        List<Shown> all = new ArrayList<>(shown);
        Shown present = showing;
        if (present != null) {
            all.add(present);
        }
        return all;
    }

    /** Fresh samples that came into the channels. */
    long samples() {
        return samples;
    }

    long statusUpdates() {
        return statusUpdates;
    }

    long triggered() {
        return triggered;
    }
}
