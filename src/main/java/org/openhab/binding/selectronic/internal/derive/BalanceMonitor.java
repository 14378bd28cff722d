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
package org.openhab.binding.selectronic.internal.derive;

import static org.openhab.binding.selectronic.internal.model.Quantity.AC_SOURCE_POWER;
import static org.openhab.binding.selectronic.internal.model.Quantity.LOAD_POWER;
import static org.openhab.binding.selectronic.internal.model.Quantity.SITE_BALANCE;
import static org.openhab.binding.selectronic.internal.model.Quantity.SITE_LOSSES;

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.derive.ObservedTime.Link;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Checks whether the powers add up. The rest after the load is the loss of the inverter: 70 to 115 W in five published
 * samples at house loads, and a tenth of the throughput at high loads (a published alert log entry: 8054 W from the
 * battery for a load of 7181 W). A single sample proves nothing, so a deviation counts only if it lasts without a gap
 * in the observation.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class BalanceMonitor {
    private static final int SAMPLES_TO_BE_SURE = 12;
    private static final double LEAST = -150;
    private static final double MOST = 500;
    private static final double SHARE = 0.2;
    /** A wrong sign would not be noticeable below this import or export. */
    private static final double NOTICEABLE_POWER = 300;

    private final ObservedTime time;
    private int wrong;
    private int wrongSign;

    /** @param time determines which samples follow each other */
    BalanceMonitor(ObservedTime time) {
        this.time = time;
    }

    /**
     * @param sample the sample read
     * @param values the values derived so far, including the losses; receives the explanation
     */
    void add(Sample sample, Map<Quantity, Value> values) {
        if (!(values.get(SITE_LOSSES) instanceof Value.Numeric losses)) {
            wrong = 0;
            wrongSign = 0;
            values.put(SITE_BALANCE, Value.of("balance-unknown"));
            return;
        }
        Link link = time.next(sample);
        if (link == Link.NONE) {
            wrong = 0;
            wrongSign = 0;
        }
        if (link != Link.REPEATED) {
            double source = sample.number(AC_SOURCE_POWER);
            double through = Math.max(sample.number(LOAD_POWER), Math.abs(source));
            boolean fits = isPlausible(losses.number(), through);
            boolean fitsTurned = Math.abs(source) > NOTICEABLE_POWER
                    && isPlausible(losses.number() - 2 * source, through);
            wrong = fits ? 0 : wrong + 1;
            wrongSign = !fits && fitsTurned ? wrongSign + 1 : 0;
        }
        values.put(SITE_BALANCE, Value.of(wrongSign >= SAMPLES_TO_BE_SURE ? "balance-ac-source"
                : wrong >= SAMPLES_TO_BE_SURE ? "balance-wrong" : "balance-ok"));
    }

    private static boolean isPlausible(double losses, double through) {
        return losses >= LEAST - SHARE / 2 * through && losses <= MOST + SHARE * through;
    }
}
