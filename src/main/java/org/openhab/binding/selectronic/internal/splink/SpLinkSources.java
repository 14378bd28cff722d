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
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.client.AutoSpeedLink;
import org.openhab.binding.selectronic.internal.splink.client.LineSpeed;
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
        AutoSpeedLink.Links links = speed -> ports.get()
                .orElseThrow(() -> new SourceException(Problem.NO_SERIAL_TRANSPORT)).link(port, speed, access.steady());
        AtomicInteger detected = new AtomicInteger(LineSpeed.ALL.get(0));
        return new SpLinkSource(ConnectionType.SERIAL, port, access, unit -> {
            if (baud == 0) {
                return new UnitSession(
                        access.client(new AutoSpeedLink(port, links, detected, access.steady()), "unit",
                                LineSpeed.silence()),
                        () -> ReadCost.serial(detected.get()), access, ConnectionType.SERIAL);
            }
            return new UnitSession(access.client(links.link(baud), "unit", LineSpeed.silence(baud)),
                    () -> ReadCost.serial(baud), access, ConnectionType.SERIAL);
        });
    }

    /**
     * @param host name or address of a network adapter
     * @param port its TCP port
     * @param access everything else that is needed
     * @return the source
     */
    public static SpLinkSource network(String host, int port, NativeAccess access) {
        return new SpLinkSource(ConnectionType.NETWORK, host + ":" + port, access,
                unit -> new UnitSession(
                        access.client(TcpLink.toAdapter(host, port, ADAPTER_TIMEOUT, access.steady()), "unit",
                                LineSpeed.silence()),
                        () -> ReadCost.serial(USUAL_SPEED), access, ConnectionType.NETWORK));
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
        return new SpLinkSource(ConnectionType.TUNNEL, host + ":" + port, access, new SpLinkSource.Sessions() {
            @Override
            public UnitSession session(String unit) {
                return new UnitSession(access.client(link(unit), "unit " + unit, TunnelLink.TIMEOUT),
                        () -> ReadCost.TUNNEL, access, ConnectionType.TUNNEL);
            }

            @Override
            public @Nullable TunnelLink list() {
                return link("");
            }

            private TunnelLink link(String unit) {
                return new TunnelLink(TcpLink.secure(host, port, TunnelLink.TIMEOUT, access.steady(), tls), account,
                        unit, TunnelLink.TIMEOUT, access.steady());
            }
        });
    }
}
