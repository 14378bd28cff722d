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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Tests {@link HostName}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class HostNameTest {
    @ParameterizedTest
    @CsvSource({ "box,BOX", "box,' box '", "box,box.", "box,'Box. '", "box,\u00a0box", "box,bo\u200bx",
            "select_live,Select_Live", "xn--gert-noa.lan,Gerät.lan", "xn--gert-noa.lan,gera\u0308t.lan",
            "192.168.1.20,192.168.1.20.", "192.168.1.20,192.168.001.020", "192.168.1.20,::ffff:192.168.1.20",
            "192.168.1.20,[192.168.1.20]", "fe80::1%eth0,[fe80::1%eth0]", "fe80::1%eth0,FE80::1%eth0",
            "fe80::1%eth0,fe80:0:0:0:0:0:0:1%25eth0", "2001:db8::a,[2001:DB8:0:0::A]",
            "2001:db8::a,2001:0db8:0000:0000:0000:0000:0000:000a" })
    void formsOfOneHostAreOne(String one, String other) {
        assertThat(HostName.normal(other), is(HostName.normal(one)));
    }

    @ParameterizedTest
    @CsvSource({ "fe80::1%eth0,fe80::1%eth1", "192.168.1.2,192.168.1.20", "box,box2", "select_live,select-live" })
    void otherHostsStayOthers(String one, String other) {
        assertThat(HostName.normal(other), is(not(HostName.normal(one))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ".", "[", "[]", ":", "%", "::%", "a..b", "999.1.1.1", "[fe80::1", "http://box/",
            "[ box ]", "box .", "\u0130:1", "\u00a3\u00a8 \u249c.\u0130" })
    void whatIsNoHostHarmsNobody(String text) {
        assertThat(HostName.normal(text), is(HostName.normal(HostName.normal(text))));
    }

    @Property(tries = 1000)
    void theNormalFormOfANormalFormIsItself(@ForAll String text) {
        String normal = HostName.normal(text);
        assertThat(HostName.normal(normal), is(normal));
    }
}
