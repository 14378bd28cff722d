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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Creates connections to web servers. Each has its own client: no cookies, certificates or kept connections are shared.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface HttpConnections {
    /**
     * @param address where the server is
     * @param limits what a request may cost
     * @return a connection that trusts what openHAB trusts; nothing is opened before the first request
     */
    HttpConnection open(HttpAddress address, HttpLimits limits);

    /**
     * @param address where the server is
     * @param limits what a request may cost
     * @param pin the only trusted certificate; while it is unknown, any certificate is trusted, and the answer contains
     *            its fingerprint
     * @return a connection that trusts that certificate alone; nothing is opened before the first request
     */
    HttpConnection open(HttpAddress address, HttpLimits limits, CertificatePin pin);
}
