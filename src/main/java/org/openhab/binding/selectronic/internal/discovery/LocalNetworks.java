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
package org.openhab.binding.selectronic.internal.discovery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The hosts of the private networks that this machine is on: never more than the 254 around its own address, never a
 * public address.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class LocalNetworks {
    private static final int LARGEST_NETWORK = 24;
    private static final int LAST_HOST = 254;

    private LocalNetworks() {
    }

    /** @return the addresses, in order, without this machine's own */
    static List<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>();
        for (InterfaceAddress address : addresses()) {
            if (address.getAddress() instanceof Inet4Address own && own.isSiteLocalAddress()) {
                hosts.addAll(neighbours(own, address.getNetworkPrefixLength()));
            }
        }
        return List.copyOf(hosts);
    }

    /**
     * @param own an address of this machine
     * @param prefix the length of the network's prefix
     * @return the other hosts of its network, those of its /24 where that is larger
     */
    static List<String> neighbours(Inet4Address own, int prefix) {
        byte[] bytes = own.getAddress();
        int self = bytes[3] & 0xFF;
        int mask = prefix <= LARGEST_NETWORK ? 0 : 0xFF & (0xFF << (32 - Math.min(prefix, 32)));
        List<String> hosts = new ArrayList<>();
        for (int host = 1; host <= LAST_HOST; host++) {
            if (host != self && (host & mask) == (self & mask)) {
                bytes[3] = (byte) host;
                hosts.add(text(bytes));
            }
        }
        return hosts;
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are always an address", e);
        }
    }

    private static List<InterfaceAddress> addresses() {
        List<InterfaceAddress> addresses = new ArrayList<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback() && !network.isPointToPoint()) {
                    addresses.addAll(network.getInterfaceAddresses());
                }
            }
        } catch (SocketException e) {
            // a machine whose interfaces cannot be listed has no networks to look at
            return List.of();
        }
        return addresses;
    }
}
