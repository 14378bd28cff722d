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
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.usbserial.UsbSerialDeviceInformation;
import org.openhab.core.i18n.TranslationProvider;

/**
 * What is an SP PRO at a USB port, and what is not.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class UsbDiscoveryParticipantTest {
    private final @NonNullByDefault({}) TranslationProvider texts = mock(TranslationProvider.class);
    private final UsbDiscoveryParticipant participant = new UsbDiscoveryParticipant(texts, () -> Locale.GERMAN);

    @TempDir
    private @NonNullByDefault({}) Path dev;

    private static UsbSerialDeviceInformation device(int vendor, int product, @Nullable String serial,
            @Nullable String text) {
        return device(vendor, product, serial, text, "/dev/ttyUSB0");
    }

    private static UsbSerialDeviceInformation device(int vendor, int product, @Nullable String serial,
            @Nullable String text, String port) {
        return new UsbSerialDeviceInformation(vendor, product, serial, "Selectronic", text, 0, null, port);
    }

    @Test
    void theVendorsOwnIdIsEnough() {
        DiscoveryResult result = Objects
                .requireNonNull(participant.createResult(device(0x0403, 0x8508, "1_234567", "Selectronic SP PRO")));
        assertThat(result.getThingUID().getAsString(), is("selectronic:serial:1_234567"));
        assertThat(result.getProperties(), is(Map.of("serialPort", "/dev/ttyUSB0", "usbSerialNumber", "1_234567")));
        assertThat(result.getRepresentationProperty(), is("usbSerialNumber"));
    }

    @Test
    void aCommonChipMustNameItself() {
        assertThat(participant.createResult(device(0x04d8, 0x000a, "1", "Selectronic SP PRO")), is(notNullValue()));
        assertThat(participant.createResult(device(0x04d8, 0x000a, "1", "Some Printer")), is(nullValue()));
        assertThat(participant.createResult(device(0x04d8, 0x000a, "1", null)), is(nullValue()));
    }

    @Test
    void otherDevicesAreNot() {
        assertThat(participant.createResult(device(0x0403, 0x6001, "1", "FT232R USB UART")), is(nullValue()));
        assertThat(participant.createResult(device(0x1a86, 0x8508, "1", "Selectronic SP PRO")), is(nullValue()));
    }

    @Test
    void withoutANumberThePortNamesIt() {
        assertThat(Objects.requireNonNull(participant.createResult(device(0x0403, 0x8508, null, null))).getThingUID()
                .getId(), is("_dev_ttyUSB0"));
        assertThat(participant.getSupportedThingTypeUIDs().size(), is(1));
    }

    /** openHAB does not do it for what is found on USB: a label that is a reference would be shown as it is. */
    @Test
    void theLabelIsTranslated() {
        when(texts.getText(null, "discovery.serial.label", "SP PRO", Locale.GERMAN, "/dev/ttyUSB0"))
                .thenReturn("SP PRO an /dev/ttyUSB0");
        assertThat(Objects.requireNonNull(participant.createResult(device(0x0403, 0x8508, "1", null))).getLabel(),
                is("SP PRO an /dev/ttyUSB0"));
    }

    /** As openHAB names ports of Windows, and ports that another machine shares. */
    @ParameterizedTest
    @ValueSource(strings = { "COM3", "rfc2217://192.0.2.7:2217" })
    void aPortNeedNotBeAFile(String port) {
        assertThat(Objects.requireNonNull(participant.createResult(device(0x0403, 0x8508, "1", null, port)))
                .getProperties().get("serialPort"), is(port));
    }

    @Test
    void ofTwoNamesOfAPortTheLastingOneIsTaken() throws IOException {
        Path port = Files.createFile(dev.resolve("ttyUSB0"));
        Path other = Files.createFile(dev.resolve("ttyUSB1"));
        Path names = Files.createDirectories(dev.resolve("serial/by-id"));
        Path lasting = Files.createSymbolicLink(names.resolve("usb-Selectronic_SP_PRO_1-if00-port0"), port);
        Files.createSymbolicLink(names.resolve("usb-unplugged"), dev.resolve("ttyUSB2"));
        assertThat(result(port), is(nullValue()));
        assertThat(Objects.requireNonNull(result(lasting)).getProperties().get("serialPort"), is(lasting.toString()));
        assertThat("another one has no such name", result(other), is(notNullValue()));
    }

    private @Nullable DiscoveryResult result(Path port) {
        return participant.createResult(device(0x0403, 0x8508, "1", null, port.toString()));
    }
}
