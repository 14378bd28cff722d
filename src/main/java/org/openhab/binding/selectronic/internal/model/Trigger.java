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
package org.openhab.binding.selectronic.internal.model;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The trigger channels: moments, where a {@link Quantity} is a state.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Trigger {
    /** The start or stop of the generator was detected. */
    GENERATOR_EVENT("generator", "event", "generator-event", "STARTED", "STOPPED"),
    /** The AC source was lost or returned. */
    AC_SOURCE_EVENT("ac-source", "event", "ac-source-event", "LOST", "RETURNED"),
    /** An alert was raised or cleared. Payload: RAISED or CLEARED, a space and the code, e.g. {@code RAISED 50}. */
    ALERT("alerts", "alert", "alert-event", "RAISED", "CLEARED"),
    /** The unit recorded an operation. Payload: EVENT, a space and the code, e.g. {@code EVENT 149}. */
    OPERATION("alerts", "operation", "operation-event", "EVENT"),
    /** The battery is expected to meet the reserve before the sun takes over, or no longer. */
    FORECAST_EVENT("forecast", "event", "forecast-event", "SHORTFALL", "CLEARED"),
    /** A setting of the inverter was changed. */
    SETTINGS_EVENT("inverter", "settings-event", "settings-event", "CHANGED"),
    /**
     * Another connection supplies the values. Payload: SWITCHED and the connection type, e.g. {@code SWITCHED TUNNEL}.
     */
    CONNECTION_EVENT("connection", "event", "connection-event", "SWITCHED");

    private final String group;
    private final String channel;
    private final String typeId;
    private final List<String> payloads;

    Trigger(String group, String channel, String typeId, String... payloads) {
        this.group = group;
        this.channel = channel;
        this.typeId = typeId;
        this.payloads = List.of(payloads);
    }

    /** @return the id of the channel group */
    public String group() {
        return group;
    }

    /** @return the id of the channel within its group */
    public String channel() {
        return channel;
    }

    /** @return the id of the channel as rules write it, {@code group#channel} */
    public String channelId() {
        return group + "#" + channel;
    }

    /** @return the id of the channel type in the definitions */
    public String typeId() {
        return typeId;
    }

    /**
     * @param connectionType a connection type
     * @return whether that connection supplies the trigger
     */
    public boolean isSupplied(ConnectionType connectionType) {
        return (this != OPERATION && this != SETTINGS_EVENT
                || Quantity.INVERTER_LAST_OPERATION.origin(connectionType).isPresent())
                && (this != AC_SOURCE_EVENT || Quantity.AC_SOURCE_OUTAGES.origin(connectionType).isPresent());
    }

    /** @return the first words of the payloads */
    public List<String> payloads() {
        return payloads;
    }
}
