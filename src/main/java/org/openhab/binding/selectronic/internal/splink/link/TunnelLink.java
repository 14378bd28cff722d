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
package org.openhab.binding.selectronic.internal.splink.link;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * A link through the server of select.live to a unit whose gateway is connected there. One session per unit.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TunnelLink implements Link {
    /** Known servers: the first is verified, the second is reported to serve gateways of the second generation. */
    public static final List<String> HOSTS = List.of("select.live", "splink-api.selectlive.selectronic.com.au");
    /** TCP port of the servers. */
    public static final int PORT = 7528;
    /** Timeout of the known clients for the server, and for a unit behind it. */
    public static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Link server;
    private final TunnelAccount account;
    private final String serialNumber;
    private final Duration timeout;
    private final Clock clock;
    private volatile @Nullable TunnelDialogue dialogue;

    /**
     * @param server the secure connection to the server, not open
     * @param account the account to log in with
     * @param serialNumber the serial number of the unit
     * @param timeout timeout of each answer of the server
     * @param clock provides the time
     */
    public TunnelLink(Link server, TunnelAccount account, String serialNumber, Duration timeout, Clock clock) {
        this.server = server;
        this.account = account;
        this.serialNumber = serialNumber;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * Lists the available units and closes the connection again.
     *
     * @param server the secure connection to the server, not open
     * @param account the account to log in with
     * @param timeout timeout of each answer of the server
     * @param clock provides the time
     * @return the units that the account has access to
     * @throws SourceException if the list cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    public static List<TunnelUnit> units(Link server, TunnelAccount account, Duration timeout, Clock clock)
            throws SourceException, InterruptedException {
        checkNotRefused(account);
        try {
            server.open();
            TunnelDialogue dialogue = new TunnelDialogue(server, timeout, clock);
            dialogue.logIn(account);
            List<TunnelUnit> units = dialogue.units();
            dialogue.quit();
            return units;
        } finally {
            server.close();
        }
    }

    /** Fails for a refused account, which is not used again before its owner has saved the thing. */
    private static void checkNotRefused(TunnelAccount account) throws SourceException {
        if (account.credential().isRefused()) {
            throw new SourceException(Problem.ACCOUNT_REFUSED);
        }
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public void open() throws SourceException, InterruptedException {
        if (!serialNumber.matches("\\d{1,10}")) {
            throw new SourceException(Problem.TUNNEL_REJECTED, serialNumber.replaceAll("\\p{Cntrl}", ""));
        }
        checkNotRefused(account);
        boolean ready = false;
        server.open();
        try {
            TunnelDialogue opening = new TunnelDialogue(server, timeout, clock);
            opening.logIn(account);
            opening.connect(serialNumber);
            dialogue = opening;
            ready = true;
        } finally {
            if (!ready) {
                server.close();
            }
        }
    }

    @Override
    public void write(byte[] bytes) throws SourceException {
        server.write(bytes);
    }

    /** Returns bytes that arrived together with the last line first, since they belong to the unit. */
    @Override
    public int read(byte[] buffer, Duration timeout) throws SourceException, InterruptedException {
        TunnelDialogue opening = dialogue;
        int rest = opening == null ? 0 : opening.takeRemaining(buffer);
        return rest > 0 ? rest : server.read(buffer, timeout);
    }

    @Override
    public void close() {
        dialogue = null;
        server.close();
    }
}
