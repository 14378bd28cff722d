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
package org.openhab.binding.selectronic.internal.splink;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.bench.Table;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.RefusedCredentials;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.polling.SteadyClock;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.HistorySource;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.client.Password;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.thing.ThingUID;

/**
 * How busy a simulated line of 57600 baud is while the log is read through it: the time that the bytes themselves need,
 * out of the time that passes.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class BackfillReport {
    private static final int BAUD = 57_600;
    private static final int BITS_PER_BYTE = 10;

    private BackfillReport() {
    }

    /**
     * @return the table
     * @throws IOException if the simulated line cannot be opened
     * @throws SourceException if no unit has such a password
     */
    public static Table table() throws IOException, SourceException {
        SimulatedUnit unit = SimulatedUnit.withPast(
                Scenario.SUNNY_DAY.settings().withStart(Instant.parse("2026-01-20T03:00:00Z")), Duration.ofDays(4),
                UnitIdentity.b(0), Scenario.SUNNY_DAY, LogSettings.DEFAULT);
        Simulation simulation = new Simulation(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1, List.of(unit));
        SimulatedPort port = SimulatedPort.of(simulation);
        ExecutorService blocking = Executors.newCachedThreadPool();
        try (SimulatedSerialServer server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT.withBaud(BAUD));
                InverterSource source = SpLinkSources.network("127.0.0.1", server.port(),
                        new NativeAccess(Password.of(Password.OF_THE_FACTORY), blocking, new SteadyClock(),
                                Clock.systemUTC(), () -> ZoneId.of("Australia/Sydney"),
                                new ThingStorage(new FakeStorage()),
                                new RefusedCredentials(new FakeStorage()).of(new ThingUID("selectronic:network:one")),
                                asked -> Map.of()))) {
            var found = source.units().join().get(0);
            source.read(found).join();
            HistoryPosition position = HistoryPosition.BEGINNING;
            int records = 0;
            long before = port.counters().bytesIn() + port.counters().bytesOut();
            long begin = System.nanoTime();
            while (true) {
                HistoryPortion portion = ((HistorySource) source).history(found, position).join();
                records += portion.records().size();
                position = portion.position();
                if (portion.left() == 0) {
                    break;
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            long bytes = port.counters().bytesIn() + port.counters().bytesOut() - before;
            double needed = (double) bytes * BITS_PER_BYTE / BAUD;
            return Table.of("Reading the record of four days over a line of 57600 baud", "Line", "Records", "Bytes",
                    "Seconds", "Busy in %").row("simulated", records, bytes, seconds, 100 * needed / seconds);
        } finally {
            blocking.shutdown();
        }
    }
}
