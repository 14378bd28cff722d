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
import static org.hamcrest.Matchers.is;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.fake.Bodies;
import org.openhab.binding.selectronic.internal.fake.SampleStream;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Trigger;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.point.PointDecoder;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * What the AC source is taken for.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class WiredSourceTest {
    private final SampleStream stream = new SampleStream(Instant.EPOCH);

    private static Sample sample(String body) throws SourceException {
        return new PointDecoder(ConnectionType.GATEWAY).decode(Bodies.bytes(body), Duration.ZERO);
    }

    private Sample exported(double kilowattHours) {
        stream.pass(SampleStream.INTERVAL);
        return stream.sample(ConnectionType.GATEWAY,
                Map.of(AC_SOURCE_ENERGY_EXPORT_TOTAL, Value.of(kilowattHours), AC_SOURCE_POWER, Value.of(3800.0)));
    }

    /** What the five published sites are is known from their owners. */
    @ParameterizedTest
    @CsvSource({ "gateway-mains-evening, GRID", "gateway-offgrid-evening, GENERATOR", "emulator-2022, GENERATOR",
            "emulator-2025, GENERATOR", "emulator-mains-exporting, GRID" })
    void publishedSites(String body, AcSource source) throws SourceException {
        assertThat(new WiredSource(AcSource.AUTO).of(sample(body), false), is(source));
    }

    @ParameterizedTest
    @CsvSource({ "GRID", "GENERATOR", "BOTH" })
    void whatTheOwnerSaysStands(AcSource source) throws SourceException {
        WiredSource wired = new WiredSource(source);
        wired.identified(new Identity(null, null, null, null, null, AcSource.BOTH));
        assertThat(wired.of(sample("gateway-mains-evening"), false), is(source));
        assertThat(wired.of(sample("gateway-offgrid-evening"), false), is(source));
    }

    @Test
    void withoutEvidenceNothingIsSaid() {
        WiredSource wired = new WiredSource(AcSource.AUTO);
        assertThat(wired.of(stream.sample(ConnectionType.GATEWAY, Map.of()), false), is(AcSource.AUTO));
        assertThat(wired.of(stream.sample(ConnectionType.GATEWAY, Map.of(AC_SOURCE_ENERGY_EXPORT_TOTAL, Value.UNKNOWN)),
                false), is(AcSource.AUTO));
    }

    @Test
    void aTraceOfExportIsNoGridNotEvenAfterARestart() {
        WiredSource wired = new WiredSource(AcSource.AUTO);
        wired.of(exported(0), false);
        for (int n = 0; n < 10; n++) {
            assertThat(wired.of(exported(0.0732421875), false), is(AcSource.GENERATOR));
        }
        assertThat(new WiredSource(AcSource.AUTO).of(exported(0.0732421875), false), is(AcSource.GENERATOR));
    }

    @Test
    void whatIsNoTraceAnyMoreIsAGridButNotInTheMiddleOfARun() {
        WiredSource wired = new WiredSource(AcSource.AUTO);
        wired.of(exported(0), false);
        for (int n = 0; n < 10; n++) {
            assertThat(wired.of(exported(2.5), true), is(AcSource.GENERATOR));
        }
        assertThat(wired.of(exported(2.5), false), is(AcSource.GRID));
        assertThat("a missing report is no generator", wired.of(stream.sample(ConnectionType.GATEWAY, Map.of()), false),
                is(AcSource.GRID));
    }

    @Test
    void oneSampleIsNoLastingEvidence() {
        WiredSource wired = new WiredSource(AcSource.AUTO);
        wired.of(exported(0), false);
        assertThat(wired.of(exported(9000), false), is(AcSource.GENERATOR));
        assertThat(wired.of(exported(0), false), is(AcSource.GENERATOR));
    }

    @Test
    void theSettingsOfTheUnitKnowBest() {
        WiredSource wired = new WiredSource(AcSource.AUTO);
        wired.identified(new Identity("240001", null, null, null, null, AcSource.BOTH));
        wired.identified(Identity.NONE);
        assertThat(wired.of(exported(0), false), is(AcSource.BOTH));
        assertThat(wired.of(exported(50), false), is(AcSource.BOTH));
    }

    /** The run of a generator is reported to its end before the site is taken for one on the grid. */
    @Test
    void theEndOfARunIsReportedBeforeTheSourceTurnsOutAGrid() {
        Derivation derivation = new Derivation(new Derivation.Site(AcSource.AUTO, 100, null, null),
                stream.surroundings());
        derivation.derive(stream.sample(ConnectionType.GATEWAY,
                Map.of(AC_SOURCE_ENERGY_EXPORT_TOTAL, Value.of(0.0), AC_SOURCE_POWER, Value.of(0.0))));
        assertThat(derivation.derive(exported(0)).triggers(), is(Map.of(Trigger.GENERATOR_EVENT, "STARTED")));
        for (int n = 0; n < 5; n++) {
            assertThat(derivation.derive(exported(2)).acSource(), is(AcSource.GENERATOR));
        }
        stream.pass(SampleStream.INTERVAL);
        Map<Quantity, Value> stopped = Map.of(AC_SOURCE_ENERGY_EXPORT_TOTAL, Value.of(2.0), AC_SOURCE_POWER,
                Value.of(0.0));
        assertThat(derivation.derive(stream.sample(ConnectionType.GATEWAY, stopped)).triggers(),
                is(Map.of(Trigger.GENERATOR_EVENT, "STOPPED")));
        stream.pass(SampleStream.INTERVAL);
        assertThat(derivation.derive(stream.sample(ConnectionType.GATEWAY, stopped)).acSource(), is(AcSource.GRID));
    }
}
