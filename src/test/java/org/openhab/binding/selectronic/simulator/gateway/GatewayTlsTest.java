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
package org.openhab.binding.selectronic.simulator.gateway;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;

/**
 * TLS with a certificate that nobody else has signed, and its change.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GatewayTlsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void onlyTheClientThatTrustsTheCertificateGetsThrough() throws Exception {
        try (SimulatedGateway gateway = new SimulatedGateway(Simulation.still(Scenario.NIGHT),
                GatewayOptions.DEFAULT.withHttps())) {
            X509Certificate first = gateway.certificate().orElseThrow();
            int port = gateway.port();
            Browser trusting = new Browser(trusting(first), gateway.uri(), PATIENCE);
            assertThat(trusting.json(gateway.pointPath()).get("item_count").getAsInt(), is(22));
            Browser strict = new Browser(gateway.uri(), PATIENCE);
            assertThrows(SSLHandshakeException.class, () -> strict.get(gateway.pointPath()));

            gateway.changeCertificate();
            assertThat(gateway.port(), is(port));
            assertThat(gateway.certificate().orElseThrow(), is(not(first)));
            Browser stale = new Browser(trusting(first), gateway.uri(), PATIENCE);
            assertThrows(SSLHandshakeException.class, () -> stale.get(gateway.pointPath()));
            Browser fresh = new Browser(trusting(gateway.certificate().orElseThrow()), gateway.uri(), PATIENCE);
            assertThat(fresh.json(gateway.pointPath()).get("item_count").getAsInt(), is(22));
        }
    }

    private static HttpClient trusting(X509Certificate certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("gateway", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
