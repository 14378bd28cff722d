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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.config.discovery.DiscoveryResultBuilder;
import org.openhab.core.config.discovery.usbserial.UsbSerialDeviceInformation;
import org.openhab.core.config.discovery.usbserial.UsbSerialDiscoveryParticipant;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.ThingTypeUID;
import org.openhab.core.thing.ThingUID;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Discovers an SP PRO at a USB port: by the vendor's USB id, or by the product text if the id is that of a common chip.
 * <p>
 * Source: 0403:8508 with product "Selectronic SP PRO" (published by the selpi project); 04d8:000a on newer
 * communication cards (published by the splink project).
 * <p>
 * openHAB reports a port twice if Linux also has a permanent name for it, below {@code serial/by-id}, and would switch
 * a bridge between both names with each scan; so the other name is ignored. openHAB does not translate labels of USB
 * discovery results (5.1 and 5.2), so they are translated here.
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
    private static final String LASTING_NAMES = "serial/by-id";

    private final TranslationProvider texts;
    private final LocaleProvider locales;

    /**
     * @param translationProvider provides labels
     * @param localeProvider provides the language of labels
     */
    @Activate
    public UsbDiscoveryParticipant(final @Reference TranslationProvider translationProvider,
            final @Reference LocaleProvider localeProvider) {
        this.texts = translationProvider;
        this.locales = localeProvider;
    }

    @Override
    public Set<ThingTypeUID> getSupportedThingTypeUIDs() {
        return Set.of(THING_TYPE_SERIAL);
    }

    @Override
    public @Nullable DiscoveryResult createResult(UsbSerialDeviceInformation device) {
        ThingUID thing = getThingUID(device);
        if (thing == null || hasLastingName(device.getSerialPort())) {
            return null;
        }
        return DiscoveryResultBuilder.create(thing)
                .withLabel(texts.getText(FrameworkUtil.getBundle(getClass()), "discovery.serial.label", "SP PRO",
                        locales.getLocale(), device.getSerialPort()))
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
        return new ThingUID(THING_TYPE_SERIAL, UidSegment.of(identity));
    }

    /** Whether a link to this port has a name that stays the same when the cable is plugged into another socket. */
    private static boolean hasLastingName(String name) {
        if (!name.startsWith("/")) {
            // a port of Windows or on the network, whose name may not be a valid path
            return false;
        }
        Path port = Path.of(name);
        Path names = port.resolveSibling(LASTING_NAMES);
        if (!Files.isDirectory(names)) {
            return false;
        }
        try (Stream<Path> links = Files.list(names)) {
            Path real = port.toRealPath();
            return links.anyMatch(link -> isLinkTo(real, link));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isLinkTo(Path port, Path link) {
        try {
            return link.toRealPath().equals(port);
        } catch (IOException e) {
            // the link points to a port that was unplugged a moment ago
            return false;
        }
    }

    private static boolean isNamed(@Nullable String product) {
        String text = product == null ? "" : product.toLowerCase(Locale.ROOT);
        return text.contains("selectronic") || text.contains("sp pro");
    }
}
