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
 * Who the unit says it is.
 * <p>
 * Source: P and L for models, P for the ratings, which were compared with the data sheet there. Before hardware
 * revision 11 the same code meant a weaker unit; how much weaker is published for one of them only.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class IdentityDecoder {
    /** Only the low byte of the word tells the model. */
    private static final int CODE = 0xFF;
    private static final List<String> MODELS = List.of("SPMC482", "SPMC481", "SPMC241", "SPLC1202", "SPMC1201",
            "SPMC240", "SPLC1201", "SPLC1200", "SPMC480");

    private static final int PRESENT_SERIES = 11;
    /** Watts by model, 0 where they are not published. */
    private static final int[] WATTS = {7500, 5000, 4500, 20_000, 7500, 3000, 0, 15_000, 3500};
    private static final int WATTS_OF_FIRST_SPMC482 = 6000;

    private IdentityDecoder() {
    }

    /**
     * @param words what {@link UnitSetup#WANTED} brought
     * @return who the unit is; what is not there or marked as not available is not known
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

    /** The serial number, null where there is none. */
    static @Nullable String serialNumber(Blocks blocks) {
        long serial = blocks.number(Field.SERIAL_NUMBER);
        return serial > 0 ? Long.toString(serial) : null;
    }

    private static @Nullable String model(int code) {
        if (code == Blocks.NONE) {
            return null;
        }
        return code < MODELS.size() ? MODELS.get(code) : Integer.toString(code);
    }

    private static @Nullable Double ratedPower(int model, int revision) {
        if (model == Blocks.NONE || model >= WATTS.length || revision == Blocks.NONE) {
            return null;
        }
        int watts = WATTS[model];
        if (revision < PRESENT_SERIES) {
            watts = model == 0 ? WATTS_OF_FIRST_SPMC482 : 0;
        }
        return watts == 0 ? null : Double.valueOf(watts);
    }
}
