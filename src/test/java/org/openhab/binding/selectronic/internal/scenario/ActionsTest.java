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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.action.BridgeActions;
import org.openhab.binding.selectronic.internal.action.InverterActions;
import org.openhab.binding.selectronic.internal.definitions.Texts;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.splink.PortFaults;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.ThingActions;
import org.openhab.core.thing.binding.ThingHandler;
import org.osgi.framework.Bundle;

/**
 * Actions on an inverter behind a network adapter, as rules call them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ActionsTest {
    private final Simulation simulation = Simulation.still(Scenario.SUNNY_DAY);
    private final SimulatedPort port = SimulatedPort.of(simulation);
    private final SimulatedSerialServer server;
    private final NativeHouse house = new NativeHouse();
    private final String serialNumber = String.valueOf(simulation.unit().identity().serial());
    private Texts texts = Texts.english();
    private final TranslationProvider translations = new TranslationProvider() {
        @Override
        public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
                @Nullable Locale locale) {
            return texts.of(String.valueOf(key));
        }

        @Override
        public @Nullable String getText(@Nullable Bundle bundle, @Nullable String key, @Nullable String defaultText,
                @Nullable Locale locale, @Nullable Object @Nullable... arguments) {
            return new MessageFormat(texts.of(String.valueOf(key)), Locale.ROOT)
                    .format(Objects.requireNonNull(arguments));
        }
    };
    private final InverterActions actions = new InverterActions();
    private final BridgeActions bridgeActions = new BridgeActions();

    ActionsTest() throws IOException {
        server = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
        house.texts = translations;
    }

    @AfterEach
    void close() {
        house.close();
        server.close();
    }

    private Thing start() {
        Thing inverter = house.network(server.port(), Map.of("inverterPassword", "Selectronic SP PRO"));
        ThingHandler handler = Objects.requireNonNull(inverter.getHandler());
        assertThat(handler.getServices(), contains(InverterActions.class));
        assertThat(house.handler().getServices(), hasItem(BridgeActions.class));
        actions.setThingHandler(handler);
        bridgeActions.setThingHandler(house.handler());
        return inverter;
    }

    /** Calls what waits for an answer as a rule does, on a thread of its own, while openHAB goes on. */
    private Map<String, Object> whileOpenHabGoesOn(Supplier<Map<String, Object>> action) {
        CompletableFuture<Map<String, Object>> reported = CompletableFuture.supplyAsync(action);
        while (!reported.isDone()) {
            house.round();
        }
        return reported.join();
    }

    /** Calls what waits until the line is free; no time passes. */
    private Map<String, Object> whenFree(Supplier<Map<String, Object>> action) {
        CompletableFuture<Map<String, Object>> free = CompletableFuture.supplyAsync(action);
        while (!free.isDone()) {
            house.time.settle();
        }
        return free.join();
    }

    @Test
    void refreshReadsAtOnce() {
        start();
        house.round();
        int requests = port.requests().size();
        assertThat(InverterActions.refresh(actions), is("Values are being read."));
        house.time.pass(java.time.Duration.ofSeconds(1));
        house.endPollCycle();
        assertThat(port.requests().size(), is(greaterThan(requests)));
        requests = port.requests().size();
        BridgeActions.refresh(bridgeActions);
        house.time.pass(java.time.Duration.ofSeconds(1));
        house.endPollCycle();
        assertThat(port.requests().size(), is(greaterThan(requests)));
    }

    @Test
    void thePortIsReleasedForATimeInRange() {
        start();
        assertThat(InverterActions.releasePort(actions, null),
                is(Map.of("result", false, "reason", "Enter 1 to 1440 minutes.")));
        assertThat(actions.releasePort(0), is(Map.of("result", false, "reason", "Enter 1 to 1440 minutes.")));
        assertThat(actions.releasePort(1441), is(Map.of("result", false, "reason", "Enter 1 to 1440 minutes.")));
        assertThat(house.status(Objects.requireNonNull(house.bridge)), is("ONLINE NONE"));
        assertThat(whenFree(() -> actions.releasePort(30)), is(Map.of("result", true)));
        assertThat(house.status(Objects.requireNonNull(house.bridge)),
                is("OFFLINE DUTY_CYCLE @text/offline.released [\"30\"]"));
        String released = "The connection is released for other programs, so nothing is polled.";
        assertThat(actions.testConnection(), hasEntry("state", released));
        assertThat(actions.refresh(), is(released));
        assertThat(whenFree(() -> BridgeActions.releasePort(bridgeActions, 5)), is(Map.of("result", true)));
    }

    @Test
    void theTestOfAGoodConnectionSaysSo() {
        start();
        Map<String, Object> reported = whileOpenHabGoesOn(() -> InverterActions.testConnection(actions));
        assertThat(reported, hasEntry("state", "The bridge gets answers."));
        assertThat(reported, hasEntry("inverters", serialNumber));
        assertThat(reported, hasEntry("thing", serialNumber));
        assertThat(String.valueOf(reported.get("values")), matchesPattern("[1-9]\\d+"));
        assertThat(String.valueOf(reported.get("age")), matchesPattern("\\d+ s, answered within \\d+ ms"));
        assertThat(String.valueOf(reported.get("failures")), matchesPattern("None of \\d+ attempts"));
        texts = Texts.german();
        assertThat(whileOpenHabGoesOn(() -> BridgeActions.testConnection(bridgeActions)),
                is(Map.of("state", "Die Bridge bekommt Antworten.", "inverters", serialNumber)));
    }

    @Test
    void theTestOfASilentLineSaysWhatIsWrongAndWhatToDo() {
        port.inject(PortFaults.silence(), Integer.MAX_VALUE);
        start();
        Map<String, Object> reported = whileOpenHabGoesOn(actions::testConnection);
        String offline = Texts.english().of("offline.no-inverter").replace("{0}", "127.0.0.1:" + server.port());
        assertThat(reported, hasEntry("state", "The bridge does not get an answer. " + offline.replace("''", "'")));
        assertThat(reported, hasEntry("inverters", "None found so far."));
        assertThat(reported, hasEntry("values", "None so far."));
    }

    /** The back-off after failures is up to minutes long: what the owner asks for does not wait for it. */
    @Test
    void theTestDuringAnOutageAsksNowAndReportsWhatItSaw() {
        port.inject(PortFaults.hangUp(0), Integer.MAX_VALUE);
        start();
        for (int round = 0; round < 3; round++) {
            house.round();
        }
        assertThat(house.handler().untilNextRequest().orElseGet(() -> Duration.ZERO),
                is(greaterThan(Duration.ofSeconds(30))));
        port.clearFaults();
        int requests = port.requests().size();
        CompletableFuture<Map<String, Object>> reported = CompletableFuture.supplyAsync(actions::testConnection);
        while (!reported.isDone()) {
            house.time.pass(Duration.ofMillis(5));
        }
        assertThat(port.requests().size(), is(greaterThan(requests)));
        assertThat(reported.join(), hasEntry("state", "The bridge gets answers."));
        assertThat(reported.join().toString(), not(containsString("sample-time")));
    }

    @Test
    void whatServesAnyNumberOfProgramsIsNotReleased() throws IOException {
        try (GatewayHouse gateway = new GatewayHouse(Scenario.SUNNY_DAY)) {
            Thing inverter = gateway.start();
            actions.setThingHandler(Objects.requireNonNull(inverter.getHandler()));
            assertThat(actions.releasePort(30).get("result"), is(false));
            assertThat(actions.releasePort(30), hasKey("reason"));
            assertThat(gateway.status(Objects.requireNonNull(gateway.bridge)), is("ONLINE NONE"));
            assertThat(gateway.status(inverter), is("ONLINE NONE"));
        }
    }

    @Test
    void historyIsFilledInWhereThereIsARecordOnly() {
        start();
        // what a line tells of its record is another matter; that the days make sense is one of the action
        assertThat(InverterActions.backfill(actions, LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)),
                is(Map.of("result", false, "reason", "The first day is after the last one.")));
    }

    @Test
    void eventsAreNoneAsLongAsNothingHappens() {
        start();
        assertThat(InverterActions.lastEvents(actions, null), is("No events seen."));
    }

    @Test
    void theReportIsAboutBridgeAndInverter() throws IOException {
        start();
        String report = report(InverterActions.diagnosticsReport(actions));
        assertThat(report, startsWith("```text\n"));
        assertThat(report, endsWith("```\n"));
        assertThat(report, containsString("\nnetwork "));
        assertThat(report, containsString("\ninverter "));
        assertThat(report, matchesPattern("(?s).*battery#voltage: [\\d.]+ V from 0xA05C\n.*"));
        assertThat(report, not(containsString(serialNumber)));
        assertThat(report, not(containsString("127.0.0.1")));
        assertThat(report(BridgeActions.diagnosticsReport(bridgeActions)), not(containsString("\ninverter ")));
    }

    @Test
    void actionsOfSomethingElseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> InverterActions.lastEvents(bridgeActions, 1));
        assertThrows(IllegalArgumentException.class, () -> InverterActions.refresh(mock(ThingActions.class)));
        assertThrows(IllegalArgumentException.class, () -> BridgeActions.refresh(null));
        assertThrows(IllegalStateException.class, actions::refresh);
    }

    /**
     * A DSL rule calls a static method of either class, whatever actions it has been given: known of openHAB 5.2, which
     * takes one class of two that have a method of that name and those parameters.
     */
    @Test
    void whatBothKindsCanDoMayBeCalledByEitherClass() throws IOException {
        Set<String> both = new TreeSet<>(statics(InverterActions.class));
        both.retainAll(statics(BridgeActions.class));
        assertThat(both, contains("diagnosticsReport [ThingActions]", "refresh [ThingActions]",
                "releasePort [ThingActions, Integer]", "testConnection [ThingActions]"));
        start();
        assertThat(report(BridgeActions.diagnosticsReport(actions)), containsString("\ninverter "));
        assertThat(report(InverterActions.diagnosticsReport(bridgeActions)), not(containsString("\ninverter ")));
        assertThat(whileOpenHabGoesOn(() -> BridgeActions.testConnection(actions)), hasEntry("thing", serialNumber));
        assertThat(whileOpenHabGoesOn(() -> InverterActions.testConnection(bridgeActions)), not(hasKey("thing")));
        BridgeActions.refresh(actions);
        InverterActions.refresh(bridgeActions);
        assertThat(whenFree(() -> BridgeActions.releasePort(actions, 5)), is(Map.of("result", true)));
        assertThat(whenFree(() -> InverterActions.releasePort(bridgeActions, 5)), is(Map.of("result", true)));
    }

    private static String report(String path) throws IOException {
        Path file = Path.of(path);
        String report = Files.readString(file);
        Files.delete(file);
        return report;
    }

    private static List<String> statics(Class<?> actions) {
        return Stream.of(actions.getMethods()).filter(method -> Modifier.isStatic(method.getModifiers()))
                .map(method -> method.getName() + " "
                        + Stream.of(method.getParameterTypes()).map(Class::getSimpleName).toList())
                .toList();
    }
}
