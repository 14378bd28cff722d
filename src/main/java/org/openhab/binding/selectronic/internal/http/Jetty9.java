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
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Origin;
import org.openhab.binding.selectronic.internal.model.HostName;

/**
 * Jetty 9.4, which openHAB 5.1 and 5.2 ship.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Jetty9 implements JettyGeneration {
    @Override
    public String version() {
        return "9.4.";
    }

    @Override
    public JettyLine<?> open(HttpClient client, HttpAddress address, ByteLimit limit) {
        Jetty9Line line = new Jetty9Line(limit);
        client.resolveDestination(new Origin(address.scheme(), HostName.normal(address.host()), address.effectivePort(),
                Jetty9Line.COUNTED)).newConnection(line);
        return line;
    }
}
