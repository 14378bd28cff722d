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

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * The data of a unit that is read once per connection and login, because everything else is decoded with it.
 *
 * @param identity the identity of the unit
 * @param mapVersion the version of its register map; lower than any version if missing, so that the original addresses
 *            are used
 * @param scales its scale factors
 * @param shunt1 code of what its first shunt measures
 * @param shunt2 code of what its second shunt measures
 * @param logs the settings of its logs
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record UnitSetup(Identity identity, int mapVersion, ScaleFactors scales, int shunt1, int shunt2,
        LogSettings logs) {
    /**
     * The settings of a unit's logs; a number below 0 is unknown.
     *
     * @param eventFormat the version of the records of alerts and operations
     * @param detailedFormat the version of the detailed records
     * @param dailyFormat the version of the daily records
     * @param interval the interval of detailed records in minutes
     */
    public record LogSettings(int eventFormat, int detailedFormat, int dailyFormat, int interval) {
    }

    /** The words to read for the setup. */
    public static final List<WordRange> WANTED = Stream
            .of(Field.MAP_VERSION, Field.SCALES, Field.FIRMWARE, Field.MODEL, Field.SERIAL_NUMBER,
                    Field.HARDWARE_REVISION, Field.APPLICATION, Field.SHUNT_1_NAME, Field.SHUNT_2_NAME,
                    Field.EVENT_FORMAT, Field.DETAILED_FORMAT, Field.DAILY_FORMAT, Field.LOG_INTERVAL)
            .map(Field::range).toList();

    /**
     * @param words the words read for {@link #WANTED}
     * @return the setup
     */
    public static UnitSetup of(List<Words> words) {
        Blocks blocks = new Blocks(words);
        @Nullable
        ScaleFactors scales = scales(blocks);
        return new UnitSetup(IdentityDecoder.decode(words), blocks.code(Field.MAP_VERSION),
                scales == null ? new ScaleFactors(0, 0, 0, 0, 0) : scales, blocks.code(Field.SHUNT_1_NAME),
                blocks.code(Field.SHUNT_2_NAME),
                new LogSettings(blocks.code(Field.EVENT_FORMAT), blocks.code(Field.DETAILED_FORMAT),
                        blocks.code(Field.DAILY_FORMAT), blocks.code(Field.LOG_INTERVAL)));
    }

    /** Returns the scale factors, null if they were not read. */
    static @Nullable ScaleFactors scales(Blocks blocks) {
        int[] words = blocks.of(Field.SCALES);
        return words == null ? null : new ScaleFactors(words[0], words[1], words[2], words[3], words[4]);
    }

    /** Address range of what the shunts measure, which an owner may change at any time. */
    public static final WordRange SHUNTS = new WordRange(Field.SHUNT_1_NAME.range().address(),
            Field.SHUNT_1_NAME.range().words() + Field.SHUNT_2_NAME.range().words());

    /** Address range of the interval of the log, which an owner may change at any time. */
    public static final WordRange LOG_INTERVAL = Field.LOG_INTERVAL.range();

    /**
     * @param words the words read for {@link #LOG_INTERVAL}
     * @return the same with the current interval setting
     */
    public UnitSetup withInterval(Words words) {
        int interval = new Blocks(List.of(words)).code(Field.LOG_INTERVAL);
        return interval == logs.interval ? this
                : new UnitSetup(identity, mapVersion, scales, shunt1, shunt2,
                        new LogSettings(logs.eventFormat, logs.detailedFormat, logs.dailyFormat, interval));
    }

    /** Returns the code of the name of a shunt; {@link Blocks#NONE} if the unit does not report it. */
    int shuntCode(int shunt) {
        return shunt == 1 ? shunt1 : shunt2;
    }

    /**
     * @param words words of a later read, e.g. of a {@link LivePlan}
     * @return whether they are of another unit, or of one with other scale factors or shunts: then everything must be
     *         read again
     */
    public boolean isContradictedBy(List<Words> words) {
        Blocks blocks = new Blocks(words);
        @Nullable
        ScaleFactors now = scales(blocks);
        @Nullable
        String serialNumber = IdentityDecoder.serialNumber(blocks);
        return now != null && !now.equals(scales) || isOther(blocks, Field.SHUNT_1_NAME, shunt1)
                || isOther(blocks, Field.SHUNT_2_NAME, shunt2)
                || serialNumber != null && !Objects.equals(serialNumber, identity.serialNumber());
    }

    private static boolean isOther(Blocks blocks, Field field, int known) {
        return blocks.of(field) != null && blocks.code(field) != known;
    }
}
