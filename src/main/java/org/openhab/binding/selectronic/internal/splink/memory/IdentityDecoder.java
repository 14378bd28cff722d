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
package org.openhab.binding.selectronic.internal.splink.memory;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Decodes the identity of a unit.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class IdentityDecoder {
    /** Only the low byte of the word is the code of the model. */
    private static final int CODE = 0xFF;

    private IdentityDecoder() {
    }

    /**
     * @param words the words read for {@link UnitSetup#WANTED}
     * @return the identity of the unit; parts that are missing or marked as not available are unknown
     */
    public static Identity decode(List<Words> words) {
        Blocks blocks = new Blocks(words);
        int word = blocks.code(Field.MODEL);
        int model = word == Blocks.NONE ? Blocks.NONE : word & CODE;
        int revision = blocks.code(Field.HARDWARE_REVISION);
        int firmware = blocks.code(Field.FIRMWARE);
        return new Identity(serialNumber(blocks), model(model),
                firmware == Blocks.NONE ? null : BigDecimal.valueOf(firmware, 2).toPlainString(),
                ratedPower(model, revision), revision == Blocks.NONE ? null : Integer.toString(revision),
                AcSource.ofApplication(blocks.code(Field.APPLICATION)));
    }

    /**
     * @param words the words of a read
     * @return the serial number in it, null if there is none
     */
    public static @Nullable String serialNumber(List<Words> words) {
        return serialNumber(new Blocks(words));
    }

    static @Nullable String serialNumber(Blocks blocks) {
        long serial = blocks.number(Field.SERIAL_NUMBER);
        return serial > 0 ? Long.toString(serial) : null;
    }

    private static @Nullable String model(int code) {
        if (code == Blocks.NONE) {
            return null;
        }
        return UnitModel.of(code).map(UnitModel::name).orElseGet(() -> Integer.toString(code));
    }

    private static @Nullable Double ratedPower(int model, int revision) {
        return revision == Blocks.NONE ? null
                : UnitModel.of(model).map(known -> Double.valueOf(known.watts(revision))).orElse(null);
    }
}
