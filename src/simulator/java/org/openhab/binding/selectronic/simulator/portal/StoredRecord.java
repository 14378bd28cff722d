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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.plant.Energies;
import org.openhab.binding.selectronic.simulator.plant.PlantState;

import com.google.gson.JsonObject;

/**
 * The latest record that the portal has stored: the means of ten minutes. An R poller that asks for it every ten
 * minutes takes it for that.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class StoredRecord {
    private static final Duration SLOT = Duration.ofMinutes(10);
    private static final Duration SAVED_AFTER = Duration.ofSeconds(10);
    private static final int DAYS_BEFORE_CHARTS = 800;

    private record Slot(Instant start, Duration length, Energies energy, PlantState end) {
    }

    private @Nullable Slot growing;
    private @Nullable Slot complete;

    synchronized void add(Instant from, Energies energy, PlantState after) {
        Instant start = Instant
                .ofEpochSecond(Math.floorDiv(from.getEpochSecond(), SLOT.toSeconds()) * SLOT.toSeconds());
        Slot current = growing;
        Duration length = Duration.between(from, after.time());
        if (current == null || !current.start().equals(start)) {
            complete = current;
            growing = new Slot(start, length, energy, after);
        } else {
            growing = new Slot(start, current.length().plus(length), current.energy().plus(energy), after);
        }
    }

    /**
     * The body.
     *
     * @param firstDay of the charts, for who asks for the first day; that of the inverter lies before it
     */
    synchronized JsonObject body(Instant now, Optional<LocalDate> firstDay, ZoneId zone) {
        JsonObject items = new JsonObject();
        Slot slot = complete;
        if (slot != null) {
            fill(items, slot);
        }
        firstDay.ifPresent(day -> {
            items.addProperty("first_date", day.minusDays(DAYS_BEFORE_CHARTS).toString());
            items.addProperty("last_date", LocalDate.ofInstant(now, zone).toString());
        });
        JsonObject body = new JsonObject();
        body.add("items", items);
        body.addProperty("now", now.getEpochSecond());
        return body;
    }

    private static void fill(JsonObject items, Slot slot) {
        Energies energy = slot.energy();
        Energies today = slot.end().today();
        double perHour = (double) Duration.ofHours(1).toNanos() / slot.length().toNanos();
        Instant time = slot.end().time();
        items.addProperty("__saved", time.plus(SAVED_AFTER).getEpochSecond());
        items.addProperty("battery_soc", slot.end().soc());
        items.addProperty("battery_w", (energy.batteryOut() - energy.batteryIn()) * perHour);
        items.addProperty("grid_in_wh_today", today.sourceIn() / 1000);
        items.addProperty("grid_out_wh_today", today.sourceOut() / 1000);
        items.addProperty("grid_w", (energy.sourceOut() - energy.sourceIn()) * perHour);
        items.addProperty("load_w", energy.load() * perHour);
        items.addProperty("load_wh_today", today.load() / 1000);
        items.addProperty("shunt_w", energy.dcSolar() * perHour);
        items.addProperty("solar_wh_today", (today.acSolar() + today.dcSolar()) / 1000);
        items.addProperty("solarinverter_w", energy.acSolar() * perHour);
        items.addProperty("timestamp", time.getEpochSecond());
        items.addProperty("ts", time.getEpochSecond());
        items.addProperty("ts_epoch", time.getEpochSecond());
    }
}
