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
package org.openhab.binding.selectronic.internal.splink.memory;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;

/**
 * The reads that bring live values.
 *
 * @param fast the few words that change from second to second and stand together
 * @param full all live values and counters, with what tells that the unit is still the same
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record LivePlan(List<WordRange> fast, List<WordRange> full) {
    /**
     * Each request is one more that can be lost, and how long the unit takes to begin an answer is not known well
     * enough to trust a plan of a dozen short ones.
     */
    private static final int MOST_READS = 6;

    /** The inverter's power, then load, states, state of charge and currents. */
    private static final List<WordRange> FAST = List.of(new WordRange(0xA058, 2), new WordRange(0xA07A, 12));

    /**
     * @param setup the unit
     * @param planner who knows what reads cost on the line
     * @param more what else the full reads are to bring
     * @return the reads for that unit on that line
     */
    public static LivePlan of(UnitSetup setup, RangePlanner planner, List<WordRange> more) {
        List<WordRange> all = new ArrayList<>(more);
        all.add(Field.SCALES.range());
        all.add(Field.SERIAL_NUMBER.range());
        List<WordRange> fast = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            for (Field field : LiveDecoder.fields(quantity, setup.mapVersion())) {
                WordRange range = field.range();
                all.add(range);
                for (WordRange few : FAST) {
                    if (few.address() <= range.address() && range.end() <= few.end()) {
                        fast.add(range);
                    }
                }
            }
        }
        return new LivePlan(planner.plan(fast), planner.plan(all, MOST_READS));
    }
}
