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

import java.util.BitSet;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Groups the codes of the alert log and of the operational log.
 * <p>
 * Source: cjpit/selpi, simonhac/LiveOne and peter-dolkens/splink carry the same tables of codes; alert codes that they
 * do not name are treated as alerts that are raised. The topics of operations are our interpretation.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class EventCodes {
    /** No code. */
    public static final int NONE = -1;

    /** Codes that clear the alert with the code before: every second code from the first to the last of each run. */
    private static final BitSet CLEARING = runs(2, 3, 7, 11, 45, 49, 69, 75, 85, 91, 107, 126, 156, 161, 173, 181, 239,
            255, 307);
    /** Alerts that are only recorded: nothing clears them. */
    private static final BitSet ONE_SHOT = runs(1, 109, 122, 157, 159, 174, 179, 240, 253);
    /** Operations of the generator. */
    private static final BitSet GENERATOR = runs(1, 18, 20, 22, 46, 49, 50, 93, 94, 117, 122, 124, 125, 129, 129, 138,
            138, 145, 151, 162, 165, 171, 171, 208, 208, 233, 233, 236, 237, 277, 279);

    private EventCodes() {
    }

    /** Returns the codes of several runs, each given by its first and last code. */
    private static BitSet runs(int step, int... ends) {
        BitSet codes = new BitSet();
        for (int run = 0; run < ends.length; run += 2) {
            for (int code = ends[run]; code <= ends[run + 1]; code += step) {
                codes.set(code);
            }
        }
        return codes;
    }

    /**
     * Some alerts are only recorded when they happen: the clock jumped, defaults were loaded, the unit was reset. They
     * have no clearing code, and no alert is active afterwards.
     *
     * @param code a code of the alert log
     * @return whether the alert is a single moment, without a state that could be active or cleared
     */
    public static boolean isOneShot(int code) {
        return code >= 0 && ONE_SHOT.get(code);
    }

    /**
     * @param code a code of the alert log
     * @return the code of the alert that it clears, {@link #NONE} if it does not clear one
     */
    public static int raisedBefore(int code) {
        return code >= 0 && CLEARING.get(code) ? code - 1 : NONE;
    }

    /**
     * @param code a code of the operational log
     * @return whether it is about the generator
     */
    public static boolean isOfGenerator(int code) {
        return code >= 0 && GENERATOR.get(code);
    }
}
