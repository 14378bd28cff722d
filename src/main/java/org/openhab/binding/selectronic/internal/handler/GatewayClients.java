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
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.gateway.GatewaySource;
import org.openhab.binding.selectronic.internal.http.CertificatePin;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpLimits;
import org.openhab.binding.selectronic.internal.http.JettyConnections;
import org.openhab.core.io.net.http.HttpClientFactory;

/**
 * Connects bridges to their gateways. With TLS each configuration of each bridge has its own HTTP client, so that
 * certificates of an earlier configuration are not reused; without, gateways share one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class GatewayClients {
    private static final String CONSUMER = "selectronic", CERTIFICATE = "certificate";

    private final HttpClientFactory factory;
    private @Nullable JettyConnections connections;

    /** @param factory provides HTTP clients */
    public GatewayClients(HttpClientFactory factory) {
        this.factory = factory;
    }

    /**
     * @param address the address of a gateway
     * @param timeout the longest duration of one request
     * @param pin the gateway's own certificate if the owner chose to accept it, null to trust what openHAB trusts
     * @param executor where requests that took too long are ended and the client is stopped
     * @return the source
     */
    GatewaySource open(HttpAddress address, Duration timeout, @Nullable CertificatePin pin, Executor executor) {
        JettyConnections connections = connections(executor);
        HttpLimits limits = GatewaySource.limits(timeout);
        HttpConnection connection = pin != null ? connections.open(address, limits, pin)
                : address.https() ? connections.open(address, limits) : connections.openShared(address, limits);
        return new GatewaySource(connection, pin);
    }

    private synchronized JettyConnections connections(Executor executor) {
        JettyConnections connections = this.connections;
        if (connections == null) {
            connections = new JettyConnections(
                    tls -> tls == null ? factory.createHttpClient(CONSUMER) : factory.createHttpClient(CONSUMER, tls),
                    executor);
            this.connections = connections;
        }
        return connections;
    }

    /**
     * @param storage the storage of a gateway
     * @return the stored certificate of that gateway
     */
    static CertificatePin pin(ThingStorage storage) {
        return new CertificatePin() {
            @Override
            public Optional<String> fingerprint() {
                return Optional.ofNullable(storage.get(CERTIFICATE));
            }

            @Override
            public void accept(String fingerprint) {
                storage.keep(CERTIFICATE, fingerprint);
            }

            @Override
            public void forget() {
                storage.remove(CERTIFICATE);
            }
        };
    }
}
