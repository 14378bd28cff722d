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
package org.openhab.binding.selectronic.simulator;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.fault.FaultName;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * What was asked for on the command line.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SimulatorOptions {
    /** A day in two minutes. */
    static final double FAST = 720;

    /** What the detailed log holds is somewhat less. */
    private static final int MOST_PAST = 60;
    private static final int USUAL_PAST = 2;

    static final String USAGE = """
            Usage: ./try --simulator [OPTION]...
            A simulated SP PRO on this machine alone, for an openHAB or any other client. Runs until Ctrl-C.

              --port N         gateway on this port (any free one)
              --splink-port N  native protocol through a serial-to-network adapter, on this port
              --pty PATH       native protocol on a serial port of this name (Linux, needs socat)
              --tunnel-port N  native protocol through a tunnel, on this port
              --portal-port N  the select.live portal, on this port
              --scenario NAME  %s
                               (sunny-day)
              --clock WHICH    real: the clock of this machine (without this option);
                               scenario: as if it were the hour at which the scenario begins
              --fast           a day in two minutes
              --seed N         other clouds, other kettles (1)
              --units N        inverters on the gateway, 1 to 9 (1)
              --past DAYS      how much their logs hold already, 0 to 60 (2)
              --https          TLS with a certificate of its own
              --key FILE       keep the key of HTTPS, tunnel and portal in this file; without it
                               there is another one each time, which no client can trust for long
              --old-unit       answer reads before the log-in, as older units do
              --fault NAME     what goes wrong: %s
            """.formatted(folded(Stream.of(Scenario.values()).map(Scenario::label)),
            folded(Stream.of(FaultName.values()).map(FaultName::label)));

    private int port;
    private Scenario scenario = Scenario.SUNNY_DAY;
    private boolean hourOfScenario;
    private double speed = 1;
    private long seed = 1;
    private int units = 1;
    private int past = USUAL_PAST;
    private boolean https;
    private boolean oldUnit;
    private Optional<Path> key = Optional.empty();
    private Optional<FaultName> fault = Optional.empty();
    private OtherConnections connectionTypes = OtherConnections.NONE;

    private SimulatorOptions() {
    }

    /** Reads a command line; an {@link IllegalArgumentException} says what is wrong with it. */
    static SimulatorOptions of(String... arguments) {
        SimulatorOptions options = new SimulatorOptions();
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            options.take(Objects.requireNonNull(left.remove()), left);
        }
        return options;
    }

    private void take(String option, Deque<String> left) {
        switch (option) {
            case "--port" -> port = port(option, left);
            case "--scenario" -> scenario = scenario(value(option, left));
            case "--clock" -> hourOfScenario = hourOfScenario(value(option, left));
            case "--fast" -> speed = FAST;
            case "--seed" -> seed = number(option, left, Long.MIN_VALUE, Long.MAX_VALUE);
            case "--units" -> units = (int) number(option, left, 1, 9);
            case "--past" -> past = (int) number(option, left, 0, MOST_PAST);
            case "--https" -> https = true;
            case "--key" -> key = Optional.of(Path.of(value(option, left)));
            case "--old-unit" -> oldUnit = true;
            case "--fault" -> fault = Optional.of(fault(value(option, left)));
            case "--splink-port" -> connectionTypes = connectionTypes.withNetwork(port(option, left));
            case "--pty" -> connectionTypes = connectionTypes.withPty(Path.of(value(option, left)));
            case "--tunnel-port" -> connectionTypes = connectionTypes.withTunnel(port(option, left));
            case "--portal-port" -> connectionTypes = connectionTypes.withPortal(port(option, left));
            default -> throw new IllegalArgumentException("Unknown option " + option);
        }
    }

    /** @return the port of the gateway, 0 for any free one */
    int port() {
        return port;
    }

    Scenario scenario() {
        return scenario;
    }

    /** @return whether it is the scenario's hour of the day; else it is that of this machine */
    boolean hourOfScenario() {
        return hourOfScenario;
    }

    /** @return seconds of plant time for a second */
    double speed() {
        return speed;
    }

    /** @return the seed of everything left to chance */
    long seed() {
        return seed;
    }

    /** @return the number of inverters on the gateway */
    int units() {
        return units;
    }

    /** @return how many days their logs hold already */
    int past() {
        return past;
    }

    /** @return whether the gateway speaks HTTPS */
    boolean https() {
        return https;
    }

    /** @return whether the units answer before the log-in */
    boolean oldUnit() {
        return oldUnit;
    }

    /** @return where the key is kept; empty for another one each time */
    Optional<Path> key() {
        return key;
    }

    /** @return what goes wrong all the time, if anything */
    Optional<FaultName> fault() {
        return fault;
    }

    /** @return the connections beside the gateway */
    OtherConnections connectionTypes() {
        return connectionTypes;
    }

    private static int port(String option, Deque<String> left) {
        return (int) number(option, left, 0, 65535);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException("Option " + option + " needs a value");
        }
        return Objects.requireNonNull(left.remove());
    }

    private static long number(String option, Deque<String> left, long lowest, long highest) {
        String text = value(option, left);
        try {
            long number = Long.parseLong(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Option " + option + " needs a number, not " + text, e);
        }
        throw new IllegalArgumentException("Option " + option + " goes from " + lowest + " to " + highest);
    }

    private static Scenario scenario(String name) {
        return Scenario.byName(name).orElseThrow(() -> new IllegalArgumentException("No scenario " + name));
    }

    private static boolean hourOfScenario(String name) {
        return switch (name) {
            case "real" -> false;
            case "scenario" -> true;
            default -> throw new IllegalArgumentException("No clock " + name);
        };
    }

    private static FaultName fault(String name) {
        return FaultName.byName(name).orElseThrow(() -> new IllegalArgumentException("No fault " + name));
    }

    private static String folded(Stream<String> names) {
        StringBuilder text = new StringBuilder();
        int width = 0;
        for (String name : names.collect(Collectors.toList())) {
            if (width + name.length() > 75) {
                text.append("\n                   ");
                width = 0;
            }
            text.append(name).append(' ');
            width += name.length() + 1;
        }
        return text.toString().stripTrailing();
    }
}
