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
import org.openhab.binding.selectronic.internal.gateway.GatewayAddress;
import org.openhab.binding.selectronic.internal.gateway.GatewaySource;
import org.openhab.binding.selectronic.internal.http.CertificatePin;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpConnections;
import org.openhab.binding.selectronic.internal.http.HttpLimits;
import org.openhab.binding.selectronic.internal.http.JettyConnections;
import org.openhab.core.io.net.http.HttpClientFactory;
import org.openhab.core.storage.Storage;

/**
 * Connects bridges to their gateways. Each configuration of each bridge gets an HTTP client of its own, which ends with
 * it: whatever was trusted, kept or negotiated before is gone.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class GatewayClients {
    private static final String CONSUMER = "selectronic", CERTIFICATE = "certificate";

    private final HttpClientFactory factory;
    private final StoredTexts fingerprints;

    /**
     * @param factory where HTTP clients come from
     * @param fingerprints where accepted certificates are stored, by thing
     */
    public GatewayClients(HttpClientFactory factory, Storage<String> fingerprints) {
        this.factory = factory;
        this.fingerprints = new StoredTexts(fingerprints);
    }

    /**
     * @param address where a gateway is
     * @param timeout the longest that one request may take
     * @param pin the gateway's own certificate if the owner chose to accept it, null to trust what openHAB trusts
     * @param executor where requests that took too long are ended and the client is stopped
     * @return the source, which has a client of its own
     */
    GatewaySource open(GatewayAddress address, Duration timeout, @Nullable CertificatePin pin, Executor executor) {
        HttpConnections connections = new JettyConnections(tls -> tls == null
                ? factory.createHttpClient(CONSUMER)
                : factory.createHttpClient(CONSUMER, tls), executor);
        HttpLimits limits = GatewaySource.limits(timeout);
        HttpConnection connection = pin == null
                ? connections.open(address.server(), limits)
                : connections.open(address.server(), limits, pin);
        return new GatewaySource(connection, pin);
    }

    /**
     * @param thing the thing that stands for the gateway
     * @return what is stored about it
     */
    StoredTexts notesOf(String thing) {
        return fingerprints.ofThing(thing);
    }

    /**
     * @param notes what is stored about a gateway
     * @return where the certificate of that gateway is stored
     */
    static CertificatePin pin(StoredTexts notes) {
        return new CertificatePin() {
            @Override
            public Optional<String> fingerprint() {
                return Optional.ofNullable(notes.get(CERTIFICATE));
            }

            @Override
            public void accept(String fingerprint) {
                notes.keep(CERTIFICATE, fingerprint);
            }

            @Override
            public void forget() {
                notes.remove(CERTIFICATE);
            }
        };
    }
}
