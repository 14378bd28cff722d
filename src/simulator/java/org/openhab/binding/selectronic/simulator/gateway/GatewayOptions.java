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
package org.openhab.binding.selectronic.simulator.gateway;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How a simulated gateway behaves.
 *
 * @param port to listen on, 0 for any free one
 * @param https whether it speaks TLS with a certificate of its own
 * @param keepAlive whether a connection serves more than one request
 * @param liveGeneratorStatus whether {@code gen_status} follows the unit; on real gateways users see it stay at 0
 * @param hangTime how long the paths hang that hang on a real gateway
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record GatewayOptions(int port, boolean https, boolean keepAlive, boolean liveGeneratorStatus,
        Duration hangTime) {

    /** Plain HTTP on any free port, as a real gateway otherwise. */
    public static final GatewayOptions DEFAULT = new GatewayOptions(0, false, true, false, Duration.ofMinutes(1));

    public GatewayOptions withPort(int newPort) {
        return new GatewayOptions(newPort, https, keepAlive, liveGeneratorStatus, hangTime);
    }

    public GatewayOptions withHttps() {
        return new GatewayOptions(port, true, keepAlive, liveGeneratorStatus, hangTime);
    }

    public GatewayOptions withoutKeepAlive() {
        return new GatewayOptions(port, https, false, liveGeneratorStatus, hangTime);
    }

    public GatewayOptions withLiveGeneratorStatus() {
        return new GatewayOptions(port, https, keepAlive, true, hangTime);
    }

    public GatewayOptions withHangTime(Duration newHangTime) {
        return new GatewayOptions(port, https, keepAlive, liveGeneratorStatus, newHangTime);
    }
}
