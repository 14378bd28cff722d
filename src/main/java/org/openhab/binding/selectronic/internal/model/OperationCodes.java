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
 * Groups the codes of the operational log by topic.
 * <p>
 * Source: simonhac/LiveOne and peter-dolkens/splink carry the same table of codes; the topics are our interpretation.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class OperationCodes {
    /** First and last code of each run of codes about the generator. */
    private static final int[] OF_GENERATOR = { 18, 20, 22, 46, 49, 50, 93, 94, 117, 122, 124, 125, 129, 129, 138, 138,
            145, 151, 162, 165, 171, 171, 208, 208, 233, 233, 236, 237, 277, 279 };

    private static final BitSet GENERATOR = codes(OF_GENERATOR);

    private OperationCodes() {
    }

    private static BitSet codes(int[] ranges) {
        BitSet codes = new BitSet();
        for (int n = 0; n < ranges.length; n += 2) {
            codes.set(ranges[n], ranges[n + 1] + 1);
        }
        return codes;
    }

    /**
     * @param code a code of the operational log
     * @return whether it is about the generator
     */
    public static boolean isOfGenerator(int code) {
        return code >= 0 && GENERATOR.get(code);
    }
}
