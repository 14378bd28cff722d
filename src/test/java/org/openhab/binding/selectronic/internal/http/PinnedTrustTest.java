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
package org.openhab.binding.selectronic.internal.http;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.*;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;

import javax.net.ssl.SSLEngine;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * One certificate, and nothing else.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PinnedTrustTest {
    private final Pin pin = new Pin();
    private final PinnedTrust trust = new PinnedTrust(pin);
    private final @NonNullByDefault({}) SSLEngine engine = mock(SSLEngine.class);
    private final X509Certificate[] chain = { certificate("one") };

    PinnedTrustTest() throws CertificateException {
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
        X509Certificate certificate = Objects.requireNonNull(mock(X509Certificate.class));
        when(certificate.getEncoded()).thenReturn(content.getBytes(StandardCharsets.US_ASCII));
        return certificate;
    }

    /** A handshake shows which certificate is there, but not whether it is that of the right server. */
    @Test
    void aHandshakeAloneStoresNothing() throws CertificateException {
        trust.checkServerTrusted(chain, "RSA", engine);
        assertThat(pin.fingerprint().isPresent(), is(false));
    }

    @Test
    void onlyTheAcceptedCertificateIsTrusted() throws CertificateException {
        pin.accept(Fingerprint.of(chain[0]));
        // SHA-256 of "one", as sha256sum prints it
        assertThat(pin.fingerprint, startsWith("76:92:C3:AD:35:40:BB:80"));
        trust.checkServerTrusted(chain, "RSA", engine);
        X509Certificate[] other = { certificate("two") };
        CertificateChangedException changed = assertThrows(CertificateChangedException.class,
                () -> trust.checkServerTrusted(other, "RSA", engine));
        SourceException problem = (SourceException) Objects.requireNonNull(changed.getCause());
        assertThat(problem.problem(), is(Problem.CERTIFICATE_CHANGED));
        assertThat(problem.arguments(), contains(pin.fingerprint, Fingerprint.of(other[0])));
    }

    @Test
    void withoutACertificateOrOutsideTheHttpClientNothingIsTrusted() {
        assertThrows(CertificateException.class, () -> trust.checkServerTrusted(new X509Certificate[0], "RSA", engine));
        assertThrows(CertificateException.class, () -> trust.checkServerTrusted(null, "RSA", engine));
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
