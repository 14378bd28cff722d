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

import static org.openhab.binding.selectronic.internal.SelectronicBindingConstants.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.config.InverterConfiguration;
import org.openhab.binding.selectronic.internal.derive.Derivation;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.derive.Plausibility;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog;
import org.openhab.binding.selectronic.internal.history.HistoryReader;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Trigger;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Poller;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.LogSource.Entry;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.binding.selectronic.internal.text.SampleTexts;
import org.openhab.binding.selectronic.internal.text.StatusText;
import org.openhab.binding.selectronic.internal.text.TranslatedText;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.binding.BaseThingHandler;
import org.openhab.core.thing.binding.ThingHandlerCallback;
import org.openhab.core.thing.binding.ThingHandlerService;
import org.openhab.core.types.Command;
import org.openhab.core.types.RefreshType;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles one inverter, on every connection type.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class InverterHandler extends BaseThingHandler implements Poller.Subscriber {
    private static final StatusText NO_BRIDGE = new StatusText(ThingStatusDetail.CONFIGURATION_ERROR,
            TranslatedText.of(ConfigurationProblem.NO_BRIDGE, List.of()));

    private static final Duration AGE_CHECKED_EVERY = Duration.ofSeconds(10);

    private final Logger logger = LoggerFactory.getLogger(InverterHandler.class);
    private final Services services;
    private final ChannelPublisher publisher;
    private final ContactLog contact;
    private final SampleTexts sampleTexts;
    private final ThingStorage storage;

    private volatile @Nullable SourceBridgeHandler subscribedTo;
    private volatile @Nullable InverterState inverterState;
    private @Nullable AcSource selectedFor;
    private @Nullable Identity identified;
    private volatile @Nullable Unit unit;
    private volatile @Nullable HistoryReader history;
    private volatile @Nullable Future<?> nextCheck;

    /**
     * @param thing the thing
     * @param services the services of openHAB that it needs
     */
    public InverterHandler(Thing thing, Services services) {
        super(thing);
        this.services = services;
        this.publisher = new ChannelPublisher(this::show);
        this.contact = new ContactLog(services.timing().clock());
        this.sampleTexts = new SampleTexts(services.texts());
        this.storage = services.storage().ofThing(thing.getUID().getAsString());
    }

    /**
     * Updates a channel, unless the handler was disposed while the sample was processed: openHAB logs a warning for
     * late updates.
     */
    private void show(ChannelUID channel, State state) {
        if (inverterState != null) {
            updateState(channel, state);
        }
    }

    /** @return provides texts and openHAB's time zone */
    public ChannelTexts texts() {
        return services.texts();
    }

    /** @return the statistics of answers and failures */
    public ContactLog contact() {
        return contact;
    }

    /** @return the last states in the order of the table, without quantities that never had a value */
    public Map<Quantity, State> states() {
        return publisher.states();
    }

    /** @return the bridge that polls it, empty if there is none or if the configuration is not valid */
    public Optional<SourceBridgeHandler> source() {
        return Optional.ofNullable(subscribedTo);
    }

    /** @return its unit, empty if it was not found yet */
    public Optional<Unit> unit() {
        return Optional.ofNullable(unit);
    }

    /**
     * @param most the maximum number
     * @return the texts of the last events, the newest last
     */
    public List<String> lastEvents(int most) {
        return contact.events(most).stream().map(event -> services.texts().text(event)).toList();
    }

    /**
     * Reads the newest records of a log of the inverter.
     *
     * @param log the log
     * @param count the maximum number of records
     * @return the newest records; empty if the connection has no logs, and before the first contact
     */
    public Optional<CompletableFuture<Excerpt>> newest(Log log, int count) {
        Unit unit = this.unit;
        return unit == null ? Optional.empty()
                : source().filter(SourceBridgeHandler::hasLogs).map(bridge -> bridge.newest(unit, log, count))
                        .map(excerpt -> getConfigAs(InverterConfiguration.class).invertAcSource
                                ? excerpt.thenApply(Excerpt::withInvertedAcSource)
                                : excerpt);
    }

    /**
     * @param entry a record of a log
     * @return its text
     */
    public String words(Entry entry) {
        return services.texts().text(entry);
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
        InverterState state = new InverterState(config, handler.connectionType(), services.timing(),
                handler::toleratedTime, new Derivation.Surroundings(services.timing().clock(), handler::interval,
                        storage, services.texts()::zone));
        inverterState = state;
        history = Quantity.HISTORY_LOAD_POWER.origin(handler.connectionType()).isEmpty() ? null
                : historyOf(config, handler);
        if (bridge.getStatus() == ThingStatus.OFFLINE) {
            updateStatus(ThingStatus.OFFLINE, ThingStatusDetail.BRIDGE_OFFLINE);
        } else {
            updateStatus(ThingStatus.UNKNOWN);
        }
        subscribedTo = handler;
        // otherwise the sample age of earlier values, which openHAB may have restored, would be shown until the first
        // sample
        publisher.publish(getThing(), Map.of(Quantity.CONNECTION_SAMPLE_AGE, Value.UNKNOWN));
        checkAgeLater(state);
        handler.subscribe(this);
    }

    private HistoryReader historyOf(InverterConfiguration config, SourceBridgeHandler handler) {
        HistoryChannels channels = new HistoryChannels(
                quantity -> isLinked(new ChannelUID(getThing().getUID(), quantity.channelId())),
                (quantity, series) -> sendTimeSeries(quantity.channelId(), series),
                values -> publisher.publish(getThing(), values), services.texts()::text);
        Instant beginning = services.timing().wall().instant().minus(Duration.ofDays(config.historyDays));
        return new HistoryReader(
                config.invertAcSource
                        ? (unit, after) -> handler.history(unit, after).thenApply(HistoryPortion::withInvertedAcSource)
                        : handler::history,
                new HistoryReader.Settings(handler.connectionType().logKind(), handler.connectionType().logInterval(),
                        beginning, services.texts()::zone),
                services.timing().executor(), services.timing().clock(), services.timing().wall(), storage, channels);
    }

    /**
     * Polls this inverter as soon as possible, also while failures have slowed polling down.
     *
     * @return completes after the request, with the failure if there was one; empty if it has no bridge
     */
    public Optional<CompletableFuture<@Nullable Void>> refresh() {
        return source().map(bridge -> bridge.refresh(this));
    }

    /** @return whether its connection provides recorded data */
    public boolean hasRecord() {
        return history != null;
    }

    /**
     * Sends a part of the recorded data again to the history channels that have items.
     *
     * @param from the start
     * @param to the end
     * @return whether its connection provides recorded data
     */
    public boolean refillHistory(Instant from, Instant to) {
        HistoryReader history = this.history;
        if (history != null) {
            history.refill(from, to);
        }
        return history != null;
    }

    @Override
    public void dispose() {
        HistoryReader history = this.history;
        if (history != null) {
            history.stop();
        }
        this.history = null;
        unit = null;
        Future<?> check = nextCheck;
        if (check != null) {
            check.cancel(false);
        }
        boolean begun = inverterState != null;
        inverterState = null;
        if (begun) {
            // the age is not updated from here on
            updateState(Quantity.CONNECTION_SAMPLE_AGE.channelId(), UnDefType.UNDEF);
        }
        selectedFor = null;
        identified = null;
        sampleTexts.forget();
        SourceBridgeHandler handler = subscribedTo;
        subscribedTo = null;
        if (handler != null) {
            handler.unsubscribe(this);
        }
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
        if (inverterState == null) {
            // the bridge is not the cause
            return;
        }
        if (bridgeStatusInfo.getStatus() == ThingStatus.ONLINE) {
            // only a fresh sample sets ONLINE; a status ONLINE that was set already must be kept
            if (getThing().getStatusInfo().getStatusDetail() == ThingStatusDetail.BRIDGE_OFFLINE) {
                updateStatus(ThingStatus.UNKNOWN);
            }
        } else if (bridgeStatusInfo.getStatus() == ThingStatus.OFFLINE) {
            updateStatus(ThingStatus.OFFLINE, ThingStatusDetail.BRIDGE_OFFLINE);
        }
    }

    /** Ignores commands. Answers a refresh with the last value; without one, the next poll updates the channel. */
    @Override
    public void handleCommand(ChannelUID channelUID, Command command) {
        if (command instanceof RefreshType) {
            publisher.republish(channelUID);
        }
    }

    @Override
    public Collection<Class<? extends ThingHandlerService>> getServices() {
        return services.ofInverter();
    }

    @Override
    public UnitChoice choice() {
        InverterState state = this.inverterState;
        return state == null ? new UnitChoice(null, null) : state.choice();
    }

    @Override
    public void found(Unit found) {
        if (inverterState != null) {
            unit = found;
            identified(found.identity());
        }
    }

    /** Returns the storage of this thing, which is kept over a restart. */
    ThingStorage storage() {
        return storage;
    }

    /** Processes a sample. Marks its events as read afterwards, even if processing fails. */
    @Override
    public void sampled(Identity identity, Sample shared) {
        InverterState state = this.inverterState;
        if (state == null) {
            return;
        }
        String reader = getThing().getUID().getAsString();
        try {
            sampled(state, identity, shared.as(reader));
        } finally {
            shared.newEvents(reader).keepIn(storage);
        }
    }

    private void sampled(InverterState state, Identity identity, Sample reported) {
        identified(identity);
        Sample directed = state.withDirection(reported);
        contact.sampled(directed);
        Plausibility.Judgement judgement = state.believe(directed);
        judgement.sample().ifPresentOrElse(sample -> sampled(state, sample), () -> {
            logger.debug("{} reported values that are not believed: {}", getThing().getUID(), judgement.doubted());
            publish(directed.withoutValues(), state.happened(directed));
            if (judgement.allZero()) {
                failed(new SourceException(Problem.ALL_ZERO));
            }
        });
    }

    private void sampled(InverterState state, Sample sample) {
        switch (state.judge(sample)) {
            case FRESH:
                Derived derived = state.observe(sample);
                select(sample.connectionType(), derived.acSource());
                publish(sample, derived);
                online();
                followHistory();
                break;
            case OLDER:
                logger.debug("{} reported values of {}, which is older than before", getThing().getUID(),
                        sample.time());
                publish(sample.withoutValues(), state.happened(sample));
                break;
            case STALE:
            default:
                // events can come with outdated values, e.g. the event that the portal receives no more data
                publish(sample.withoutValues(), state.happened(sample));
                failed(SourceException.stale(sample.time()));
        }
    }

    @Override
    public void failed(SourceException failure) {
        InverterState state = this.inverterState;
        if (state != null) {
            contact.failed(failure);
            publisher.publish(getThing(), state.failed(failure));
            showOutage(state);
        }
    }

    /** Updates the age of the values and detects outdated values, independently of the bridge. */
    private void checkAge(InverterState state) {
        if (state == inverterState) {
            checkAgeLater(state);
            state.agedUnseen().ifPresent(values -> publisher.publish(getThing(), values));
            showOutage(state);
        }
    }

    private void checkAgeLater(InverterState state) {
        nextCheck = services.timing().executor().schedule(() -> checkAge(state), AGE_CHECKED_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Sets the thing OFFLINE if its values are outdated, unless the bridge is OFFLINE already. */
    private void showOutage(InverterState state) {
        Bridge bridge = getBridge();
        if (!isReleased() && bridge != null && bridge.getStatus() != ThingStatus.OFFLINE) {
            state.outage().ifPresent(failure -> offline(StatusText.of(failure, services.texts().zone())));
        }
    }

    @Override
    public boolean isInUse() {
        return getThing().getChannels().stream().anyMatch(channel -> isLinked(channel.getUID()));
    }

    /** Wakes the connection, since the owner of a newly linked channel waits for its value. */
    @Override
    public void channelLinked(ChannelUID channelUID) {
        super.channelLinked(channelUID);
        SourceBridgeHandler handler = subscribedTo;
        if (handler != null) {
            handler.wake();
        }
        HistoryReader history = this.history;
        if (history != null) {
            history.wake();
        }
    }

    private void followHistory() {
        HistoryReader history = this.history;
        Unit unit = this.unit;
        if (history != null && unit != null) {
            history.follow(unit);
        }
    }

    private boolean isReleased() {
        return source().filter(SourceBridgeHandler::isReleased).isPresent();
    }

    private void online() {
        if (inverterState != null && !isReleased() && getThing().getStatus() != ThingStatus.ONLINE) {
            logger.debug("{} is online", getThing().getUID());
            updateStatus(ThingStatus.ONLINE);
        }
    }

    private void publish(Sample sample, Derived derived) {
        Set<UnitEvent> events = new LinkedHashSet<>(sample.events());
        events.addAll(derived.alerts());
        events.forEach(contact::happened);
        publisher.publish(getThing(), sampleTexts.of(sample, derived, events), sample.values());
        derived.generator().ifPresent(
                running -> triggerChannel(Trigger.GENERATOR_EVENT.channelId(), running ? "STARTED" : "STOPPED"));
        for (UnitEvent event : derived.alerts()) {
            triggerChannel(Trigger.ALERT.channelId(),
                    (event.type() == UnitEvent.Type.ALERT_RAISED ? "RAISED " : "CLEARED ") + event.code());
        }
        for (UnitEvent event : sample.events()) {
            if (event.type() == UnitEvent.Type.OPERATION && !event.old()) {
                triggerChannel(Trigger.OPERATION.channelId(), "EVENT " + event.code());
            }
        }
    }

    /**
     * Selects the channels at the first sample and whenever the type of the AC source changes.
     */
    private void select(ConnectionType connectionType, AcSource acSource) {
        ThingHandlerCallback callback = getCallback();
        if (callback != null && acSource != selectedFor) {
            boolean selected = ChannelSelection.select(getThing(), callback, connectionType, acSource,
                    getConfigAs(InverterConfiguration.class).batteryCapacity != null,
                    channels -> updateThing(editThing().withChannels(channels).build()));
            selectedFor = selected ? acSource : null;
            setProperty(PROPERTY_AC_SOURCE, acSource.name());
        }
    }

    private void identified(Identity identity) {
        InverterState state = this.inverterState;
        if (state == null || identity.equals(identified)) {
            return;
        }
        identified = identity;
        state.identified(identity);
        Map<String, @Nullable String> properties = new HashMap<>();
        properties.put(SERIAL_NUMBER, identity.serialNumber());
        properties.put(Thing.PROPERTY_MODEL_ID, identity.model());
        properties.put(Thing.PROPERTY_FIRMWARE_VERSION, identity.firmware());
        properties.put(Thing.PROPERTY_HARDWARE_VERSION, identity.hardware());
        Double watts = identity.ratedPower();
        properties.put(PROPERTY_RATED_POWER, watts == null ? null : Math.round(watts) + " W");
        properties.put(PROPERTY_SOLAR_SIZE, identity.solarSize());
        properties.put(PROPERTY_BATTERY_SIZE, identity.batterySize());
        properties.forEach(this::setProperty);
    }

    private void setProperty(String name, @Nullable String value) {
        if (value != null && !value.equals(getThing().getProperties().get(name))) {
            updateProperty(name, value);
        }
    }

    private void offline(StatusText shown) {
        ThingStatusInfo info = getThing().getStatusInfo();
        if (info.getStatus() != ThingStatus.OFFLINE || info.getStatusDetail() != shown.detail()
                || !shown.text().equals(info.getDescription())) {
            logger.debug("{} is offline: {}", getThing().getUID(), shown.text());
            updateStatus(ThingStatus.OFFLINE, shown.detail(), shown.text());
        }
    }
}
