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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Identity;

/**
 * What is read once per session.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class UnitSetupTest {
    /** Versions, scale factors, firmware, identity and shunts as recorded of units with this model. */
    private static TestMemory recorded() {
        return new TestMemory().set(0xA007, "3300 0f00 2100 0300 0300 0500")
                .set(0xA028, "b414 760b 1a04 803e 1202 b400").set(0xA032, "c904").set(0xA05D, "0000 a186 0100 1900")
                .set(0xC000, "0200").set(0xC109, "0100 0000");
    }

    private static UnitSetup read(TestMemory memory) {
        return UnitSetup.of(memory.read(new RangePlanner(ReadCost.serial(57_600)).plan(UnitSetup.WANTED)));
    }

    @Test
    void asRecorded() {
        UnitSetup setup = read(recorded());
        assertThat(setup.identity(), is(new Identity("100001", "SPMC482", "12.25", 7500.0, "25", AcSource.GRID)));
        assertThat(setup.mapVersion(), is(33));
        assertThat(setup.scales(), is(new ScaleFactors(5300, 2934, 1050, 16_000, 530, 24)));
        assertThat(setup.shunt1(), is(1));
        assertThat(setup.shunt2(), is(0));
    }

    @Test
    void theOtherScaleFactors() {
        assertThat(read(recorded().set(0xA028, "b414 9808 1a04 e02e 1202 b400")).scales(),
                is(new ScaleFactors(5300, 2200, 1050, 12_000, 530, 24)));
    }

    @ParameterizedTest
    @CsvSource({ "0, 25, SPMC482, 7500", "0, 11, SPMC482, 7500", "0, 10, SPMC482, 6000", "1, 11, SPMC481, 5000",
            "1, 10, SPMC481, 4000", "2, 11, SPMC241, 4500", "3, 25, SPLC1202, 20000", "4, 25, SPMC1201, 7500",
            "5, 25, SPMC240, 3000", "6, 25, SPLC1201, 18000", "7, 25, SPLC1200, 15000", "8, 25, SPMC480, 3500",
            "9, 25, 9, ", "200, 25, 200, ", "0, 65535, SPMC482, " })
    void models(int code, int revision, String model, @Nullable Double watts) {
        TestMemory memory = recorded().set("MODEL", 0x1200 | code).set("HARDWARE_REVISION", revision);
        assertThat(read(memory).identity().model(), is(model));
        assertThat(read(memory).identity().ratedPower(), is(watts));
    }

    @ParameterizedTest
    @CsvSource({ "1225, 12.25", "1611, 16.11", "1600, 16.00", "5, 0.05" })
    void firmware(int hundredths, String version) {
        assertThat(read(recorded().set("FIRMWARE", hundredths)).identity().firmware(), is(version));
    }

    @Test
    void largeSerialNumbers() {
        assertThat(read(recorded().set("SERIAL_NUMBER", 4_000_000_000L)).identity().serialNumber(), is("4000000000"));
        assertThat(read(recorded().set("SERIAL_NUMBER", 0)).identity().serialNumber(), is(nullValue()));
    }

    @Test
    void whatTheUnitDoesNotReportIsNotKnown() {
        TestMemory memory = new TestMemory();
        UnitSetup.WANTED.forEach(range -> {
            for (int i = 0; i < range.words(); i++) {
                memory.set(range.address() + i, "ffff");
            }
        });
        UnitSetup setup = read(memory);
        assertThat(setup.identity(), is(Identity.NONE));
        assertThat(setup.scales(), is(new ScaleFactors(0, 0, 0, 0, 0)));
        assertThat(Registers.named("LOAD_TODAY", setup.mapVersion()), is(Registers.named("LOAD_TODAY")));
        assertThat(setup.shunt1(), is(Blocks.NONE));
        assertThat(setup.shunt2(), is(Blocks.NONE));
        assertThat(UnitSetup.of(List.of()), is(setup));
    }

    @Test
    void nothingSpeaksAgainstTheSameUnit() {
        UnitSetup setup = read(recorded());
        assertThat(setup.isContradictedBy(recorded().written()), is(false));
        assertThat(setup.isContradictedBy(List.of()), is(false));
    }

    @Test
    void anotherUnitOrOtherScaleFactorsSpeakAgainst() {
        UnitSetup setup = read(recorded());
        assertThat(setup.isContradictedBy(recorded().set("SERIAL_NUMBER", 100_002).written()), is(true));
        assertThat(setup.isContradictedBy(new TestMemory().set(0xA028, "b414 9808 1a04 e02e 1202").written()),
                is(true));
    }
}
