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

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Trusts exactly one certificate, or any as long as none was accepted. Authority, host name and dates do not count,
 * since such a server signs for itself; that it is always the same certificate does. Nothing is stored here: only an
 * answer shows that the certificate is that of the right server.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PinnedTrust extends X509ExtendedTrustManager {
    private static final String NOT_FOR_SOCKETS = "only connections of the HTTP client are checked";

    private final CertificatePin pin;

    /** @param pin which certificate is trusted */
    PinnedTrust(CertificatePin pin) {
        this.pin = pin;
    }

    private void check(X509Certificate @Nullable [] chain) throws CertificateException {
        if (chain == null || chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        String presented = Fingerprint.of(chain[0]);
        Optional<String> accepted = pin.fingerprint();
        if (accepted.isPresent() && !accepted.get().equals(presented)) {
            throw new CertificateChangedException(accepted.get(), presented);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String type,
            @Nullable SSLEngine engine) throws CertificateException {
        if (engine == null) {
            throw new CertificateException(NOT_FOR_SOCKETS);
        }
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String type)
            throws CertificateException {
        throw new CertificateException(NOT_FOR_SOCKETS);
    }

    @Override
    public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String type, @Nullable Socket socket)
            throws CertificateException {
        throw new CertificateException(NOT_FOR_SOCKETS);
    }

    @Override
    public void checkClientTrusted(X509Certificate @Nullable [] chain, @Nullable String type)
            throws CertificateException {
        throw new CertificateException("nobody logs in to us");
    }

    @Override
    public void checkClientTrusted(X509Certificate @Nullable [] chain, @Nullable String type, @Nullable Socket socket)
            throws CertificateException {
        throw new CertificateException("nobody logs in to us");
    }

    @Override
    public void checkClientTrusted(X509Certificate @Nullable [] chain, @Nullable String type,
            @Nullable SSLEngine engine) throws CertificateException {
        throw new CertificateException("nobody logs in to us");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
