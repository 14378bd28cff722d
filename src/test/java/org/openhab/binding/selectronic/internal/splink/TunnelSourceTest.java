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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.RefusedCredentials;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.polling.SteadyClock;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.client.Password;
import org.openhab.binding.selectronic.internal.splink.link.TunnelAccount;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedTunnel;
import org.openhab.binding.selectronic.simulator.splink.TunnelOptions;
import org.openhab.core.thing.ThingUID;

/**
 * Tests the tunnel with several units: which sessions are open, who is asked, and what is asked no more.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(30)
class TunnelSourceTest {
    private static final ThingUID BRIDGE = new ThingUID("selectronic:tunnel:owner");

    private final Simulation simulation = new Simulation(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 1,
            Simulation.units(Scenario.SUNNY_DAY, Scenario.SUNNY_DAY.settings(), 2));
    private final SimulatedTunnel tunnel;
    private final FakeStorage refused = new FakeStorage();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private SpLinkSource source;

    TunnelSourceTest() throws IOException {
        tunnel = new SimulatedTunnel(simulation, TunnelOptions.DEFAULT);
        source = source(SimulatedTunnel.PASSWORD);
    }

    private SpLinkSource source(String password) {
        try {
            NativeAccess access = new NativeAccess(Password.of(Password.OF_THE_FACTORY), threads, new SteadyClock(),
                    Clock.systemUTC(), () -> ZoneOffset.UTC, new ThingStorage(new FakeStorage()),
                    new RefusedCredentials(refused).of(BRIDGE), unit -> Map.of());
            return SpLinkSources.tunnel("localhost", tunnel.port(),
                    TunnelAccount.of(SimulatedTunnel.EMAIL, password, access.credentials()),
                    tunnel.certificate().clientContext().getSocketFactory(), access);
        } catch (SourceException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        source.disconnect().join();
        tunnel.close();
        threads.shutdownNow();
    }

    private static Problem problem(CompletableFuture<?> future) {
        Throwable cause = Objects.requireNonNull(assertThrows(CompletionException.class, future::join).getCause());
        assertThat(cause, is(instanceOf(SourceException.class)));
        return ((SourceException) cause).problem();
    }

    private SimulatedPort port(Unit unit) {
        return tunnel.unit(Integer.parseInt(unit.id()));
    }

    @Test
    void aUnitThatNobodyReadsIsLeftToOthers() {
        List<Unit> units = source.units().join();
        units.forEach(unit -> source.read(unit).join());
        source.release(units.get(1)).join();
        assertThat("it was logged out", port(units.get(1)).isLoggedIn(), is(false));
        assertThat(port(units.get(0)).isLoggedIn(), is(true));
        int connects = connects();
        source.read(units.get(0)).join();
        assertThat("the other session goes on", connects(), is(connects));
        source.read(units.get(1)).join();
        assertThat(connects(), is(connects + 1));
    }

    private int connects() {
        return (int) tunnel.commands().stream().filter(command -> command.startsWith("CONNECT")).count();
    }

    /** An answer takes a quarter of a second through the tunnel, and so does a good-bye. */
    @ParameterizedTest
    @ValueSource(longs = { 100, 1200 })
    void whoWaitsForTheEndOfTheSessionFindsTheUnitFree(long millis) {
        Unit unit = source.units().join().get(0);
        source.read(unit).join();
        port(unit).inject((request, right, before) -> {
            LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
            return right;
        }, 1);
        source.disconnect().join();
        assertThat(port(unit).isLoggedIn(), is(false));
        source = source(SimulatedTunnel.PASSWORD);
        source.read(unit).join();
    }

    @Test
    void aTunnelThatLeadsToAnotherUnitIsReportedAsSuch() {
        Unit unit = source.units().join().get(0);
        simulation.units().stream().filter(each -> unit.id().equals(String.valueOf(each.identity().serial())))
                .forEach(each -> each.replaceBy(UnitIdentity.b(7)));
        assertThat(problem(source.read(unit)), is(Problem.OTHER_UNIT));
    }

    @Test
    void aRefusedAccountIsTriedOnceOverReleasesAndRestarts() {
        SpLinkSource wrong = source("wrong");
        assertThat(problem(wrong.units()), is(Problem.ACCOUNT_REFUSED));
        wrong.release().join();
        assertThat(problem(wrong.units()), is(Problem.ACCOUNT_REFUSED));
        SpLinkSource afterRestart = source("wrong");
        assertThat(problem(afterRestart.units()), is(Problem.ACCOUNT_REFUSED));
        assertThat(problem(afterRestart.read(new Unit("240001", new Identity("240001", null, null, null)))),
                is(Problem.ACCOUNT_REFUSED));
        assertThat(tunnel.rejectedLogins(), is(1));
        assertThat("another password is another account", source.units().join(), hasSize(2));
    }

    /** Each unit has a password of its own. */
    @Test
    void aUnitWithAnotherPasswordDoesNotStopTheOthers() {
        List<Unit> units = source.units().join();
        port(units.get(0)).setLoginsRefused(true);
        for (int times = 0; times < 3; times++) {
            assertThat(problem(source.read(units.get(0))), is(Problem.PASSWORD_REFUSED));
            source.read(units.get(1)).join();
            source.release().join();
        }
        assertThat(Collections.frequency(tunnel.commands(), "CONNECT:" + units.get(0).id()), is(1));
    }
}
