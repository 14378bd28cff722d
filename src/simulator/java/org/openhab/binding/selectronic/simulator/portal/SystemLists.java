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
package org.openhab.binding.selectronic.simulator.portal;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * The lists of systems, in the form that public clients read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SystemLists {
    private final LiveFeed feed;
    private final NumberForm numbers;

    SystemLists(LiveFeed feed, NumberForm numbers) {
        this.feed = feed;
        this.numbers = numbers;
    }

    /** The list; a system that is in it twice is in it once. */
    String body(List<PortalSystem> systems) {
        JsonArray array = new JsonArray();
        Set<String> listed = new HashSet<>();
        for (PortalSystem system : systems) {
            if (listed.add(system.number())) {
                array.add(entry(system));
            }
        }
        JsonObject body = new JsonObject();
        body.add("systems", array);
        return body.toString();
    }

    private JsonObject entry(PortalSystem system) {
        JsonObject last = new JsonObject();
        last.addProperty("battery_soc", feed.soc(system));
        JsonObject entry = new JsonObject();
        entry.addProperty("name", system.name());
        if (numbers == NumberForm.TEXT) {
            entry.addProperty("did", system.number());
        } else if (numbers == NumberForm.NUMBER) {
            entry.addProperty("did", Integer.valueOf(system.number()));
        }
        if (numbers == NumberForm.NUMBER) {
            entry.addProperty("lat", new BigDecimal(system.latitude()));
            entry.addProperty("lng", new BigDecimal(system.longitude()));
        } else {
            entry.addProperty("lat", system.latitude());
            entry.addProperty("lng", system.longitude());
        }
        entry.add("last", last);
        return entry;
    }
}
