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
package org.openhab.binding.selectronic.workbench;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.workbench.screen.Texts;
import org.openhab.core.thing.ThingTypeUID;

/**
 * The owner's own Select.live box. It is asked for nothing but what the binding asks it for.
 *
 * @param host its name or address
 * @param port its port, 0 for the usual one
 * @param https whether it is reached over TLS
 * @param acceptCertificate whether its own certificate is accepted
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record OwnGateway(String host, int port, boolean https, boolean acceptCertificate) implements ConnectionType {

    static final ThingTypeUID BRIDGE = new ThingTypeUID("selectronic", "gateway");

    @Override
    public String title(Texts texts) {
        return texts.of("title.gateway", port == 0 ? host : host + ":" + port);
    }

    @Override
    public Opened open(AccountPassword password) {
        return new Opened(BRIDGE,
                Map.of("host", host, "port", port, "https", https, "acceptCertificate", acceptCertificate), () -> {
                    // nothing was begun
                });
    }

    /** Host and port, how it is reached, and whether to trust it. */
    static final class Choice implements ConnectionType.Choice {
        private @Nullable String host;
        private int port;
        private boolean https;
        private boolean acceptCertificate;

        @Override
        public boolean take(String option, Iterator<String> rest) throws UsageException {
            switch (option) {
                case "--gateway" -> address(Options.value(option, rest));
                case "--https" -> https = true;
                case "--accept-certificate" -> acceptCertificate = true;
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void address(String text) throws UsageException {
            HostAndPort address = HostAndPort.parse(text, "gateway");
            host = address.host();
            port = address.port();
        }

        @Override
        public Optional<ConnectionType> chosen() throws UsageException {
            String host = this.host;
            if (host == null && (https || acceptCertificate)) {
                throw new UsageException("no-gateway");
            } else if (acceptCertificate && !https) {
                throw new UsageException("no-https");
            }
            return host == null ? Optional.empty() : Optional.of(new OwnGateway(host, port, https, acceptCertificate));
        }
    }
}
