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
package org.openhab.binding.selectronic.simulator.splink;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What went over a port.
 *
 * @param queries valid queries
 * @param writes valid writes
 * @param answered requests with an answer, right or wrong
 * @param crowded requests that arrived together with another one, where a client has to wait for the answer first
 * @param bytesIn from the client
 * @param bytesOut to the client
 * @param skipped bytes from the client that were no part of a valid request
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record PortCounters(long queries, long writes, long answered, long crowded, long bytesIn, long bytesOut,
        long skipped) {
    public long requests() {
        return queries + writes;
    }

    /** What was added since earlier ones. */
    public PortCounters since(PortCounters earlier) {
        return new PortCounters(queries - earlier.queries, writes - earlier.writes, answered - earlier.answered,
                crowded - earlier.crowded, bytesIn - earlier.bytesIn, bytesOut - earlier.bytesOut,
                skipped - earlier.skipped);
    }
}
