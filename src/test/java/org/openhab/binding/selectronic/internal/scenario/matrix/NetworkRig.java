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
import java.net.Socket;
import java.time.Duration;
import java.util.Map;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.splink.SerialServerOptions;
import org.openhab.binding.selectronic.simulator.splink.SimulatedPort;
import org.openhab.binding.selectronic.simulator.splink.SimulatedSerialServer;
import org.openhab.binding.selectronic.simulator.splink.UnitWords;

/**
 * A serial-to-network adapter with a unit behind it. Its answers are awaited for as long as usual.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class NetworkRig extends NativeRig {
    private final SimulatedPort port;
    private final SimulatedSerialServer adapter;
    private @Nullable Socket stranger;

    NetworkRig(Duration past) throws IOException {
        super(ConnectionType.NETWORK, new Hurry(1), (SSLSocketFactory) SSLSocketFactory.getDefault(), past);
        port = new SimulatedPort(UnitWords.of(simulation(), simulation().unit()), portOptions(1));
        adapter = new SimulatedSerialServer(port, SerialServerOptions.DEFAULT);
    }

    SimulatedSerialServer adapter() {
        return adapter;
    }

    /** Another program takes the adapter. */
    void takeByStranger() {
        try {
            stranger = new Socket(adapter.host(), adapter.port());
            adapter.awaitClient(Duration.ofSeconds(5));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leaveByStranger() {
        Socket present = stranger;
        stranger = null;
        if (present != null) {
            try {
                present.close();
                adapter.awaitIdle(Duration.ofSeconds(5));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    SimulatedPort port() {
        return port;
    }

    @Override
    FaultyLine line() {
        return adapter.line();
    }

    @Override
    void begin() {
        begin(SelectronicBindingConstants.THING_TYPE_NETWORK, Map.of("host", adapter.host(), "port", adapter.port()));
    }

    @Override
    int connectionsOpen() {
        return super.connectionsOpen() - (stranger == null ? 0 : 1);
    }

    @Override
    void clear() {
        leaveByStranger();
        super.clear();
    }

    @Override
    public void close() {
        super.close();
        leaveByStranger();
        adapter.close();
    }
}
