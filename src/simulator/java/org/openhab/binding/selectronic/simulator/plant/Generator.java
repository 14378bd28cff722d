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
package org.openhab.binding.selectronic.simulator.plant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A generator under the SP PRO's control: cranks, warms up, carries load for at least its minimum run, cools down,
 * stops.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Generator {
    private enum Phase {
        OFF,
        CRANKING,
        WARMING,
        LOADED,
        COOLING,
        STOPPING
    }

    private static final double CRANK = 10;
    private static final double RAMP = 30;
    private static final double STOP = 10;

    private final GeneratorSettings settings;
    private Phase phase = Phase.OFF;
    private double seconds;
    private GeneratorReason reason = GeneratorReason.NOT_RUNNING;
    private boolean stopWanted;

    Generator(GeneratorSettings settings) {
        this.settings = settings;
    }

    /** Asks for a run; one that is on its way goes on. */
    void start(GeneratorReason why) {
        stopWanted = false;
        if (phase == Phase.OFF) {
            enter(Phase.CRANKING);
            reason = why;
        }
    }

    /** Asks for the end of the run, whatever the state of charge. */
    void stop() {
        stopWanted = true;
    }

    /** Goes on by a time. */
    void run(double elapsed, double soc) {
        seconds += elapsed;
        switch (phase) {
            case OFF -> {
                if (soc <= settings.startSoc()) {
                    start(GeneratorReason.STATE_OF_CHARGE);
                }
            }
            case CRANKING -> enterAfter(CRANK, Phase.WARMING);
            case WARMING -> enterAfter(settings.warmUp().toSeconds(), Phase.LOADED);
            case LOADED -> {
                boolean longEnough = seconds >= settings.minimumRun().toSeconds();
                if (stopWanted || longEnough && soc >= settings.stopSoc()) {
                    enter(Phase.COOLING);
                }
            }
            case COOLING -> enterAfter(settings.coolDown().toSeconds(), Phase.STOPPING);
            case STOPPING -> {
                enterAfter(STOP, Phase.OFF);
                if (phase == Phase.OFF) {
                    reason = GeneratorReason.NOT_RUNNING;
                    stopWanted = false;
                }
            }
        }
    }

    /** Most that it can give now in W. */
    double available() {
        return phase == Phase.LOADED ? settings.rating() * Math.min(1, seconds / RAMP) : 0;
    }

    GeneratorState state(double soc) {
        return switch (phase) {
            case OFF -> GeneratorState.OFF;
            case CRANKING -> new GeneratorState(GeneratorStatus.STARTING, reason, reason, false, false);
            case WARMING ->
                new GeneratorState(GeneratorStatus.RUNNING, reason, GeneratorReason.WARMING_UP, true, false);
            case LOADED -> new GeneratorState(GeneratorStatus.RUNNING, reason,
                    soc >= settings.stopSoc() ? GeneratorReason.MINIMUM_RUN_TIME : reason, true, true);
            case COOLING ->
                new GeneratorState(GeneratorStatus.RUNNING, reason, GeneratorReason.COOLING_DOWN, true, false);
            case STOPPING ->
                new GeneratorState(GeneratorStatus.STOPPING, reason, GeneratorReason.COOLING_DOWN, false, false);
        };
    }

    private void enterAfter(double time, Phase next) {
        if (seconds >= time) {
            enter(next);
        }
    }

    private void enter(Phase next) {
        phase = next;
        seconds = 0;
    }
}
