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
 * The owner's own serial-to-network adapter in front of an SP PRO, or a simulated one in another terminal.
 *
 * @param address where it is
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record OwnAdapter(HostAndPort address) implements ConnectionType {
    private static final ThingTypeUID BRIDGE = new ThingTypeUID("selectronic", "network");
    private static final int USUAL_PORT = 10001;

    private int port() {
        return address.port() == 0 ? USUAL_PORT : address.port();
    }

    @Override
    public String title(Texts texts) {
        return texts.of("title.network", address.host() + ":" + port());
    }

    @Override
    public Opened open(AccountPassword password) {
        return new Opened(BRIDGE, Map.of("host", address.host(), "port", port(), "refreshInterval", 2), () -> {
            // nothing was begun
        });
    }

    /** Host and port. */
    static final class Choice implements ConnectionType.Choice {
        private @Nullable HostAndPort address;

        @Override
        public boolean take(String option, Iterator<String> rest) throws UsageException {
            if (!"--network".equals(option)) {
                return false;
            }
            address = HostAndPort.parse(Options.value(option, rest), "network");
            return true;
        }

        @Override
        public Optional<ConnectionType> chosen() {
            HostAndPort address = this.address;
            return address == null ? Optional.empty() : Optional.of(new OwnAdapter(address));
        }
    }
}
