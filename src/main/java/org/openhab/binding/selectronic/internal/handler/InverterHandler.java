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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.config.InverterConfiguration;
import org.openhab.binding.selectronic.internal.derive.Derivation;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.derive.Plausibility;
import org.openhab.binding.selectronic.internal.diagnostics.ConnectionState;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog;
import org.openhab.binding.selectronic.internal.forecast.Forecast;
import org.openhab.binding.selectronic.internal.forecast.Plant;
import org.openhab.binding.selectronic.internal.history.HistoryReader;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Trigger;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.LogSource.Entry;
import org.openhab.binding.selectronic.internal.source.LogSource.Excerpt;
import org.openhab.binding.selectronic.internal.source.LogSource.Extract;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.LogSource.Sheet;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.RegisterSource.Row;
import org.openhab.binding.selectronic.internal.source.SettingsSource.Settings;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.source.UnitChoice;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.binding.selectronic.internal.text.SampleTexts;
import org.openhab.binding.selectronic.internal.text.StatusText;
import org.openhab.binding.selectronic.internal.text.TranslatedText;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Channel;
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
import org.openhab.core.types.UnDefType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles one inverter, on every connection type.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class InverterHandler extends BaseThingHandler implements InverterConnection.Owner {
    private static final StatusText NO_BRIDGE = new StatusText(ThingStatusDetail.CONFIGURATION_ERROR,
            TranslatedText.of(ConfigurationProblem.NO_BRIDGE, List.of()));

    private static final String FORECAST = Trigger.FORECAST_EVENT.group();
    private static final double WATT_HOURS_PER_KILOWATT_HOUR = 1000;
    private static final Duration CHECKED_EVERY = Duration.ofSeconds(10);
    private static final Pattern BATTERY_SIZE = Pattern.compile("([1-9]\\d{0,3}(?:\\.\\d+)?) ?kWh");

    private final Logger logger = LoggerFactory.getLogger(InverterHandler.class);
    private final Services services;
    private final ChannelPublisher publisher;
    private final ContactLog contact;
    private final SampleTexts sampleTexts;
    private final ThingStorage storage;

    private volatile @Nullable Connections connections;
    private volatile RegisterChannels registers;
    private volatile @Nullable AcSource selectedFor;
    private volatile @Nullable HistoryReader history;
    private volatile @Nullable ForecastChannels forecast;
    private volatile @Nullable SettingsChannels settings;
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
        this.storage = services.storage().ofThing(thing.getUID().getAsString());
        this.sampleTexts = new SampleTexts(services.texts(), storage);
        this.registers = registersOf(thing);
    }

    /**
     * Updates a channel, unless the handler was disposed while the sample was processed: openHAB logs a warning for
     * late updates.
     */
    private void show(ChannelUID channel, State state) {
        if (connections != null) {
            updateState(channel, state);
        }
    }

    private RegisterChannels registersOf(Thing thing) {
        return new RegisterChannels(thing, this::isLinked, this::show);
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

    /** @return the bridge that supplies its values, empty if there is none or if the configuration is not valid */
    public Optional<SourceBridgeHandler> source() {
        return active().flatMap(InverterConnection::bridge);
    }

    /** @return the bridges of all its connections that are polled, in order of preference */
    public List<SourceBridgeHandler> sources() {
        Connections connections = this.connections;
        return connections == null ? List.of()
                : connections.all().stream().flatMap(each -> each.bridge().stream()).toList();
    }

    /** Returns whether a bridge is one of its connections. */
    boolean isConnectedTo(ThingUID bridge) {
        Connections connections = this.connections;
        return connections != null && connections.all().stream().anyMatch(each -> each.uid().equals(bridge));
    }

    /** @return the states of its connections in order of preference, empty if it has one only */
    public List<ConnectionState> alternatives() {
        Connections connections = this.connections;
        if (connections == null || connections.all().size() == 1) {
            return List.of();
        }
        synchronized (connections) {
            return connections.states();
        }
    }

    /** @return its unit, empty if it was not found yet */
    public Optional<Unit> unit() {
        return active().flatMap(InverterConnection::unit);
    }

    Optional<InverterConnection> active() {
        Connections connections = this.connections;
        return connections == null ? Optional.empty() : Optional.of(connections.active());
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
        return firstUnit(SourceBridgeHandler::hasLogs, (bridge, unit) -> bridge.newest(unit, log, count))
                .map(excerpt -> getConfigAs(InverterConfiguration.class).invertAcSource
                        ? excerpt.thenApply(Excerpt::withInvertedAcSource)
                        : excerpt);
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
        Extract extract = new Extract(log, from, to, getConfigAs(InverterConfiguration.class).invertAcSource);
        return firstUnit(SourceBridgeHandler::hasLogs, (bridge, unit) -> bridge.export(unit, extract, sheet));
    }

    /**
     * Reads registers of the inverter.
     *
     * @param names the names of the registers
     * @return those that the inverter has; empty if no connection can read registers, and before the first contact
     */
    public Optional<CompletableFuture<List<Row>>> registers(Set<String> names) {
        return firstUnit(SourceBridgeHandler::hasRegisters, (bridge, unit) -> bridge.registers(unit, names));
    }

    /** Asks the first connection that can, and knows the unit. */
    private <T> Optional<T> firstUnit(Predicate<SourceBridgeHandler> can,
            BiFunction<SourceBridgeHandler, Unit, T> ask) {
        Connections connections = this.connections;
        return connections == null ? Optional.empty()
                : connections.all().stream()
                        .flatMap(each -> each.bridge().filter(can)
                                .flatMap(bridge -> each.unit().map(unit -> ask.apply(bridge, unit))).stream())
                        .findFirst();
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
        List<InverterConnection> all = new ArrayList<>();
        all.add(new InverterConnection(0, bridge.getUID(), handler.connectionType(), services.timing(), this));
        for (String alternative : config.alternatives()) {
            Optional<ConnectionType> type = ConnectionType.ofBridge(alternative);
            if (type.isEmpty() || all.stream().anyMatch(each -> each.uid().getAsString().equals(alternative))) {
                offline(StatusText.of(ConfigurationProblem.noAlternative(alternative)));
                return;
            }
            all.add(new InverterConnection(all.size(), new ThingUID(alternative), type.get(), services.timing(), this));
        }
        Connections connections = new Connections(all, config, services.timing(), new Derivation.Surroundings(
                services.timing().clock(), () -> interval(), storage, services.texts()::zone));
        this.connections = connections;
        Double capacity = capacity(config);
        if (capacity != null) {
            connections.derivation().assumeCapacity(capacity);
        }
        select(connections.types(), lastAcSource(config));
        services.inverters().add(this);
        registers = registersOf(getThing());
        settings = new SettingsChannels(services, storage);
        ForecastChannels forecast = new ForecastChannels(forecastOutlet(connections, config), services, storage);
        this.forecast = forecast;
        history = connections.ofHistory().map(each -> historyOf(config, each, forecast)).orElse(null);
        if (bridge.getStatus() == ThingStatus.OFFLINE && all.size() == 1) {
            updateStatus(ThingStatus.OFFLINE, ThingStatusDetail.BRIDGE_OFFLINE);
        } else {
            updateStatus(ThingStatus.UNKNOWN);
        }
        // otherwise the sample age of earlier values, which openHAB may have restored, would be shown until the first
        // sample
        Map<Quantity, Value> first = sampleTexts.restored();
        first.put(Quantity.CONNECTION_SAMPLE_AGE, Value.UNKNOWN);
        publisher.publish(getThing(), first);
        checkLater(connections);
        follow(connections);
    }

    private Duration interval() {
        return source().map(SourceBridgeHandler::interval).orElseGet(
                () -> active().map(InverterConnection::type).orElseGet(() -> ConnectionType.GATEWAY).usualInterval());
    }

    /** Subscribes to the bridges of the connections that are needed, and to no others. */
    private void follow(Connections connections) {
        Set<Quantity> used = connections.all().size() == 1 ? EnumSet.noneOf(Quantity.class)
                : publisher.used(getThing(), this::isLinked);
        ForecastChannels forecast = this.forecast;
        if (forecast != null && forecast.missingAfter().isPresent()) {
            used.add(Quantity.HISTORY_LOAD_POWER);
        }
        boolean ofRegisters = !registers.wanted().isEmpty();
        for (InverterConnection each : connections.all()) {
            each.follow(each.rank() == 0 ? getBridge() : bridge(each.uid()),
                    connections.isNeeded(each, used, ofRegisters));
        }
    }

    private @Nullable Bridge bridge(ThingUID uid) {
        ThingHandlerCallback callback = getCallback();
        return callback == null ? null : callback.getBridge(uid);
    }

    private static HistorySource historySource(InverterConfiguration config, InverterConnection connection) {
        HistorySource source = (unit, after) -> connection.bridge().map(bridge -> bridge.history(unit, after))
                .orElseGet(() -> CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, unit.name())));
        return config.invertAcSource
                ? (unit, after) -> source.history(unit, after).thenApply(HistoryPortion::withInvertedAcSource)
                : source;
    }

    /** Returns the capacity of the battery in kilowatt hours: as configured, else as reported. */
    private @Nullable Double capacity(InverterConfiguration config) {
        Matcher reported = BATTERY_SIZE.matcher(getThing().getProperties().getOrDefault(PROPERTY_BATTERY_SIZE, ""));
        return config.batteryCapacity == null && reported.matches() ? Double.valueOf(reported.group(1))
                : config.batteryCapacity;
    }

    private void keepBatterySize(Connections connections, @Nullable String size) {
        InverterConfiguration config = getConfigAs(InverterConfiguration.class);
        Double before = capacity(config);
        setProperty(PROPERTY_BATTERY_SIZE, size);
        Double capacity = capacity(config);
        if (capacity != null && !capacity.equals(before)) {
            connections.derivation().assumeCapacity(capacity);
            selectedFor = null;
        }
    }

    private AcSource lastAcSource(InverterConfiguration config) {
        String last = getThing().getProperties().get(PROPERTY_AC_SOURCE);
        return config.acSource() == AcSource.AUTO && last != null ? AcSource.valueOf(last) : config.acSource();
    }

    private double setPoint(Quantity quantity) {
        SettingsChannels settings = this.settings;
        return settings == null ? Double.NaN : settings.setPoint(quantity);
    }

    private ForecastChannels.Outlet forecastOutlet(Connections connections, InverterConfiguration config) {
        return new ForecastChannels.Outlet() {
            @Override
            public boolean isWanted() {
                return getThing().getChannels().stream().map(Channel::getUID)
                        .anyMatch(channel -> FORECAST.equals(channel.getGroupId()) && isLinked(channel));
            }

            @Override
            public Plant plant() {
                Double capacity = capacity(config);
                Double reserve = config.reserve;
                return new Plant(capacity == null ? Double.NaN : capacity * WATT_HOURS_PER_KILOWATT_HOUR,
                        selectedFor == AcSource.GRID, reserve == null ? Double.NaN : reserve,
                        setPoint(Quantity.GENERATOR_START_CHARGE), setPoint(Quantity.GENERATOR_STOP_CHARGE),
                        publisher.states().get(Quantity.GENERATOR_RUNNING) == OnOffType.ON,
                        setPoint(Quantity.BATTERY_SHUTDOWN_CHARGE));
            }

            @Override
            public void values(Map<Quantity, Value> values) {
                publisher.publish(getThing(), values);
            }

            @Override
            public void series(Quantity quantity, TimeSeries series) {
                if (connections.equals(InverterHandler.this.connections)) {
                    sendTimeSeries(quantity.channelId(), series);
                }
            }

            @Override
            public void trigger(String payload) {
                triggerChannel(Trigger.FORECAST_EVENT.channelId(), payload);
            }
        };
    }

    private HistoryReader historyOf(InverterConfiguration config, InverterConnection connection,
            ForecastChannels forecast) {
        HistoryChannels channels = new HistoryChannels(
                quantity -> isLinked(new ChannelUID(getThing().getUID(), quantity.channelId())),
                (quantity, series) -> sendTimeSeries(quantity.channelId(), series),
                values -> publisher.publish(getThing(), values), services.texts()::text, forecast);
        Instant beginning = services.timing().wall().instant().minus(Duration.ofDays(config.historyDays));
        return new HistoryReader(historySource(config, connection),
                new HistoryReader.Settings(connection.type().logKind(), connection.type().isNative(),
                        connection.type().logInterval(), beginning, services.texts()::zone),
                services.timing().executor(), services.timing().clock(), services.timing().wall(), storage, channels);
    }

    /**
     * Polls this inverter as soon as possible, also while failures have slowed polling down.
     *
     * @return completes after the request, with the failure if there was one; empty if it has no bridge
     */
    public Optional<CompletableFuture<@Nullable Void>> refresh() {
        return active().flatMap(connection -> connection.bridge().map(bridge -> bridge.refresh(connection)));
    }

    /** @return the last forecast, empty while there is none */
    public Optional<Forecast> forecast() {
        ForecastChannels forecast = this.forecast;
        return forecast == null ? Optional.empty() : forecast.last();
    }

    /**
     * Records a service of the generator.
     *
     * @param hours the operating hours at the service, null for the present ones
     * @return whether it was recorded; false if the present hours are unknown or fewer
     */
    public boolean generatorServiced(@Nullable Integer hours) {
        Connections connections = this.connections;
        if (connections == null) {
            return false;
        }
        synchronized (connections) {
            return connections.derivation().generatorServiced(hours);
        }
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
        services.inverters().remove(this);
        HistoryReader history = this.history;
        if (history != null) {
            history.stop();
        }
        this.history = null;
        ForecastChannels forecast = this.forecast;
        this.forecast = null;
        if (forecast != null) {
            forecast.close();
        }
        Future<?> check = nextCheck;
        if (check != null) {
            check.cancel(false);
        }
        Connections connections = this.connections;
        this.connections = null;
        if (connections != null) {
            // the age is not updated from here on
            updateState(Quantity.CONNECTION_SAMPLE_AGE.channelId(), UnDefType.UNDEF);
            connections.all().forEach(InverterConnection::close);
        }
        selectedFor = null;
        sampleTexts.forget();
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
        Connections connections = this.connections;
        if (connections == null) {
            // the bridge is not the cause
            return;
        }
        if (bridgeStatusInfo.getStatus() == ThingStatus.ONLINE) {
            // only a fresh sample sets ONLINE; a status ONLINE that was set already must be kept
            if (getThing().getStatusInfo().getStatusDetail() == ThingStatusDetail.BRIDGE_OFFLINE) {
                updateStatus(ThingStatus.UNKNOWN);
            }
        } else if (bridgeStatusInfo.getStatus() == ThingStatus.OFFLINE) {
            if (connections.all().size() == 1) {
                updateStatus(ThingStatus.OFFLINE, ThingStatusDetail.BRIDGE_OFFLINE);
            } else {
                follow(connections);
            }
        }
    }

    /** Ignores commands. Answers a refresh with the last value; without one, the next poll updates the channel. */
    @Override
    public void handleCommand(ChannelUID channelUID, Command command) {
        if (command instanceof RefreshType) {
            publisher.republish(channelUID);
            registers.republish(channelUID);
        }
    }

    @Override
    public Collection<Class<? extends ThingHandlerService>> getServices() {
        return services.ofInverter();
    }

    @Override
    public UnitChoice choice(InverterConnection connection) {
        Connections connections = this.connections;
        return connections == null ? new UnitChoice(null, null)
                : connections.unit(connection, getThing().getProperties().get(SERIAL_NUMBER));
    }

    @Override
    public ThingStorage storage() {
        return storage;
    }

    @Override
    public Map<String, RegisterRefresh> registers() {
        return registers.wanted();
    }

    @Override
    public String reader() {
        return getThing().getUID().getAsString();
    }

    /**
     * Returns the present connections; null for a connection of an earlier configuration, of which something is late.
     */
    private @Nullable Connections connectionsWith(InverterConnection connection) {
        Connections connections = this.connections;
        return connections != null && connections.all().contains(connection) ? connections : null;
    }

    /** Processes a sample. Marks its events as read afterwards, even if processing fails. */
    @Override
    public void sampled(InverterConnection connection, Sample shared) {
        Connections connections = connectionsWith(connection);
        if (connections == null) {
            return;
        }
        if (connections.isOfAnotherUnit(connection)) {
            // found before the first connection has reported its serial number
            failed(connection,
                    new SourceException(Problem.UNKNOWN_UNIT,
                            connections.active().unit().map(Unit::name).orElseGet(() -> reader()),
                            connection.unit().map(Unit::name).orElseGet(() -> "")));
            return;
        }
        try {
            synchronized (connections) {
                sampled(connections, connection, connections.withDirection(shared.as(reader())));
            }
        } finally {
            shared.newEvents(reader()).keepIn(storage);
        }
    }

    private void sampled(Connections connections, InverterConnection connection, Sample reported) {
        contact.sampled(reported);
        Plausibility.Judgement judgement = connection.quality().believe(reported);
        judgement.sample().ifPresentOrElse(sample -> judged(connections, connection, sample), () -> {
            logger.debug("{} reported values that are not believed: {}", getThing().getUID(), judgement.doubted());
            publishEvents(connections, connection, reported);
            if (judgement.allZero()) {
                failed(connection, new SourceException(Problem.ALL_ZERO));
            }
        });
    }

    private void judged(Connections connections, InverterConnection connection, Sample sample) {
        switch (connection.quality().judge(sample)) {
            case FRESH:
                Map<Quantity, Value> ofConnection = new EnumMap<>(Quantity.class);
                connection.quality().succeeded(sample, ofConnection);
                if (connections.good(connection, sample)) {
                    switched(connections);
                }
                if (connection.equals(connections.active())) {
                    publish(connections, connection, sample, ofConnection);
                    online(connections);
                } else {
                    publishAdded(connections, connection, sample);
                }
                if (connections.isSupplierOfRegisters(connection)) {
                    registers.publish(sample.registers());
                } else if (connections.types().stream().noneMatch(ConnectionType::isNative)) {
                    registers.publishUnknown();
                }
                followHistory(connections, connection);
                followSettings(connections, connection, sample);
                break;
            case OLDER:
                logger.debug("{} reported values of {}, which is older than before", getThing().getUID(),
                        sample.time());
                publishEvents(connections, connection, sample);
                break;
            case STALE:
            default:
                // events can come with outdated values, e.g. the event that the portal receives no more data
                publishEvents(connections, connection, sample);
                failed(connection, SourceException.stale(sample.time()));
        }
    }

    private void switched(Connections connections) {
        ConnectionType type = connections.active().type();
        logger.debug("{} is read through {} now", getThing().getUID(), type);
        if (connections.all().size() > 1) {
            triggerChannel(Trigger.CONNECTION_EVENT.channelId(), "SWITCHED " + type.name());
        }
        follow(connections);
        publishLost(connections);
    }

    /**
     * Publishes UNDEF for what no connection supplies any more: as long as the thing is ONLINE with the values of
     * another connection, a last state would look current.
     */
    private void publishLost(Connections connections) {
        Map<Quantity, State> states = publisher.states();
        Map<Quantity, Value> lost = new EnumMap<>(Quantity.class);
        connections.lost().stream().filter(quantity -> !UnDefType.UNDEF.equals(states.get(quantity)))
                .forEach(quantity -> lost.put(quantity, Value.UNKNOWN));
        if (!lost.isEmpty()) {
            publisher.publish(getThing(), lost);
        }
        if (connections.hasLostRegisters()) {
            registers.publishUnknown();
        }
    }

    @Override
    public void failed(InverterConnection connection, SourceException failure) {
        Connections connections = connectionsWith(connection);
        if (connections != null) {
            synchronized (connections) {
                contact.failed(failure);
                Map<Quantity, Value> values = connection.quality().failed(failure);
                if (connection.equals(connections.active())) {
                    publisher.publish(getThing(), values);
                }
                if (connections.failed(connection, failure)) {
                    switched(connections);
                } else {
                    follow(connections);
                }
                showOutage(connections);
            }
        }
    }

    /** Updates the age of the values and detects outdated values, independently of the bridges. */
    private void check(Connections connections) {
        if (connections.equals(this.connections)) {
            checkLater(connections);
            synchronized (connections) {
                if (connections.all().size() > 1) {
                    if (connections.check()) {
                        switched(connections);
                    }
                    follow(connections);
                    publishLost(connections);
                }
                connections.active().quality().agedUnseen().ifPresent(values -> publisher.publish(getThing(), values));
                showOutage(connections);
            }
        }
    }

    private void checkLater(Connections connections) {
        nextCheck = services.timing().executor().schedule(() -> check(connections), CHECKED_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Sets the thing OFFLINE if no connection has current values, unless the only bridge is OFFLINE already. */
    private void showOutage(Connections connections) {
        if (connections.all().size() == 1) {
            Bridge bridge = getBridge();
            if (!isReleased() && bridge != null && bridge.getStatus() != ThingStatus.OFFLINE) {
                connections.active().quality().outage()
                        .ifPresent(failure -> offline(StatusText.of(failure, services.texts().zone())));
            }
        } else if (connections.isNoneDelivering() && connections.active().quality().outage().isPresent()) {
            offline(StatusText.of(new SourceException(Problem.NO_CONNECTION_DELIVERS,
                    connections.all().stream().map(this::why).collect(Collectors.joining(" / ")))));
        }
    }

    /** Returns why a connection has no values, in the language of openHAB. */
    private String why(InverterConnection connection) {
        String name = services.texts().connection(connection.type());
        String why = connection.bridge().map(bridge -> {
            ThingStatusInfo info = bridge.getThing().getStatusInfo();
            String description = info.getDescription();
            return info.getStatus() == ThingStatus.OFFLINE && description != null
                    ? services.texts().resolved(description)
                    : connection.quality().outage().map(services.texts()::text).orElse(info.getStatus().name());
        }).orElseGet(() -> connection.uid().getAsString());
        return name + ": " + why;
    }

    @Override
    public boolean isInUse() {
        return getThing().getChannels().stream().anyMatch(channel -> isLinked(channel.getUID()));
    }

    /** Wakes the connections, since the owner of a newly linked channel waits for its value. */
    @Override
    public void channelLinked(ChannelUID channelUID) {
        super.channelLinked(channelUID);
        Connections connections = this.connections;
        if (connections != null && connections.all().size() > 1) {
            follow(connections);
        }
        sources().forEach(SourceBridgeHandler::wake);
        HistoryReader history = this.history;
        if (history != null) {
            history.wake();
        }
    }

    private void followHistory(Connections connections, InverterConnection connection) {
        HistoryReader history = this.history;
        if (history != null && connections.ofHistory().filter(connection::equals).isPresent()) {
            connection.unit().ifPresent(history::follow);
        }
    }

    private void followSettings(Connections connections, InverterConnection connection, Sample sample) {
        SettingsChannels settings = this.settings;
        Optional<SourceBridgeHandler> bridge = connection.bridge();
        Optional<Unit> unit = connection.unit();
        if (settings == null || !connection.type().isNative() || bridge.isEmpty() || unit.isEmpty()) {
            return;
        }
        settings.sampled(sample);
        publisher.publish(getThing(), settings.setPoints());
        if (settings.isDue()) {
            bridge.get().settings(unit.get(), settings.snapshot()).whenComplete((read, failure) -> {
                synchronized (connections) {
                    if (!connections.equals(this.connections)) {
                        return;
                    } else if (failure != null) {
                        settings.failed();
                        logger.debug("no settings of {}", getThing().getUID(), failure);
                    } else {
                        settingsRead(connections, settings, read);
                    }
                }
            });
        }
    }

    private void settingsRead(Connections connections, SettingsChannels settings, Settings read) {
        Double capacity = read.capacity();
        if (capacity != null) {
            keepBatterySize(connections, String.format(Locale.ROOT, "%.1f kWh", capacity));
        }
        Optional<String> changes = settings.read(read);
        Map<Quantity, Value> values = settings.setPoints();
        changes.ifPresent(words -> values.put(Quantity.INVERTER_LAST_SETTINGS_CHANGE, new Value.Words(() -> words)));
        publisher.publish(getThing(), values);
        changes.ifPresent(words -> triggerChannel(Trigger.SETTINGS_EVENT.channelId(), "CHANGED"));
    }

    /**
     * @param day a day, null for all settings
     * @return the settings, or those changed since the start of that day, one per line; empty before they were read
     */
    public String settingsReport(@Nullable LocalDate day) {
        SettingsChannels settings = this.settings;
        return settings == null ? "" : settings.report(day);
    }

    private boolean isReleased() {
        return source().filter(SourceBridgeHandler::isReleased).isPresent();
    }

    private void online(Connections connections) {
        if (!connections.equals(this.connections) || isReleased()) {
            return;
        }
        String remark = connections.alternativeSince()
                .map(since -> TranslatedText.of("online.alternative",
                        List.of("@text/channel-type.selectronic.source.state.option." + connections.active().type(),
                                services.texts().time(since))))
                .orElse(null);
        ThingStatusInfo info = getThing().getStatusInfo();
        if (info.getStatus() != ThingStatus.ONLINE || !Objects.equals(remark, info.getDescription())) {
            logger.debug("{} is online", getThing().getUID());
            updateStatus(ThingStatus.ONLINE, ThingStatusDetail.NONE, remark);
        }
    }

    /** Publishes a sample of the active connection, and what follows from it. */
    private void publish(Connections connections, InverterConnection connection, Sample sample,
            Map<Quantity, Value> ofConnection) {
        boolean alerts = connection.equals(connections.ofAlerts());
        Sample own = alerts ? sample : sample.withoutAlerts();
        Derived derived = alerts ? connections.derivation().derive(own)
                : connections.derivation().deriveWithoutAlerts(own);
        derived.values().putAll(ofConnection);
        if (!connection.type().isNative() && connections.isAcSourceSeen()) {
            derived.values().remove(Quantity.AC_SOURCE_PRESENT);
        }
        select(connections.types(), derived.acSource());
        publish(connections, connection, own, derived);
        ForecastChannels forecast = this.forecast;
        if (forecast != null) {
            forecast.sampled(sample.with(derived.values()));
        }
        if (!alerts && connections.isAlertChanged(sample)) {
            connections.ofAlerts().bridge().ifPresent(bridge -> bridge.refresh(connections.ofAlerts()));
        }
    }

    /** Publishes what a connection adds to the values of the active one. */
    private void publishAdded(Connections connections, InverterConnection connection, Sample sample) {
        Map<Quantity, Value> added = new EnumMap<>(Quantity.class);
        added.putAll(sample.values());
        Map<Trigger, String> triggers = connections.derivation().complement(sample, added);
        added.keySet().retainAll(connections.added(connection));
        Sample own = new Sample(sample.connectionType(), sample.time(), sample.sourceNow(), sample.responseTime(),
                added, sample.events(), sample.alertsLogged());
        if (connection.equals(connections.ofAlerts())) {
            publish(connections, connection, own, connections.derivation().happened(sample));
        } else {
            added.putAll(connections.steady(connection, added));
            publisher.publish(getThing(), added);
        }
        trigger(triggers);
    }

    /** Publishes the events of a sample whose values are not used. */
    private void publishEvents(Connections connections, InverterConnection connection, Sample sample) {
        if (connection.equals(connections.ofAlerts())) {
            publish(connections, connection, sample.withoutValues(),
                    connections.derivation().happened(sample.withoutValues()));
        }
    }

    private void publish(Connections connections, InverterConnection connection, Sample sample, Derived derived) {
        Set<UnitEvent> events = new LinkedHashSet<>(sample.events());
        events.addAll(derived.alerts());
        events.forEach(contact::happened);
        Map<Quantity, Value> values = sampleTexts.of(sample, derived, events);
        values.putAll(connections.steady(connection, values));
        values.putAll(connections.steady(connection, sample.values()));
        publisher.publish(getThing(), values, sample.values());
        trigger(derived.triggers());
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

    private void trigger(Map<Trigger, String> triggers) {
        triggers.forEach((trigger, payload) -> triggerChannel(trigger.channelId(), payload));
    }

    /**
     * Selects the channels at the start, and whenever another type of AC source or the capacity of the battery is
     * known.
     */
    private void select(List<ConnectionType> connectionTypes, AcSource acSource) {
        ThingHandlerCallback callback = getCallback();
        if (callback != null && acSource != selectedFor && (acSource != AcSource.AUTO || selectedFor == null)) {
            InverterConfiguration config = getConfigAs(InverterConfiguration.class);
            boolean selected = ChannelSelection.select(getThing(), callback, connectionTypes,
                    ChannelSelection.excluded(acSource, capacity(config) != null, config.serviceInterval != null),
                    channels -> updateThing(editThing().withChannels(channels).build()));
            selectedFor = selected ? acSource : null;
            setProperty(PROPERTY_AC_SOURCE, acSource == AcSource.AUTO ? null : acSource.name());
        }
    }

    @Override
    public void identified(InverterConnection connection, Identity reported) {
        Connections connections = connectionsWith(connection);
        if (connections == null) {
            return;
        }
        Identity identity = connections.identified(connection, reported);
        connections.derivation().identified(identity);
        Map<String, @Nullable String> properties = new HashMap<>();
        properties.put(SERIAL_NUMBER, identity.serialNumber());
        properties.put(Thing.PROPERTY_MODEL_ID, identity.model());
        properties.put(Thing.PROPERTY_FIRMWARE_VERSION, identity.firmware());
        properties.put(Thing.PROPERTY_HARDWARE_VERSION, identity.hardware());
        Double watts = identity.ratedPower();
        properties.put(PROPERTY_RATED_POWER, watts == null ? null : Math.round(watts) + " " + ChannelForm.POWER.unit());
        properties.put(PROPERTY_SOLAR_SIZE, identity.solarSize());
        properties.forEach(this::setProperty);
        if (connections.types().stream().noneMatch(ConnectionType::isNative)) {
            keepBatterySize(connections, identity.batterySize());
        }
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
