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
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Lists the hosts of the private networks that this machine is connected to: at most the 254 around its address in each
 * network, never a public address, and a limited number of networks, those typical for a house first.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class LocalNetworks {
    /** Maximum number of networks that are scanned. */
    static final int MOST_NETWORKS = 8;

    private static final int LARGEST_NETWORK = 24;
    private static final int LAST_HOST = 254;
    /** Names of interfaces that only lead to containers, virtual machines and tunnels. */
    private static final Pattern WITHOUT_DEVICES = Pattern.compile(
            "(docker|br-|veth|virbr|vbox|vmnet|vnet|lxc|lxd|cni|flannel|cali|podman|hassio|zt|tailscale|tun|tap|wg|ppp)"
                    + ".*");

    /**
     * A network that this machine is connected to.
     *
     * @param device the name of the network interface
     * @param own the address of this machine
     * @param prefix the length of the network's prefix
     */
    record Network(String device, Inet4Address own, int prefix) {
        boolean mayHaveDevices() {
            return !WITHOUT_DEVICES.matcher(device).matches();
        }
    }

    private LocalNetworks() {
    }

    /** @return the addresses, without those of this machine */
    static List<String> hosts() {
        return hosts(networks());
    }

    /**
     * @param networks the networks of this machine
     * @return the other hosts of each: the first of all networks, then the second of all, and so on
     */
    static List<String> hosts(List<Network> networks) {
        Set<String> own = networks.stream().map(network -> network.own().getHostAddress()).collect(Collectors.toSet());
        List<List<String>> all = networks.stream().filter(network -> network.own().isSiteLocalAddress())
                .sorted(Comparator.comparing(network -> !network.mayHaveDevices()))
                .map(network -> neighbours(network.own(), network.prefix())).distinct().limit(MOST_NETWORKS).toList();
        Set<String> hosts = new LinkedHashSet<>();
        for (int place = 0; place < LAST_HOST; place++) {
            for (List<String> network : all) {
                if (place < network.size() && !own.contains(network.get(place))) {
                    hosts.add(network.get(place));
                }
            }
        }
        return List.copyOf(hosts);
    }

    /**
     * @param own an address of this machine
     * @param prefix the length of the network's prefix
     * @return the other hosts of its network, or of its /24 if the network is larger
     */
    static List<String> neighbours(Inet4Address own, int prefix) {
        String address = own.getHostAddress();
        String network = address.substring(0, address.lastIndexOf('.') + 1);
        int self = own.getAddress()[3] & 0xFF;
        int mask = prefix <= LARGEST_NETWORK ? 0 : 0xFF & (0xFF << (32 - Math.min(prefix, 32)));
        return IntStream.rangeClosed(1, LAST_HOST).filter(host -> host != self && (host & mask) == (self & mask))
                .mapToObj(host -> network + host).toList();
    }

    private static List<Network> networks() {
        List<Network> networks = new ArrayList<>();
        try {
            for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (device.isUp() && !device.isLoopback() && !device.isPointToPoint()) {
                    for (InterfaceAddress address : device.getInterfaceAddresses()) {
                        if (address.getAddress() instanceof Inet4Address own) {
                            networks.add(new Network(device.getName(), own, address.getNetworkPrefixLength()));
                        }
                    }
                }
            }
        } catch (SocketException e) {
            // no networks to scan if the interfaces cannot be listed
            return List.of();
        }
        return networks;
    }
}
