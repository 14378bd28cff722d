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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * The published ratings of all models, of the first and of the present series.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class UnitModelTest {
    private static Identity identity(int code, int revision) {
        return UnitSetup.of(List.of(new Words(0xA05D, new int[] { 0x1200 | code, 1, 0, revision }))).identity();
    }

    @ParameterizedTest
    @CsvSource({ "0, SPMC482, 6000, 7500", "1, SPMC481, 4000, 5000", "2, SPMC241, 3500, 4500",
            "3, SPLC1202, 20000, 20000", "4, SPMC1201, 6000, 7500", "5, SPMC240, 2500, 3000",
            "6, SPLC1201, 15000, 18000", "7, SPLC1200, 15000, 15000", "8, SPMC480, 2500, 3500" })
    void eachModelHasItsPublishedRating(int code, String model, double firstSeries, double presentSeries) {
        assertThat(identity(code, 10).model(), is(model));
        assertThat(identity(code, 0).ratedPower(), is(firstSeries));
        assertThat(identity(code, 10).ratedPower(), is(firstSeries));
        assertThat(identity(code, 11).ratedPower(), is(presentSeries));
        assertThat(identity(code, 25).ratedPower(), is(presentSeries));
    }

    @ParameterizedTest
    @CsvSource({ "9, 10", "9, 25", "200, 11", "0, 65535" })
    void whatIsNotPublishedIsNotKnown(int code, int revision) {
        assertThat(identity(code, revision).ratedPower(), is(nullValue()));
    }
}
