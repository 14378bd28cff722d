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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.RefusedCredentials;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.scenario.LoudLog;
import org.openhab.binding.selectronic.internal.source.EventReaders;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.client.LineSpeed;
import org.openhab.binding.selectronic.internal.splink.client.Password;
import org.openhab.binding.selectronic.internal.splink.link.Link;
import org.openhab.binding.selectronic.internal.splink.memory.ReadCost;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.Frame;
import org.openhab.binding.selectronic.simulator.splink.PortFaults;
import org.openhab.binding.selectronic.simulator.splink.PortOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.UnitWords;
import org.openhab.core.thing.ThingUID;

/**
 * Tests a connection with one unit: whose values are published, of which moment they are, and when the connection is
 * released.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(30)
class SpLinkSourceTest {
    private static final ThingUID BRIDGE = new ThingUID("selectronic:network:adapter");
    private static final int LOG_IN = 0x1F0000;
    private static final int USUAL_SPEED = 57_600;

    private final TestClock clock = new TestClock();
    private final Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
    private final SimulatedPort port = SimulatedPort.of(simulation);
    private final FakeStorage refused = new FakeStorage();
    private final FakeStorage storage = new FakeStorage();
    private final ThingStorage thing = new ThingStorage(storage).ofThing("thing");
    private Map<String, RegisterRefresh> registers = Map.of();
    private PortLink link = new PortLink(port, clock, USUAL_SPEED);
    private SpLinkSource source = source(Runnable::run);

    private NativeAccess access(Executor executor) {
        try {
            return new NativeAccess(Password.of(Password.OF_THE_FACTORY), executor, clock, clock, () -> ZoneOffset.UTC,
                    new ThingStorage(storage), new RefusedCredentials(refused).of(BRIDGE), new EventReaders() {
                        @Override
                        public Map<String, TextStorage> of(Unit unit) {
                            return Map.of("thing", thing);
                        }

                        @Override
                        public Map<String, RegisterRefresh> registers(Unit unit) {
                            return registers;
                        }
                    });
        } catch (SourceException e) {
            throw new AssertionError(e);
        }
    }

    private SpLinkSource source(Executor executor) {
        NativeAccess access = access(executor);
        return new SpLinkSource(ConnectionType.NETWORK, PortLink.NAME, access, unit -> session(link, access));
    }

    private UnitSession session(Link link, NativeAccess access) {
        return new UnitSession(access.client(link, "unit", LineSpeed.silence()), () -> ReadCost.serial(USUAL_SPEED),
                access, ConnectionType.NETWORK);
    }

    private Unit unit() {
        return source.units().join().get(0);
    }

    private SourceException failure(CompletableFuture<?> future) {
        Throwable cause = Objects.requireNonNull(assertThrows(CompletionException.class, future::join).getCause());
        assertThat(cause, is(instanceOf(SourceException.class)));
        return (SourceException) cause;
    }

    private void assertFails(Problem problem, CompletableFuture<?> future) {
        assertThat(failure(future).problem(), is(problem));
    }

    private long logIns() {
        return port.writes().stream().filter(frame -> frame.address() == LOG_IN).count();
    }

    private static double number(Sample sample, Quantity quantity) {
        Value value = sample.values().get(quantity);
        return value instanceof Value.Numeric numeric ? numeric.number() : Double.NaN;
    }

    /** How another unit came to be connected. */
    enum Move {
        UNNOTICED {
            @Override
            void happen(SpLinkSourceTest test) {
            }
        },
        CUT {
            @Override
            void happen(SpLinkSourceTest test) {
                test.link.close();
            }
        },
        LOGGED_OUT {
            @Override
            void happen(SpLinkSourceTest test) {
                test.port.logOut();
            }
        },
        RELEASED {
            @Override
            void happen(SpLinkSourceTest test) {
                test.source.release().join();
            }
        };

        abstract void happen(SpLinkSourceTest test);
    }

    @ParameterizedTest
    @EnumSource
    void theValuesOfAnotherUnitAreNotPublished(Move move) {
        Unit mine = unit();
        read(mine);
        String serialNumber = mine.name();
        simulation.unit().replaceBy(UnitIdentity.b(7));
        move.happen(this);
        for (int polls = 0; polls < 3; polls++) {
            SourceException failure = failure(source.read(mine));
            assertThat(failure.problem(), is(Problem.OTHER_UNIT));
            assertThat(failure.arguments(), is(List.of(serialNumber, String.valueOf(UnitIdentity.b(7).serial()))));
            assertThat(source.identity(mine), is(mine.identity()));
        }
        Unit now = unit();
        assertThat(now.name(), is(String.valueOf(UnitIdentity.b(7).serial())));
        read(now);
    }

    @ParameterizedTest
    @EnumSource(names = { "UNNOTICED", "CUT", "LOGGED_OUT" })
    void theLogOfAnotherUnitIsNotPublished(Move move) {
        Unit mine = unit();
        source.history(mine, HistoryPosition.BEGINNING).join();
        source.history(mine, HistoryPosition.ofDays(Instant.EPOCH)).join();
        source.newest(mine, Log.OPERATIONS, 3).join();
        simulation.unit().replaceBy(UnitIdentity.b(7));
        move.happen(this);
        assertFails(Problem.OTHER_UNIT, source.history(mine, HistoryPosition.BEGINNING));
        assertFails(Problem.OTHER_UNIT, source.history(mine, HistoryPosition.ofDays(Instant.EPOCH)));
    }

    @Test
    void theEventsOfAnotherUnitAreNotPublished() {
        Unit mine = unit();
        read(mine);
        Map<String, String> before = Map.copyOf(entries());
        simulation.unit().replaceBy(UnitIdentity.b(7));
        assertFails(Problem.OTHER_UNIT, source.newest(mine, Log.ALERTS, 3));
        source.release().join();
        assertFails(Problem.OTHER_UNIT, source.read(mine));
        assertThat("positions of its logs", entries(), is(before));
    }

    /** What the thing sees, which deals with it at once. */
    private Sample read(Unit unit) {
        Sample sample = source.read(unit).join();
        sample.newEvents("thing").keepIn(thing);
        return sample.as("thing");
    }

    private Map<String, String> entries() {
        Map<String, String> entries = new java.util.TreeMap<>();
        for (String key : storage.getKeys()) {
            entries.put(key, String.valueOf(storage.get(key)));
        }
        return entries;
    }

    /** Serial numbers are numbers here and texts there. */
    @Test
    void theUnitIsTheSameInEveryFormOfItsSerialNumber() {
        Unit mine = unit();
        Unit inAnotherForm = new Unit(mine.id(),
                new org.openhab.binding.selectronic.internal.model.Identity("SN0" + mine.name(), null, null, null));
        read(inAnotherForm);
    }

    @Test
    void eachPollReadsAllLiveValues() {
        Unit mine = unit();
        read(mine);
        Sample first = read(mine);
        for (int polls = 0; polls < 5; polls++) {
            clock.pass(Duration.ofSeconds(10));
            port.clearLog();
            Sample sample = read(mine);
            List<Frame> requests = port.requests();
            assertThat(requests.toString(), requests.size(), is(lessThanOrEqualTo(6)));
            assertThat(requests.stream().mapToInt(request -> 18 + 2 * request.count()).sum(),
                    is(lessThanOrEqualTo(1076)));
            assertThat(sample.values().keySet(), is(first.values().keySet()));
        }
    }

    /** The plant goes on by ten seconds between two polls, and every power that is published has moved with it. */
    @Test
    void thePowersOfASampleAreThoseOfOneMoment() {
        Unit mine = unit();
        List<Double> losses = new ArrayList<>();
        for (int polls = 0; polls < 1080; polls++) {
            simulation.advance(Duration.ofSeconds(10));
            Sample sample = read(mine);
            losses.add(number(sample, Quantity.SOLAR_AC_COUPLED_POWER) + number(sample, Quantity.SOLAR_DC_COUPLED_POWER)
                    + number(sample, Quantity.BATTERY_POWER) + number(sample, Quantity.AC_SOURCE_POWER)
                    - number(sample, Quantity.LOAD_POWER));
        }
        assertThat(losses, everyItem(is(both(greaterThan(0.0)).and(lessThan(400.0)))));
    }

    @Test
    void aReadingIsBegunAgainIfTheLogInWasLostAmongIt() {
        Unit mine = unit();
        read(mine);
        port.clearLog();
        port.logOutAfter(3);
        read(mine);
        List<Integer> addresses = port.requests().stream().map(Frame::address).toList();
        List<Integer> afterwards = addresses.subList(addresses.lastIndexOf(LOG_IN), addresses.size());
        assertThat("all of it after the log-in", afterwards, hasItem(0xA028));
    }

    @Test
    void aConnectionThatIsCutAmongEachReadingIsReportedAsSuch() {
        Unit mine = unit();
        source.read(mine).join();
        port.inject((request, right, before) -> {
            link.close();
            return right;
        }, 0xA23D, Long.MAX_VALUE);
        assertFails(Problem.LINK_CUT, source.read(mine));
        port.clearFaults();
        source.read(mine).join();
    }

    @Test
    void aLogInThatSomebodyEndsAmongEachReadingIsReportedAsSuch() {
        Unit mine = unit();
        source.read(mine).join();
        port.inject((request, right, before) -> {
            port.logOut();
            return right;
        }, 0xA23D, Long.MAX_VALUE);
        assertFails(Problem.LINE_SHARED, source.read(mine));
    }

    /** A unit that has started again may count in other steps. */
    @Test
    void aUnitThatStartsAgainIsNotReadInTheStepsOfBefore() {
        Unit mine = unit();
        read(mine);
        simulation.unit().restart(UnitScales.A);
        double load = simulation.unit().state().flows().load();
        assertThat(number(read(mine), Quantity.LOAD_POWER), is(closeTo(load, 5)));
    }

    /** Kind: a setting that is read once and kept. */
    @Test
    void aShuntThatIsGivenAnotherMeaningIsNotShownAsSolarForLong() {
        int name = 0xC109;
        int[] measures = { 1 };
        UnitWords words = UnitWords.of(simulation, simulation.unit());
        PortLink changed = new PortLink(new SimulatedPort((address, count) -> {
            int[] reported = words.words(address, count);
            if (address <= name && name < address + count) {
                reported[name - address] = measures[0];
            }
            return reported;
        }, PortOptions.DEFAULT), clock, USUAL_SPEED);
        link = changed;
        Unit mine = unit();
        double solar = number(read(mine), Quantity.SOLAR_DC_COUPLED_POWER);
        assertThat(solar, is(greaterThan(100.0)));
        measures[0] = 2;
        clock.pass(Duration.ofMinutes(10));
        Sample sample = read(mine);
        assertThat(number(sample, Quantity.SOLAR_DC_COUPLED_POWER), is(0.0));
        assertThat("wind", number(sample, Quantity.OTHER_DC_SOURCES_POWER), is(closeTo(solar, 100)));
    }

    /** Two seconds and more lie between what was read before a lost answer and what is read after it. */
    @Test
    void aReadingIsBegunAgainIfAnAnswerWasWaitedForLong() {
        Unit mine = unit();
        read(mine);
        port.inject(PortFaults.silence(), 0xA23D, 2);
        port.clearLog();
        read(mine);
        List<Integer> addresses = port.requests().stream().map(Frame::address).toList();
        assertThat(addresses.subList(addresses.lastIndexOf(0xA028), addresses.size()), hasItem(0xA23D));
        assertThat(addresses.stream().filter(address -> address == 0xA028).count(), is(2L));
    }

    /** Words of a log are no condition for live values. */
    @Test
    void liveValuesDoNotWaitForALogThatCannotBeRead() {
        Unit mine = unit();
        read(mine);
        simulation.unit().change(plant -> plant.raise(50));
        port.inject((request, right, before) -> request.address() >= 0x10000
                ? org.openhab.binding.selectronic.simulator.splink.Reply.SILENCE
                : right, Long.MAX_VALUE);
        Sample sample = read(mine);
        assertThat(number(sample, Quantity.LOAD_POWER), is(greaterThan(0.0)));
        assertThat(sample.events(), is(empty()));
        port.clearFaults();
        assertThat("nothing is lost", read(mine).events(), is(not(empty())));
    }

    @ParameterizedTest
    @ValueSource(ints = { 9600, 4800, 2400, 1200 })
    void aSlowPortIsReadAsFastAsItCan(int baud) {
        link = new PortLink(port, clock, baud);
        Unit mine = unit();
        read(mine);
        long expected = 1076L * 10_000 / baud;
        assertThat((double) read(mine).responseTime().toMillis(), is(closeTo(expected, 0.1 * expected)));
    }

    @Test
    void aRefusedPasswordIsTriedOnceOverReleasesAndRestarts() {
        port.setLoginsRefused(true);
        assertFails(Problem.PASSWORD_REFUSED, source.units());
        for (int times = 0; times < 5; times++) {
            source.release().join();
            assertFails(Problem.PASSWORD_REFUSED, source.units());
        }
        source.disconnect().join();
        source = source(Runnable::run);
        assertFails(Problem.PASSWORD_REFUSED, source.units());
        assertThat(logIns(), is(1L));
        assertThat(link.opened.get(), is(1));
        assertThat(refused.getKeys().size(), is(1));
    }

    @Test
    void savingTheConfigurationIsAnotherAttempt() {
        port.setLoginsRefused(true);
        assertFails(Problem.PASSWORD_REFUSED, source.units());
        new RefusedCredentials(refused).forget(BRIDGE);
        port.setLoginsRefused(false);
        source = source(Runnable::run);
        source.units().join();
        assertThat(refused.getKeys(), is(empty()));
    }

    /** The answer may be one to an older challenge: a password that was good is refused twice before it counts. */
    @Test
    void aPasswordThatWasGoodIsStillKnownToBeSoAfterARelease() {
        source.units().join();
        source.release().join();
        port.inject(PortFaults.words(0), 0x1F0010, 1);
        source.units().join();
        assertThat(logIns(), is(3L));
    }

    @Test
    void onlyWhoHasLoggedInSaysGoodBye() {
        SimulatedPort open = new SimulatedPort(UnitWords.of(simulation, simulation.unit()),
                PortOptions.DEFAULT.withoutLogin());
        link = new PortLink(open, clock, USUAL_SPEED);
        source.read(unit()).join();
        source.disconnect().join();
        assertThat(open.writes(), is(empty()));
        assertThat(link.isOpen(), is(false));
    }

    @Test
    void aMistakeOfOursIsLoggedOnceAndHasItsCause() {
        NativeAccess access = access(Runnable::run);
        source = new SpLinkSource(ConnectionType.NETWORK, PortLink.NAME, access, unit -> {
            throw new IllegalStateException("ours");
        });
        LoudLog log = new LoudLog();
        try {
            for (int times = 0; times < 3; times++) {
                SourceException failure = failure(source.units());
                assertThat(failure.problem(), is(Problem.OUR_MISTAKE));
                assertThat(failure.getCause(), is(instanceOf(IllegalStateException.class)));
            }
            assertThat(log.lines(), hasSize(1));
        } finally {
            log.close();
        }
    }

    /** A port whose opening takes a while, as that of openHAB does, and cannot be broken off. */
    private final class SlowOpening implements Link {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch goesOn = new CountDownLatch(1);
        volatile boolean isOpen;

        @Override
        public String name() {
            return PortLink.NAME;
        }

        @Override
        public void open() throws InterruptedException {
            begun.countDown();
            goesOn.await();
            isOpen = true;
        }

        @Override
        public void write(byte[] bytes) throws SourceException {
        }

        @Override
        public int read(byte[] buffer, Duration timeout) {
            clock.pass(timeout);
            return 0;
        }

        @Override
        public void close() {
            isOpen = false;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void thePortIsFreeWhenReleaseSaysSo(boolean forGood) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            SlowOpening slow = new SlowOpening();
            NativeAccess access = access(threads);
            source = new SpLinkSource(ConnectionType.SERIAL, PortLink.NAME, access, unit -> session(slow, access));
            CompletableFuture<List<Unit>> listing = source.units();
            slow.begun.await();
            CompletableFuture<@Nullable Void> released = forGood ? source.disconnect() : source.release();
            assertThrows(TimeoutException.class, () -> released.get(50, TimeUnit.MILLISECONDS));
            slow.goesOn.countDown();
            released.get(5, TimeUnit.SECONDS);
            assertThat(slow.isOpen, is(false));
            assertFails(Problem.LINK_CUT, listing);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Answers at one speed only, which can be changed. */
    private final class Plug {
        final List<Integer> tried = new ArrayList<>();
        int baud = USUAL_SPEED;

        Link link(int speed) {
            tried.add(speed);
            PortLink good = new PortLink(port, clock, speed);
            return new Link() {
                @Override
                public String name() {
                    return good.name();
                }

                @Override
                public void open() throws SourceException {
                    good.open();
                }

                @Override
                public void write(byte[] bytes) throws SourceException {
                    if (speed == baud) {
                        good.write(bytes);
                    }
                }

                @Override
                public int read(byte[] buffer, Duration timeout) throws SourceException, InterruptedException {
                    return good.read(buffer, timeout);
                }

                @Override
                public void close() {
                    good.close();
                }
            };
        }
    }

    @Test
    void theSpeedIsSearchedAgainWhenTheUnitIsSetToAnother() {
        Plug plug = new Plug();
        SpLinkSource serial = SpLinkSources.serial(() -> Optional.of((name, baud, steady) -> plug.link(baud)),
                "/dev/port", 0, access(Runnable::run));
        Unit mine = serial.units().join().get(0);
        serial.read(mine).join();
        plug.baud = 115_200;
        assertFails(Problem.NO_INVERTER, serial.read(mine));
        plug.tried.clear();
        serial.read(mine).join();
        assertThat(plug.tried, is(List.of(USUAL_SPEED, 115_200)));
        plug.tried.clear();
        serial.release().join();
        serial.read(mine).join();
        assertThat("the last that was found is tried first", plug.tried, is(List.of(115_200)));
    }

    @Test
    void aSpeedThatWasSetIsNotSearched() {
        Plug plug = new Plug();
        plug.baud = 9600;
        SpLinkSource serial = SpLinkSources.serial(() -> Optional.of((name, baud, steady) -> plug.link(baud)),
                "/dev/port", USUAL_SPEED, access(Runnable::run));
        assertFails(Problem.NO_INVERTER, serial.units());
        assertFails(Problem.NO_INVERTER, serial.units());
        assertThat(new TreeSet<>(plug.tried), is(new TreeSet<>(List.of(USUAL_SPEED))));
    }

    /** Then another program can have the port, but for the moment in which the list is read. */
    @Test
    void aConnectionWhoseUnitIsNotReadIsNotHeld() {
        Unit mine = unit();
        read(mine);
        source.release(mine).join();
        assertThat(link.isOpen(), is(false));
        unit();
        assertThat(link.isOpen(), is(false));
        read(mine);
        unit();
        assertThat(link.isOpen(), is(true));
    }

    @Test
    void aSampleIsAsOldAsItsLastWord() {
        Unit mine = unit();
        read(mine);
        Instant before = clock.instant();
        Sample sample = read(mine);
        assertThat(sample.time(), is(both(greaterThan(before)).and(lessThanOrEqualTo(clock.instant()))));
    }
}
