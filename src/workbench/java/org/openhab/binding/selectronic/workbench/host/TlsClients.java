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
package org.openhab.binding.selectronic.workbench.host;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.Jetty;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Creates HTTP clients of the Jetty on the class path, of whichever generation.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TlsClients {
    private TlsClients() {
    }

    /**
     * @param tls what is trusted
     * @return a client that is not started
     */
    public static HttpClient create(SslContextFactory tls) {
        if (Jetty.VERSION.startsWith("9.")) {
            return new HttpClient(tls);
        }
        HttpClient client = new HttpClient();
        try {
            // Jetty 9.4, which this is compiled against, has only the constructor
            HttpClient.class.getMethod("setSslContextFactory", SslContextFactory.Client.class).invoke(client, tls);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No TLS in Jetty " + Jetty.VERSION, e);
        }
        return client;
    }
}
