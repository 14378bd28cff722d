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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Where something is on the network, as a person types it: {@code HOST} or {@code HOST:PORT}.
 *
 * @param host name or address
 * @param port TCP port, 0 if none was given
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
record HostAndPort(String host, int port) {
    private static final int LARGEST_PORT = 65535;
    private static final String PORT = "[1-9]\\d{0,4}";

    /**
     * @param text what was typed
     * @param complaint the key of the text that says what is wrong with it
     * @return its parts
     * @throws UsageException if it is something else
     */
    static HostAndPort parse(String text, String complaint) throws UsageException {
        int colon = colon(text);
        int port = colon == text.length() ? 0 : Integer.parseInt(text.substring(colon + 1));
        if (colon == 0 || text.isBlank() || text.startsWith("-") || text.contains("/") || port > LARGEST_PORT) {
            throw new UsageException(complaint, text);
        }
        return new HostAndPort(text.substring(0, colon), port);
    }

    /** An address of IPv6 has colons of its own, and stands in brackets if a port follows. */
    private static int colon(String text) {
        int colon = text.lastIndexOf(':');
        boolean portFollows = colon > 0 && text.substring(colon + 1).matches(PORT)
                && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        return portFollows ? colon : text.length();
    }
}
