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
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.action.BridgeActions;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.config.PortalConfiguration;
import org.openhab.binding.selectronic.internal.discovery.InverterDiscoveryService;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HostName;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.binding.selectronic.internal.portal.PortalAccount;
import org.openhab.binding.selectronic.internal.portal.PortalSource;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.binding.ThingHandlerService;

/**
 * Bridge to the systems of an account through the web pages of select.live.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortalBridgeHandler extends CredentialBridgeHandler {
    /** Longest duration of one poll. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(30);

    private final Timing timing;
    private final PortalServices services;
    private final ThingStorage storage;

    /**
     * @param bridge the thing
     * @param timing the clocks and the executor
     * @param services the services that the bridge needs
     */
    public PortalBridgeHandler(Bridge bridge, Timing timing, PortalServices services) {
        super(bridge, timing, services.refused());
        this.timing = timing;
        this.services = services;
        this.storage = services.memory().ofThing(bridge.getUID().getAsString());
    }

    @Override
    public void initialize() {
        PortalConfiguration config = getConfigAs(PortalConfiguration.class);
        Optional<ConfigurationProblem> problem = config.problem();
        if (problem.isPresent()) {
            offline(StatusText.of(problem.get()));
            return;
        }
        Duration interval = Duration.ofSeconds(config.refreshInterval);
        PortalSource source = new PortalSource(services.opener().open(HostName.normal(config.host), config.port),
                new PortalAccount(String.valueOf(config.email).strip(), String.valueOf(config.password)),
                new PortalSource.Memory(credentials(), storage, this::readers), interval,
                new PortalSource.Means(timing.clock(), timing.wall(), timing.executor(), timing.random()),
                services.zones()::getTimeZone);
        begin(source, new Pace(interval, LONGEST_ATTEMPT, Duration.ZERO));
    }

    @Override
    protected void forget() {
        super.forget();
        storage.clear();
    }

    @Override
    ConnectionType connectionType() {
        return ConnectionType.PORTAL;
    }

    @Override
    public Collection<Class<? extends ThingHandlerService>> getServices() {
        return List.of(InverterDiscoveryService.class, BridgeActions.class);
    }
}
