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
package org.openhab.core.config.discovery.usbserial;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A serial adapter at a USB port.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class UsbSerialDeviceInformation {
    private final int vendorId;
    private final int productId;
    private final @Nullable String serialNumber;
    private final @Nullable String manufacturer;
    private final @Nullable String product;
    private final String serialPort;

    public UsbSerialDeviceInformation(int vendorId, int productId, @Nullable String serialNumber,
            @Nullable String manufacturer, @Nullable String product, int interfaceNumber,
            @Nullable String interfaceDescription, String serialPort) {
        this.vendorId = vendorId;
        this.productId = productId;
        this.serialNumber = serialNumber;
        this.manufacturer = manufacturer;
        this.product = product;
        this.serialPort = serialPort;
    }

    public int getVendorId() {
        return vendorId;
    }

    public int getProductId() {
        return productId;
    }

    public @Nullable String getSerialNumber() {
        return serialNumber;
    }

    public @Nullable String getManufacturer() {
        return manufacturer;
    }

    public @Nullable String getProduct() {
        return product;
    }

    public String getSerialPort() {
        return serialPort;
    }
}
