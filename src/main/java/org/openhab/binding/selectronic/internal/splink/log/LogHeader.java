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

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * The header of a log.
 *
 * @param sectors number of sectors
 * @param recordWords number of words of a record
 * @param newest the address of the newest record; it changes with each record, also when the log is full
 * @param count number of records
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record LogHeader(int sectors, int recordWords, int newest, int count) {
    /**
     * @param kind a log
     * @param words the words of a read
     * @return its header, empty if it was not read
     */
    public static Optional<LogHeader> of(LogKind kind, List<Words> words) {
        int first = kind.header().address();
        for (Words block : words) {
            if (block.covers(first, kind.header().words())) {
                return Optional.of(new LogHeader(block.at(first), block.at(first + 1),
                        block.at(first + 2) | block.at(first + 3) << 16, block.at(first + 4)));
            }
        }
        return Optional.empty();
    }
}
