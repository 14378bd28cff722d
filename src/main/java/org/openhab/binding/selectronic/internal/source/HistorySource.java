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
 * A way that can tell what was recorded while nobody asked.
 * <p>
 * Unlike the calls of {@link InverterSource} these may be under way beside a reading of live values, which is not held
 * up by more than one exchange with the device. One such call at a time for a unit.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface HistorySource {
    /**
     * Reads the next portion of the record, oldest first.
     *
     * @param unit one of the units
     * @param after where the portion before has ended, {@link HistoryPosition#BEGINNING} for all that there is
     * @return what follows, a day at most; or a {@link SourceException}, after which the same position may be asked for
     *         again
     */
    CompletableFuture<HistoryPortion> history(Unit unit, HistoryPosition after);
}
