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

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Trusts, for each box, exactly one certificate: the one that it showed at the first contact. Authority, host name and
 * dates do not count, since the box signs for itself; that it is always the same certificate does. Hosts that nobody
 * chose to trust are trusted in nothing.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PinnedTrust extends X509ExtendedTrustManager {
    private static final int HTTPS_PORT = 443;
    private static final String NO_HOST = "nobody chose to trust this host";

    private final Map<String, CertificatePin> pins = new ConcurrentHashMap<>();

    /**
     * @param address a box whose own certificate is accepted
     * @param pin where that certificate is remembered
     */
    public void trust(GatewayAddress address, CertificatePin pin) {
        pins.put(key(address.host(), address.port() == 0 ? HTTPS_PORT : address.port()), pin);
    }

    /** @return TLS for an HTTP client that talks to such boxes only */
    public SslContextFactory.Client sslContextFactory() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{this}, null);
            SslContextFactory.Client factory = new SslContextFactory.Client();
            // a trust manager of this kind decides alone: the host's name, which the certificate does not carry, is not
            // compared behind its back
            factory.setSslContext(context);
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private static String key(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }

    private void check(X509Certificate @Nullable [] chain, @Nullable SSLEngine engine) throws CertificateException {
        CertificatePin pin = engine == null || engine.getPeerHost() == null
                ? null
                : pins.get(key(engine.getPeerHost(), engine.getPeerPort()));
        if (chain == null || chain.length == 0 || pin == null) {
            throw new CertificateException(NO_HOST);
        }
        String presented = fingerprint(chain[0]);
        Optional<String> accepted = pin.fingerprint();
        if (accepted.isEmpty()) {
            pin.accept(presented);
        } else if (!accepted.get().equals(presented)) {
            throw new CertificateChangedException(accepted.get(), presented);
        }
    }

    private static String fingerprint(X509Certificate certificate) throws CertificateEncodingException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String type,
            @Nullable SSLEngine engine) throws CertificateException {
        check(chain, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String type)
            throws CertificateException {
        throw new CertificateException(NO_HOST);
    }

    @Override
    public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String type, @Nullable Socket socket)
            throws CertificateException {
        throw new CertificateException(NO_HOST);
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
