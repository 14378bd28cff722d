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
package org.openhab.binding.selectronic.internal.handler;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.config.PortalConfiguration;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HostName;
import org.openhab.binding.selectronic.internal.portal.PortalAccount;
import org.openhab.binding.selectronic.internal.portal.PortalSource;
import org.openhab.core.thing.Bridge;

/**
 * Bridge to the systems of an account through the web pages of select.live.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortalBridgeHandler extends CredentialBridgeHandler {
    /** Longest duration of one poll. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(30);

    private final PortalClients clients;

    /**
     * @param bridge the thing
     * @param services the services of openHAB
     * @param clients opens the connection
     */
    public PortalBridgeHandler(Bridge bridge, Services services, PortalClients clients) {
        super(bridge, services);
        this.clients = clients;
    }

    @Override
    public void initialize() {
        PortalConfiguration config = getConfigAs(PortalConfiguration.class);
        Optional<ConfigurationProblem> problem = config.problem();
        if (problem.isPresent()) {
            offline(problem.get());
            return;
        }
        Duration interval = Duration.ofSeconds(config.refreshInterval);
        PortalAccount account = new PortalAccount(new HttpAddress(HostName.normal(config.host), config.port, true),
                String.valueOf(config.email).strip(), String.valueOf(config.password));
        PortalSource source = new PortalSource(clients.open(account.server(), PortalSource.LIMITS), account, interval,
                new PortalSource.Services(credentials(), storage, this::readers, services.texts()::zone), timing);
        begin(source, new Pace(interval, LONGEST_ATTEMPT, Duration.ZERO));
    }

    @Override
    ConnectionType connectionType() {
        return ConnectionType.PORTAL;
    }
}
