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
 * What may be wrong in a record.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum RecordFault {
    /** A time of 0xFFFFFFFF. */
    NO_TIME,
    /** An event of code 0xFFFF, a slot that was never written. */
    NO_CODE,
    /** Scale factors 0. */
    SCALES_ZERO,
    /** Scale factors 0xFFFF. */
    SCALES_ERASED,
    /** All words 0xFFFF. */
    ERASED;

    private static final int CODE = 2;

    void apply(short[] words, LogKind kind) {
        switch (this) {
            case NO_TIME -> Arrays.fill(words, 0, CODE, (short) -1);
            case NO_CODE -> words[CODE] = -1;
            case SCALES_ZERO -> kind.scaleWords().forEach(word -> words[word] = 0);
            case SCALES_ERASED -> kind.scaleWords().forEach(word -> words[word] = -1);
            case ERASED -> Arrays.fill(words, (short) -1);
        }
    }
}
