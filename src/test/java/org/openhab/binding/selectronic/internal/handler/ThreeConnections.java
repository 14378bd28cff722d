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

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.RegisterDimension;
import org.openhab.binding.selectronic.internal.model.RegisterValue;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.binding.builder.BridgeBuilder;

/**
 * A unit that a gateway, a tunnel and a portal reach, of which each can fail, and an openHAB with the three bridges.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
abstract class ThreeConnections {
    static final Unit UNIT = new Unit("A1", new Identity("240001", "SP-PRO", "V15.47", 7500.0));
    static final String TUNNEL = "selectronic:tunnel:line", PORTAL = "selectronic:portal:account";
    static final Duration RECORDED_EVERY = Duration.ofMinutes(15);
    private static final int RECORDS_PER_PORTION = 20;

    final VirtualTime time = new VirtualTime();
    final FakeOpenHab openHab = openHab(time);
    final FakeStorage storage = new FakeStorage();
    final Timing timing = new Timing(time.clock(), time, new Random(1));
    final Services services = TestServices.of(timing, storage);
    final Map<ConnectionType, FakeSource> sources = new EnumMap<>(ConnectionType.class);
    final Set<ConnectionType> failing = EnumSet.noneOf(ConnectionType.class);
    /** How far the clock of a device differs. */
    final Map<ConnectionType, Duration> clocks = new HashMap<>();
    /** How old the values of a device are when it reports them. */
    final Map<ConnectionType, Duration> ages = new HashMap<>();
    final Map<ConnectionType, Bridge> bridges = new EnumMap<>(ConnectionType.class);
    /** Events that the tunnel has not read yet. */
    final List<UnitEvent> log = new ArrayList<>();
    /** What the unit has recorded. */
    final List<HistoryRecord> records = new ArrayList<>();
    double alert;
    double energy = 1921;
    double today = 12;
    double imported;
    /** How many portions of recorded data can still be read. */
    int portions = Integer.MAX_VALUE;

    FakeOpenHab openHab(VirtualTime time) {
        return new FakeOpenHab(time);
    }

    Duration interval(ConnectionType type) {
        return type.usualInterval();
    }

    /** A source with recorded data, which fails together with it. */
    private record Recording(FakeSource live, ThreeConnections unit) implements InverterSource, HistorySource {
        @Override
        public ConnectionType connectionType() {
            return live.connectionType();
        }

        @Override
        public CompletableFuture<List<Unit>> units() {
            return live.units();
        }

        @Override
        public CompletableFuture<Sample> read(Unit unit) {
            return live.read(unit);
        }

        @Override
        public CompletableFuture<@Nullable Void> release() {
            return live.release();
        }

        @Override
        public CompletableFuture<@Nullable Void> disconnect() {
            return live.disconnect();
        }

        @Override
        public CompletableFuture<HistoryPortion> history(Unit read, HistoryPosition after) {
            if (after.log() == Log.DAYS) {
                return CompletableFuture.completedFuture(new HistoryPortion(List.of(), after, 0, Optional.empty()));
            }
            if (unit.failing.contains(live.connectionType) || unit.portions-- <= 0) {
                return CompletableFuture.failedFuture(new SourceException(Problem.LINK_CUT, read.name()));
            }
            int first = unit.records.size();
            while (first > 0 && unit.records.get(first - 1).end().isAfter(after.time())) {
                first--;
            }
            List<HistoryRecord> next = unit.records.subList(first,
                    Math.min(first + RECORDS_PER_PORTION, unit.records.size()));
            return CompletableFuture.completedFuture(new HistoryPortion(next,
                    next.isEmpty() ? after : HistoryPosition.at(next.get(next.size() - 1).end()),
                    unit.records.size() - first - next.size(), Optional.empty()));
        }
    }

    /** The unit records an interval that ends now. */
    void writeRecord() {
        Instant end = time.clock().instant();
        records.add(new HistoryRecord(end.minus(RECORDED_EVERY), end,
                Map.of(HISTORY_LOAD_POWER, (double) records.size(), HISTORY_LOAD_ENERGY, 0.1)));
    }

    @BeforeEach
    void threeBridges() {
        for (ConnectionType type : List.of(ConnectionType.GATEWAY, ConnectionType.TUNNEL, ConnectionType.PORTAL)) {
            FakeSource source = new FakeSource();
            source.connectionType = type;
            source.units = List.of(UNIT);
            sources.put(type, source);
            repair(type);
            String id = switch (type) {
                case GATEWAY -> "box";
                case TUNNEL -> "line";
                default -> "account";
            };
            Bridge bridge = BridgeBuilder
                    .create(new ThingTypeUID("selectronic", type.name().toLowerCase(Locale.ROOT)), id).build();
            bridges.put(type, bridge);
            openHab.add(bridge, new FakeBridgeHandler(bridge, services,
                    type == ConnectionType.GATEWAY ? source : new Recording(source, this), interval(type)));
        }
    }

    FakeSource source(ConnectionType type) {
        return Objects.requireNonNull(sources.get(type));
    }

    Bridge bridge(ConnectionType type) {
        return Objects.requireNonNull(bridges.get(type));
    }

    void repair(ConnectionType type) {
        failing.remove(type);
        source(type).readings.put(UNIT.id(), () -> {
            Map<Quantity, Value> values = values(type);
            List<UnitEvent> events = List.of();
            if (type == ConnectionType.TUNNEL) {
                values.put(BATTERY_TEMPERATURE, Value.of(25.0));
                events = List.copyOf(log);
                log.clear();
            }
            Instant now = time.clock().instant().plus(clocks.getOrDefault(type, Duration.ZERO));
            Instant read = now.minus(ages.getOrDefault(type, Duration.ZERO));
            return CompletableFuture
                    .completedFuture(new Sample(type, read, now, Duration.ofMillis(5), values, events,
                            type == ConnectionType.TUNNEL, Map.of(),
                            type == ConnectionType.TUNNEL
                                    ? Map.of("FAN_SPEED", new RegisterValue(RegisterDimension.PERCENT, "%",
                                            Value.of(42.0), RegisterValue.Finding.READ))
                                    : Map.of()));
        });
    }

    Map<Quantity, Value> values(ConnectionType type) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        // each reports another power, so that it shows from which a value is
        values.put(LOAD_POWER, Value.of(400.0 + type.ordinal()));
        values.put(BATTERY_STATE_OF_CHARGE, Value.of(50.0));
        values.put(AC_SOURCE_POWER, Value.of(imported));
        // the portal rounds, so its counter is behind
        values.put(LOAD_ENERGY_TOTAL, Value.of(type == ConnectionType.PORTAL ? Math.floor(energy * 10) / 10 : energy));
        values.put(LOAD_ENERGY_TODAY, Value.of(today));
        values.put(ALERTS_CODE, Value.of(alert));
        return values;
    }

    void fail(ConnectionType type) {
        failing.add(type);
        source(type).fail(UNIT.id(), new SourceException(Problem.CONNECTION_REFUSED, type.name()));
    }

    Thing start(String... alternatives) {
        return start(Map.of("alternatives", List.of(alternatives)));
    }

    Thing start(Map<String, Object> config) {
        return start(FakeOpenHab.inverter(bridge(ConnectionType.GATEWAY), "main", config));
    }

    Thing start(Thing inverter) {
        openHab.add(inverter, new InverterHandler(inverter, services));
        pass(Duration.ofSeconds(1));
        return inverter;
    }

    void pass(Duration duration) {
        time.pass(duration);
        time.settle();
    }

    double number(String channel) {
        return openHab.states.get(channel) instanceof QuantityType<?> number ? number.doubleValue() : Double.NaN;
    }

    String source() {
        return String.valueOf(openHab.states.get("connection#source"));
    }

    String status(Thing thing) {
        return openHab.thing(thing.getUID()).getStatusInfo().toString();
    }
}
