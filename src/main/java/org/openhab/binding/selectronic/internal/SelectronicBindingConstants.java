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
package org.openhab.binding.selectronic.internal;

import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.thing.ThingTypeUID;

/**
 * Ids of thing types, parameters and properties. Channel ids are in the table
 * {@link org.openhab.binding.selectronic.internal.model.Quantity} only.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SelectronicBindingConstants {
    /** Id of the binding, also the name of its i18n file. */
    public static final String BINDING_ID = "selectronic";

    /** The Select.live box on the local network. */
    public static final ThingTypeUID THING_TYPE_GATEWAY = new ThingTypeUID(BINDING_ID, "gateway");
    /** The unit's own USB or RS-232 port. */
    public static final ThingTypeUID THING_TYPE_SERIAL = new ThingTypeUID(BINDING_ID, "serial");
    /** A serial-to-network adapter. */
    public static final ThingTypeUID THING_TYPE_NETWORK = new ThingTypeUID(BINDING_ID, "network");
    /** The tunnel of select.live. */
    public static final ThingTypeUID THING_TYPE_TUNNEL = new ThingTypeUID(BINDING_ID, "tunnel");
    /** The web pages of select.live. */
    public static final ThingTypeUID THING_TYPE_PORTAL = new ThingTypeUID(BINDING_ID, "portal");
    /** One inverter, for every connection type. */
    public static final ThingTypeUID THING_TYPE_INVERTER = new ThingTypeUID(BINDING_ID, "inverter");
    /** All types that the factory makes handlers for. */
    public static final Set<ThingTypeUID> THING_TYPES = Set.of(THING_TYPE_GATEWAY, THING_TYPE_SERIAL,
            THING_TYPE_NETWORK, THING_TYPE_TUNNEL, THING_TYPE_PORTAL, THING_TYPE_INVERTER);

    /** Parameter of the gateway: its host name or address. */
    public static final String PARAMETER_HOST = "host";
    /** Parameter of the serial bridge: the name of the port. */
    public static final String PARAMETER_SERIAL_PORT = "serialPort";
    /** Parameter of the inverter: its id at the gateway or the portal. */
    public static final String PARAMETER_DEVICE_ID = "deviceId";
    /** Parameter and property of the inverter: its permanent identity. */
    public static final String SERIAL_NUMBER = "serialNumber";

    /** Property of the gateway: its permanent identity. */
    public static final String PROPERTY_BOARD_ID = "boardId";
    /** Property of the gateway: SHA-256 fingerprint of the certificate that was accepted. */
    public static final String PROPERTY_CERTIFICATE = "certificateFingerprint";
    /**
     * Property of the serial port: the serial number that its USB device reports, the permanent identity of the cable.
     */
    public static final String PROPERTY_USB_SERIAL_NUMBER = "usbSerialNumber";
    /** Property of the inverter: rated power with unit. */
    public static final String PROPERTY_RATED_POWER = "ratedPower";
    /** Property of the inverter: size of the solar panels with unit, as entered by the installer. */
    public static final String PROPERTY_SOLAR_SIZE = "solarSize";
    /** Property of the inverter: size of the battery with unit, as entered by the installer. */
    public static final String PROPERTY_BATTERY_SIZE = "batterySize";
    /** Property of the inverter: the type of AC source in use, configured or detected. */
    public static final String PROPERTY_AC_SOURCE = "acSource";

    private SelectronicBindingConstants() {
    }
}
