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
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Reads the memory of a unit one frame at a time, so that other reads can run in between.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@FunctionalInterface
public interface LogReading {
    /**
     * @param range the address range to read
     * @return its words
     * @throws SourceException if the unit does not answer
     * @throws InterruptedException if the thread is interrupted
     */
    Words read(WordRange range) throws SourceException, InterruptedException;
}
