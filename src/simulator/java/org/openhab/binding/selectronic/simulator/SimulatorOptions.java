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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.fault.FaultName;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * What was asked for on the command line.
 *
 * @param port to listen on, 0 for any free one
 * @param speed seconds of plant time for a second
 * @param seed of everything left to chance
 * @param units number of inverters on the gateway
 * @param past how many days their logs hold already
 * @param fault what goes wrong all the time, if anything
 * @param ways beside the gateway
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record SimulatorOptions(int port, Scenario scenario, double speed, long seed, int units, int past,
        boolean https,
        Optional<FaultName> fault, OtherWays ways) {
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
              --fast           a day in two minutes
              --seed N         other clouds, other kettles (1)
              --units N        inverters on the gateway, 1 to 9 (1)
              --past DAYS      how much their logs hold already, 0 to 60 (2)
              --https          TLS with a certificate of its own
              --fault NAME     what goes wrong: %s
            """.formatted(folded(Stream.of(Scenario.values()).map(Scenario::label)),
            folded(Stream.of(FaultName.values()).map(FaultName::label)));

    /** Reads a command line; an {@link IllegalArgumentException} says what is wrong with it. */
    static SimulatorOptions of(String... arguments) {
        SimulatorOptions options = new SimulatorOptions(0, Scenario.SUNNY_DAY, 1, 1, 1, USUAL_PAST, false,
                Optional.empty(),
                OtherWays.NONE);
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            options = options.with(left.remove(), left);
        }
        return options;
    }

    private SimulatorOptions with(String option, Deque<String> left) {
        return switch (option) {
            case "--port" ->
                new SimulatorOptions(port(option, left), scenario, speed, seed, units, past, https, fault, ways);
            case "--scenario" ->
                new SimulatorOptions(port, scenario(value(option, left)), speed, seed, units, past, https,
                        fault, ways);
            case "--fast" -> new SimulatorOptions(port, scenario, FAST, seed, units, past, https, fault, ways);
            case "--seed" -> new SimulatorOptions(port, scenario, speed,
                    number(option, left, Long.MIN_VALUE, Long.MAX_VALUE), units, past, https, fault, ways);
            case "--units" -> new SimulatorOptions(port, scenario, speed, seed, (int) number(option, left, 1, 9),
                    past, https, fault, ways);
            case "--past" -> new SimulatorOptions(port, scenario, speed, seed, units,
                    (int) number(option, left, 0, MOST_PAST), https, fault, ways);
            case "--https" -> new SimulatorOptions(port, scenario, speed, seed, units, past, true, fault, ways);
            case "--fault" -> new SimulatorOptions(port, scenario, speed, seed, units, past, https,
                    Optional.of(fault(value(option, left))), ways);
            case "--splink-port" -> with(ways.withNetwork(port(option, left)));
            case "--pty" -> with(ways.withPty(Path.of(value(option, left))));
            case "--tunnel-port" -> with(ways.withTunnel(port(option, left)));
            case "--portal-port" -> with(ways.withPortal(port(option, left)));
            default -> throw new IllegalArgumentException("Unknown option " + option);
        };
    }

    private SimulatorOptions with(OtherWays newWays) {
        return new SimulatorOptions(port, scenario, speed, seed, units, past, https, fault, newWays);
    }

    private static int port(String option, Deque<String> left) {
        return (int) number(option, left, 0, 65535);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException("Option " + option + " needs a value");
        }
        return left.remove();
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
