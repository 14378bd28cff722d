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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.simulator.plant.PlantListener;
import org.openhab.binding.selectronic.simulator.plant.PlantState;

/**
 * Whether what was published can be true: powers and state of charge must be what the plant had at some time, and
 * everything else what it was before the trouble, or close to it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ValueCheck implements PlantListener {
    /** Registers have steps of up to 5 W. */
    private static final double WATTS = 5;
    private static final double PERCENT = 1;
    /** Counters of some scale factors have steps of this much, in kWh. */
    private static final double STEP = 0.1;
    /** No energy moves by more while a test lasts. */
    private static final double KILOWATT_HOURS = 30;

    private static final Map<String, ToDoubleFunction<PlantState>> KNOWN = Map.of("battery#state-of-charge",
            PlantState::soc, "battery#power", state -> state.flows().battery(), "load#power",
            state -> state.flows().load(), "solar#power", state -> state.flows().acSolar() + state.flows().dcSolar(),
            "ac-source#power", state -> state.flows().source());

    /** Stands for channels that only the memory of the unit supplies, which are unknown while it is not read. */
    static final String OF_THE_UNIT = "of the unit";

    private static final Set<String> ONLY_OF_THE_UNIT = Stream.of(Quantity.values()).filter(
            quantity -> quantity == Quantity.AC_SOURCE_PRESENT || quantity.origin(ConnectionType.GATEWAY).isEmpty())
            .map(Quantity::channelId).collect(Collectors.toSet());

    private final Map<String, Double> least = new LinkedHashMap<>();
    private final Map<String, Double> most = new LinkedHashMap<>();
    private final Rig rig;
    private Map<String, String> before = Map.of();

    ValueCheck(Rig rig) {
        this.rig = rig;
        stepped(rig.simulation().unit().state(), 0);
        rig.simulation().unit().change(plant -> plant.observe(this));
    }

    @Override
    public synchronized void stepped(PlantState after, double seconds) {
        KNOWN.forEach((channel, number) -> {
            least.merge(channel, number.applyAsDouble(after), Math::min);
            most.merge(channel, number.applyAsDouble(after), Math::max);
        });
    }

    /** From now on only updates that are to come are looked at. */
    void begin() {
        rig.openHab().updates.clear();
        Map<String, String> now = new LinkedHashMap<>();
        rig.openHab().states.forEach((channel, state) -> now.put(channel, state.toString()));
        before = now;
    }

    /** Updates of channels that tell of the inverter, and not of the connection to it. */
    List<String> updates() {
        return rig.openHab().updates.stream()
                .filter(update -> !update.startsWith("connection#") && !update.startsWith("history#")).toList();
    }

    /**
     * @param unknown the channel that may be UNDEF, empty for none, or {@link #OF_THE_UNIT}
     * @return what cannot be true
     */
    synchronized List<String> complaints(String unknown) {
        List<String> wrong = new ArrayList<>();
        for (String update : updates()) {
            String channel = update.substring(0, update.indexOf(' '));
            String value = update.substring(update.indexOf(' ') + 1);
            if (!isPossible(channel, value, unknown)) {
                wrong.add("published " + update + (before.containsKey(channel) ? ", was " + before.get(channel) : ""));
            }
        }
        return wrong.size() > 3 ? wrong.subList(0, 3) : wrong;
    }

    private boolean isPossible(String channel, String value, String unknown) {
        @Nullable
        String was = before.get(channel);
        if (value.equals(was)) {
            return true;
        }
        Double low = least.get(channel);
        Double high = most.get(channel);
        if ("UNDEF".equals(value) || "NULL".equals(value)) {
            // what is worked out from an unknown number is unknown too, and so are times of a battery at rest
            return channel.equals(unknown) || "*".equals(unknown) || was == null && low == null
                    || OF_THE_UNIT.equals(unknown) && ONLY_OF_THE_UNIT.contains(channel)
                    || !unknown.isEmpty() && channel.startsWith("site#") || channel.startsWith("battery#time-to");
        }
        double number = number(value);
        if (low != null && high != null) {
            double step = channel.endsWith("power") ? WATTS : PERCENT;
            return number >= low - step && number <= high + step;
        } else if (channel.contains("energy")) {
            double old = was == null || "UNDEF".equals(was) ? number : number(was);
            return number >= old - STEP && number <= old + KILOWATT_HOURS && (number > 0 || old <= STEP);
        }
        return true;
    }

    private static double number(String value) {
        String first = value.split(" ")[0];
        return first.matches("-?[0-9.]+(E-?[0-9]+)?") ? Double.parseDouble(first) : Double.NaN;
    }
}
