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
package org.openhab.binding.selectronic.internal.scenario;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/**
 * A box that signs for itself.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class GatewayCertificateTest {
    private static final Map<String, Object> ACCEPTING = Map.of("https", true, "acceptCertificate", true);

    private static GatewayHouse house() {
        return new GatewayHouse(Scenario.SUNNY_DAY, GatewayOptions.DEFAULT.withHttps());
    }

    private static String fingerprint(GatewayHouse house) throws java.security.GeneralSecurityException {
        byte[] encoded = house.gateway.certificate().orElseThrow().getEncoded();
        return java.util.HexFormat.ofDelimiter(":").withUpperCase()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(encoded));
    }

    @Test
    void withoutTheOwnersWordItIsNotTrusted() {
        try (GatewayHouse house = house()) {
            house.start(Map.of("https", true), Map.of());
            assertThat(house.status(Objects.requireNonNull(house.bridge)),
                    startsWith("OFFLINE COMMUNICATION_ERROR @text/offline.tls-failed [\"127.0.0.1:"));
        }
    }

    @Test
    void theFirstCertificateIsRememberedAndShown() throws java.security.GeneralSecurityException {
        try (GatewayHouse house = house()) {
            Thing inverter = house.start(ACCEPTING, Map.of());
            assertThat(house.status(inverter), is("ONLINE NONE"));
            Bridge bridge = Objects.requireNonNull(house.bridge);
            assertThat(bridge.getProperties(), hasEntry("certificateFingerprint", fingerprint(house)));
        }
    }

    @Test
    void anotherCertificateIsRefusedUntilTheOwnerSaysOtherwise()
            throws IOException, java.security.GeneralSecurityException {
        try (GatewayHouse house = house()) {
            Thing inverter = house.start(ACCEPTING, Map.of());
            String before = fingerprint(house);
            house.gateway.changeCertificate();
            house.rounds(Duration.ofMinutes(2));
            Bridge bridge = Objects.requireNonNull(house.bridge);
            assertThat(house.status(bridge), is("OFFLINE CONFIGURATION_ERROR @text/offline.certificate-changed [\""
                    + before + "\", \"" + fingerprint(house) + "\"]"));
            assertThat(house.status(inverter), is("OFFLINE BRIDGE_OFFLINE"));
            Objects.requireNonNull(bridge.getHandler())
                    .handleConfigurationUpdate(new HashMap<>(Map.of("acceptCertificate", false)));
            house.endRound();
            Objects.requireNonNull(bridge.getHandler())
                    .handleConfigurationUpdate(new HashMap<>(Map.of("acceptCertificate", true)));
            house.endRound();
            assertThat(house.status(bridge), is("ONLINE NONE"));
            assertThat(bridge.getProperties(), hasEntry("certificateFingerprint", fingerprint(house)));
        }
    }

    @Test
    void theClientForItIsStoppedInTheEnd() {
        GatewayHouse house = house();
        house.start(ACCEPTING, Map.of());
        assertThat(house.http.leftRunning(), is(1L));
        house.openHab.dispose(Objects.requireNonNull(house.bridge));
        house.time.settle();
        assertThat(house.http.leftRunning(), is(0L));
        house.close();
    }
}
