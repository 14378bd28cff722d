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
package org.openhab.binding.selectronic.simulator.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A log in flash, and besides it what was written there as a whole, in physical units, for as many records as the flash
 * holds.
 *
 * @param <T> what a record tells
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Journal<@NonNull T> {
    private final LogRing ring;
    private final Deque<T> written = new ArrayDeque<>();

    Journal(LogKind kind, LogSettings settings) {
        this.ring = new LogRing(kind, settings.layout(kind));
    }

    LogRing ring() {
        return ring;
    }

    /** Oldest first. */
    List<T> written() {
        return List.copyOf(written);
    }

    void add(T record, int[] words) {
        if (ring.write(words)) {
            written.add(record);
        }
        if (written.size() > ring.layout().capacity(ring.kind().recordWords())) {
            written.remove();
        }
    }

    void clear() {
        ring.clear();
        written.clear();
    }

    void countAnew() {
        ring.countAnew();
        written.clear();
    }
}
