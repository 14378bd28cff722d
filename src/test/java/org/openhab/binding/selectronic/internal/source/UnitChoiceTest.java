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
package org.openhab.binding.selectronic.internal.source;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhab.binding.selectronic.internal.model.Identity;

/**
 * Tests {@link UnitChoice}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class UnitChoiceTest {
    private static Unit unit(String id, @Nullable String serialNumber) {
        return new Unit(id, new Identity(serialNumber, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({ "240001,0240001", "0240001,240001", "SN240001,240001", "240001,SN240001", "240001,240001.0",
            "' 240001 ',240001" })
    void aUnitIsFoundByItsSerialNumberInWhicheverFormsItIsWritten(String configured, String reported)
            throws SourceException {
        Unit meant = unit("a", reported);
        assertThat(new UnitChoice(null, configured).among(List.of(unit("b", "240002"), meant)), is(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = { "unknown", "0" })
    void aSerialNumberThatIsNoneIsNotTakenForNoChoice(String configured) {
        SourceException failure = assertThrows(SourceException.class,
                () -> new UnitChoice(null, configured).among(List.of(unit("a", "240001"))));
        assertThat(failure.problem(), is(Problem.UNKNOWN_UNIT));
    }

    @Test
    void unitsThatClaimOneSerialNumberAreNamedAndNoneIsGuessed() throws SourceException {
        List<Unit> units = List.of(unit("a", "240001"), unit("b", "0240001"), unit("c", "240003"));
        SourceException failure = assertThrows(SourceException.class,
                () -> new UnitChoice(null, "240001").among(units));
        assertThat(failure.problem(), is(Problem.CLAIMED_TWICE));
        assertThat(failure.arguments(), contains("240001", "a (240001) / b (240001)"));
        assertThat(new UnitChoice("b", "240001").among(units), is(units.get(1)));
        assertThat(new UnitChoice(null, "240003").among(units), is(units.get(2)));
    }

    @Test
    void unitsWithOneIdCannotBeReportedApartByIt() {
        List<Unit> units = List.of(unit("a", "240001"), unit("a", "240002"));
        for (UnitChoice choice : List.of(new UnitChoice("a", null), new UnitChoice(null, "240002"))) {
            SourceException failure = assertThrows(SourceException.class, () -> choice.among(units));
            assertThat(failure.problem(), is(Problem.CLAIMED_TWICE));
        }
    }

    @Test
    void aUnitThatIsListedTwiceIsOne() throws SourceException {
        Unit unit = unit("a", "240001");
        assertThat(new UnitChoice(null, "240001").among(List.of(unit, unit)), is(unit));
    }

    @Test
    void idsThatDifferInCaseOnlyAreNotMixedUp() throws SourceException {
        List<Unit> units = List.of(unit("ab", null), unit("AB", null));
        assertThat(new UnitChoice("AB", null).among(units), is(units.get(1)));
        assertThrows(SourceException.class, () -> new UnitChoice("Ab", null).among(units));
        assertThat(new UnitChoice("Ab", null).among(units.subList(0, 1)), is(units.get(0)));
    }
}
