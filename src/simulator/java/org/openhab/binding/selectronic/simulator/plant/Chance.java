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
package org.openhab.binding.selectronic.simulator.plant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Chance as a function of time: the same seed, stream and moment always give the same number, whatever was asked
 * before. So a plant does not depend on how its time is cut into steps.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Chance {
    private static final double TO_UNIT = 0x1.0p-53;

    private final long seed;

    public Chance(long seed, String stream) {
        this.seed = mix(seed ^ mix(stream.hashCode()));
    }

    /** An even number between 0 and 1 for the n-th draw. */
    public double draw(long n) {
        return (mix(seed + n * 0x9E3779B97F4A7C15L) >>> 11) * TO_UNIT;
    }

    /** A number between 0 and 1 that wanders smoothly, with a new goal every so many seconds. */
    public double wander(double seconds, double period) {
        double place = seconds / period;
        long before = (long) Math.floor(place);
        double share = place - before;
        double smooth = share * share * (3 - 2 * share);
        return draw(before) * (1 - smooth) + draw(before + 1) * smooth;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
