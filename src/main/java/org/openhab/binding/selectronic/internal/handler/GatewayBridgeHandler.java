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

import static org.openhab.binding.selectronic.internal.SelectronicBindingConstants.*;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.config.ConfigurationProblem;
import org.openhab.binding.selectronic.internal.config.GatewayConfiguration;
import org.openhab.binding.selectronic.internal.gateway.Board;
import org.openhab.binding.selectronic.internal.gateway.GatewaySource;
import org.openhab.binding.selectronic.internal.http.CertificatePin;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.HostName;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/**
 * Bridge to the Select.live box on the local network.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class GatewayBridgeHandler extends SourceBridgeHandler {
    private final GatewayClients clients;
    private final CertificatePin pin;
    private volatile @Nullable GatewaySource source;
    private volatile boolean pinning;

    /**
     * @param bridge the thing
     * @param services the services of openHAB
     * @param clients opens the connection
     */
    public GatewayBridgeHandler(Bridge bridge, Services services, GatewayClients clients) {
        super(bridge, services);
        this.clients = clients;
        this.pin = GatewayClients.pin(storage);
    }

    @Override
    public void initialize() {
        GatewayConfiguration config = getConfigAs(GatewayConfiguration.class);
        Optional<ConfigurationProblem> problem = config.problem();
        if (problem.isPresent()) {
            offline(problem.get());
            return;
        }
        pinning = config.https && config.acceptCertificate;
        if (!pinning) {
            // this is how the owner allows another certificate next time
            pin.forget();
        }
        HttpAddress address = addressOf(config);
        GatewaySource source = clients.open(address, Duration.ofSeconds(config.timeout), pinning ? pin : null,
                timing.executor());
        this.source = source;
        begin(source, new Pace(Duration.ofSeconds(config.refreshInterval), Duration.ofSeconds(config.timeout),
                Duration.ZERO));
    }

    private static HttpAddress addressOf(GatewayConfiguration config) {
        String host = config.host;
        if (host == null) {
            throw new IllegalStateException("a configuration without problems has a host");
        }
        return new HttpAddress(HostName.normal(host), config.port, config.https);
    }

    @Override
    ConnectionType connectionType() {
        return ConnectionType.GATEWAY;
    }

    @Override
    protected void identified() {
        GatewaySource source = this.source;
        if (source == null) {
            return;
        }
        Board board = source.board();
        setProperty(PROPERTY_BOARD_ID, board.id());
        setProperty(Thing.PROPERTY_FIRMWARE_VERSION, board.firmware());
        setProperty(Thing.PROPERTY_HARDWARE_VERSION, board.hardware());
        if (!pinning) {
            // openHAB removes a property that is null, and saves the thing even if there was no such property
            if (getThing().getProperties().containsKey(PROPERTY_CERTIFICATE)) {
                updateProperty(PROPERTY_CERTIFICATE, null);
            }
        } else {
            setProperty(PROPERTY_CERTIFICATE, pin.fingerprint().orElse(null));
        }
    }

    /** Updates a property. Keeps it if there is no new value, and writes only changes. */
    private void setProperty(String name, @Nullable String value) {
        if (value != null && !value.equals(getThing().getProperties().get(name))) {
            updateProperty(name, value);
        }
    }
}
