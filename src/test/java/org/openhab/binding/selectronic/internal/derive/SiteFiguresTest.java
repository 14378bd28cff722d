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
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.fake.Bodies;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * The balance and the shares.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SiteFiguresTest {
    private static Map<Quantity, Value> figures(Sample sample) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        Figures.addSite(sample, values);
        return values;
    }

    private static Sample reported(Map<Quantity, Double> numbers) {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        numbers.forEach((quantity, number) -> values.put(quantity, Value.of(number)));
        return new Sample(ConnectionType.GATEWAY, Instant.EPOCH, null, Duration.ZERO, values);
    }

    /** Five sites, three kinds of source, one rule for the signs: the inverter's own loss is what remains. */
    @ParameterizedTest
    @ValueSource(strings = { "gateway-mains-evening", "gateway-offgrid-evening", "emulator-2022", "emulator-2025",
            "emulator-mains-exporting" })
    void publishedSamplesBalanceToTheInvertersOwnLoss(String body) throws SourceException {
        Sample sample = new PointDecoder(ConnectionType.GATEWAY).decode(Bodies.bytes(body), Duration.ZERO);
        Value losses = figures(sample).get(SITE_LOSSES);
        assertThat(losses, is(instanceOf(Value.Numeric.class)));
        assertThat(((Value.Numeric) java.util.Objects.requireNonNull(losses)).number(),
                is(both(greaterThan(70.0)).and(lessThan(115.0))));
    }

    @Test
    void withoutOneOfItsPartsThereIsNoBalance() {
        assertThat(figures(reported(Map.of(BATTERY_POWER, 100.0, LOAD_POWER, 50.0))),
                hasEntry(SITE_LOSSES, Value.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({ "10, 0, 100", "10, 2.5, 75", "10, 10, 0", "10, 14, 0" })
    void selfSufficiencyIsWhatDoesNotComeThroughTheAcSource(double load, double imported, double percent) {
        assertThat(figures(reported(Map.of(LOAD_ENERGY_TODAY, load, AC_SOURCE_ENERGY_IMPORT_TODAY, imported))),
                hasEntry(SITE_SELF_SUFFICIENCY_TODAY, Value.of(percent)));
    }

    @ParameterizedTest
    @CsvSource({ "8, 0, 100", "8, 6, 25" })
    void selfConsumptionIsWhatIsNotExported(double solar, double exported, double percent) {
        assertThat(figures(reported(Map.of(SOLAR_ENERGY_TODAY, solar, AC_SOURCE_ENERGY_EXPORT_TODAY, exported))),
                hasEntry(SITE_SELF_CONSUMPTION_TODAY, Value.of(percent)));
    }

    /** Also where something flowed: behind midnight one counter may have counted before the other. */
    @ParameterizedTest
    @ValueSource(doubles = { 0.0, 0.1 })
    void ofNothingThereIsNoShare(double flowed) {
        Map<Quantity, Value> figures = figures(reported(Map.of(LOAD_ENERGY_TODAY, 0.0, AC_SOURCE_ENERGY_IMPORT_TODAY,
                flowed, SOLAR_ENERGY_TODAY, 0.0, AC_SOURCE_ENERGY_EXPORT_TODAY, flowed)));
        assertThat(figures, hasEntry(SITE_SELF_SUFFICIENCY_TODAY, Value.UNKNOWN));
        assertThat(figures, hasEntry(SITE_SELF_CONSUMPTION_TODAY, Value.UNKNOWN));
    }
}
