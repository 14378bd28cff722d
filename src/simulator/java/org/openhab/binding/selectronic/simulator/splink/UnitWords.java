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
package org.openhab.binding.selectronic.simulator.splink;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.Simulation;

/**
 * What a port reads: the words of a unit.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@FunctionalInterface
public interface UnitWords {
    /** Words from an address on; those that nothing has written are 0. */
    int[] words(int address, int count);

    /** How often the unit has started. A new start ends every login. */
    default int starts() {
        return 1;
    }

    /** The memory of a unit at the present of its simulation. */
    static UnitWords of(Simulation simulation, SimulatedUnit unit) {
        return new UnitWords() {
            @Override
            public int[] words(int address, int count) {
                simulation.catchUp();
                return unit.words(address, count);
            }

            @Override
            public int starts() {
                simulation.catchUp();
                return unit.starts();
            }
        };
    }

    /** The same of a simulation whose time goes on before each read, so that what is read moves meanwhile. */
    static UnitWords moving(Simulation simulation, SimulatedUnit unit, Duration each) {
        UnitWords words = of(simulation, unit);
        return new UnitWords() {
            @Override
            public int[] words(int address, int count) {
                simulation.advance(each);
                return words.words(address, count);
            }

            @Override
            public int starts() {
                return words.starts();
            }
        };
    }
}
