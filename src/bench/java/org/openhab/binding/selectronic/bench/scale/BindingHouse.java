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
package org.openhab.binding.selectronic.bench.scale;

import static org.openhab.binding.selectronic.internal.SelectronicBindingConstants.*;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.SelectronicHandlerFactory;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.NoTexts;
import org.openhab.binding.selectronic.internal.forecast.HalfHour;
import org.openhab.binding.selectronic.internal.forecast.StoredProfile;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;
import org.openhab.core.common.ThreadPoolManager;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.storage.Storage;
import org.openhab.core.storage.StorageService;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.builder.BridgeBuilder;

/**
 * All things of a run with the handlers that the binding's own factory makes, on openHAB's own pools.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class BindingHouse {
    /** The least time between two requests of an account, by the pace that the README promises. */
    private static final double SECONDS_PER_SYSTEM = 1;

    private final Map<String, Latencies> latencies = new HashMap<>();
    private final Map<String, List<PollMonitor>> watches = new HashMap<>();
    private final Map<String, Double> intervals = new HashMap<>();
    private final Map<String, PollMonitor> byAddress = new ConcurrentHashMap<>();
    private final Executor own = ThreadPoolManager.getPool("thingManager");
    private final Storages storages = new Storages();
    private final Factory factory = new Factory(byAddress, storages);
    private final List<Runnable> beginnings = new ArrayList<>();
    private @Nullable Bridge portal;

    /** Lets handlers be made without the services that a bundle would register. */
    private static final class Factory extends SelectronicHandlerFactory {
        Factory(Map<String, PollMonitor> watches, Storages storages) {
            super(new WatchedHttpClients(watches), storages, new NoTexts(), () -> Locale.ENGLISH, () -> ZoneOffset.UTC);
        }

        ThingHandler handlerOf(Thing thing) {
            ThingHandler handler = createHandler(thing);
            if (handler == null) {
                throw new IllegalStateException("no handler for " + thing.getUID());
            }
            return handler;
        }
    }

    private static final class Storages implements StorageService {
        private static final Duration PAST = Duration.ofDays(60);
        private static final HalfHour NIGHT = new HalfHour(600, 0, 0, 600, 60),
                DAY = new HalfHour(900, 2500, 0, -1600, 75);

        private final Map<String, FakeStorage> storages = new ConcurrentHashMap<>();

        @Override
        public <T> Storage<T> getStorage(String name) {
            return getStorage(name, null);
        }

        // all of the binding's storages hold texts
        @SuppressWarnings("unchecked")
        @Override
        public <T> Storage<T> getStorage(String name, @Nullable ClassLoader classLoader) {
            return Objects.requireNonNull((Storage<T>) storages.computeIfAbsent(name, key -> new FakeStorage()));
        }

        /** Days and nights of a house in half hours, as the binding has stored them. */
        void rememberPast(Thing inverter) {
            Instant now = Instant.now();
            FakeStorage storage = Objects.requireNonNull(storages.get(BINDING_ID + ".inverters"));
            StoredProfile.put(new ThingStorage(storage).ofThing(inverter.getUID().getAsString()), now.minus(PAST), now,
                    time -> time.atZone(ZoneOffset.UTC).getHour() / 12 == 0 ? NIGHT : DAY);
            storage.forgetPuts();
        }
    }

    /** @param ports the devices that there are; each becomes a thing, without a handler yet */
    BindingHouse(Ports ports) {
        for (int n = 0; n < ports.gateways().size(); n++) {
            int port = ports.gateways().get(n);
            List<Bridge> bridges = new ArrayList<>(
                    List.of(FakeOpenHab.gateway("g" + port, Map.of("host", Ports.HOST, "port", port))));
            if (n < ports.alternatives().size()) {
                bridges.add(link(ports.alternatives().get(n)));
            }
            List<String> others = bridges.stream().skip(1).map(bridge -> bridge.getUID().getAsString()).toList();
            add("gateway", bridges, Site.GATEWAY_SECONDS, n < ports.forecasts(),
                    List.of(Map.of("alternatives", others)),
                    watch -> byAddress.put(WatchedHttpClients.ofGateway(port), watch));
        }
        for (int port : ports.links()) {
            add("network", List.of(link(port)), Site.LINK_SECONDS, false, List.of(Map.of()), watch -> {
                // the house of a link knows it by its values
            });
        }
        if (ports.portal() != 0) {
            Bridge bridge = bridge(THING_TYPE_PORTAL, "account", Map.of("host", Ports.HOST, "port", ports.portal(),
                    "email", SimulatedPortal.EMAIL, "password", SimulatedPortal.PASSWORD));
            portal = bridge;
            var numbers = ports.systems().iterator();
            add("portal", List.of(bridge), Math.max(Site.PORTAL_SECONDS, SECONDS_PER_SYSTEM * ports.systems().size()),
                    false, ports.systems().stream()
                            .map(number -> Map.<String, Object> of("deviceId", number.toString())).toList(),
                    watch -> byAddress.put(WatchedHttpClients.ofSystem(numbers.next()), watch));
        }
    }

    private static Bridge bridge(ThingTypeUID type, String id, Map<String, Object> config) {
        return BridgeBuilder.create(type, id).withConfiguration(new Configuration(config)).build();
    }

    private static Bridge link(int port) {
        return bridge(THING_TYPE_NETWORK, "n" + port, Map.of("host", Ports.HOST, "port", port));
    }

    /** @param bridges the bridge of the inverters, and their alternatives */
    private void add(String connectionType, List<Bridge> bridges, double interval, boolean forecast,
            List<Map<String, Object>> inverters, Consumer<PollMonitor> known) {
        House house = new House(own, connectionType.equals("network"));
        house.links = channel -> forecast || !channel.startsWith("forecast#");
        Latencies times = Objects.requireNonNull(latencies.computeIfAbsent(connectionType, first -> new Latencies()));
        intervals.put(connectionType, interval);
        bridges.forEach(bridge -> beginnings.add(() -> house.add(bridge, factory.handlerOf(bridge))));
        for (int n = 0; n < inverters.size(); n++) {
            Thing inverter = FakeOpenHab.inverter(bridges.get(0), "i" + n, inverters.get(n));
            if (forecast) {
                storages.rememberPast(inverter);
            }
            PollMonitor watch = new PollMonitor(Duration.ofMillis((long) (interval * 1000)), times);
            known.accept(watch);
            house.watch(inverter, watch);
            Objects.requireNonNull(watches.computeIfAbsent(connectionType, first -> new ArrayList<>())).add(watch);
            beginnings.add(() -> house.add(inverter, factory.handlerOf(inverter)));
        }
    }

    /** Makes and begins all handlers, as openHAB does when it starts. */
    void begin() {
        beginnings.forEach(Runnable::run);
        beginnings.clear();
    }

    /** @return whether each thing has shown values */
    boolean isWarm() {
        return watches.values().stream().flatMap(List::stream).allMatch(PollMonitor::isWarm);
    }

    /** The measuring begins. */
    void reset() {
        latencies.values().forEach(Latencies::reset);
        watches.values().forEach(all -> all.forEach(watch -> watch.reset(System.nanoTime())));
    }

    /** @return how the polls of each connection went, now that it is over */
    List<Figures.OfConnection> connectionTypes() {
        List<Figures.OfConnection> connectionTypes = new ArrayList<>();
        for (String connectionType : List.of("gateway", "network", "portal")) {
            List<PollMonitor> all = watches.getOrDefault(connectionType, List.of());
            Latencies times = latencies.get(connectionType);
            if (times != null) {
                all.forEach(watch -> watch.end(System.nanoTime()));
                connectionTypes.add(new Figures.OfConnection(connectionType, all.size(),
                        intervals.getOrDefault(connectionType, Double.NaN),
                        all.stream().mapToInt(PollMonitor::polls).sum(),
                        all.stream().mapToInt(PollMonitor::publishedPolls).sum(),
                        all.stream().mapToInt(PollMonitor::polls).min().orElseThrow(),
                        all.stream().mapToInt(PollMonitor::polls).max().orElseThrow(),
                        all.stream().mapToInt(PollMonitor::missed).sum(),
                        all.stream().mapToDouble(PollMonitor::longestGap).max().orElseThrow(), times.millis(0.5),
                        times.millis(0.99), times.millis(1)));
            }
        }
        return connectionTypes;
    }

    /** @return the status of the bridge to the portal, empty if there is none */
    String portalStatus() {
        Bridge bridge = portal;
        return bridge == null ? "" : bridge.getStatusInfo().toString();
    }
}
