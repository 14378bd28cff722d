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
package org.openhab.binding.selectronic.internal.source;

import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A source that can read recorded data of the past.
 * <p>
 * Unlike the calls of {@link InverterSource}, these may run in parallel to a read of live values, which waits for one
 * exchange with the device at most. Only one such call at a time for a unit.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface HistorySource {
    /**
     * Reads the next portion of the recorded data, oldest first.
     *
     * @param unit one of the units
     * @param after the end of the previous portion, {@link HistoryPosition#BEGINNING} for all available data
     * @return the next portion, at most one day; or a {@link SourceException}, after which the same position can be
     *         requested again
     */
    CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after);
}
