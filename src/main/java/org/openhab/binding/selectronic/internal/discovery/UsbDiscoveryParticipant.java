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

import static org.openhab.binding.selectronic.internal.SelectronicBindingConstants.*;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.handler.TextReference;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.config.discovery.usbserial.UsbSerialDeviceInformation;
import org.openhab.core.config.discovery.usbserial.UsbSerialDiscoveryParticipant;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.osgi.service.component.annotations.Component;

/**
 * Recognises an SP PRO at a USB port: by the vendor's own USB id, or by the product text where the id is that of a
 * common chip.
 * <p>
 * Source: 0403:8508 with product "Selectronic SP PRO" (published by the selpi project); 04d8:000a on newer
 * communication cards (published by the splink project).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(service = UsbSerialDiscoveryParticipant.class)
public class UsbDiscoveryParticipant implements UsbSerialDiscoveryParticipant {
    private static final int FTDI = 0x0403;
    private static final int SP_PRO = 0x8508;
    private static final int MICROCHIP = 0x04d8;
    private static final int CDC = 0x000a;

    @Override
    public Set<ThingTypeUID> getSupportedThingTypeUIDs() {
        return Set.of(THING_TYPE_SERIAL);
    }

    @Override
    public @Nullable DiscoveryResult createResult(UsbSerialDeviceInformation device) {
        ThingUID thing = getThingUID(device);
        if (thing == null) {
            return null;
        }
        return DiscoveryResultBuilder.create(thing)
                .withLabel(TextReference.of("discovery.serial.label", List.of(device.getSerialPort())))
                .withProperty(PARAMETER_SERIAL_PORT, device.getSerialPort())
                .withProperty(PROPERTY_USB_SERIAL_NUMBER, thing.getId())
                .withRepresentationProperty(PROPERTY_USB_SERIAL_NUMBER).build();
    }

    @Override
    public @Nullable ThingUID getThingUID(UsbSerialDeviceInformation device) {
        boolean own = device.getVendorId() == FTDI && device.getProductId() == SP_PRO;
        boolean common = device.getVendorId() == MICROCHIP && device.getProductId() == CDC
                && isNamed(device.getProduct());
        if (!own && !common) {
            return null;
        }
        String serialNumber = device.getSerialNumber();
        String identity = serialNumber == null || serialNumber.isBlank() ? device.getSerialPort() : serialNumber;
        return new ThingUID(THING_TYPE_SERIAL, identity.replaceAll("[^A-Za-z0-9_-]", "_"));
    }

    private static boolean isNamed(@Nullable String product) {
        String text = product == null ? "" : product.toLowerCase(Locale.ROOT);
        return text.contains("selectronic") || text.contains("sp pro");
    }
}
