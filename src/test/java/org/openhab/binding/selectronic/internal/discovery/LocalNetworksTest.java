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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may be asked by a scan. Nothing is sent here.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LocalNetworksTest {
    private static List<String> neighbours(String own, int prefix) throws UnknownHostException {
        return LocalNetworks.neighbours((Inet4Address) InetAddress.getByName(own), prefix);
    }

    @ParameterizedTest
    @CsvSource({ "192.168.1.20, 24, 253, 192.168.1.1, 192.168.1.254", "10.20.30.40, 8, 253, 10.20.30.1, 10.20.30.254",
            "172.16.5.130, 25, 126, 172.16.5.128, 172.16.5.254", "192.168.1.20, 28, 15, 192.168.1.16, 192.168.1.31",
            "192.168.1.20, 30, 3, 192.168.1.21, 192.168.1.23" })
    void neverMoreThanTheNeighbours(String own, int prefix, int count, String first, String last)
            throws UnknownHostException {
        List<String> hosts = neighbours(own, prefix);
        assertThat(hosts.size(), is(count));
        assertThat(hosts.get(0), is(first));
        assertThat(hosts.get(count - 1), is(last));
        assertThat(hosts, not(hasItem(own)));
    }

    @Test
    void aSingleAddressHasNoNeighbours() throws UnknownHostException {
        assertThat(neighbours("192.168.1.20", 32), is(empty()));
    }

    @Test
    void onlyPrivateAddressesAreCandidates() throws UnknownHostException {
        for (String host : LocalNetworks.hosts()) {
            assertThat(host, InetAddress.getByName(host).isSiteLocalAddress(), is(true));
        }
    }

    private static LocalNetworks.Network network(String device, String own) throws UnknownHostException {
        return new LocalNetworks.Network(device, (Inet4Address) InetAddress.getByName(own), 24);
    }

    @Test
    void theOrderDoesNotDependOnContainersAndTunnels() throws UnknownHostException {
        List<String> hosts = LocalNetworks.hosts(List.of(network("docker0", "172.17.0.1"),
                network("br-12ab", "172.18.0.1"), network("eth0", "192.168.1.20")));
        assertThat(hosts.subList(0, 3), contains("192.168.1.1", "172.17.0.2", "172.18.0.2"));
        assertThat(hosts.indexOf("192.168.1.200"), is(lessThan(3 * 200)));
    }

    @Test
    void ofAnyNumberOfNetworksOnlySomeAreLookedAtThoseOfTheHouseFirst() throws UnknownHostException {
        List<LocalNetworks.Network> networks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            networks.add(network("br-" + i, "172.17." + i + ".1"));
        }
        networks.add(network("wlan0", "192.168.1.20"));
        List<String> hosts = LocalNetworks.hosts(networks);
        assertThat(hosts, hasItem("192.168.1.254"));
        assertThat(hosts.size(), is(LocalNetworks.MOST_NETWORKS * 253));
    }

    @Test
    void twoCardsInOneNetworkAreOneNetworkWithoutEither() throws UnknownHostException {
        List<String> hosts = LocalNetworks
                .hosts(List.of(network("eth0", "192.168.1.20"), network("wlan0", "192.168.1.21")));
        assertThat(hosts.size(), is(252));
        assertThat(hosts, not(hasItems("192.168.1.20", "192.168.1.21")));
    }
}
