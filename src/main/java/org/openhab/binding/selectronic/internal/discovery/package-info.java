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
/**
 * Finds bridges and inverters for openHAB's inbox.
 *
 * <pre>
 * scan by the user -> LocalNetworks (hosts) -> GatewayScan -> GatewayDiscoveryService -> gateways
 * units of a bridge -> InverterDiscoveryService -> inverters
 * USB devices -> UsbDiscoveryParticipant -> serial bridges
 * </pre>
 */
package org.openhab.binding.selectronic.internal.discovery;
