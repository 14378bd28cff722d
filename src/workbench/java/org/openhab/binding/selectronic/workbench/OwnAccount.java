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

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.workbench.screen.Texts;
import org.openhab.core.thing.ThingTypeUID;

/**
 * The owner's account at select.live, by the tunnel to its units or by the pages of the portal. Only the binding
 * decides whether its server is to be trusted, and it asks the platform.
 *
 * @param connectionType the way to it, which is also the name of the bridge and of the option
 * @param email the account
 * @param server where its server is, empty for the usual place
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record OwnAccount(String connectionType, String email, Optional<HostAndPort> server) implements ConnectionType {

    private static final String USUAL_HOST = "select.live";

    /** What is shown may be shown to others, so the account is not named. */
    @Override
    public String title(Texts texts) {
        return texts.of("title." + connectionType, server.map(HostAndPort::host).orElse(USUAL_HOST));
    }

    @Override
    public Opened open(AccountPassword password) throws UsageException {
        Map<String, Object> configuration = new HashMap<>(Map.of("email", email, "password", password.of(email)));
        server.ifPresent(address -> {
            configuration.put("host", address.host());
            if (address.port() != 0) {
                configuration.put("port", address.port());
            }
        });
        return new Opened(new ThingTypeUID("selectronic", connectionType), configuration, () -> {
            // nothing was begun
        });
    }

    /** The account, and another server than the usual one. */
    static final class Choice implements ConnectionType.Choice {
        private static final String EMAIL = "[^-@:\\s][^@:\\s]*@[^@:\\s]+";

        private @Nullable String connectionType;
        private String email = "";
        private Optional<HostAndPort> server = Optional.empty();

        @Override
        public boolean take(String option, Iterator<String> rest) throws UsageException {
            switch (option) {
                case "--tunnel", "--portal" -> {
                    if (connectionType != null) {
                        throw new UsageException("one-way");
                    }
                    connectionType = option.substring(2);
                    email = email(Options.value(option, rest));
                }
                case "--host" -> server = Optional.of(HostAndPort.parse(Options.value(option, rest), "host"));
                default -> {
                    return false;
                }
            }
            return true;
        }

        /** What is refused is not repeated: it may hold a password. */
        private static String email(String text) throws UsageException {
            if (!text.matches(EMAIL)) {
                throw new UsageException("tunnel");
            }
            return text;
        }

        @Override
        public Optional<ConnectionType> chosen() throws UsageException {
            String connectionType = this.connectionType;
            if (connectionType == null && server.isPresent()) {
                throw new UsageException("no-tunnel");
            }
            return connectionType == null ? Optional.empty()
                    : Optional.of(new OwnAccount(connectionType, email, server));
        }
    }
}
