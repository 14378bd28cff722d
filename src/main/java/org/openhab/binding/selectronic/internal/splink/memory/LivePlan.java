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
 * Plans the reads that bring all live values and counters, with the serial number and the scale factors by which they
 * are understood. Each poll uses all of them: values of different moments do not belong into one sample.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LivePlan {
    /**
     * Each request is one more that can be lost, and how long the unit takes to begin an answer is not known well
     * enough to trust a plan of a dozen short ones.
     */
    private static final int MOST_READS = 6;

    private LivePlan() {
    }

    /**
     * @param setup the unit
     * @param planner knows what reads cost on the line
     * @param more what else is to be read in the same exchange
     * @return the reads for that unit on that line, by address
     */
    public static List<WordRange> of(UnitSetup setup, RangePlanner planner, List<WordRange> more) {
        List<WordRange> all = new ArrayList<>(more);
        all.add(Field.SCALES.range());
        all.add(Field.SERIAL_NUMBER.range());
        for (Quantity quantity : Quantity.values()) {
            for (Field field : LiveDecoder.fields(quantity, setup.mapVersion())) {
                all.add(field.range());
            }
        }
        return planner.plan(all, MOST_READS);
    }
}
