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

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.config.InverterConfiguration;
import org.openhab.binding.selectronic.internal.diagnostics.ConnectionState;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog;
import org.openhab.binding.selectronic.internal.forecast.Forecast;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Trigger;
import org.openhab.binding.selectronic.internal.source.LogSource.Entry;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.LogSource.Sheet;
import org.openhab.binding.selectronic.internal.source.RegisterSource.Row;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.binding.selectronic.internal.text.StatusText;
import org.openhab.binding.selectronic.internal.text.TranslatedText;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.BaseThingHandler;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.ThingHandlerService;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the thing of an inverter, on every connection type: what openHAB calls goes to the {@link Inverter}, which
 * lives from initialize to dispose.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class InverterHandler extends BaseThingHandler {
    private static final StatusText NO_BRIDGE = new StatusText(ThingStatusDetail.CONFIGURATION_ERROR,
            TranslatedText.of(ConfigurationProblem.NO_BRIDGE, List.of()));

    private final Logger logger = LoggerFactory.getLogger(InverterHandler.class);
    private final Services services;
    private final ContactLog contact;
    private final ThingStorage storage;
    private volatile @Nullable Inverter inverter;

    /**
     * @param thing the thing
     * @param services the services of openHAB that it needs
     */
    public InverterHandler(Thing thing, Services services) {
        super(thing);
        this.services = services;
        this.contact = new ContactLog(services.timing().clock());
        this.storage = services.storage().ofThing(thing.getUID().getAsString());
    }

    /** Returns the inverter; empty before initialize and after dispose, and with an invalid configuration. */
    Optional<Inverter> inverter() {
        return Optional.ofNullable(inverter);
    }

    @Override
    public void initialize() {
        InverterConfiguration config = getConfigAs(InverterConfiguration.class);
        Optional<ConfigurationProblem> problem = config.problem();
        if (problem.isPresent()) {
            offline(StatusText.of(problem.get()));
            return;
        }
        Bridge bridge = getBridge();
        if (bridge == null || !(bridge.getHandler() instanceof SourceBridgeHandler handler)) {
            offline(NO_BRIDGE);
            return;
        }
        Map<ThingUID, ConnectionType> bridges = new LinkedHashMap<>();
        bridges.put(bridge.getUID(), handler.connectionType());
        for (String alternative : config.alternatives()) {
            Optional<ConnectionType> type = ConnectionType.ofBridge(alternative);
            if (type.isEmpty() || bridges.putIfAbsent(new ThingUID(alternative), type.get()) != null) {
                offline(StatusText.of(ConfigurationProblem.noAlternative(alternative)));
                return;
            }
        }
        if (isBridgeOffline() && bridges.size() == 1) {
            updateStatus(ThingStatus.OFFLINE, ThingStatusDetail.BRIDGE_OFFLINE);
        } else {
            updateStatus(ThingStatus.UNKNOWN);
        }
        Inverter inverter = new Inverter(this, config, bridges, services);
        this.inverter = inverter;
        services.inverters().add(this);
        inverter.start();
    }

    @Override
    public void dispose() {
        services.inverters().remove(this);
        Optional<Inverter> before = inverter();
        inverter = null;
        before.ifPresent(Inverter::close);
        super.dispose();
    }

    /**
     * Deletes the stored data of the thing, so that a thing created again reads the recorded data again and shows its
     * last events.
     */
    @Override
    public void handleRemoval() {
        dispose();
        storage.clear();
        super.handleRemoval();
    }

    @Override
    public void bridgeStatusChanged(ThingStatusInfo bridgeStatusInfo) {
        Inverter inverter = this.inverter;
        if (inverter == null) {
            // the bridge is not the cause
            return;
        }
        if (bridgeStatusInfo.getStatus() == ThingStatus.ONLINE) {
            // only a fresh sample sets ONLINE; a status ONLINE that was set already must be kept
            if (getThing().getStatusInfo().getStatusDetail() == ThingStatusDetail.BRIDGE_OFFLINE) {
                updateStatus(ThingStatus.UNKNOWN);
            }
        } else if (bridgeStatusInfo.getStatus() == ThingStatus.OFFLINE) {
            if (inverter.hasAlternatives()) {
                inverter.follow();
            } else {
                updateStatus(ThingStatus.OFFLINE, ThingStatusDetail.BRIDGE_OFFLINE);
            }
        }
    }

    /** Ignores commands. Answers a refresh with the last value; without one, the next poll updates the channel. */
    @Override
    public void handleCommand(ChannelUID channelUID, Command command) {
        if (command instanceof RefreshType) {
            inverter().ifPresent(inverter -> inverter.republish(channelUID));
        }
    }

    @Override
    public void channelLinked(ChannelUID channelUID) {
        super.channelLinked(channelUID);
        inverter().ifPresent(Inverter::linked);
    }

    @Override
    public Collection<Class<? extends ThingHandlerService>> getServices() {
        return services.ofInverter();
    }

    /** @return provides texts and openHAB's time zone */
    public ChannelTexts texts() {
        return services.texts();
    }

    /** @return the statistics of answers and failures */
    public ContactLog contact() {
        return contact;
    }

    /**
     * @param most the maximum number
     * @return the texts of the last events, the newest last
     */
    public List<String> lastEvents(int most) {
        return contact.events(most).stream().map(event -> services.texts().text(event)).toList();
    }

    /**
     * @param entry a record of a log
     * @return its text
     */
    public String words(Entry entry) {
        return services.texts().text(entry);
    }

    /** @return the last states in the order of the table, without quantities that never had a value */
    public Map<Quantity, State> states() {
        return inverter().map(Inverter::states).orElseGet(Map::of);
    }

    /** @return the bridge that supplies its values, empty if there is none or if the configuration is not valid */
    public Optional<SourceBridgeHandler> source() {
        return inverter().flatMap(Inverter::source);
    }

    /** @return the bridges of all its connections that are polled, in order of preference */
    public List<SourceBridgeHandler> sources() {
        return inverter().map(Inverter::sources).orElseGet(List::of);
    }

    /** @return the states of its connections in order of preference, empty if it has one only */
    public List<ConnectionState> alternatives() {
        return inverter().map(Inverter::alternatives).orElseGet(List::of);
    }

    /** @return its unit, empty if it was not found yet */
    public Optional<Unit> unit() {
        return inverter().flatMap(Inverter::unit);
    }

    /**
     * Reads the newest records of a log of the inverter.
     *
     * @param log the log
     * @param count the maximum number of records
     * @return the newest records; empty if the connection has no logs, and before the first contact
     */
    public Optional<CompletableFuture<Excerpt>> newest(Log log, int count) {
        return inverter().flatMap(inverter -> inverter.newest(log, count));
    }

    /**
     * Reads a log of the inverter.
     *
     * @param log the log
     * @param from the first day, null for the oldest
     * @param to the last day, null for the newest
     * @param sheet receives the columns and records
     * @return completes at the end; empty if the connection has no logs, and before the first contact
     */
    public Optional<CompletableFuture<@Nullable Void>> export(Log log, @Nullable LocalDate from, @Nullable LocalDate to,
            Sheet sheet) {
        return inverter().flatMap(inverter -> inverter.export(log, from, to, sheet));
    }

    /**
     * Reads registers of the inverter.
     *
     * @param names the names of the registers
     * @return those that the inverter has; empty if no connection can read registers, and before the first contact
     */
    public Optional<CompletableFuture<List<Row>>> registers(Set<String> names) {
        return inverter().flatMap(inverter -> inverter.registers(names));
    }

    /**
     * Polls this inverter as soon as possible, also while failures have slowed polling down.
     *
     * @return completes after the request, with the failure if there was one; empty if it has no bridge
     */
    public Optional<CompletableFuture<@Nullable Void>> refresh() {
        return inverter().flatMap(Inverter::refresh);
    }

    /** @return the last forecast, empty while there is none */
    public Optional<Forecast> forecast() {
        return inverter().flatMap(Inverter::forecast);
    }

    /**
     * Records a service of the generator.
     *
     * @param hours the operating hours at the service, null for the present ones
     * @return whether it was recorded; false if the present hours are unknown or fewer
     */
    public boolean generatorServiced(@Nullable Integer hours) {
        return inverter().filter(inverter -> inverter.generatorServiced(hours)).isPresent();
    }

    /** @return whether its connection provides recorded data */
    public boolean hasRecord() {
        return inverter().filter(Inverter::hasRecord).isPresent();
    }

    /**
     * Sends a part of the recorded data again to the history channels that have items.
     *
     * @param from the start
     * @param to the end
     * @return whether its connection provides recorded data
     */
    public boolean refillHistory(Instant from, Instant to) {
        return inverter().filter(inverter -> inverter.refillHistory(from, to)).isPresent();
    }

    /**
     * @param day a day, null for all settings
     * @return the settings, or those changed since the start of that day, one per line; empty before they were read
     */
    public String settingsReport(@Nullable LocalDate day) {
        return inverter().map(inverter -> inverter.settingsReport(day)).orElseGet(() -> "");
    }

    /** Returns whether a bridge is one of its connections. */
    boolean isConnectedTo(ThingUID bridge) {
        return inverter().filter(inverter -> inverter.isConnectedTo(bridge)).isPresent();
    }

    ThingStorage storage() {
        return storage;
    }

    /** Returns whether a channel has an item. */
    boolean isLinkedTo(ChannelUID channel) {
        return isLinked(channel);
    }

    void show(ChannelUID channel, State state) {
        updateState(channel, state);
    }

    void send(Quantity quantity, TimeSeries series) {
        sendTimeSeries(quantity.channelId(), series);
    }

    void trigger(Trigger trigger, String payload) {
        triggerChannel(trigger.channelId(), payload);
    }

    /** Returns the bridge thing of a connection, null if there is none. */
    @Nullable
    Bridge bridge(InverterConnection connection) {
        ThingHandlerCallback callback = getCallback();
        return connection.rank() == 0 ? getBridge() : callback == null ? null : callback.getBridge(connection.uid());
    }

    /** Returns whether the bridge of the thing is OFFLINE, so that openHAB shows that already. */
    boolean isBridgeOffline() {
        Bridge bridge = getBridge();
        return bridge == null || bridge.getStatus() == ThingStatus.OFFLINE;
    }

    /** Selects the channels. Returns whether the thing has the correct ones now. */
    boolean select(List<ConnectionType> types, Set<Quantity> excluded) {
        ThingHandlerCallback callback = getCallback();
        return callback != null && ChannelSelection.select(getThing(), callback, types, excluded,
                channels -> updateThing(editThing().withChannels(channels).build()));
    }

    /** Keeps a property, unless it is unknown. */
    void keep(String property, @Nullable String value) {
        if (value != null && !value.equals(getThing().getProperties().get(property))) {
            updateProperty(property, value);
        }
    }

    void online(@Nullable String remark) {
        ThingStatusInfo info = getThing().getStatusInfo();
        if (info.getStatus() != ThingStatus.ONLINE || !Objects.equals(remark, info.getDescription())) {
            logger.debug("{} is online", getThing().getUID());
            updateStatus(ThingStatus.ONLINE, ThingStatusDetail.NONE, remark);
        }
    }

    void offline(StatusText shown) {
        ThingStatusInfo info = getThing().getStatusInfo();
        if (info.getStatus() != ThingStatus.OFFLINE || info.getStatusDetail() != shown.detail()
                || !shown.text().equals(info.getDescription())) {
            logger.debug("{} is offline: {}", getThing().getUID(), shown.text());
            updateStatus(ThingStatus.OFFLINE, shown.detail(), shown.text());
        }
    }
}
