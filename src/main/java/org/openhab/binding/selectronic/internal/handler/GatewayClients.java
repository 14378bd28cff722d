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

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.component.LifeCycle;
import org.openhab.binding.selectronic.internal.gateway.CertificatePin;
import org.openhab.binding.selectronic.internal.gateway.GatewayAddress;
import org.openhab.binding.selectronic.internal.gateway.PinnedTrust;
import org.openhab.core.io.net.http.HttpClientFactory;
import org.openhab.core.storage.Storage;

/**
 * The HTTP clients of all gateways: openHAB's common one, and one of our own for those whose certificate the owner
 * chose to accept. It is made when the first such gateway turns up, and serves them all.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class GatewayClients implements AutoCloseable {
    private final HttpClientFactory factory;
    private final Storage<String> fingerprints;
    private final PinnedTrust trust = new PinnedTrust();
    private @Nullable HttpClient pinned;

    /**
     * @param factory where HTTP clients come from
     * @param fingerprints where accepted certificates are remembered, by thing
     */
    public GatewayClients(HttpClientFactory factory, Storage<String> fingerprints) {
        this.factory = factory;
        this.fingerprints = fingerprints;
    }

    /** @return the client for plain HTTP, and for HTTPS with a certificate that the world trusts */
    HttpClient common() {
        return factory.getCommonHttpClient();
    }

    /**
     * @param address where a gateway is whose own certificate is accepted
     * @param pin which certificate that is
     * @return the client for it
     */
    synchronized HttpClient pinned(GatewayAddress address, CertificatePin pin) {
        trust.trust(address, pin);
        HttpClient client = pinned;
        if (client == null) {
            client = factory.createHttpClient("selectronic", trust.sslContextFactory());
            LifeCycle.start(client);
            pinned = client;
        }
        return client;
    }

    /**
     * @param thing the thing that stands for the gateway
     * @return where the certificate of that gateway is remembered
     */
    CertificatePin pinOf(String thing) {
        return new CertificatePin() {
            @Override
            public Optional<String> fingerprint() {
                return Optional.ofNullable(fingerprints.get(thing));
            }

            @Override
            public void accept(String fingerprint) {
                fingerprints.put(thing, fingerprint);
            }

            @Override
            public void forget() {
                fingerprints.remove(thing);
            }
        };
    }

    @Override
    public synchronized void close() {
        HttpClient client = pinned;
        pinned = null;
        if (client != null) {
            LifeCycle.stop(client);
        }
    }
}
