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
package org.openhab.binding.selectronic.internal.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.fake.Bodies;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * What the AC source is taken for.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AcSourceTest {
    private static Sample sample(String body) throws SourceException {
        return new PointDecoder(Way.GATEWAY).decode(Bodies.bytes(body), Duration.ZERO);
    }

    /** What the five published sites are is known from their owners. */
    @ParameterizedTest
    @CsvSource({"gateway-mains-evening, GRID", "gateway-offgrid-evening, GENERATOR", "emulator-2022, GENERATOR",
            "emulator-2025, GENERATOR", "emulator-mains-exporting, GRID"})
    void publishedSites(String body, AcSource source) throws SourceException {
        assertThat(AcSource.AUTO.resolve(sample(body)), is(source));
    }

    @ParameterizedTest
    @CsvSource({"GRID", "GENERATOR", "BOTH"})
    void whatTheOwnerSaysStands(AcSource source) throws SourceException {
        assertThat(source.resolve(sample("gateway-mains-evening")), is(source));
        assertThat(source.resolve(sample("gateway-offgrid-evening")), is(source));
    }

    @Test
    void withoutEvidenceNothingIsSaid() {
        Map<Quantity, Value> values = new EnumMap<>(Quantity.class);
        Sample silent = new Sample(Way.GATEWAY, Instant.EPOCH, null, Duration.ZERO, values);
        assertThat(AcSource.AUTO.resolve(silent), is(AcSource.AUTO));
        values.put(AC_SOURCE_ENERGY_EXPORT_TOTAL, Value.UNKNOWN);
        assertThat(AcSource.AUTO.resolve(silent), is(AcSource.AUTO));
    }
}
