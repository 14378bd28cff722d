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
package org.openhab.binding.selectronic.internal.forecast;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A distribution of weighted values.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Distribution {
    private final int count;
    private final double[] values;
    /** Share of the weight that lies below each value, with half of its own. */
    private final double[] shares;

    /**
     * @param values values; those that are NaN do not count
     * @param weights their weights
     */
    Distribution(double[] values, double[] weights) {
        double[] sorted = new double[values.length];
        double[] sortedWeights = new double[values.length];
        int count = 0;
        double total = 0;
        for (int from = 0; from < values.length; from++) {
            if (!Double.isNaN(values[from])) {
                int at = count++;
                for (; at > 0 && sorted[at - 1] > values[from]; at--) {
                    sorted[at] = sorted[at - 1];
                    sortedWeights[at] = sortedWeights[at - 1];
                }
                sorted[at] = values[from];
                sortedWeights[at] = weights[from];
                total += weights[from];
            }
        }
        double below = 0;
        for (int at = 0; at < count; at++) {
            double weight = sortedWeights[at];
            sortedWeights[at] = (below + weight / 2) / total;
            below += weight;
        }
        this.count = count;
        this.values = sorted;
        shares = sortedWeights;
    }

    /** @return the value below which a share of the weight lies; NaN if there are no values */
    double quantile(double share) {
        int above = 0;
        while (above < count && shares[above] < share) {
            above++;
        }
        if (above == 0 || above == count) {
            return count == 0 ? Double.NaN : values[Math.min(above, count - 1)];
        }
        double part = (share - shares[above - 1]) / (shares[above] - shares[above - 1]);
        return values[above - 1] + part * (values[above] - values[above - 1]);
    }

    /** @return the mean of the values around the median, which depends less on a single one than the median */
    double middle() {
        double sum = 0;
        for (int tenth = 2; tenth <= 8; tenth++) {
            sum += quantile(tenth / 10.0);
        }
        return sum / 7;
    }
}
