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

import java.util.ServiceLoader;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpClient;

/**
 * What differs between the generations of Jetty. Their classes share names, so each implementation is compiled against
 * its own Jetty and named in {@code META-INF/services}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
interface JettyGeneration {
    /** @return how the version numbers of this generation begin */
    String version();

    /**
     * @param client a started client
     * @param address where the server is
     * @param limit the limit of each answer
     * @return a new connection, which is not open yet
     */
    JettyLine<?> open(HttpClient client, HttpAddress address, ByteLimit limit);

    /**
     * @param version the version of Jetty that openHAB ships
     * @return its generation
     * @throws IllegalStateException if the binding does not support it
     */
    static JettyGeneration of(String version) {
        return ServiceLoader.load(JettyGeneration.class, JettyGeneration.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get).filter(generation -> version.startsWith(generation.version()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Jetty 9.4 or 12 is needed, this is Jetty " + version));
    }
}
