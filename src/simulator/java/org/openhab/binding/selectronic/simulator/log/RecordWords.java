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

import java.time.Duration;
import java.time.LocalDateTime;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.memory.Kind;
import org.openhab.binding.selectronic.simulator.memory.UnitScales;

/**
 * Writes physical values into the words of a record. What does not fit stays at the limit, as a unit would have it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class RecordWords {
    /** Times count from here, on the clock of the unit (published records). */
    private static final LocalDateTime EPOCH = LocalDateTime.of(2001, 1, 1, 0, 0);
    private static final int MINUTE = 60;
    private static final int INDEX = 2048;

    private final UnitScales scales;
    private final int[] words;

    RecordWords(LogKind kind, UnitScales scales, LocalDateTime unitTime) {
        this.scales = scales;
        this.words = new int[kind.recordWords()];
        pair(0, Duration.between(EPOCH, unitTime).getSeconds());
    }

    int[] words() {
        return words;
    }

    /** A bare number. */
    void raw(int word, long number) {
        words[word] = (int) (number & 0xFFFF);
    }

    /** One word with a sign. */
    void signed(int word, Kind kind, double value) {
        raw(word, Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, kind.counts(value, scales))));
    }

    /** One word without a sign. */
    void unsigned(int word, Kind kind, double value) {
        raw(word, Math.max(0, Math.min(0xFFFF, kind.counts(value, scales))));
    }

    /** Two words, the low one first. */
    void pair(int word, Kind kind, double value) {
        pair(word, kind.counts(value, scales));
    }

    /** Whole counts of an amount of energy in Wh, in one word. */
    void energy(int word, Kind kind, double wattHours) {
        raw(word, Math.min(0xFFFF, kind.filled(wattHours, scales)));
    }

    /** Whole counts of an amount of energy in Wh, in two words, the low one first. */
    void energyPair(int word, Kind kind, double wattHours) {
        pair(word, kind.filled(wattHours, scales));
    }

    /** The same with the high word first. */
    void energyPairHighFirst(int word, Kind kind, double wattHours) {
        long counts = kind.filled(wattHours, scales);
        raw(word, counts >> 16);
        raw(word + 1, counts);
    }

    /** Energy that came out of a shunt: whole counts with a minus. */
    void generated(int word, double wattHours) {
        raw(word, Math.max(Short.MIN_VALUE, -Kind.DC_WH.filled(wattHours, scales)));
    }

    /** Energy that came out of a shunt, in two words. */
    void generatedPair(int word, double wattHours) {
        pair(word, -Kind.DC_WH.filled(wattHours, scales));
    }

    /** Minutes in one word. */
    void minutes(int word, Duration time) {
        raw(word, Math.min(0xFFFF, time.getSeconds() / MINUTE));
    }

    /** Minutes in two words. */
    void minutesPair(int word, Duration time) {
        pair(word, time.getSeconds() / MINUTE);
    }

    /** A share in steps of a 2048th. */
    void index(int word, double value) {
        raw(word, Math.round(value * INDEX));
    }

    void pair(int word, long bits) {
        raw(word, bits);
        raw(word + 1, bits >> 16);
    }
}
