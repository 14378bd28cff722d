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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.config.InverterConfiguration;
import org.openhab.binding.selectronic.internal.derive.Derivation;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.derive.Plausibility;
import org.openhab.binding.selectronic.internal.diagnostics.ConnectionState;
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
import org.openhab.binding.selectronic.internal.text.SampleTexts;
import org.openhab.binding.selectronic.internal.text.StatusText;
import org.openhab.binding.selectronic.internal.text.TranslatedText;
import org.openhab.core.library.types.OnOffType;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.types.State;
import org.openhab.core.types.TimeSeries;
import org.openhab.core.types.UnDefType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One inverter from initialize to dispose: takes what its connections report, and publishes it with what follows from
 * it. Created anew whenever the configuration changes, so that nothing of the old configuration remains.
 *
 * <pre>
 * InverterConnection → plausible? → fresh? → values, events → derivation → texts → channels, triggers
 *                                     └→ registers, history, settings, forecast
 * </pre>
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Inverter implements InverterConnection.Owner {
    private static final List<String> FORECAST_CHANNELS = Stream.concat(Stream.of(Quantity.values())
            .filter(quantity -> quantity.group().equals(Trigger.FORECAST_EVENT.group())).map(Quantity::channelId),
            Stream.of(Trigger.FORECAST_EVENT.channelId())).toList();
    private static final double WATT_HOURS_PER_KILOWATT_HOUR = 1000;
    private static final Duration CHECKED_EVERY = Duration.ofSeconds(10);
    private static final Pattern BATTERY_SIZE = Pattern.compile("([1-9]\\d{0,3}(?:\\.\\d+)?) ?kWh");

    private final Logger logger = LoggerFactory.getLogger(Inverter.class);
    private final InverterHandler handler;
    private final InverterConfiguration config;
    private final Services services;
    private final ThingStorage storage;
    private final SampleTexts sampleTexts;
    private final ChannelPublisher publisher;
    private final Connections connections;
    private final RegisterChannels registers;
    private final SettingsChannels settings;
    private final ForecastChannels forecast;
    private final @Nullable HistoryReader history;
    private volatile @Nullable AcSource selectedFor;
    private volatile @Nullable Future<?> nextCheck;
    private volatile boolean closed;

    /**
     * @param handler the handler of the thing
     * @param config its configuration, without a problem
     * @param bridges the bridges of the connections in order of preference
     * @param services the services of openHAB
     */
    Inverter(InverterHandler handler, InverterConfiguration config, Map<ThingUID, ConnectionType> bridges,
            Services services) {
        this.handler = handler;
        this.config = config;
        this.services = services;
        this.storage = handler.storage();
        this.sampleTexts = new SampleTexts(services.texts(), storage);
        this.publisher = new ChannelPublisher(this::show);
        List<InverterConnection> all = new ArrayList<>();
        bridges.forEach((uid, type) -> all.add(new InverterConnection(all.size(), uid, type, services.timing(), this)));
        this.connections = new Connections(all, config, services.timing(), new Derivation.Surroundings(
                services.timing().clock(), () -> interval(), storage, services.texts()::zone));
        this.registers = new RegisterChannels(handler.getThing(), handler::isLinkedTo, this::show);
        this.settings = new SettingsChannels(services, storage);
        this.forecast = new ForecastChannels(forecastOutlet(), services, storage);
        this.history = connections.ofHistory().map(each -> historyOf(each)).orElse(null);
    }

    /** Selects its channels, shows the texts of earlier events again, and subscribes to its bridges. */
    void start() {
        Double capacity = capacity();
        if (capacity != null) {
            connections.derivation().assumeCapacity(capacity);
        }
        select(lastAcSource());
        // otherwise the sample age of earlier values, which openHAB may have restored, would be shown until the first
        // sample
        Map<Quantity, Value> first = sampleTexts.restored();
        first.put(Quantity.CONNECTION_SAMPLE_AGE, Value.UNKNOWN);
        publish(first);
        if (connections.types().stream().noneMatch(ConnectionType::isNative)) {
            registers.publishUnknown();
        }
        checkLater();
        follow();
    }

    /** Ends it for good: ignores what comes late. */
    void close() {
        closed = true;
        HistoryReader history = this.history;
        if (history != null) {
            history.stop();
        }
        forecast.close();
        Future<?> check = nextCheck;
        if (check != null) {
            check.cancel(false);
        }
        // the age is not updated from here on
        handler.show(channel(Quantity.CONNECTION_SAMPLE_AGE), UnDefType.UNDEF);
        connections.all().forEach(InverterConnection::close);
    }

    /** @return the last states in the order of the table, without quantities that never had a value */
    Map<Quantity, State> states() {
        return publisher.states();
    }

    /** @return the bridge that supplies its values, empty if there is none or if the configuration is not valid */
    Optional<SourceBridgeHandler> source() {
        return active().bridge();
    }

    /** @return the bridges of all its connections that are polled, in order of preference */
    List<SourceBridgeHandler> sources() {
        return connections.all().stream().flatMap(each -> each.bridge().stream()).toList();
    }

    /** Returns whether a bridge is one of its connections. */
    boolean isConnectedTo(ThingUID bridge) {
        return connections.all().stream().anyMatch(each -> each.uid().equals(bridge));
    }

    /** @return the states of its connections in order of preference, empty if it has one only */
    List<ConnectionState> alternatives() {
        if (!hasAlternatives()) {
            return List.of();
        }
        synchronized (connections) {
            return connections.states();
        }
    }

    boolean hasAlternatives() {
        return connections.all().size() > 1;
    }

    /** Returns its unit, empty if it was not found yet. */
    Optional<Unit> unit() {
        return active().unit();
    }

    InverterConnection active() {
        return connections.active();
    }

    /**
     * Reads the newest records of a log of the inverter.
     *
     * @param log the log
     * @param count the maximum number of records
     * @return the newest records; empty if the connection has no logs, and before the first contact
     */
    Optional<CompletableFuture<Excerpt>> newest(Log log, int count) {
        return firstUnit(SourceBridgeHandler::hasLogs, (bridge, unit) -> bridge.newest(unit, log, count))
                .map(excerpt -> config.invertAcSource ? excerpt.thenApply(Excerpt::withInvertedAcSource) : excerpt);
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
    Optional<CompletableFuture<@Nullable Void>> export(Log log, @Nullable LocalDate from, @Nullable LocalDate to,
            Sheet sheet) {
        Extract extract = new Extract(log, from, to, config.invertAcSource);
        return firstUnit(SourceBridgeHandler::hasLogs, (bridge, unit) -> bridge.export(unit, extract, sheet));
    }

    /**
     * Reads registers of the inverter.
     *
     * @param names the names of the registers
     * @return those that the inverter has; empty if no connection can read registers, and before the first contact
     */
    Optional<CompletableFuture<List<Row>>> registers(Set<String> names) {
        return firstUnit(SourceBridgeHandler::hasRegisters, (bridge, unit) -> bridge.registers(unit, names));
    }

    /** Asks the first connection that can, and knows the unit. */
    private <T> Optional<T> firstUnit(Predicate<SourceBridgeHandler> can,
            BiFunction<SourceBridgeHandler, Unit, T> ask) {
        return connections.all().stream().flatMap(each -> each.bridge().filter(can)
                .flatMap(bridge -> each.unit().map(unit -> ask.apply(bridge, unit))).stream()).findFirst();
    }

    /**
     * Polls this inverter as soon as possible, also while failures have slowed polling down.
     *
     * @return completes after the request, with the failure if there was one; empty if it has no bridge
     */
    Optional<CompletableFuture<@Nullable Void>> refresh() {
        InverterConnection connection = active();
        return connection.bridge().map(bridge -> bridge.refresh(connection));
    }

    /** @return the last forecast, empty while there is none */
    Optional<Forecast> forecast() {
        return forecast.last();
    }

    /**
     * Records a service of the generator.
     *
     * @param hours the operating hours at the service, null for the present ones
     * @return whether it was recorded; false if the present hours are unknown or fewer
     */
    boolean generatorServiced(@Nullable Integer hours) {
        synchronized (connections) {
            return connections.derivation().generatorServiced(hours);
        }
    }

    /** @return whether its connection provides recorded data */
    boolean hasRecord() {
        return history != null;
    }

    /**
     * Sends a part of the recorded data again to the history channels that have items.
     *
     * @param from the start
     * @param to the end
     * @return whether its connection provides recorded data
     */
    boolean refillHistory(Instant from, Instant to) {
        HistoryReader history = this.history;
        if (history != null) {
            history.refill(from, to);
        }
        return history != null;
    }

    /**
     * @param day a day, null for all settings
     * @return the settings, or those changed since the start of that day, one per line; empty before they were read
     */
    String settingsReport(@Nullable LocalDate day) {
        return settings.report(day);
    }

    @Override
    public UnitChoice choice(InverterConnection connection) {
        return connections.unit(connection, handler.getThing().getProperties().get(SERIAL_NUMBER));
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
        return handler.getThing().getUID().getAsString();
    }

    @Override
    public boolean isInUse() {
        return handler.getThing().getChannels().stream().anyMatch(channel -> handler.isLinkedTo(channel.getUID()));
    }

    /** Processes a sample. Marks its events as read afterwards, even if processing fails. */
    @Override
    public void sampled(InverterConnection connection, Sample shared) {
        if (closed) {
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
        String reader = reader();
        try {
            synchronized (connections) {
                take(connection, connections.withDirection(shared.as(reader)));
            }
        } finally {
            shared.newEvents(reader).keepIn(storage);
        }
    }

    private void take(InverterConnection connection, Sample reported) {
        handler.contact().sampled(reported);
        Plausibility.Judgement judgement = connection.quality().believe(reported);
        judgement.sample().ifPresentOrElse(sample -> judged(connection, sample), () -> {
            logger.debug("{} reported values that are not believed: {}", handler.getThing().getUID(),
                    judgement.doubted());
            publishEvents(connection, reported);
            if (judgement.allZero()) {
                failed(connection, new SourceException(Problem.ALL_ZERO));
            }
        });
    }

    private void judged(InverterConnection connection, Sample sample) {
        switch (connection.quality().judge(sample)) {
            case FRESH:
                Map<Quantity, Value> ofConnection = new EnumMap<>(Quantity.class);
                connection.quality().succeeded(sample, ofConnection);
                if (connections.good(connection, sample)) {
                    switched();
                }
                if (connection.equals(connections.active())) {
                    publish(connection, sample, ofConnection);
                    online();
                } else {
                    publishAdded(connection, sample);
                }
                if (connections.isSupplierOfRegisters(connection)) {
                    registers.publish(sample.registers());
                }
                followHistory(connection);
                followSettings(connection, sample);
                break;
            case OLDER:
                logger.debug("{} reported values of {}, which is older than before", handler.getThing().getUID(),
                        sample.time());
                publishEvents(connection, sample);
                break;
            case STALE:
            default:
                // events can come with outdated values, e.g. the event that the portal receives no more data
                publishEvents(connection, sample);
                failed(connection, SourceException.stale(sample.time()));
        }
    }

    @Override
    public void failed(InverterConnection connection, SourceException failure) {
        if (!closed) {
            synchronized (connections) {
                handler.contact().failed(failure);
                Map<Quantity, Value> values = connection.quality().failed(failure);
                if (connection.equals(connections.active())) {
                    publish(values);
                }
                if (connections.failed(connection, failure)) {
                    switched();
                } else {
                    follow();
                }
                showOutage();
            }
        }
    }

    /** Publishes a sample of the active connection, and what follows from it. */
    private void publish(InverterConnection connection, Sample sample, Map<Quantity, Value> ofConnection) {
        boolean alerts = connection.equals(connections.ofAlerts());
        Sample own = alerts ? sample : sample.withoutAlerts();
        Derived derived = alerts ? connections.derivation().derive(own)
                : connections.derivation().deriveWithoutAlerts(own);
        derived.values().putAll(ofConnection);
        if (!connection.type().isNative() && connections.isAcSourceSeen()) {
            derived.values().remove(Quantity.AC_SOURCE_PRESENT);
        }
        select(derived.acSource());
        publish(connection, own, derived);
        forecast.sampled(sample, derived.values());
        if (!alerts && connections.isAlertChanged(sample)) {
            connections.ofAlerts().bridge().ifPresent(bridge -> bridge.refresh(connections.ofAlerts()));
        }
    }

    /** Publishes what a connection adds to the values of the active one. */
    private void publishAdded(InverterConnection connection, Sample sample) {
        Map<Quantity, Value> added = new EnumMap<>(Quantity.class);
        added.putAll(sample.values());
        Map<Trigger, String> triggers = connections.derivation().complement(sample, added);
        added.keySet().retainAll(connections.added(connection));
        Sample own = new Sample(sample.connectionType(), sample.time(), sample.sourceNow(), sample.responseTime(),
                added, sample.events(), sample.alertsLogged());
        if (connection.equals(connections.ofAlerts())) {
            publish(connection, own, connections.derivation().happened(sample));
        } else {
            added.putAll(connections.steady(connection, added));
            publish(added);
        }
        trigger(triggers);
    }

    /** Publishes the events of a sample whose values are not used. */
    private void publishEvents(InverterConnection connection, Sample sample) {
        if (connection.equals(connections.ofAlerts())) {
            publish(connection, sample.withoutValues(), connections.derivation().happened(sample.withoutValues()));
        }
    }

    private void publish(InverterConnection connection, Sample sample, Derived derived) {
        Set<UnitEvent> events = new LinkedHashSet<>(sample.events());
        events.addAll(derived.alerts());
        events.forEach(handler.contact()::happened);
        Map<Quantity, Value> values = sampleTexts.of(sample, derived, events);
        values.putAll(connections.steady(connection, values));
        values.putAll(connections.steady(connection, sample.values()));
        publish(values, sample.values());
        trigger(derived.triggers());
        for (UnitEvent event : derived.alerts()) {
            handler.trigger(Trigger.ALERT,
                    (event.type() == UnitEvent.Type.ALERT_RAISED ? "RAISED " : "CLEARED ") + event.code());
        }
        for (UnitEvent event : sample.events()) {
            if (event.type() == UnitEvent.Type.OPERATION && !event.old()) {
                handler.trigger(Trigger.OPERATION, "EVENT " + event.code());
            }
        }
    }

    private void trigger(Map<Trigger, String> triggers) {
        triggers.forEach(handler::trigger);
    }

    private void switched() {
        ConnectionType type = connections.active().type();
        logger.debug("{} is read through {} now", handler.getThing().getUID(), type);
        if (hasAlternatives()) {
            handler.trigger(Trigger.CONNECTION_EVENT, "SWITCHED " + type.name());
        }
        follow();
        publishLost();
    }

    /**
     * Publishes UNDEF for what no connection supplies any more: as long as the thing is ONLINE with the values of
     * another connection, a last state would look current.
     */
    private void publishLost() {
        Map<Quantity, State> states = publisher.states();
        Map<Quantity, Value> lost = new EnumMap<>(Quantity.class);
        connections.lost().stream().filter(quantity -> !UnDefType.UNDEF.equals(states.get(quantity)))
                .forEach(quantity -> lost.put(quantity, Value.UNKNOWN));
        if (!lost.isEmpty()) {
            publish(lost);
        }
        if (connections.hasLostRegisters()) {
            registers.publishUnknown();
        }
    }

    /** Subscribes to the bridges of the connections that are needed, and to no others. */
    void follow() {
        Set<Quantity> used = hasAlternatives() ? publisher.used(handler.getThing(), handler::isLinkedTo)
                : EnumSet.noneOf(Quantity.class);
        if (forecast.missingAfter().isPresent()) {
            used.add(Quantity.HISTORY_LOAD_POWER);
        }
        boolean ofRegisters = !registers.wanted().isEmpty();
        for (InverterConnection each : connections.all()) {
            each.follow(handler.bridge(each), connections.isNeeded(each, used, ofRegisters) || isFilling(each));
        }
    }

    /** Updates the age of the values and detects outdated values, independently of the bridges. */
    private void check() {
        if (!closed) {
            checkLater();
            synchronized (connections) {
                if (hasAlternatives()) {
                    if (connections.check()) {
                        switched();
                    }
                    follow();
                    publishLost();
                }
                connections.active().quality().agedUnseen().ifPresent(values -> publish(values));
                showOutage();
            }
        }
    }

    private void checkLater() {
        nextCheck = services.timing().executor().schedule(() -> check(), CHECKED_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void online() {
        if (closed || isReleased()) {
            return;
        }
        String remark = connections.alternativeSince()
                .map(since -> TranslatedText.of("online.alternative",
                        List.of("@text/channel-type.selectronic.source.state.option." + connections.active().type(),
                                services.texts().time(since))))
                .orElse(null);
        handler.online(remark);
    }

    /** Sets the thing OFFLINE if no connection has current values, unless the only bridge is OFFLINE already. */
    private void showOutage() {
        if (!hasAlternatives()) {
            if (!isReleased() && !handler.isBridgeOffline()) {
                connections.active().quality().outage()
                        .ifPresent(failure -> handler.offline(StatusText.of(failure, services.texts().zone())));
            }
        } else if (connections.isNoneDelivering() && connections.active().quality().outage().isPresent()) {
            handler.offline(StatusText.of(new SourceException(Problem.NO_CONNECTION_DELIVERS,
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

    private boolean isReleased() {
        return source().filter(SourceBridgeHandler::isReleased).isPresent();
    }

    /** Publishes the last state of a channel again. */
    void republish(ChannelUID channel) {
        publisher.republish(channel);
        registers.republish(channel);
    }

    /** Wakes the connections, since the owner of a newly linked channel waits for its value. */
    void linked() {
        if (hasAlternatives()) {
            follow();
        }
        sources().forEach(SourceBridgeHandler::wake);
        HistoryReader history = this.history;
        if (history != null) {
            history.wake();
        }
    }

    private void followHistory(InverterConnection connection) {
        HistoryReader history = this.history;
        if (history != null && connections.ofHistory().filter(connection::equals).isPresent()) {
            connection.unit().ifPresent(history::follow);
        } else if (history != null && isFilling(connection) && connections.isOfLoggedUnit(connection)) {
            connection.unit()
                    .ifPresent(unit -> history.fill(unit, historySource(connection), connection.type().logInterval()));
        }
    }

    /** Returns whether a connection is needed to fill what the log has lost. */
    private boolean isFilling(InverterConnection connection) {
        HistoryReader history = this.history;
        return history != null && connections.mayFill(connection) && history.hasGap();
    }

    private void followSettings(InverterConnection connection, Sample sample) {
        Optional<SourceBridgeHandler> bridge = connection.bridge();
        Optional<Unit> unit = connection.unit();
        if (!connection.type().isNative() || bridge.isEmpty() || unit.isEmpty()) {
            return;
        }
        settings.sampled(sample);
        publish(settings.setPoints());
        if (settings.isDue()) {
            bridge.get().settings(unit.get(), settings.snapshot()).whenComplete((read, failure) -> {
                synchronized (connections) {
                    if (closed) {
                        return;
                    } else if (failure != null) {
                        settings.failed();
                        logger.debug("no settings of {}", handler.getThing().getUID(), failure);
                    } else {
                        settingsRead(read);
                    }
                }
            });
        }
    }

    private void settingsRead(Settings read) {
        Double capacity = read.capacity();
        if (capacity != null) {
            keepBatterySize(String.format(Locale.ROOT, "%.1f kWh", capacity));
        }
        Optional<String> changes = settings.read(read);
        Map<Quantity, Value> values = settings.setPoints();
        changes.ifPresent(words -> values.put(Quantity.INVERTER_LAST_SETTINGS_CHANGE, new Value.Words(() -> words)));
        publish(values);
        changes.ifPresent(words -> handler.trigger(Trigger.SETTINGS_EVENT, "CHANGED"));
    }

    /**
     * Selects the channels at the start, and whenever another type of AC source or the capacity of the battery is
     * known.
     */
    private void select(AcSource acSource) {
        if (acSource != selectedFor && (acSource != AcSource.AUTO || selectedFor == null)) {
            boolean selected = handler.select(connections.types(),
                    ChannelSelection.excluded(acSource, capacity() != null, config.serviceInterval != null));
            selectedFor = selected ? acSource : null;
            handler.keep(PROPERTY_AC_SOURCE, acSource == AcSource.AUTO ? null : acSource.name());
        }
    }

    @Override
    public void identified(InverterConnection connection, Identity reported) {
        if (closed) {
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
        properties.forEach(handler::keep);
        if (connections.types().stream().noneMatch(ConnectionType::isNative)) {
            keepBatterySize(identity.batterySize());
        }
    }

    private void keepBatterySize(@Nullable String size) {
        Double before = capacity();
        handler.keep(PROPERTY_BATTERY_SIZE, size);
        Double capacity = capacity();
        if (capacity != null && !capacity.equals(before)) {
            connections.derivation().assumeCapacity(capacity);
            selectedFor = null;
        }
    }

    /** Returns the capacity of the battery in kilowatt hours: as configured, else as reported. */
    private @Nullable Double capacity() {
        Matcher reported = BATTERY_SIZE
                .matcher(handler.getThing().getProperties().getOrDefault(PROPERTY_BATTERY_SIZE, ""));
        return config.batteryCapacity == null && reported.matches() ? Double.valueOf(reported.group(1))
                : config.batteryCapacity;
    }

    private AcSource lastAcSource() {
        String last = handler.getThing().getProperties().get(PROPERTY_AC_SOURCE);
        return config.acSource() == AcSource.AUTO && last != null ? AcSource.valueOf(last) : config.acSource();
    }

    private Duration interval() {
        return source().map(SourceBridgeHandler::interval).orElseGet(() -> active().type().usualInterval());
    }

    private HistorySource historySource(InverterConnection connection) {
        HistorySource source = (unit, after) -> connection.bridge().map(bridge -> bridge.history(unit, after))
                .orElseGet(() -> CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, unit.name())));
        return config.invertAcSource
                ? (unit, after) -> source.history(unit, after).thenApply(HistoryPortion::withInvertedAcSource)
                : source;
    }

    private HistoryReader historyOf(InverterConnection connection) {
        HistoryChannels channels = new HistoryChannels(quantity -> handler.isLinkedTo(channel(quantity)), handler::send,
                values -> publish(values), services.texts()::text, forecast);
        Instant beginning = services.timing().wall().instant().minus(Duration.ofDays(config.historyDays));
        return new HistoryReader(historySource(connection),
                new HistoryReader.Settings(connection.type().logKind(), connection.type().isNative(),
                        connection.type().logInterval(), beginning, services.texts()::zone),
                services.timing().executor(), services.timing().clock(), services.timing().wall(), storage, channels);
    }

    private ForecastChannels.Outlet forecastOutlet() {
        List<ChannelUID> channels = FORECAST_CHANNELS.stream()
                .map(id -> new ChannelUID(handler.getThing().getUID(), id)).toList();
        return new ForecastChannels.Outlet() {
            @Override
            public boolean isWanted() {
                return channels.stream().anyMatch(handler::isLinkedTo);
            }

            @Override
            public Plant plant() {
                Double capacity = capacity();
                Double reserve = config.reserve;
                return new Plant(capacity == null ? Double.NaN : capacity * WATT_HOURS_PER_KILOWATT_HOUR,
                        selectedFor == AcSource.GRID, reserve == null ? Double.NaN : reserve,
                        settings.setPoint(Quantity.GENERATOR_START_CHARGE),
                        settings.setPoint(Quantity.GENERATOR_STOP_CHARGE),
                        publisher.states().get(Quantity.GENERATOR_RUNNING) == OnOffType.ON,
                        settings.setPoint(Quantity.BATTERY_SHUTDOWN_CHARGE));
            }

            @Override
            public void values(Map<Quantity, Value> values) {
                Inverter.this.publish(values);
            }

            @Override
            public void series(Quantity quantity, TimeSeries series) {
                if (!closed) {
                    handler.send(quantity, series);
                }
            }

            @Override
            public void trigger(String payload) {
                handler.trigger(Trigger.FORECAST_EVENT, payload);
            }
        };
    }

    @SafeVarargs
    private void publish(Map<Quantity, Value>... sources) {
        publisher.publish(handler.getThing(), sources);
    }

    /** Updates a channel, unless it has ended while the sample was processed: openHAB warns of late updates. */
    private void show(ChannelUID channel, State state) {
        if (!closed) {
            handler.show(channel, state);
        }
    }

    private ChannelUID channel(Quantity quantity) {
        return new ChannelUID(handler.getThing().getUID(), quantity.channelId());
    }
}
