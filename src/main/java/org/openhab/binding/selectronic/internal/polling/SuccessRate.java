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
 * Counts the successful attempts among the last ones, and the failures in a row.
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
     * @param window the number of attempts that count
     */
    public SuccessRate(int window) {
        this.outcomes = new boolean[window];
    }

    /**
     * @param success whether the attempt was successful
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

    /** @return the share of successful attempts in percent, empty before the first attempt */
    public OptionalDouble percent() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * good / count);
    }

    /** @return the number of failed attempts since the last successful one */
    public int failuresInARow() {
        return failuresInARow;
    }
}
