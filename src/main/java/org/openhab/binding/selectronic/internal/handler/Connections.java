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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.config.InverterConfiguration;
import org.openhab.binding.selectronic.internal.derive.Derivation;
import org.openhab.binding.selectronic.internal.diagnostics.ConnectionState;
import org.openhab.binding.selectronic.internal.history.HistoryReader;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Reset;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.ConnectionChoice;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.UnitChoice;

/**
 * The connections of an inverter in order of preference, from initialize to dispose. One of them is active and supplies
 * the values; one that comes later supplies what those before it cannot. Created anew whenever the configuration
 * changes, so that nothing of the old configuration remains.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Connections {
    /**
     * Two connections may report a counter with this difference, in kilowatt hours: their resolutions differ, and the
     * portal is up to a quarter of an hour behind.
     */
    private static final double COUNTER_DIFFERENCE = 5;

    private static final Set<Quantity> RECORDED = HistoryReader.quantities();

    private final List<InverterConnection> all;
    private final List<ConnectionType> types;
    private final @Nullable InverterConnection ofHistory;
    private final ConnectionChoice choice;
    private final Derivation derivation;
    private final UnitChoice unit;
    private final boolean invertAcSource;
    private final Timing timing;
    private final Provider<ZoneId> zone;
    private final Set<InverterConnection> logging = new HashSet<>();
    private final Map<Quantity, Count> counters = new EnumMap<>(Quantity.class);
    private final Map<InverterConnection, Identity> identities = new ConcurrentHashMap<>();
    private @Nullable Instant activeSince;
    private double alertCode = Double.NaN;

    /** A counter as it was published last. */
    private record Count(double number, InverterConnection from, LocalDate day) {
    }

    Connections(List<InverterConnection> all, InverterConfiguration config, Timing timing,
            Derivation.Surroundings around) {
        this.all = List.copyOf(all);
        this.types = all.stream().map(InverterConnection::type).toList();
        this.ofHistory = all.stream().filter(each -> Quantity.HISTORY_LOAD_POWER.origin(each.type()).isPresent())
                .min(Comparator.comparing(each -> each.type() == ConnectionType.PORTAL)).orElse(null);
        this.timing = timing;
        this.zone = around.zone();
        this.choice = new ConnectionChoice(timing.clock(),
                all.stream().map(each -> (Provider<Duration>) each::toleratedTime).toList());
        this.derivation = new Derivation(new Derivation.Site(config.acSource(), config.generatorThreshold,
                config.serviceInterval, config.batteryCapacity), around);
        this.unit = new UnitChoice(config.deviceId, config.serialNumber);
        this.invertAcSource = config.invertAcSource;
    }

    List<InverterConnection> all() {
        return all;
    }

    /**
     * Returns the choice of the unit among those of a connection. The id is that of the first connection; others have
     * the unit with the same serial number.
     *
     * @param known the serial number of the unit as far as it is known
     */
    UnitChoice unit(InverterConnection connection, @Nullable String known) {
        String configured = unit.serialNumber();
        return connection.rank() == 0 ? unit
                : new UnitChoice(null, configured == null || configured.isBlank() ? known : configured);
    }

    /** Notes an identity. Returns what all connections know of the unit, of each part what the first one knows. */
    Identity identified(InverterConnection connection, Identity identity) {
        identities.put(connection, identity);
        Identity whole = all.stream().filter(each -> !isOfAnotherUnit(each)).map(identities::get)
                .filter(Objects::nonNull).reduce(Identity.NONE, Identity::completedBy);
        all.forEach(each -> each.quality().identified(whole));
        return whole;
    }

    /** Returns whether a connection has another unit than the first one. */
    boolean isOfAnotherUnit(InverterConnection connection) {
        if (connection.rank() == 0) {
            return false;
        }
        String own = serialNumber(connection);
        String first = serialNumber(all.get(0));
        return own != null && first != null && !own.equals(first);
    }

    private @Nullable String serialNumber(InverterConnection connection) {
        @Nullable
        Identity identity = identities.get(connection);
        return identity == null ? null : identity.serialNumber();
    }

    Derivation derivation() {
        return derivation;
    }

    /** Returns the connection that supplies the values. */
    InverterConnection active() {
        return all.get(choice.active());
    }

    /** Returns since when an alternative is active, empty while the bridge of the thing is. */
    Optional<Instant> alternativeSince() {
        return Optional.ofNullable(activeSince);
    }

    /** Returns the present states of all connections. */
    List<ConnectionState> states() {
        return all.stream()
                .map(each -> new ConnectionState(each.type(), each.uid().getId(), each.equals(active()),
                        each.bridge().isPresent(), choice.age(each.rank()),
                        each.bridge().isPresent() ? each.quality().outage() : Optional.empty()))
                .toList();
    }

    /** Returns the types of all connections: the inverter has the channels of all of them. */
    List<ConnectionType> types() {
        return types;
    }

    /** Returns the sample with the power of the AC source positive for import, also in its events. */
    Sample withDirection(Sample reported) {
        return invertAcSource ? reported.withInvertedAcSource() : reported;
    }

    /** Notes a fresh sample. Returns whether another connection is active now. */
    boolean good(InverterConnection connection, Sample sample) {
        if (all.size() == 1) {
            return false;
        }
        if (sample.alertsLogged()) {
            logging.add(connection);
        } else {
            logging.remove(connection);
        }
        return switched(choice.good(connection.rank()));
    }

    /** Notes a failed attempt. Returns whether another connection is active now. */
    boolean failed(InverterConnection connection, SourceException failure) {
        if (failure.problem() == Problem.STALE) {
            choice.outdated(connection.rank());
        } else {
            choice.failed(connection.rank());
        }
        return check();
    }

    /** Returns whether another connection is active now, because of the time that has passed. */
    boolean check() {
        return switched(choice.check());
    }

    private boolean switched(boolean now) {
        if (now) {
            activeSince = choice.active() == 0 ? null : timing.wall().instant();
        }
        return now;
    }

    /** Returns whether the values of a connection are current. */
    boolean isDelivering(InverterConnection connection) {
        return choice.isDelivering(connection.rank());
    }

    /** Returns whether no connection delivers, nor can be expected to deliver its first sample soon. */
    boolean isNoneDelivering() {
        return all.stream()
                .noneMatch(each -> isDelivering(each) || choice.isAwaited(each.rank()) && !each.isBridgeOffline());
    }

    /** Returns the connection whose alerts count: the first with a log of them, else the active one. */
    InverterConnection ofAlerts() {
        return all.size() == 1 ? active()
                : all.stream().filter(each -> logging.contains(each) && isDelivering(each)).findFirst()
                        .orElseGet(this::active);
    }

    /** Returns whether the polled alert code has changed. */
    boolean isAlertChanged(Sample sample) {
        double code = sample.number(Quantity.ALERTS_CODE);
        boolean changed = Double.compare(code, alertCode) != 0;
        alertCode = code;
        return changed;
    }

    /**
     * Returns the connection that supplies recorded data: the log of a unit is more detailed than that of the portal.
     */
    Optional<InverterConnection> ofHistory() {
        return Optional.ofNullable(ofHistory);
    }

    /** Returns whether a connection is a portal, which may fill what the log of the unit has lost. */
    boolean mayFill(InverterConnection connection) {
        return connection.type() == ConnectionType.PORTAL && !connection.equals(ofHistory);
    }

    /** Returns whether a connection is known to have the unit whose log is read. */
    boolean isOfLoggedUnit(InverterConnection connection) {
        String own = serialNumber(connection);
        return own != null && ofHistory().filter(log -> own.equals(serialNumber(log))).isPresent();
    }

    /**
     * Returns whether a connection supplies a quantity: the first that can and does not fail supplies it, and one that
     * comes before the active one supplies nothing. Recorded data and the presence of the AC source have their own
     * orders.
     */
    boolean isSupplier(InverterConnection connection, Quantity quantity) {
        if (RECORDED.contains(quantity)) {
            return ofHistory().filter(connection::equals).isPresent();
        }
        if (quantity == Quantity.AC_SOURCE_PRESENT && types().stream().anyMatch(ConnectionType::isNative)) {
            // others see it only while power flows
            return isSupplierOfRegisters(connection);
        }
        return isSupplier(connection, type -> quantity.origin(type).isPresent());
    }

    /** Returns whether a native connection reports whether the AC source is present, so that others need not. */
    boolean isAcSourceSeen() {
        return all.size() > 1 && all.stream().anyMatch(each -> each.type().isNative() && isDelivering(each));
    }

    /** Returns whether a connection supplies the registers of channels. */
    boolean isSupplierOfRegisters(InverterConnection connection) {
        return isSupplier(connection, ConnectionType::isNative);
    }

    private boolean isSupplier(InverterConnection connection, Predicate<ConnectionType> can) {
        return all.size() == 1 ? can.test(connection.type())
                : connection.rank() >= choice.active() && can.test(connection.type())
                        && all.stream()
                                .noneMatch(other -> other.rank() < connection.rank() && other.rank() >= choice.active()
                                        && can.test(other.type())
                                        && (other.rank() == choice.active() || !choice.isFailing(other.rank())));
    }

    /** Returns the quantities that a connection adds to those of the active one. */
    Set<Quantity> added(InverterConnection connection) {
        Set<Quantity> added = EnumSet.noneOf(Quantity.class);
        if (!connection.equals(active())) {
            for (Quantity quantity : Quantity.values()) {
                if (isSupplier(connection, quantity)) {
                    added.add(quantity);
                }
            }
        }
        return added;
    }

    /**
     * Returns the quantities that no connection supplies any more while the inverter has values: the connections that
     * can supply them have delivered nothing for their tolerated times. Texts of past events stay true.
     */
    Set<Quantity> lost() {
        Set<Quantity> lost = EnumSet.noneOf(Quantity.class);
        List<InverterConnection> silent = all.stream().filter(each -> choice.isSilent(each.rank())).toList();
        if (!silent.isEmpty() && isDelivering(active())) {
            for (Quantity quantity : Quantity.values()) {
                if (!quantity.isSeries() && quantity.form() != ChannelForm.EVENT_TEXT && isOnly(silent, quantity)) {
                    lost.add(quantity);
                }
            }
        }
        return lost;
    }

    /** Returns whether some connections are the only ones that can supply a quantity. */
    private boolean isOnly(List<InverterConnection> some, Quantity quantity) {
        List<InverterConnection> able = all.stream().filter(each -> quantity.origin(each.type()).isPresent()).toList();
        boolean recorded = able.stream()
                .anyMatch(each -> quantity.origin(each.type()).filter(Origin.Recorded.class::isInstance).isPresent());
        return !able.isEmpty() && some.containsAll(recorded ? ofHistory().stream().toList() : able);
    }

    /** Returns whether no connection reads registers any more while the inverter has values. */
    boolean hasLostRegisters() {
        return isDelivering(active())
                && all.stream().filter(each -> each.type().isNative()).allMatch(each -> choice.isSilent(each.rank()));
    }

    /**
     * Returns whether a connection must be polled: the active one and those before it, the others while the active one
     * fails, and for what they add.
     *
     * @param used the quantities whose channels are linked
     * @param registers whether channels of registers are linked
     */
    boolean isNeeded(InverterConnection connection, Set<Quantity> used, boolean registers) {
        InverterConnection active = active();
        return connection.rank() <= active.rank() || choice.isFailing(active.rank()) || active.isBridgeOffline()
                || registers && isSupplierOfRegisters(connection)
                || used.stream().anyMatch(quantity -> isSupplier(connection, quantity));
    }

    /**
     * Keeps counters from going backwards at a switch between connections: those of a day until midnight, all until the
     * new connection has caught up. A larger decrease is a reset, and so is one on the same connection. A connection
     * whose values are of the day before does not bring back the counters of that day.
     *
     * @param connection the connection
     * @param values values of one of its samples
     * @return the values to publish instead of these
     */
    Map<Quantity, Value> steady(InverterConnection connection, Map<Quantity, Value> values) {
        if (all.size() == 1) {
            return Map.of();
        }
        Duration age = connection.quality().age().orElseGet(() -> Duration.ZERO);
        LocalDate day = LocalDate.ofInstant(timing.wall().instant().minus(age), zone.get());
        Map<Quantity, Value> kept = new EnumMap<>(Quantity.class);
        values.forEach((quantity, value) -> {
            boolean total = quantity.reset() == Reset.NEVER;
            if (value instanceof Value.Numeric counter && (total || quantity.reset() == Reset.DAILY)) {
                double number = counter.number();
                Count before = counters.get(quantity);
                boolean behind = before != null && number < before.number && before.number - number < COUNTER_DIFFERENCE
                        && (total || before.day.equals(day));
                if (before != null && !before.from.equals(connection)
                        && (behind || !total && before.day.isAfter(day))) {
                    kept.put(quantity, Value.of(before.number));
                } else {
                    counters.put(quantity, new Count(number, connection, day));
                }
            }
        });
        return kept;
    }
}
