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
 * The Select.live gateway on the local network: HTTP, JSON, no log-in.
 *
 * <pre>
 * GatewaySource ── list, live values ──────────┬─> HTTP, one request at a time
 *   └ OptionalPages  descriptions, cancelled ──┘
 *                    when live values are due
 *
 * GET /cgi-bin/solarmonweb/devices            -> [ { "id": "0123…", … }, … ]
 * GET /cgi-bin/solarmonweb/devices/{id}       -> { "serialnum": "123456", "firmware": "V15.47 …", "power_rating": "5000.0", … }
 * GET /cgi-bin/solarmonweb/devices/{id}/point -> live values, see the package point
 * GET /cgi-bin/solarmonweb/board              -> { "board_id": "89AB…", "firmware_version": "4.2.1", … }
 * </pre>
 *
 * Source: public clients that agree, and one published set of bodies. Two further paths that the gateway advertises,
 * {@code /usage} and {@code /fault}, are never requested: the first is reported to hang. The number of connections that
 * the small board can handle is unknown, so requests use one kept connection, one at a time; only an optional page that
 * hangs stays on a second one until live values are due.
 */
package org.openhab.binding.selectronic.internal.gateway;
