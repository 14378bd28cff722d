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
package org.openhab.binding.selectronic.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Which requests meet which fault: by the end of their path, for a number of times or until cleared. The newest plan
 * that fits wins. Safe for use by several threads.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class FaultPlan {
    private static final class Entry {
        private final String pathEnd;
        private final Fault fault;
        private long left;

        Entry(String pathEnd, Fault fault, long left) {
            this.pathEnd = pathEnd;
            this.fault = fault;
            this.left = left;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** Every request whose path ends so, a number of times. An empty end is every path. */
    public synchronized void add(String pathEnd, Fault fault, long times) {
        entries.add(0, new Entry(pathEnd, fault, times));
    }

    public synchronized void clear() {
        entries.clear();
    }

    /** The fault that a request meets; it is used up by that. */
    public synchronized Optional<Fault> take(String path) {
        for (Entry entry : entries) {
            if (path.endsWith(entry.pathEnd)) {
                entry.left--;
                if (entry.left <= 0) {
                    entries.remove(entry);
                }
                return Optional.of(entry.fault);
            }
        }
        return Optional.empty();
    }
}
