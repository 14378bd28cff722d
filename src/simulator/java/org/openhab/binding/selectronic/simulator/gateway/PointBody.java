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
package org.openhab.binding.selectronic.simulator.gateway;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.memory.ProcessImage;
import org.openhab.binding.selectronic.simulator.memory.Register;

import com.google.gson.JsonObject;

/**
 * The live values: 22 members, each computed from whole counts of the unit's memory. Which register stands behind which
 * member follows the public imitation selpi; the energies of the battery today come from the battery's own counters.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PointBody {
    private final ProcessImage image;

    public PointBody(ProcessImage image) {
        this.image = image;
    }

    /**
     * The body.
     *
     * @param readAt when the unit was read, by the gateway's clock
     * @param now the gateway's clock
     * @param faultSince when the present fault was seen first; the epoch without a fault
     * @param liveGeneratorStatus whether {@code gen_status} follows the unit; users report that it stays 0
     */
    public JsonObject body(Instant readAt, Instant now, Instant faultSince, boolean liveGeneratorStatus) {
        Map<String, Number> items = new TreeMap<>(measured());
        items.put("fault_code", image.counts(Register.ALERT_SLOT_0));
        items.put("fault_ts", faultSince.getEpochSecond());
        items.put("gen_status", liveGeneratorStatus ? image.counts(Register.GENERATOR_STATUS) : 0);
        items.put("timestamp", readAt.getEpochSecond());
        JsonObject itemsObject = new JsonObject();
        items.forEach(itemsObject::addProperty);
        JsonObject device = new JsonObject();
        device.addProperty("name", "Selectronic SP-PRO");
        JsonObject body = new JsonObject();
        body.add("device", device);
        body.addProperty("item_count", items.size());
        body.add("items", itemsObject);
        body.addProperty("now", now.getEpochSecond());
        return body;
    }

    private Map<String, Number> measured() {
        Map<String, Number> items = new TreeMap<>();
        items.put("solarinverter_w", watts(Register.COUPLED_POWER_FINE));
        items.put("shunt_w", JsonNumber.of(Register.SHUNT_1_POWER.in(image).negate()));
        items.put("load_w", watts(Register.LOAD_POWER));
        items.put("battery_w", watts(Register.BATTERY_POWER));
        items.put("battery_soc", JsonNumber.of(Register.SOC.in(image)));
        items.put("grid_w", watts(Register.SOURCE_POWER));
        items.put("battery_in_wh_today", kilowattHours(Register.BATTERY_IN_TODAY));
        items.put("battery_in_wh_total", kilowattHours(Register.BATTERY_IN_TOTAL));
        items.put("battery_out_wh_today", kilowattHours(Register.BATTERY_OUT_TODAY));
        items.put("battery_out_wh_total", kilowattHours(Register.BATTERY_OUT_TOTAL));
        items.put("grid_in_wh_today", kilowattHours(Register.SOURCE_IN_TODAY));
        items.put("grid_in_wh_total", kilowattHours(Register.SOURCE_IN_TOTAL));
        items.put("grid_out_wh_today", kilowattHours(Register.SOURCE_OUT_TODAY));
        items.put("grid_out_wh_total", kilowattHours(Register.SOURCE_OUT_TOTAL));
        items.put("load_wh_today", kilowattHours(Register.LOAD_TODAY));
        items.put("load_wh_total", kilowattHours(Register.LOAD_TOTAL));
        items.put("solar_wh_today", solar(Register.COUPLED_TODAY, Register.SHUNT_1_TODAY));
        items.put("solar_wh_total", solar(Register.COUPLED_TOTAL, Register.SHUNT_1_TOTAL));
        return items;
    }

    private BigDecimal watts(Register register) {
        return JsonNumber.of(register.in(image));
    }

    private BigDecimal kilowattHours(Register register) {
        return JsonNumber.of(register.in(image).movePointLeft(3));
    }

    private BigDecimal solar(Register coupled, Register shunt) {
        return JsonNumber.of(coupled.in(image).subtract(shunt.in(image)).movePointLeft(3));
    }
}
