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
package org.openhab.binding.selectronic.internal.gateway;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.*;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.net.ssl.SSLEngine;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;

/**
 * One certificate for one box, and nothing else.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PinnedTrustTest {
    private final Pin pin = new Pin();
    private final PinnedTrust trust = new PinnedTrust();
    private final X509Certificate[] chain = {certificate("one")};

    PinnedTrustTest() throws CertificateException {
        trust.trust(new GatewayAddress("Box.lan", 0, true), pin);
    }

    private static final class Pin implements CertificatePin {
        private @Nullable String fingerprint;

        @Override
        public Optional<String> fingerprint() {
            return Optional.ofNullable(fingerprint);
        }

        @Override
        public void accept(String fingerprint) {
            this.fingerprint = fingerprint;
        }

        @Override
        public void forget() {
            fingerprint = null;
        }
    }

    private static X509Certificate certificate(String content) throws CertificateException {
        X509Certificate certificate = mock(X509Certificate.class);
        when(certificate.getEncoded()).thenReturn(content.getBytes(StandardCharsets.US_ASCII));
        return certificate;
    }

    private static SSLEngine peer(String host, int port) {
        SSLEngine engine = mock(SSLEngine.class);
        when(engine.getPeerHost()).thenReturn(host);
        when(engine.getPeerPort()).thenReturn(port);
        return engine;
    }

    @Test
    void theFirstIsAcceptedAndFromThenOnOnlyThat() throws CertificateException {
        trust.checkServerTrusted(chain, "RSA", peer("box.lan", 443));
        // SHA-256 of "one", as sha256sum prints it
        assertThat(pin.fingerprint, startsWith("76:92:C3:AD:35:40:BB:80"));
        trust.checkServerTrusted(chain, "RSA", peer("box.lan", 443));
        X509Certificate[] other = {certificate("two")};
        CertificateChangedException changed = assertThrows(CertificateChangedException.class,
                () -> trust.checkServerTrusted(other, "RSA", peer("box.lan", 443)));
        assertThat(changed.pinned(), is(pin.fingerprint));
        assertThat(changed.presented(), is(not(pin.fingerprint)));
    }

    @Test
    void aHostThatNobodyChoseIsTrustedInNothing() {
        assertThrows(CertificateException.class, () -> trust.checkServerTrusted(chain, "RSA", peer("other.lan", 443)));
        assertThrows(CertificateException.class, () -> trust.checkServerTrusted(chain, "RSA", peer("box.lan", 8443)));
        assertThrows(CertificateException.class,
                () -> trust.checkServerTrusted(new X509Certificate[0], "RSA", peer("box.lan", 443)));
        assertThat(pin.fingerprint().isPresent(), is(false));
    }

    @Test
    void withoutKnowingTheHostNothingIsTrusted() {
        assertThrows(CertificateException.class, () -> trust.checkServerTrusted(chain, "RSA"));
        assertThrows(CertificateException.class, () -> trust.checkServerTrusted(chain, "RSA", (Socket) null));
        assertThrows(CertificateException.class, () -> trust.checkServerTrusted(chain, "RSA", (SSLEngine) null));
    }

    @Test
    void nobodyLogsInToUs() {
        assertThrows(CertificateException.class, () -> trust.checkClientTrusted(chain, "RSA"));
        assertThrows(CertificateException.class, () -> trust.checkClientTrusted(chain, "RSA", (Socket) null));
        assertThrows(CertificateException.class, () -> trust.checkClientTrusted(chain, "RSA", (SSLEngine) null));
        assertThat(trust.getAcceptedIssuers().length, is(0));
    }
}
