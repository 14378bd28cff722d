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
 * What is read of a unit once per connection and log-in, because everything else is understood by it.
 *
 * @param identity who the unit is
 * @param mapVersion the version of its register map; less than any if it is not told, so that the first places count
 * @param scales what its counts are worth
 * @param shunt1 what its first shunt measures, a code
 * @param shunt2 what its second shunt measures, a code
 * @param logs how it writes its logs
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record UnitSetup(Identity identity, int mapVersion, ScaleFactors scales, int shunt1, int shunt2,
        LogSettings logs) {
    /**
     * How a unit writes its logs; a number below 0 is not known.
     *
     * @param eventFormat the version of the records of alerts and operations
     * @param detailedFormat the version of the detailed records
     * @param dailyFormat the version of the daily records
     * @param interval the minutes that a detailed record covers
     */
    public record LogSettings(int eventFormat, int detailedFormat, int dailyFormat, int interval) {
    }

    /** What must be read for it. */
    public static final List<WordRange> WANTED = Stream.of(Field.MAP_VERSION, Field.SCALES, Field.FIRMWARE, Field.MODEL,
            Field.SERIAL_NUMBER, Field.HARDWARE_REVISION, Field.APPLICATION, Field.SHUNT_1_NAME, Field.SHUNT_2_NAME,
            Field.EVENT_FORMAT, Field.DETAILED_FORMAT, Field.DAILY_FORMAT, Field.LOG_INTERVAL)
            .map(Field::range).toList();

    /**
     * @param words what {@link #WANTED} brought
     * @return the setup
     */
    public static UnitSetup of(List<Words> words) {
        Blocks blocks = new Blocks(words);
        @Nullable
        ScaleFactors scales = scales(blocks);
        return new UnitSetup(IdentityDecoder.decode(words), blocks.code(Field.MAP_VERSION),
                scales == null ? new ScaleFactors(0, 0, 0, 0, 0) : scales, blocks.code(Field.SHUNT_1_NAME),
                blocks.code(Field.SHUNT_2_NAME), new LogSettings(blocks.code(Field.EVENT_FORMAT),
                        blocks.code(Field.DETAILED_FORMAT), blocks.code(Field.DAILY_FORMAT),
                        blocks.code(Field.LOG_INTERVAL)));
    }

    /** The scale factors, null where they were not read. */
    static @Nullable ScaleFactors scales(Blocks blocks) {
        int[] words = blocks.of(Field.SCALES);
        return words == null ? null : new ScaleFactors(words[0], words[1], words[2], words[3], words[4]);
    }

    /** Where the interval of the log stands, which an owner may change at any time. */
    public static final WordRange LOG_INTERVAL = Field.LOG_INTERVAL.range();

    /**
     * @param words what {@link #LOG_INTERVAL} brought
     * @return the same with the interval that is set now
     */
    public UnitSetup withInterval(Words words) {
        int interval = new Blocks(List.of(words)).code(Field.LOG_INTERVAL);
        return interval == logs.interval
                ? this
                : new UnitSetup(identity, mapVersion, scales, shunt1, shunt2, new LogSettings(logs.eventFormat,
                        logs.detailedFormat, logs.dailyFormat, interval));
    }

    /** The code of the name of a shunt; {@link Blocks#NONE} where the unit does not tell. */
    int shuntCode(int shunt) {
        return shunt == 1 ? shunt1 : shunt2;
    }

    /**
     * @param words what a later read brought, as those of a {@link LivePlan} do
     * @return whether it is now another unit, or one with other scale factors: then everything is to be read anew
     */
    public boolean isContradictedBy(List<Words> words) {
        Blocks blocks = new Blocks(words);
        @Nullable
        ScaleFactors now = scales(blocks);
        @Nullable
        String serialNumber = IdentityDecoder.serialNumber(blocks);
        return now != null && !now.equals(scales)
                || serialNumber != null && !Objects.equals(serialNumber, identity.serialNumber());
    }
}
