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
 * Events that one reader has not had yet. Each inverter thing is a reader of its own: one that is made later begins
 * with the last events there are, whatever others have read before.
 *
 * @param events what has happened, in the order of time
 * @param upTo how far the logs are read with that, as notes of the reader; to be kept once the events were dealt with
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record News(List<UnitEvent> events, Map<String, String> upTo) {
    /** Nothing. */
    public static final News NONE = new News(List.of(), Map.of());

    /** Keeps copies. */
    public News {
        events = List.copyOf(events);
        upTo = Map.copyOf(upTo);
    }

    /** @param notes of the reader, who has dealt with the events and will not get them again */
    public void keepIn(Notes notes) {
        upTo.forEach(notes::keep);
    }
}
