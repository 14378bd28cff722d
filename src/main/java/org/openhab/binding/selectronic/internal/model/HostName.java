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
package org.openhab.binding.selectronic.internal.model;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Converts host names and IP addresses to a normal form for use and comparison: without brackets, surrounding spaces
 * and the trailing dot, in lower case, names with umlauts in their ASCII form (IDN), IPv6 addresses in full.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class HostName {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern BRACKETS = Pattern.compile("^\\[([^\\[\\]]*)]\\.*$");
    private static final Pattern TRAILING_DOTS = Pattern.compile("[.\\s]+$");
    private static final Pattern IPV4 = Pattern
            .compile("(25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})(\\.(25[0-5]|2[0-4][0-9]|[01]?[0-9]{1,2})){3}");

    private HostName() {
    }

    /**
     * @param text a host as entered by a user or found on the network
     * @return the same host in normal form; a text that cannot be a host is returned unchanged
     */
    public static String normal(String text) {
        try {
            return normalOrFail(text);
        } catch (IllegalArgumentException | UnknownHostException e) {
            return text;
        }
    }

    private static String normalOrFail(String text) throws UnknownHostException {
        String host = INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("").strip();
        host = BRACKETS.matcher(host).replaceFirst("$1").strip();
        int zone = host.indexOf('%');
        if (host.contains(":")) {
            // the zone is the name of a network interface, which is case-sensitive
            String address = zone < 0 ? host : host.substring(0, zone);
            String name = zone < 0 ? "" : host.substring(zone).replaceFirst("^%25", "%");
            return literal(address.toLowerCase(Locale.ROOT)) + name;
        }
        // fails where a label is empty or too long
        host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        host = TRAILING_DOTS.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
        return IPV4.matcher(host).matches() ? literal(host) : host;
    }

    /** Returns an IPv4 or IPv6 address in the form of Java. Must not be called with a text that could be a name. */
    private static String literal(String address) throws UnknownHostException {
        return InetAddress.getByName(address.contains(":") ? "[" + address + "]" : address).getHostAddress();
    }
}
