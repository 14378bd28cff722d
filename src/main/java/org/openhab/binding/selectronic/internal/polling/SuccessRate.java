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
package org.openhab.binding.selectronic.internal.polling;

import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How many of the last attempts were good, and how many have failed in a row.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SuccessRate {
    private final boolean[] outcomes;
    private int count;
    private int next;
    private int good;
    private int failuresInARow;

    /**
     * @param window how many attempts are looked at
     */
    public SuccessRate(int window) {
        this.outcomes = new boolean[window];
    }

    /**
     * @param success whether the attempt was good
     */
    public void add(boolean success) {
        if (count == outcomes.length) {
            good -= outcomes[next] ? 1 : 0;
        } else {
            count++;
        }
        outcomes[next] = success;
        good += success ? 1 : 0;
        next = (next + 1) % outcomes.length;
        failuresInARow = success ? 0 : failuresInARow + 1;
    }

    /** @return the share of good attempts in percent, empty before the first */
    public OptionalDouble percent() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * good / count);
    }

    /** @return the number of attempts that have failed since the last good one */
    public int failuresInARow() {
        return failuresInARow;
    }
}
