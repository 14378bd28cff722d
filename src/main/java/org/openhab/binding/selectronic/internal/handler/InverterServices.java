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
package org.openhab.binding.selectronic.internal.handler;

import java.time.Clock;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.core.i18n.TimeZoneProvider;

/**
 * Services of openHAB for an inverter.
 *
 * @param timing the clocks and the executor
 * @param texts provides the texts of channels
 * @param zones provides the time zone of times in texts
 * @param wall the time of day
 * @param memory the storage of things, kept over a restart
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record InverterServices(Timing timing, ChannelTexts texts, TimeZoneProvider zones, Clock wall,
        ThingStorage memory) {
}
