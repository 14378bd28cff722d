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
package org.openhab.binding.selectronic.internal.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.NoTexts;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.NativePlatform;
import org.openhab.binding.selectronic.internal.handler.NetworkBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.SerialBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.Services;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.handler.TunnelBridgeHandler;
import org.openhab.binding.selectronic.internal.polling.SteadyClock;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.splink.link.SerialLinkFactory;
import org.openhab.binding.selectronic.internal.splink.link.SerialLinks;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.binding.selectronic.workbench.serial.DeviceFiles;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.io.transport.serial.SerialPortManager;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.binding.builder.BridgeBuilder;

/**
 * An openHAB with a native bridge and an inverter on it: real sockets over loopback, with the pace of the polls in
 * virtual time.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class NativeHouse implements AutoCloseable {
    public final VirtualTime time;
    public FakeStorage storage = new FakeStorage();
    /** Which credentials were refused. */
    public final FakeStorage refused = new FakeStorage();
    /** How the bridge is called. */
    String name = "line";
    /** The configuration of inverters that are added. */
    Map<String, Object> inverterConfig = Map.of();
    /** The time of day, where a test needs one of its own. */
    public Clock wall = Clock.systemUTC();
    /** The same for the bridge, which compares the clock of the unit with it. */
    Clock bridgeWall = Clock.systemUTC();
    public final FakeOpenHab openHab;
    private final ThreadPoolExecutor blocking = (ThreadPoolExecutor) Executors.newCachedThreadPool();
    private volatile CountDownLatch free = new CountDownLatch(0);
    /** Provides the texts of channels and actions. */
    public TranslationProvider texts = new NoTexts();
    /** The language of openHAB. */
    Locale language = Locale.ROOT;
    private final NativePlatform platform;
    @Nullable
    public Bridge bridge;
    private volatile @Nullable SerialLinks serialTransport;

    /** @param tls what the tunnel's connections are made with */
    public NativeHouse(SSLSocketFactory tls) {
        this(tls, new SteadyClock());
    }

    /**
     * @param tls what the tunnel's connections are made with
     * @param steady measures how long a line takes
     */
    public NativeHouse(SSLSocketFactory tls, Clock steady) {
        this(tls, steady, new VirtualTime());
    }

    private NativeHouse(SSLSocketFactory tls, Clock steady, VirtualTime time) {
        this(tls, steady, time, new FakeOpenHab(time));
    }

    /** With the openHAB of other houses, and its time of day. */
    public NativeHouse(SSLSocketFactory tls, Clock steady, World world) {
        this(tls, steady, world.time(), world.openHab());
        wall = time.clock();
        bridgeWall = wall;
    }

    private NativeHouse(SSLSocketFactory tls, Clock steady, VirtualTime time, FakeOpenHab openHab) {
        this.time = time;
        this.openHab = openHab;
        // how long a line takes is a matter of real time, when the next poll is due is not
        // and the storage is looked up when it is used, since a house may be given that of the one before
        platform = new NativePlatform(this::run, steady, tls, () -> Optional.ofNullable(serialTransport));
    }

    private Services services(Clock wall) {
        return TestServices.of(new Timing(time.clock(), wall, time, new Random(1)),
                new ChannelTexts(null, texts, () -> language, () -> TestServices.SYDNEY), storage, refused);
    }

    public NativeHouse() {
        this((SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * @param now the time of day, the present of a plant
     * @param storage what openHAB stored before
     * @return an openHAB that starts then
     */
    static NativeHouse startedAt(Instant now, FakeStorage storage) {
        NativeHouse started = new NativeHouse();
        started.storage = storage;
        started.wall = Clock.fixed(now, ZoneOffset.UTC);
        return started;
    }

    private void run(Runnable work) {
        blocking.execute(() -> {
            awaitFree();
            work.run();
        });
    }

    private void awaitFree() {
        try {
            free.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Threads that wait for a line do not return from now on, as with a driver that hangs. */
    public void holdThreads() {
        free = new CountDownLatch(1);
    }

    /** They do again. */
    public void freeThreads() {
        free.countDown();
    }

    /** openHAB has its serial transport from now on; before it has none. */
    public void installSerialTransport() {
        installSerialTransport(new DeviceFiles());
    }

    /** The same with ports of the caller's choice. */
    public void installSerialTransport(SerialPortManager ports) {
        serialTransport = new SerialLinkFactory(ports);
    }

    public Thing serial(String port, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(Map.of("serialPort", port));
        config.putAll(more);
        return start(bridge(SelectronicBindingConstants.THING_TYPE_SERIAL, config));
    }

    public Thing network(int port, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(Map.of("host", "127.0.0.1", "port", port));
        config.putAll(more);
        return start(bridge(SelectronicBindingConstants.THING_TYPE_NETWORK, config));
    }

    public Thing tunnel(int port, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(Map.of("host", "localhost", "port", port));
        config.putAll(more);
        return start(bridge(SelectronicBindingConstants.THING_TYPE_TUNNEL, config));
    }

    /** A bridge alone, as openHAB begins it: nobody waits for what comes of it. */
    public Bridge begin(int port) {
        Bridge network = bridge(SelectronicBindingConstants.THING_TYPE_NETWORK,
                Map.of("host", "127.0.0.1", "port", port));
        openHab.add(network, new NetworkBridgeHandler(network, services(Clock.systemUTC()), platform));
        return network;
    }

    private Bridge bridge(ThingTypeUID type, Map<String, Object> config) {
        return BridgeBuilder.create(type, name).withConfiguration(new Configuration(config)).build();
    }

    private Thing start(Bridge bridge) {
        Thing inverter = add(bridge);
        endPollCycle();
        return inverter;
    }

    /** Bridge and inverter, as openHAB begins them: nobody waits for what comes of it. */
    public Thing add(ThingTypeUID type, Map<String, Object> config) {
        return add(bridge(type, config));
    }

    private Thing add(Bridge bridge) {
        addBridge(bridge);
        return addInverter("main");
    }

    /** A bridge whose inverter is a thing of another bridge. */
    public void addBridge(ThingTypeUID type, Map<String, Object> config) {
        addBridge(bridge(type, config));
    }

    private void addBridge(Bridge bridge) {
        this.bridge = bridge;
        Services services = services(bridgeWall);
        openHab.add(bridge, switch (bridge.getThingTypeUID().getId()) {
            case "serial" -> new SerialBridgeHandler(bridge, services, platform);
            case "tunnel" -> new TunnelBridgeHandler(bridge, services, platform);
            default -> new NetworkBridgeHandler(bridge, services, platform);
        });
    }

    /** An inverter on the bridge. */
    public Thing addInverter(String id) {
        Thing inverter = FakeOpenHab.inverter(bridge, id, inverterConfig);
        openHab.add(inverter, new InverterHandler(inverter, services(wall)));
        return inverter;
    }

    public SourceBridgeHandler handler() {
        Bridge bridge = this.bridge;
        if (bridge != null && bridge.getHandler() instanceof SourceBridgeHandler handler) {
            return handler;
        }
        throw new AssertionError("no bridge");
    }

    public void endPollCycle() {
        time.await("the end of a round", () -> handler().untilNextRequest().filter(wait -> !wait.isZero()).isPresent()
                && !time.untilNext().isZero());
    }

    public void round() {
        time.pass(handler().untilNextRequest().orElseGet(() -> time.untilNext()));
        endPollCycle();
    }

    public void rounds(int count) {
        for (int round = 0; round < count; round++) {
            round();
        }
    }

    /** Lets rounds pass until a thing shows a status, or gives up. */
    public void roundsUntil(Thing thing, String status) {
        var end = time.clock().instant().plus(Duration.ofMinutes(20));
        while (!status(thing).startsWith(status) && time.clock().instant().isBefore(end)) {
            round();
        }
    }

    /** Threads that wait for a line at present. */
    public int busyThreads() {
        return blocking.getActiveCount();
    }

    public String status(Thing thing) {
        var info = openHab.thing(thing.getUID()).getStatusInfo();
        String description = info.getDescription();
        return info.getStatus() + " " + info.getStatusDetail() + (description == null ? "" : " " + description);
    }

    @Override
    public void close() {
        Bridge bridge = this.bridge;
        if (bridge != null) {
            openHab.dispose(bridge);
        }
        blocking.shutdown();
        try {
            if (!blocking.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS)) {
                throw new AssertionError("a thread still waits for its line");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
