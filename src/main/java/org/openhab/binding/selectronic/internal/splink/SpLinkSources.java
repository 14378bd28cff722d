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
package org.openhab.binding.selectronic.internal.splink;

import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.client.LineSpeed;
import org.openhab.binding.selectronic.internal.splink.client.SpLinkClient;
import org.openhab.binding.selectronic.internal.splink.link.Link;
import org.openhab.binding.selectronic.internal.splink.link.SerialLinks;
import org.openhab.binding.selectronic.internal.splink.link.TcpLink;
import org.openhab.binding.selectronic.internal.splink.link.TunnelAccount;
import org.openhab.binding.selectronic.internal.splink.link.TunnelLink;
import org.openhab.binding.selectronic.internal.splink.memory.ReadCost;

/**
 * Creates the sources of the three native connections.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SpLinkSources {
    /** Default speed of an adapter's serial side; only the plan of reads depends on it. */
    private static final int USUAL_SPEED = 57600;
    private static final Duration ADAPTER_TIMEOUT = Duration.ofSeconds(5);

    private SpLinkSources() {
    }

    /**
     * @param ports creates links to serial ports; called for each connection, empty while serial ports are not
     *            available
     * @param port name of the port
     * @param baud its speed, 0 to detect it
     * @param access everything else that is needed
     * @return the source
     */
    public static SpLinkSource serial(Provider<Optional<SerialLinks>> ports, String port, int baud,
            NativeAccess access) {
        return new SingleUnitSource(ConnectionType.SERIAL, port, access, new SerialOpening(ports, port, baud, access));
    }

    /** Detects the speed if it is unknown, and again if no answer is understood at the detected speed. */
    private static final class SerialOpening implements SingleUnitSource.Opening {
        private final Provider<Optional<SerialLinks>> ports;
        private final String port;
        private final int baud;
        private final NativeAccess access;
        private int likely = LineSpeed.ALL.get(0);

        SerialOpening(Provider<Optional<SerialLinks>> ports, String port, int baud, NativeAccess access) {
            this.ports = ports;
            this.port = port;
            this.baud = baud;
            this.access = access;
        }

        @Override
        public UnitSession open(SingleUnitSource.Attempt attempt) throws SourceException, InterruptedException {
            SerialLinks links = ports.get().orElseThrow(() -> new SourceException(Problem.NO_SERIAL_TRANSPORT));
            likely = baud != 0 ? baud : LineSpeed.search(likely, candidate -> {
                Link link = links.link(port, candidate, access.steady());
                attempt.trying(link);
                return link;
            }, access.steady());
            return session(links.link(port, likely, access.steady()), likely, LineSpeed.silence(likely), access,
                    ConnectionType.SERIAL);
        }

        @Override
        public boolean isRepeatedAfter(SourceException failure) {
            return baud == 0 && (failure.problem() == Problem.NO_INVERTER || failure.problem() == Problem.LINE_SHARED);
        }
    }

    /**
     * @param host name or address of a network adapter
     * @param port its TCP port
     * @param access everything else that is needed
     * @return the source
     */
    public static SpLinkSource network(String host, int port, NativeAccess access) {
        return new SingleUnitSource(ConnectionType.NETWORK, host + ":" + port, access,
                attempt -> session(TcpLink.toAdapter(host, port, ADAPTER_TIMEOUT, access.steady()), USUAL_SPEED,
                        LineSpeed.silence(), access, ConnectionType.NETWORK));
    }

    private static UnitSession session(Link link, int baud, Duration silence, NativeAccess access,
            ConnectionType connectionType) {
        return new UnitSession(
                new SpLinkClient(link, access.password(), access.credential("unit"), silence, access.steady()),
                ReadCost.serial(baud), access, connectionType);
    }

    /**
     * @param host the server of the tunnel
     * @param port its TCP port
     * @param account the account to log in with
     * @param tls creates secure connections
     * @param access everything else that is needed
     * @return the source
     */
    public static SpLinkSource tunnel(String host, int port, TunnelAccount account, SSLSocketFactory tls,
            NativeAccess access) {
        return new TunnelSource(access, account,
                () -> TcpLink.secure(host, port, TunnelLink.TIMEOUT, access.steady(), tls));
    }
}
