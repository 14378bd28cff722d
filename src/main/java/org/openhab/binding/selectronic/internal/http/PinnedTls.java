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

import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * TLS in which each connection is checked. A resumed session would skip the check, so every connection has a context of
 * its own, with no session to resume.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PinnedTls extends SslContextFactory.Client {
    private final PinnedTrust trust;

    /** @param pin the one certificate that is trusted */
    PinnedTls(CertificatePin pin) {
        this.trust = new PinnedTrust(pin);
        // a trust manager of this kind decides alone: the host's name, which the certificate does not carry, is not
        // compared in addition
        setSslContext(context());
    }

    private SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] { trust }, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    @Override
    public SSLEngine newSSLEngine(@Nullable String host, int port) {
        SSLEngine engine = context().createSSLEngine(host, port);
        customize(engine);
        return engine;
    }
}
