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
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.fault.LineFault;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.UnitWords;
import org.openhab.core.io.transport.serial.PortInUseException;
import org.openhab.core.io.transport.serial.SerialPortIdentifier;
import org.openhab.core.io.transport.serial.SerialPortManager;

/**
 * A unit at a serial port.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SerialRig extends NativeRig {
    private static final int HURRY = 2;

    private final SimulatedPort port;
    private final SerialPlug plug;
    private final boolean speedKnown;
    private volatile boolean takenByStranger;

    /** @param speedKnown whether the owner has set the speed; otherwise it is found out */
    SerialRig(Duration past, boolean speedKnown) throws IOException {
        super(ConnectionType.SERIAL, new Hurry(HURRY), (SSLSocketFactory) SSLSocketFactory.getDefault(), past);
        this.speedKnown = speedKnown;
        port = new SimulatedPort(UnitWords.of(simulation(), simulation().unit()), portOptions(1));
        plug = SerialPlug.of(port);
        installTransport();
    }

    private void installTransport() {
        SerialPortManager ports = plug.ports();
        house.installSerialTransport(new SerialPortManager() {
            @Override
            public @Nullable SerialPortIdentifier getIdentifier(@Nullable String name) {
                SerialPortIdentifier found = ports.getIdentifier(String.valueOf(name));
                return found != null && takenByStranger ? new Taken(found.getName()) : found;
            }

            @Override
            public java.util.stream.Stream<SerialPortIdentifier> getIdentifiers() {
                return ports.getIdentifiers();
            }
        });
    }

    /** A port that another program has open. */
    private record Taken(String name) implements SerialPortIdentifier {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public org.openhab.core.io.transport.serial.SerialPort open(String owner, int timeout)
                throws PortInUseException {
            throw new PortInUseException(new IOException("busy"));
        }

        @Override
        public boolean isCurrentlyOwned() {
            return true;
        }

        @Override
        public @Nullable String getCurrentOwner() {
            return "SP LINK";
        }
    }

    void takeByStranger() {
        takenByStranger = true;
    }

    @Override
    SimulatedPort port() {
        return port;
    }

    @Override
    FaultyLine line() {
        return plug.line();
    }

    @Override
    void begin() {
        begin(SelectronicBindingConstants.THING_TYPE_SERIAL,
                Map.of("serialPort", plug.name(), "speed", speedKnown ? 57600 : 0));
    }

    /** A line that is refused, cut or reset is a cable that is pulled. */
    @Override
    void inject(Fault fault) {
        if (fault instanceof LineFault.Refuse) {
            plug.pull();
        } else {
            super.inject(fault);
        }
    }

    @Override
    void clear() {
        takenByStranger = false;
        super.clear();
        try {
            plug.plugIn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The line behind a pseudo terminal is open as long as that is plugged in; what counts is who has its file open.
     */
    @Override
    int connectionsOpen() {
        return 0;
    }

    @Override
    List<String> filesOpen() {
        return java.util.stream.Stream.concat(super.filesOpen().stream(), plug.openHere().stream()).toList();
    }

    @Override
    public void close() {
        super.close();
        plug.close();
    }
}
