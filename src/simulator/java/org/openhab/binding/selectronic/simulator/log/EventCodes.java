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
package org.openhab.binding.selectronic.simulator.log;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.plant.ChargeStage;
import org.openhab.binding.selectronic.simulator.plant.GeneratorReason;
import org.openhab.binding.selectronic.simulator.plant.GeneratorStatus;
import org.openhab.binding.selectronic.simulator.plant.InverterMode;
import org.openhab.binding.selectronic.simulator.plant.PlantState;

/**
 * Numbers of events, as public clients list them, and which of them a change of the plant brings.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class EventCodes {
    public static final int INITIAL_STAGE = 4;
    public static final int INITIAL_STAGE_END = 5;
    public static final int BULK_STAGE = 6;
    public static final int BULK_STAGE_END = 7;
    public static final int ABSORB_STAGE = 8;
    public static final int ABSORB_STAGE_END = 9;
    public static final int FLOAT_STAGE = 10;
    public static final int LONG_TERM_FLOAT = 11;
    public static final int FLOAT_STAGE_END = 12;
    public static final int EQUALISE_STAGE = 14;
    public static final int EQUALISE_STAGE_END = 16;
    public static final int REMOTE_START = 19;
    public static final int REMOTE_START_END = 20;
    public static final int STATE_OF_CHARGE_RUN = 45;
    public static final int STATE_OF_CHARGE_RUN_END = 46;
    public static final int BATTERY_VOLTS_RUN = 50;
    public static final int IDLE = 60;
    public static final int ECONO = 61;
    public static final int ON = 62;
    public static final int EXERCISE_RUN = 117;
    public static final int RESET = 137;
    public static final int HELD_BY_LOAD = 148;
    public static final int HELD_BY_LOAD_END = 149;
    public static final int RUN_OUTPUT = 162;
    public static final int RUN_OUTPUT_END = 163;
    public static final int START_OUTPUT = 164;
    public static final int START_OUTPUT_END = 165;
    public static final int CONTACTOR = 169;
    public static final int CONTACTOR_END = 170;
    public static final int SOURCE_GONE = 177;
    public static final int STANDALONE = 178;
    public static final int STANDALONE_END = 179;
    public static final int SYNCHRONISED = 201;
    public static final int SYNCHRONISED_END = 202;

    private EventCodes() {
    }

    /** The alert that ends another; some are told once and do not end. */
    public static OptionalInt clearing(int raised) {
        boolean once = raised == 88 || raised >= 108 && raised <= 122 || raised >= 157 && raised <= 159
                || raised >= 174 && raised <= 179 || raised >= 240 && raised <= 253;
        return once ? OptionalInt.empty() : OptionalInt.of(raised + 1);
    }

    /** Operational events between two states, in order. */
    static List<Integer> between(PlantState before, PlantState after) {
        List<Integer> codes = new ArrayList<>();
        stage(before.chargeStage(), after.chargeStage(), codes);
        mode(before.output().mode(), after.output().mode(), codes);
        generator(before, after, codes);
        boolean was = before.source().connected();
        boolean is = after.source().connected();
        if (was != is) {
            codes.add(is ? CONTACTOR : CONTACTOR_END);
            if (is && !after.source().mains()) {
                // a published trip shows 149 while the generator starts, and 148 when it carries the load
                codes.add(HELD_BY_LOAD);
            }
        }
        if (before.source().mains() && !after.source().mains()) {
            codes.add(SOURCE_GONE);
        }
        return codes;
    }

    private static void stage(ChargeStage before, ChargeStage after, List<Integer> codes) {
        if (before == after) {
            return;
        }
        codes.add(switch (before) {
            case INITIAL -> INITIAL_STAGE_END;
            case BULK -> BULK_STAGE_END;
            case ABSORB -> ABSORB_STAGE_END;
            case SHORT_TERM_FLOAT, RETURN_TO_FLOAT, LONG_TERM_FLOAT -> FLOAT_STAGE_END;
            case EQUALISE -> EQUALISE_STAGE_END;
        });
        codes.add(switch (after) {
            case INITIAL -> INITIAL_STAGE;
            case BULK -> BULK_STAGE;
            case ABSORB -> ABSORB_STAGE;
            case SHORT_TERM_FLOAT, RETURN_TO_FLOAT, LONG_TERM_FLOAT -> FLOAT_STAGE;
            case EQUALISE -> EQUALISE_STAGE;
        });
        if (after == ChargeStage.LONG_TERM_FLOAT) {
            codes.add(LONG_TERM_FLOAT);
        }
    }

    private static void mode(InverterMode before, InverterMode after, List<Integer> codes) {
        if (before == after) {
            return;
        }
        if (before == InverterMode.SYNC) {
            codes.add(SYNCHRONISED_END);
        } else if (before == InverterMode.ON && after == InverterMode.SYNC) {
            codes.add(STANDALONE_END);
        }
        switch (after) {
            case IDLE -> codes.add(IDLE);
            case ECONO -> codes.add(ECONO);
            case ON -> {
                if (before != InverterMode.SYNC) {
                    codes.add(ON);
                }
                codes.add(STANDALONE);
            }
            case SYNC -> codes.add(SYNCHRONISED);
        }
    }

    private static void generator(PlantState before, PlantState after, List<Integer> codes) {
        GeneratorStatus was = before.generator().status();
        GeneratorStatus is = after.generator().status();
        if (was == is) {
            return;
        }
        if (is == GeneratorStatus.STARTING) {
            request(after.generator().startReason(), codes);
            codes.add(RUN_OUTPUT);
            codes.add(START_OUTPUT);
        } else if (was == GeneratorStatus.STARTING) {
            codes.add(START_OUTPUT_END);
        }
        if (is == GeneratorStatus.STOPPING) {
            codes.add(HELD_BY_LOAD_END);
            requestEnd(before.generator().startReason(), codes);
            codes.add(RUN_OUTPUT_END);
        }
    }

    private static void request(GeneratorReason reason, List<Integer> codes) {
        switch (reason) {
            case STATE_OF_CHARGE -> codes.add(STATE_OF_CHARGE_RUN);
            case REMOTE_RUN_REQUEST -> codes.add(REMOTE_START);
            case EXERCISE -> codes.add(EXERCISE_RUN);
            case LOW_BATTERY_VOLTS -> {
                codes.add(BATTERY_VOLTS_RUN);
                codes.add(HELD_BY_LOAD_END);
            }
            default -> {
                // others are made at the unit and leave no request
            }
        }
    }

    private static void requestEnd(GeneratorReason reason, List<Integer> codes) {
        if (reason == GeneratorReason.STATE_OF_CHARGE) {
            codes.add(STATE_OF_CHARGE_RUN_END);
        } else if (reason == GeneratorReason.REMOTE_RUN_REQUEST) {
            codes.add(REMOTE_START_END);
        }
    }
}
