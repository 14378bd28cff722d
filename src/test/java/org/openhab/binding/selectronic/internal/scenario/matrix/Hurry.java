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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * How many times as fast as usual answers are given up.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Hurry {
    private final int most;
    private volatile boolean on;

    /** @param most while it is on */
    Hurry(int most) {
        this.most = most;
    }

    void set(boolean on) {
        this.on = on;
    }

    int most() {
        return most;
    }

    int factor() {
        return on ? most : 1;
    }
}
