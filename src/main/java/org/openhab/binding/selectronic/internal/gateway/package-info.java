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
 * The Select.live box on the local network: HTTP, JSON, no log-in.
 *
 * <pre>
 * GET /cgi-bin/solarmonweb/devices            -> [ { "id": "0123…", … }, … ]
 * GET /cgi-bin/solarmonweb/devices/{id}       -> { "serialnum": "123456", "firmware": "V15.47 …", "power_rating": "5000.0", … }
 * GET /cgi-bin/solarmonweb/devices/{id}/point -> the live values, see the package point
 * GET /cgi-bin/solarmonweb/board              -> { "board_id": "89AB…", "firmware_version": "4.2.1", … }
 * </pre>
 *
 * Facts from public clients that agree, and from one published set of bodies. Two further addresses that the box
 * advertises, {@code /usage} and {@code /fault}, are never asked: the first is reported to hang without an answer. How
 * many connections the small board stands is not known, so it gets one request at a time on one kept connection; only a
 * page that hangs and can be done without is left waiting on a second one until live values are due.
 */
package org.openhab.binding.selectronic.internal.gateway;
