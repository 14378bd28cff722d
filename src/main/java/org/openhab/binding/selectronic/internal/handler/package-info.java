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
 * Converts values to channels and failures to the status of things. A handler knows nothing of bytes, JSON or HTTP: it
 * subscribes to samples, lets {@code derive} check and complete them, and publishes them.
 *
 * <pre>
 * source -> Poller -> Inverter -> Derivation -> ChannelPublisher -> InverterHandler -> openHAB
 *              |          |
 *              |          +-- status of the inverter: its own samples
 *              +-- SourceBridgeHandler, status of the bridge: whether anything answers
 * </pre>
 */
package org.openhab.binding.selectronic.internal.handler;
