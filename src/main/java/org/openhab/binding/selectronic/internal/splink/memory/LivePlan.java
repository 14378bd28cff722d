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
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

/**
 * Plans the reads for all live values and counters, with the serial number and the scale factors needed to decode them.
 * Each poll uses all of them, since a sample must not mix values of different moments.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LivePlan {
    /**
     * Limits the number of reads: each request may be lost, and the time that the unit takes to answer is not known
     * well enough to rely on a plan of a dozen short ones.
     */
    private static final int MOST_READS = 6;

    private LivePlan() {
    }

    /**
     * @param setup the setup of the unit
     * @param planner plans reads by their cost on the connection
     * @param more additional ranges to read in the same exchange
     * @return the reads for that unit on that connection, by address
     */
    public static List<WordRange> of(UnitSetup setup, RangePlanner planner, List<WordRange> more) {
        List<WordRange> all = new ArrayList<>(more);
        all.add(Registers.named("SCALES").range());
        all.add(Registers.named("SERIAL_NUMBER").range());
        for (Quantity quantity : Quantity.values()) {
            LiveDecoder.registers(quantity, setup.mapVersion()).forEach(register -> all.add(register.range()));
        }
        return planner.plan(all, MOST_READS);
    }
}
