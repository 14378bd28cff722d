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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.TestHttpClients;
import org.openhab.binding.selectronic.internal.gateway.GatewaySource;
import org.openhab.binding.selectronic.internal.http.CertificatePin;
import org.openhab.binding.selectronic.internal.http.HttpAddress;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.fault.JsonFaults;
import org.openhab.binding.selectronic.simulator.gateway.GatewayOptions;
import org.openhab.binding.selectronic.simulator.gateway.SimulatedGateway;
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
            house.endPollCycle();
            Objects.requireNonNull(bridge.getHandler())
                    .handleConfigurationUpdate(new HashMap<>(Map.of("acceptCertificate", true)));
            house.endPollCycle();
            assertThat(house.status(bridge), is("ONLINE NONE"));
            assertThat(bridge.getProperties(), hasEntry("certificateFingerprint", fingerprint(house)));
        }
    }

    /** Also after an alarm: whatever is kept of the time before must not make the next certificate a welcome one. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void switchedOffAndOnAgainTheNextCertificateIsPinnedAndNoOtherAccepted(boolean keepAlive) throws Exception {
        GatewayOptions options = keepAlive ? GatewayOptions.DEFAULT : GatewayOptions.DEFAULT.withoutKeepAlive();
        try (GatewayHouse house = new GatewayHouse(Scenario.SUNNY_DAY, options.withHttps())) {
            Thing inverter = house.start(ACCEPTING, Map.of());
            Bridge bridge = Objects.requireNonNull(house.bridge);
            set(house, Map.of("acceptCertificate", false));
            assertThat(house.storage.getKeys(), is(empty()));
            set(house, Map.of("acceptCertificate", true));
            assertThat(house.storage.getValues(), contains(fingerprint(house)));
            String before = fingerprint(house);
            house.gateway.changeCertificate();
            house.rounds(Duration.ofMinutes(2));
            assertThat(house.status(bridge), containsString("certificate-changed"));
            assertThat(house.status(inverter), is("OFFLINE BRIDGE_OFFLINE"));
            assertThat(house.storage.getValues(), contains(before));
        }
    }

    private static void set(GatewayHouse house, Map<String, Object> parameters) {
        Objects.requireNonNull(Objects.requireNonNull(house.bridge).getHandler())
                .handleConfigurationUpdate(new HashMap<>(parameters));
        house.endPollCycle();
    }

    /** Another machine at the address that was entered first. */
    @ParameterizedTest
    @ValueSource(strings = { "404", "login page", "nothing listed" })
    void theCertificateOfAWrongMachineIsNotStored(String answer) throws Exception {
        try (GatewayHouse house = house()) {
            house.gateway.inject(switch (answer) {
                case "404" -> Faults.status(404);
                case "login page" -> Faults.loginPage();
                default -> JsonFaults.noDevices();
            });
            Thing inverter = house.start(ACCEPTING, Map.of());
            assertThat(house.storage.getKeys(), is(empty()));
            house.gateway.clearFaults();
            house.gateway.changeCertificate();
            house.rounds(Duration.ofMinutes(6));
            assertThat(house.status(inverter), is("ONLINE NONE"));
            assertThat(house.storage.getValues(), contains(fingerprint(house)));
        }
    }

    /** A session that was resumed, or a connection that was kept, would be one that nobody has looked at. */
    @Test
    void everyConnectionIsChecked() throws Exception {
        AtomicInteger checks = new AtomicInteger();
        CertificatePin pin = new CertificatePin() {
            @Override
            public Optional<String> fingerprint() {
                checks.incrementAndGet();
                return Optional.of("not that of the box");
            }

            @Override
            public void accept(String fingerprint) {
                throw new AssertionError("there is one");
            }

            @Override
            public void forget() {
            }
        };
        try (TestHttpClients http = new TestHttpClients();
                SimulatedGateway box = new SimulatedGateway(Simulation.still(Scenario.SUNNY_DAY),
                        GatewayOptions.DEFAULT.withHttps())) {
            GatewaySource source = new GatewaySource(
                    http.connections().open(new HttpAddress(box.host(), box.port(), true),
                            GatewaySource.limits(Duration.ofSeconds(5)), pin),
                    pin);
            for (int connection = 1; connection <= 3; connection++) {
                assertThrows(CompletionException.class, () -> source.units().join());
                assertThat(checks.get(), is(greaterThanOrEqualTo(connection)));
            }
            assertThat("nothing was asked", box.log().count(), is(0));
            source.close();
        }
    }

    @Test
    void noSessionIsResumed() throws Exception {
        AtomicInteger checks = new AtomicInteger();
        CertificatePin pin = new CertificatePin() {
            @Override
            public Optional<String> fingerprint() {
                checks.incrementAndGet();
                return Optional.empty();
            }

            @Override
            public void accept(String fingerprint) {
            }

            @Override
            public void forget() {
            }
        };
        try (TestHttpClients http = new TestHttpClients();
                SimulatedGateway box = new SimulatedGateway(Simulation.still(Scenario.SUNNY_DAY),
                        GatewayOptions.DEFAULT.withHttps().withoutKeepAlive());
                GatewaySource source = new GatewaySource(
                        http.connections().open(new HttpAddress(box.host(), box.port(), true),
                                GatewaySource.limits(Duration.ofSeconds(5)), pin))) {
            Unit unit = source.units().join().get(0);
            for (int poll = 0; poll < 4; poll++) {
                source.read(unit).join();
            }
            assertThat(box.log().connections(), is(greaterThan(4)));
            assertThat("each is looked at", checks.get(), is(box.log().connections()));
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
