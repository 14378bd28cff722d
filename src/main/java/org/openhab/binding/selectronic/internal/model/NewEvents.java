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
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Events that one reader has not received yet. Each inverter thing is a separate reader: a new one starts with the
 * latest events in the log, independent of what others have read.
 *
 * @param events the events, in order of time
 * @param upTo how far the logs are read, as entries for the storage of the reader; store them after the events have
 *            been processed
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record NewEvents(List<UnitEvent> events, Map<String, String> upTo) {

    /** No events. */
    public static final NewEvents NONE = new NewEvents(List.of(), Map.of());

    /** Copies both collections. */
    public NewEvents {
        events = List.copyOf(events);
        upTo = Map.copyOf(upTo);
    }

    /** @param storage storage of the reader, which has processed the events and will not receive them again */
    public void keepIn(TextStorage storage) {
        upTo.forEach(storage::keep);
    }
}
