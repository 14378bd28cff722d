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
package org.openhab.binding.selectronic.internal.http;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Names and URLs of a server.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class HttpAddressTest {
    @Test
    void urlsAndNames() {
        HttpAddress usual = new HttpAddress("192.0.2.7", 0, false);
        assertThat(usual.url("/devices"), is("http://192.0.2.7/devices"));
        assertThat(usual.name(), is("192.0.2.7"));
        HttpAddress other = new HttpAddress("box.lan", 8443, true);
        assertThat(other.url("/board"), is("https://box.lan:8443/board"));
        assertThat(other.name(), is("box.lan:8443"));
        HttpAddress six = new HttpAddress("2001:db8::7", 8000, false);
        assertThat(six.url("/devices"), is("http://[2001:db8::7]:8000/devices"));
        HttpAddress bracketed = new HttpAddress("[2001:db8::7]", 8000, false);
        assertThat(bracketed.url("/devices"), is(six.url("/devices")));
    }
}
