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
package org.openhab.binding.selectronic.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What the parameter {@code host} may hold, the same for each way.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Hosts {
    private Hosts() {
    }

    /**
     * @param host what was entered
     * @return what is wrong with it, empty if it is a name or an address without anything around it
     */
    static Optional<ConfigurationProblem> problem(@Nullable String host) {
        if (host == null || host.isBlank()) {
            return Optional.of(new ConfigurationProblem(ConfigurationProblem.HOST_MISSING));
        }
        return isHost(host)
                ? Optional.empty()
                : Optional.of(new ConfigurationProblem(ConfigurationProblem.HOST_INVALID));
    }

    /**
     * Whether the text is a host and nothing else: put into an address, it must come out of it unchanged. The rules are
     * those of the addresses that requests are made of, so that nothing passes here that no request can be made for.
     */
    private static boolean isHost(String text) {
        try {
            String host = new URI("http", null, text, -1, null, null, null).getHost();
            return text.equals(host) || ("[" + text + "]").equals(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
