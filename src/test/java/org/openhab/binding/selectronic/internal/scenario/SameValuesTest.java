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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.gateway.GatewaySource;
import org.openhab.binding.selectronic.internal.handler.RefusedCredentials;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.polling.SteadyClock;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.NativeAccess;
import org.openhab.binding.selectronic.internal.splink.SpLinkSources;
import org.openhab.binding.selectronic.internal.splink.client.Password;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.thing.ThingUID;

/**
 * Two ways to one plant, over a day: what both tell is the same, to the last digit and with the same sign. The
 * gateway's JSON and the unit's memory are decoded by code that shares nothing but the table of quantities.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SameValuesTest {
    /** Half of the finest step of any register, 0.44 W, and of an energy, 85 Wh, would already be far more. */
    private static final double ROUNDING = 1e-6;

    @ParameterizedTest
    @EnumSource(names = { "SUNNY_DAY", "MAINS_EXPORTING", "GENERATOR_RUN" })
    void gatewayAndMemoryReportTheSame(Scenario scenario) throws IOException, SourceException {
        Simulation simulation = Simulation.still(scenario);
        ExecutorService blocking = Executors.newCachedThreadPool();
        try (TestHttpClients http = new TestHttpClients();
                SimulatedGateway gateway = new SimulatedGateway(simulation, GatewayOptions.DEFAULT);
                SimulatedSerialServer server = new SimulatedSerialServer(SimulatedPort.of(simulation),
                        SerialServerOptions.DEFAULT);
                GatewaySource one = new GatewaySource(
                        http.connections().open(new HttpAddress(gateway.host(), gateway.port(), false),
                                GatewaySource.limits(Duration.ofSeconds(5))));
                InverterSource other = SpLinkSources.network("127.0.0.1", server.port(),
                        new NativeAccess(Password.of(Password.OF_THE_FACTORY), blocking, new SteadyClock(),
                                Clock.systemUTC(), () -> ZoneId.of("Australia/Sydney"),
                                new ThingStorage(new FakeStorage()),
                                new RefusedCredentials(new FakeStorage()).of(new ThingUID("selectronic:network:one")),
                                unit -> Map.of()))) {
            var unit = one.units().join().get(0);
            var memory = other.units().join().get(0);
            assertThat(memory.identity().serialNumber(), is(unit.identity().serialNumber()));
            int compared = 0;
            for (int quarter = 0; quarter < 96; quarter++) {
                simulation.advance(Duration.ofMinutes(15));
                // the gateway reads its inverter every 5 s: both must see the plant at the same moment
                Map<Quantity, Value> reported = shared(one.read(unit).join());
                Map<Quantity, Value> read = shared(other.read(memory).join());
                for (Map.Entry<Quantity, Value> entry : reported.entrySet()) {
                    Value value = read.get(entry.getKey());
                    if (entry.getValue() instanceof Value.Numeric expected && value instanceof Value.Numeric actual) {
                        assertThat(entry.getKey() + " after " + quarter + " quarters of an hour", actual.number(),
                                is(closeTo(expected.number(), ROUNDING)));
                        compared++;
                    }
                }
            }
            assertThat("there was something to compare", compared, is(greaterThan(96 * 14)));
        } finally {
            blocking.shutdown();
        }
    }

    /** What both can tell, without what a gateway is known not to tell. */
    private static Map<Quantity, Value> shared(Sample sample) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        values.putAll(sample.values());
        values.keySet().removeIf(quantity -> quantity == Quantity.GENERATOR_STATUS);
        return values;
    }
}
