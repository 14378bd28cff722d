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

import java.io.IOException;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.splink.LineDevice;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPty;
import org.openhab.core.io.transport.serial.SerialPortManager;

/**
 * A serial port that can be pulled out and plugged in: one of the system where it can be had, else an imitation.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
interface SerialPlug extends AutoCloseable {
    /** Which of both it is. */
    static String kind() {
        return SimulatedPty.obstacle().map(why -> "an imitated port, because: " + why)
                .orElseGet(() -> "a pseudo terminal of this system");
    }

    static SerialPlug of(LineDevice device) throws IOException {
        return SimulatedPty.obstacle().isEmpty() ? new PtyPlug(device) : new ImitatedPlug(device);
    }

    String name();

    /** Knows the port, if it is plugged in. */
    SerialPortManager ports();

    /** The line behind it. */
    FaultyLine line();

    void pull();

    /** Plugs it in anew, also when its line has been cut. */
    void plugIn() throws IOException;

    /** What of the port is open in this process. */
    List<String> openHere();

    @Override
    void close();
}
