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

import java.util.Arrays;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What may be wrong in the header of a log or in the table of its sectors behind it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum HeaderFault {
    /** The newest record lies in no sector. */
    NEWEST_OUTSIDE,
    /** The newest record begins within a record. */
    NEWEST_BETWEEN_RECORDS,
    /** One record more than fits. */
    COUNT_BEYOND_CAPACITY,
    /** The second sector begins within the first. */
    SECTORS_OVERLAP,
    /** The first sector ends before it begins. */
    SECTOR_REVERSED,
    /** Records of a word less. */
    RECORD_SIZE,
    /** No sector at all. */
    NO_SECTORS,
    /** More sectors than there is room for in the table. */
    TOO_MANY_SECTORS,
    /** All words 0xFFFF. */
    ERASED,
    /** All words 0. */
    ZERO;

    private static final int RECORD_WORDS = 1;
    private static final int NEWEST = 2;
    private static final int COUNT = 4;
    private static final int TABLE = 5;
    private static final int ENTRY = 4;

    /** Spoils header and table. */
    void apply(int[] words, int capacity) {
        switch (this) {
            case NEWEST_OUTSIDE -> setAddress(words, NEWEST, address(words, words.length - 2) + 1);
            case NEWEST_BETWEEN_RECORDS -> setAddress(words, NEWEST, address(words, NEWEST) + 1);
            case COUNT_BEYOND_CAPACITY -> words[COUNT] = capacity + 1;
            case SECTORS_OVERLAP -> setAddress(words, TABLE + ENTRY, address(words, TABLE) + words[RECORD_WORDS]);
            case SECTOR_REVERSED -> setAddress(words, TABLE + 2, address(words, TABLE) - 1);
            case RECORD_SIZE -> words[RECORD_WORDS]--;
            case NO_SECTORS -> words[0] = 0;
            case TOO_MANY_SECTORS -> words[0] = 0xFFFF;
            case ERASED -> Arrays.fill(words, 0xFFFF);
            case ZERO -> Arrays.fill(words, 0);
        }
    }

    /** An address in two words, the low one first. */
    static void setAddress(int[] words, int place, int address) {
        words[place] = address & 0xFFFF;
        words[place + 1] = address >>> 16;
    }

    private static int address(int[] words, int place) {
        return words[place] | words[place + 1] << 16;
    }
}
