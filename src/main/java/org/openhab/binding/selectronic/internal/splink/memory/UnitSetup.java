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
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * The data of a unit that is read once per connection and login, because everything else is decoded with it.
 *
 * @param identity the identity of the unit
 * @param mapVersion the version of its register map; lower than any version if missing, so that the original addresses
 *            are used
 * @param settingsVersion the version of its settings; lower than any version if missing
 * @param scales its scale factors
 * @param shunt1 code of what its first shunt measures
 * @param shunt2 code of what its second shunt measures
 * @param logs the settings of its logs
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record UnitSetup(Identity identity, int mapVersion, int settingsVersion, ScaleFactors scales, int shunt1,
        int shunt2, LogSettings logs) {
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
    public static final List<WordRange> WANTED = Stream.of("MAP_VERSION", "SETTINGS_VERSION", "SCALES", "FIRMWARE",
            "MODEL", "SERIAL_NUMBER", "HARDWARE_REVISION", "APPLICATION", "SHUNT_1_NAME", "SHUNT_2_NAME",
            "EVENT_FORMAT", "DETAILED_FORMAT", "DAILY_FORMAT", "LOG_INTERVAL").map(UnitSetup::range).toList();

    /**
     * @param words the words read for {@link #WANTED}
     * @return the setup
     */
    public static UnitSetup of(List<Words> words) {
        Blocks blocks = new Blocks(words);
        int cells = UnitModel.of(blocks.code("MODEL")).map(UnitModel::cells).orElseGet(() -> 0);
        @Nullable
        ScaleFactors scales = scales(blocks, cells);
        return new UnitSetup(identity(blocks), blocks.code("MAP_VERSION"), blocks.code("SETTINGS_VERSION"),
                scales == null ? new ScaleFactors(0, 0, 0, 0, 0, cells) : scales, blocks.code("SHUNT_1_NAME"),
                blocks.code("SHUNT_2_NAME"), new LogSettings(blocks.code("EVENT_FORMAT"),
                        blocks.code("DETAILED_FORMAT"), blocks.code("DAILY_FORMAT"), blocks.code("LOG_INTERVAL")));
    }

    private static WordRange range(String name) {
        return Registers.named(name).range();
    }

    private static Identity identity(Blocks blocks) {
        int model = blocks.code("MODEL");
        int revision = blocks.code("HARDWARE_REVISION");
        int firmware = blocks.code("FIRMWARE");
        Optional<UnitModel> known = UnitModel.of(model);
        return new Identity(serialNumber(blocks), model == Blocks.NONE ? null : UnitModel.named(model),
                firmware == Blocks.NONE ? null : Texts.version(firmware),
                known.isEmpty() || revision == Blocks.NONE ? null : (double) known.get().watts(revision),
                revision == Blocks.NONE ? null : Integer.toString(revision),
                AcSource.ofApplication(blocks.code("APPLICATION")));
    }

    /**
     * @param words the words of a read
     * @return the serial number in it, null if there is none
     */
    public static @Nullable String serialNumber(List<Words> words) {
        return serialNumber(new Blocks(words));
    }

    private static @Nullable String serialNumber(Blocks blocks) {
        long serial = blocks.number("SERIAL_NUMBER");
        return serial > 0 ? Long.toString(serial) : null;
    }

    /** Returns the scale factors, null if they were not read. */
    private static @Nullable ScaleFactors scales(Blocks blocks, int cells) {
        int[] words = blocks.of(Registers.named("SCALES"));
        return words == null ? null : new ScaleFactors(words[0], words[1], words[2], words[3], words[4], cells);
    }

    /** Address range of what the shunts measure, which an owner may change at any time. */
    public static final WordRange SHUNTS = new WordRange(range("SHUNT_1_NAME").address(), 2);

    /** Address range of the interval of the log, which an owner may change at any time. */
    public static final WordRange LOG_INTERVAL = range("LOG_INTERVAL");

    /**
     * @param words the words read for {@link #LOG_INTERVAL}
     * @return the same with the current interval setting
     */
    public UnitSetup withInterval(Words words) {
        int interval = new Blocks(List.of(words)).code("LOG_INTERVAL");
        return interval == logs.interval ? this
                : new UnitSetup(identity, mapVersion, settingsVersion, scales, shunt1, shunt2,
                        new LogSettings(logs.eventFormat, logs.detailedFormat, logs.dailyFormat, interval));
    }

    /**
     * @param words words of a later read, e.g. of a {@link LivePlan}
     * @return whether they are of another unit, or of one with other scale factors or shunts: then everything must be
     *         read again
     */
    public boolean isContradictedBy(List<Words> words) {
        Blocks blocks = new Blocks(words);
        @Nullable
        ScaleFactors now = scales(blocks, scales.cells());
        @Nullable
        String serialNumber = serialNumber(blocks);
        return now != null && !now.equals(scales) || isOther(blocks, "SHUNT_1_NAME", shunt1)
                || isOther(blocks, "SHUNT_2_NAME", shunt2)
                || serialNumber != null && !Objects.equals(serialNumber, identity.serialNumber());
    }

    private static boolean isOther(Blocks blocks, String name, int known) {
        return blocks.of(Registers.named(name)) != null && blocks.code(name) != known;
    }
}
