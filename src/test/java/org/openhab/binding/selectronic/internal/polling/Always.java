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

import java.util.random.RandomGenerator;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A chance that is none.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Always implements RandomGenerator {
    private final boolean most;

    private Always(boolean most) {
        this.most = most;
    }

    /** The least that can come. */
    static Always least() {
        return new Always(false);
    }

    /** The most that can come. */
    static Always most() {
        return new Always(true);
    }

    @Override
    public long nextLong() {
        throw new AssertionError("a chance without an end");
    }

    @Override
    public long nextLong(long bound) {
        return most ? bound - 1 : 0;
    }
}
