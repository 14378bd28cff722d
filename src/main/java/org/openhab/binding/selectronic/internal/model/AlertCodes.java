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
package org.openhab.binding.selectronic.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Distinguishes codes of the alert log that raise an alert from codes that clear one: a code that clears is one more
 * than the code that it clears.
 * <p>
 * Source: cjpit/selpi, simonhac/LiveOne and peter-dolkens/splink carry the same table; codes that it does not name are
 * treated as alerts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class AlertCodes {
    /** No code. */
    public static final int NONE = -1;

    /**
     * First and last code of each run in which every second code clears the one before it; the first code of a run
     * clears, too.
     */
    private static final int[] CLEARING = { 3, 7, 11, 45, 49, 69, 75, 85, 91, 107, 126, 156, 161, 173, 181, 239, 255,
            307 };

    /** First and last code of each run of alerts that are only recorded: nothing clears them. */
    private static final int[] ONE_SHOT = { 109, 122, 157, 159, 174, 179, 240, 253 };

    private AlertCodes() {
    }

    /**
     * Some alerts are only recorded when they happen: the clock jumped, defaults were loaded, the unit was reset. They
     * have no clearing code, and no alert is active afterwards.
     *
     * @param code a code of the alert log
     * @return whether the alert is a single moment, without a state that could be active or cleared
     */
    public static boolean isOneShot(int code) {
        for (int run = 0; run < ONE_SHOT.length; run += 2) {
            if (code >= ONE_SHOT[run] && code <= ONE_SHOT[run + 1]) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param code a code of the alert log
     * @return the code of the alert that it clears, {@link #NONE} if it does not clear one
     */
    public static int raisedBefore(int code) {
        for (int run = 0; run < CLEARING.length; run += 2) {
            if (code >= CLEARING[run] && code <= CLEARING[run + 1] && (code - CLEARING[run]) % 2 == 0) {
                return code - 1;
            }
        }
        return NONE;
    }
}
