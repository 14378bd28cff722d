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
package org.openhab.core.thing.binding;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.common.ThreadPoolManager;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.builder.ThingBuilder;
import org.openhab.core.types.RefreshType;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beginning of every handler. What it tells goes to the callback, as long as there is one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public abstract class BaseThingHandler implements ThingHandler {
    private final Logger logger = LoggerFactory.getLogger(BaseThingHandler.class);

    protected final ScheduledExecutorService scheduler = ThreadPoolManager.getScheduledPool("thingHandler");

    protected Thing thing;

    private @Nullable ThingHandlerCallback callback;

    public BaseThingHandler(Thing thing) {
        this.thing = thing;
    }

    @Override
    public Thing getThing() {
        return thing;
    }

    @Override
    public void setCallback(@Nullable ThingHandlerCallback thingHandlerCallback) {
        synchronized (this) {
            this.callback = thingHandlerCallback;
        }
    }

    protected @Nullable ThingHandlerCallback getCallback() {
        return callback;
    }

    /** Without a callback the handler is disposed of: nothing happens but a line in the log. */
    private <T> @Nullable T ask(String about, Function<ThingHandlerCallback, @Nullable T> question) {
        synchronized (this) {
            ThingHandlerCallback callback = this.callback;
            if (callback == null) {
                logger.warn("{} is disposed of: {} of {} goes nowhere", getClass().getSimpleName(), about,
                        thing.getUID());
                return null;
            }
            return question.apply(callback);
        }
    }

    private void report(String about, Consumer<ThingHandlerCallback> message) {
        ask(about, callback -> {
            message.accept(callback);
            return null;
        });
    }

    @Override
    public void dispose() {
    }

    @Override
    public void handleRemoval() {
        updateStatus(ThingStatus.REMOVED);
    }

    @Override
    public void thingUpdated(Thing thing) {
        dispose();
        synchronized (this) {
            this.thing = thing;
        }
        initialize();
    }

    @Override
    public void channelLinked(ChannelUID channelUID) {
        handleCommand(channelUID, RefreshType.REFRESH);
    }

    @Override
    public void channelUnlinked(ChannelUID channelUID) {
    }

    @Override
    public void bridgeStatusChanged(ThingStatusInfo bridgeStatusInfo) {
        if (bridgeStatusInfo.getStatus() == ThingStatus.OFFLINE) {
            updateStatus(ThingStatus.OFFLINE, ThingStatusDetail.BRIDGE_OFFLINE);
        } else if (bridgeStatusInfo.getStatus() == ThingStatus.ONLINE
                && thing.getStatusInfo().getStatusDetail() == ThingStatusDetail.BRIDGE_OFFLINE) {
            updateStatus(ThingStatus.ONLINE, ThingStatusDetail.NONE);
        }
    }

    protected @Nullable Bridge getBridge() {
        ThingUID bridgeUID = thing.getBridgeUID();
        return ask("the bridge", callback -> bridgeUID == null ? null : callback.getBridge(bridgeUID));
    }

    protected boolean isInitialized() {
        ThingStatus status = thing.getStatus();
        return status == ThingStatus.UNKNOWN || status == ThingStatus.ONLINE || status == ThingStatus.OFFLINE;
    }

    protected boolean isLinked(String channelId) {
        return isLinked(channel(channelId));
    }

    protected boolean isLinked(ChannelUID channelUID) {
        return Boolean.TRUE.equals(ask("a link", callback -> callback.isChannelLinked(channelUID)));
    }

    private ChannelUID channel(String channelId) {
        return new ChannelUID(thing.getUID(), channelId);
    }

    protected void updateStatus(ThingStatus status) {
        updateStatus(status, ThingStatusDetail.NONE);
    }

    protected void updateStatus(ThingStatus status, ThingStatusDetail statusDetail) {
        updateStatus(status, statusDetail, null);
    }

    protected void updateStatus(ThingStatus status, ThingStatusDetail statusDetail, @Nullable String description) {
        ThingStatusInfo info = new ThingStatusInfo(status, statusDetail, description);
        report("status", callback -> callback.statusUpdated(thing, info));
    }

    protected void updateState(String channelID, State state) {
        updateState(channel(channelID), state);
    }

    protected void updateState(ChannelUID channelUID, State state) {
        report("a state", callback -> callback.stateUpdated(channelUID, state));
    }

    protected void sendTimeSeries(String channelID, TimeSeries timeSeries) {
        sendTimeSeries(channel(channelID), timeSeries);
    }

    protected void sendTimeSeries(ChannelUID channelUID, TimeSeries timeSeries) {
        report("a series", callback -> callback.sendTimeSeries(channelUID, timeSeries));
    }

    protected void triggerChannel(String channelID) {
        triggerChannel(channelID, "");
    }

    protected void triggerChannel(String channelID, String event) {
        triggerChannel(channel(channelID), event);
    }

    protected void triggerChannel(ChannelUID channelUID) {
        triggerChannel(channelUID, "");
    }

    protected void triggerChannel(ChannelUID channelUID, String event) {
        report("an event", callback -> callback.channelTriggered(thing, channelUID, event));
    }

    protected Configuration getConfig() {
        return new Configuration(thing.getConfiguration());
    }

    protected <T> T getConfigAs(Class<T> configurationClass) {
        return getConfig().as(configurationClass);
    }

    protected Configuration editConfiguration() {
        return new Configuration(thing.getConfiguration());
    }

    protected void updateConfiguration(Configuration configuration) {
        Map<String, Object> old = thing.getConfiguration().getProperties();
        report("configuration", callback -> {
            callback.validateConfigurationParameters(thing, configuration.getProperties());
            try {
                thing.getConfiguration().setProperties(configuration.getProperties());
                callback.thingUpdated(thing);
            } catch (RuntimeException e) {
                thing.getConfiguration().setProperties(old);
                throw e;
            }
        });
    }

    @Override
    public void handleConfigurationUpdate(Map<String, Object> configurationParameters) {
        if (!isModifyingCurrentConfig(configurationParameters)) {
            return;
        }
        validateConfigurationParameters(configurationParameters);
        Configuration configuration = editConfiguration();
        configurationParameters.forEach(configuration::put);
        if (isInitialized()) {
            dispose();
            updateConfiguration(configuration);
            initialize();
        } else {
            updateConfiguration(configuration);
            report("configuration", callback -> callback.configurationUpdated(thing));
        }
    }

    protected boolean isModifyingCurrentConfig(Map<String, Object> configurationParameters) {
        return configurationParameters.entrySet().stream()
                .anyMatch(entry -> !Objects.equals(thing.getConfiguration().get(entry.getKey()), entry.getValue()));
    }

    protected void validateConfigurationParameters(Map<String, Object> configurationParameters) {
        report("configuration", callback -> callback.validateConfigurationParameters(thing, configurationParameters));
    }

    protected ThingBuilder editThing() {
        return ThingBuilder.create(thing);
    }

    protected void updateThing(Thing thing) {
        if (thing == this.thing) {
            throw new IllegalArgumentException("Not the thing itself is changed, but a copy from editThing()");
        }
        report("a change", callback -> {
            callback.validateConfigurationParameters(thing, thing.getConfiguration().getProperties());
            thing.getChannels().forEach(channel -> callback.validateConfigurationParameters(channel,
                    channel.getConfiguration().getProperties()));
            this.thing = thing;
            callback.thingUpdated(thing);
        });
    }

    protected Map<String, String> editProperties() {
        return new HashMap<>(thing.getProperties());
    }

    protected void updateProperty(String name, @Nullable String value) {
        changeProperties(Collections.singletonMap(name, value));
    }

    protected void updateProperties(@Nullable Map<String, String> properties) {
        if (properties != null) {
            changeProperties(properties);
        } else if (!thing.getProperties().isEmpty()) {
            thing.setProperties(Map.of());
            report("properties", callback -> callback.thingUpdated(thing));
        }
    }

    private void changeProperties(Map<String, @Nullable String> properties) {
        boolean changed = false;
        for (Map.Entry<String, @Nullable String> property : properties.entrySet()) {
            String before = thing.getProperties().get(property.getKey());
            if (before == null || !before.equals(property.getValue())) {
                thing.setProperty(property.getKey(), property.getValue());
                changed = true;
            }
        }
        if (changed) {
            report("properties", callback -> callback.thingUpdated(thing));
        }
    }
}
