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
 * The JSON bodies of gateway and portal. Both send the same body with live values:
 *
 * <pre>
 * { "device": { "name": "Selectronic SP-PRO" },
 *   "item_count": 22,
 *   "items": { "battery_w": 948.486328125, ..., "timestamp": 1742463313 },   -> PointDecoder -> Sample
 *   "now": 1742463313 }
 * </pre>
 *
 * Two published bodies of real gateways and several public clients agree: all members of {@code items} are numbers;
 * members named {@code *_wh_*} are kilowatt hours; {@code timestamp} is when the inverter was read and {@code now} when
 * the gateway answered, both in seconds since 1970, and only {@code timestamp} shows that the gateway has lost its
 * inverter. One emulator of the gateway omits {@code fault_code}, {@code fault_ts} and {@code gen_status}.
 */
package org.openhab.binding.selectronic.internal.point;
