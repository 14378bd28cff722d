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
    @CsvSource({"240001,0240001", "0240001,240001", "SN240001,240001", "240001,SN240001", "240001,240001.0",
            "' 240001 ',240001"})
    void aUnitIsFoundByItsSerialNumberInWhicheverFormsItIsWritten(String configured, String reported)
            throws SourceException {
        Unit meant = unit("a", reported);
        assertThat(new UnitChoice(null, configured).among(List.of(unit("b", "240002"), meant)), is(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "0"})
    void aSerialNumberThatIsNoneIsNotTakenForNoChoice(String configured) {
        SourceException failure = assertThrows(SourceException.class,
                () -> new UnitChoice(null, configured).among(List.of(unit("a", "240001"))));
        assertThat(failure.problem(), is(Problem.UNKNOWN_UNIT));
    }
}
