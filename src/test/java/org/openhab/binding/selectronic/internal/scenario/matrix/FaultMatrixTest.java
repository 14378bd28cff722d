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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openhab.binding.selectronic.simulator.fault.FaultName;
import org.openhab.binding.selectronic.simulator.log.HeaderFault;
import org.openhab.binding.selectronic.simulator.log.RecordFault;
import org.openhab.binding.selectronic.simulator.portal.SessionEnd;
import org.openhab.binding.selectronic.simulator.splink.LoggedOut;
import org.openhab.binding.selectronic.simulator.splink.PortFaults;
import org.openhab.binding.selectronic.simulator.splink.TunnelState;

/**
 * Every fault of the simulator on every connection, at the first contact, in steady state, during back-fill and while
 * things
 * are disposed of: status, text, recovery, values that are true, nothing left behind, nothing secret told. What is
 * expected stands in a table of its own; what came of it is printed as a matrix.
 * <p>
 * Many cells wait for answers that never come; they are tried side by side, each in a thread group of its own. Answers
 * are waited for in real time, which on a busy machine makes some of them late: a cell that went wrong is tried again
 * by itself.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class FaultMatrixTest {
    /** Whether every cell is tried, or the choice that fits into a build. */
    private static final boolean WHOLE = Boolean.getBoolean("selectronic.matrix.whole");
    /** Whether only the connections over HTTP are tried, with another generation of Jetty. */
    private static final boolean HTTP = Boolean.getBoolean("selectronic.matrix.http");
    private static final String ONLY = Objects.requireNonNull(System.getProperty("selectronic.matrix.only", ""));
    private static final int SIDE_BY_SIDE = 16;
    /** The cells of several connections that a build tries: each starts a box, a tunnel and a portal. */
    private static final Set<String> OF_ALTERNATIVES = Set.of("refused start", "refused steady", "hang steady",
            "unit-restart steady", "port silence steady", "cut back-fill");

    private static final long PATIENCE_SECONDS = 600;

    private final ExpectationTable table = ExpectationTable.read();

    private static Map<String, Trouble> troubles() {
        return Stream
                .of(WebTroubleList.all(), PortTroubleList.all(), PortalTroubleList.all(), TunnelTroubleList.all(),
                        LogTroubleList.all())
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Trouble::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    @TestFactory
    Stream<DynamicTest> everyTroubleOnEveryConnectionInEveryPhase() throws Exception {
        Map<String, Trouble> troubles = troubles();
        Matrix matrix = new Matrix(table, WHOLE);
        Map<Matrix.Cell, Future<Outcome>> trials = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try (TraceLog log = new TraceLog()) {
            for (Matrix.Cell cell : matrix.cells()) {
                if (!matrix.isImpossible(cell) && (WHOLE || isChosen(cell)) && cell.label().contains(ONLY)
                        && (!HTTP || isHttp(cell))) {
                    trials.put(cell, pool.submit(() -> apart(cell, trial(troubles, cell, log))));
                }
            }
            pool.shutdown();
            for (Map.Entry<Matrix.Cell, Future<Outcome>> trial : trials.entrySet()) {
                Outcome outcome = outcome(trial.getValue());
                if (!outcome.complaints().isEmpty()) {
                    pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    matrix.again(trial.getKey(), outcome);
                    trial.setValue(alone(trial.getKey(), trial(troubles, trial.getKey(), log)));
                    outcome = outcome(trial.getValue());
                }
                matrix.put(trial.getKey(), outcome);
            }
        }
        matrix.write();
        Objects.requireNonNull(System.out).println(matrix.summary());
        return matrix.cells().stream().filter(trials::containsKey).map(cell -> DynamicTest.dynamicTest(cell.label(),
                () -> assertThat(outcome(Objects.requireNonNull(trials.get(cell))).complaints(), is(empty()))));
    }

    private Trial trial(Map<String, Trouble> troubles, Matrix.Cell cell, TraceLog log) {
        return new Trial(Objects.requireNonNull(troubles.get(cell.trouble())),
                Objects.requireNonNull(table.rows().get(cell.trouble())), cell.setUp(), cell.phase(), log);
    }

    /**
     * Side by side on a busy machine a good answer may come too late, in real time. So what goes wrong is tried once
     * more by itself; what goes wrong again is wrong. The matrix tells which cells these were.
     */
    private static Future<Outcome> alone(Matrix.Cell cell, Trial trial) {
        FutureTask<Outcome> again = new FutureTask<>(() -> apart(cell, trial));
        again.run();
        return again;
    }

    private static boolean isHttp(Matrix.Cell cell) {
        return cell.setUp() == SetUp.GATEWAY || cell.setUp() == SetUp.PORTAL;
    }

    /**
     * In a build: each trouble at the start and in steady state, and of the rest what differs most. A serial port is a
     * network adapter but for its plug, and so is a tunnel once it stands; a log is first read at the start. What
     * follows the answers of a web page does not depend on the generation of Jetty.
     */
    private static boolean isChosen(Matrix.Cell cell) {
        if (HTTP && cell.phase() == Phase.STEADY) {
            return false;
        }
        if (cell.setUp() == SetUp.ALTERNATIVES) {
            return OF_ALTERNATIVES.contains(cell.trouble() + " " + cell.phase().label());
        }
        boolean log = cell.trouble().startsWith("log ") || cell.trouble().startsWith("record ");
        return switch (cell.phase()) {
            case START ->
                log ? cell.setUp() == SetUp.NETWORK : cell.setUp() != SetUp.SERIAL || isOf(cell, "port ", "request ");
            case STEADY -> !log && (isOf(cell, "tunnel ", "request ")
                    || cell.setUp() != SetUp.SERIAL && cell.setUp() != SetUp.TUNNEL);
            case BACK_FILL -> log ? cell.setUp() == SetUp.NETWORK
                    : List.of("refused", "hang", "cut", "server-error", "session unauthorized", "port data-crc",
                            "unit-restart", "tunnel dropped").contains(cell.trouble());
            case DISPOSE ->
                List.of("refused", "hang", "drip", "huge-body", "too-many-requests", "port silence", "tunnel busy")
                        .contains(cell.trouble());
        };
    }

    private static boolean isOf(Matrix.Cell cell, String... kinds) {
        return Stream.of(kinds).anyMatch(cell.trouble()::startsWith);
    }

    private static Outcome apart(Matrix.Cell cell, Trial trial) throws InterruptedException, ExecutionException {
        FutureTask<Outcome> task = new FutureTask<>(trial::run);
        new Thread(new ThreadGroup(cell.label()), task, cell.label()).start();
        return Objects.requireNonNull(task.get());
    }

    private static Outcome outcome(Future<Outcome> trial) throws InterruptedException {
        try {
            return Objects.requireNonNull(trial.get());
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            Throwable deepest = cause instanceof ExecutionException && cause.getCause() != null
                    ? Objects.requireNonNull(cause.getCause())
                    : cause;
            return new Outcome("", "", null, null, null, Duration.ZERO, false,
                    List.of(deepest + " at " + List.of(deepest.getStackTrace()).subList(0, 3)));
        }
    }

    /** Nothing that the simulator can do is forgotten, and no row is about nothing. */
    @Test
    void everyFaultHasARow() {
        List<String> needed = new ArrayList<>();
        Stream.of(FaultName.values()).forEach(fault -> needed.add(fault.label()));
        Stream.of(PortFaults.class.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()))
                .forEach(method -> needed
                        .add("port " + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)));
        Stream.of(LoggedOut.values()).forEach(end -> needed.add("logged-out " + label(end)));
        Stream.of(SessionEnd.values()).forEach(end -> needed.add("session " + label(end)));
        Stream.of(TunnelState.values()).filter(state -> state != TunnelState.READY)
                .forEach(state -> needed.add("tunnel " + label(state)));
        Stream.of(HeaderFault.values()).forEach(fault -> needed.add("log " + label(fault)));
        Stream.of(RecordFault.values()).forEach(fault -> needed.add("record " + label(fault)));
        assertThat(table.rows().keySet(), hasItems(needed.toArray(String[]::new)));
        assertThat(table.rows().keySet(), is(troubles().keySet().stream().collect(Collectors.toSet())));
    }

    /** Each cell can be read, and each rule that one refers to is explained. */
    @Test
    void everyRuleIsExplained() {
        for (ExpectationTable.Row row : table.rows().values()) {
            for (SetUp setUp : SetUp.values()) {
                for (Phase phase : Phase.values()) {
                    Expected cell = row.cell(setUp, phase);
                    if (cell.isNone()) {
                        assertThat(table.rules(), hasKey(cell.about()));
                    }
                }
            }
        }
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
