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
package org.openhab.binding.selectronic.internal.derive;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.Bodies;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Signed powers as two, and the sum of the solar powers.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PowerSplitTest {
    private static Map<Quantity, Value> split(String body) throws SourceException {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        Figures.addPowers(sample(body), values);
        return values;
    }

    private static Sample sample(String body) throws SourceException {
        return new PointDecoder(ConnectionType.GATEWAY).decode(Bodies.bytes(body), Duration.ZERO);
    }

    @Test
    void dischargingAndExporting() throws SourceException {
        Map<Quantity, Value> values = split("gateway-mains-evening");
        assertThat(values, hasEntry(BATTERY_DISCHARGING_POWER, Value.of(948.486328125)));
        assertThat(values, hasEntry(BATTERY_CHARGING_POWER, Value.of(0.0)));
        assertThat(values, hasEntry(AC_SOURCE_EXPORT_POWER, Value.of(4.74554443359375)));
        assertThat(values, hasEntry(AC_SOURCE_IMPORT_POWER, Value.of(0.0)));
        assertThat(values, hasEntry(SOLAR_POWER, Value.of(0.0)));
    }

    @Test
    void chargingAndImporting() throws SourceException {
        Map<Quantity, Value> values = split("constructed-generator");
        Sample sample = sample("constructed-generator");
        assertThat(values, hasEntry(BATTERY_CHARGING_POWER, Value.of(-sample.number(BATTERY_POWER))));
        assertThat(values, hasEntry(BATTERY_DISCHARGING_POWER, Value.of(0.0)));
        assertThat(values, hasEntry(AC_SOURCE_IMPORT_POWER, Value.of(sample.number(AC_SOURCE_POWER))));
        assertThat(values, hasEntry(AC_SOURCE_EXPORT_POWER, Value.of(0.0)));
    }

    @Test
    void solarIsTheSumOfBothKinds() throws SourceException {
        assertThat(split("emulator-2022"), hasEntry(SOLAR_POWER, Value.of(56.93359375 + 23.0712890625)));
    }

    @Test
    void absentStaysAbsentAndUnknownStaysUnknown() throws SourceException {
        Map<Quantity, Value> values = split("constructed-bad-values");
        // one of its parts is unknown, the other absent
        assertThat(values, not(hasKey(SOLAR_POWER)));
        Map<Quantity, Value> reported = new EnumMap<>(Quantity.class);
        reported.put(BATTERY_POWER, Value.UNKNOWN);
        reported.put(SOLAR_AC_COUPLED_POWER, Value.UNKNOWN);
        reported.put(SOLAR_DC_COUPLED_POWER, Value.of(5.0));
        Map<Quantity, Value> derived = new EnumMap<>(Quantity.class);
        Figures.addPowers(new Sample(ConnectionType.GATEWAY, java.time.Instant.EPOCH, null, Duration.ZERO, reported),
                derived);
        assertThat(derived, is(Map.of(BATTERY_CHARGING_POWER, Value.UNKNOWN, BATTERY_DISCHARGING_POWER, Value.UNKNOWN,
                SOLAR_POWER, Value.UNKNOWN)));
    }
}
