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
package org.openhab.binding.selectronic.internal.splink.log;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * The memory of a unit whose logs are read, with everything that is needed to decode them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface LogMemory extends LogReading {
    /**
     * Reads the clock of the unit, since the clock and its time zone may have been changed.
     *
     * @return what must be known to decode the logs
     * @throws SourceException if the unit does not answer
     * @throws InterruptedException if the thread is interrupted
     */
    LogUnit unit() throws SourceException, InterruptedException;
}
