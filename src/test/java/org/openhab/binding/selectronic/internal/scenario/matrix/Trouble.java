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

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.fault.FaultName;

/**
 * A row of the matrix: something that goes wrong at the other end.
 *
 * @param name its name in the table of expectations
 * @param begin lets it begin
 * @param end puts it right, as far as that does not take the owner
 * @param cure what the owner changes of the bridge, where only that helps
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record Trouble(String name, BiConsumer<Rig, Phase> begin, Consumer<Rig> end, Map<String, Object> cure) {

    static final String NEVER_COMPLETES = "request that never completes";
    private static final Set<String> SLOW = Set.of("hang", "drip", "delay", "noise", "flip-bits");

    /** Whether answers of web pages do not come, or come late. */
    boolean isSlow() {
        return SLOW.contains(name);
    }

    /** A fault that has a name in the simulator. Where it is one of lists, the list is asked for. */
    static Trouble of(FaultName fault) {
        return new Trouble(fault.label(), (rig, phase) -> {
            rig.inject(rig.make(fault));
            switch (fault) {
                case NO_DEVICES, UNKNOWN_IDS, REPLACED_UNIT -> {
                    if (phase != Phase.START) {
                        rig.refreshUnits();
                    }
                }
                default -> {
                    // what is asked for anyway is enough
                }
            }
        }, Rig::clear, Map.of());
    }

    static <R extends Rig> Trouble on(Class<R> kind, String name, BiConsumer<R, Phase> begin, Consumer<R> end,
            Map<String, Object> cure) {
        return new Trouble(name, (rig, phase) -> begin.accept(rig.part(kind), phase), rig -> end.accept(rig.part(kind)),
                cure);
    }

    static <R extends Rig> Trouble on(Class<R> kind, String name, BiConsumer<R, Phase> begin) {
        return on(kind, name, begin, Rig::clear, Map.of());
    }
}
