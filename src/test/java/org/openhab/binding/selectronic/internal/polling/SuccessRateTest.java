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
package org.openhab.binding.selectronic.internal.polling;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * The share of good polls.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SuccessRateTest {
    @Test
    void nothingIsKnownBeforeTheFirst() {
        assertThat(new SuccessRate(10).percent(), is(OptionalDouble.empty()));
    }

    @Test
    void onlyTheWindowCounts() {
        SuccessRate rate = new SuccessRate(4);
        rate.add(false);
        rate.add(true);
        assertThat(rate.percent(), is(OptionalDouble.of(50)));
        rate.add(true);
        rate.add(true);
        assertThat(rate.percent(), is(OptionalDouble.of(75)));
        rate.add(true);
        assertThat(rate.percent(), is(OptionalDouble.of(100)));
        rate.add(false);
        assertThat(rate.percent(), is(OptionalDouble.of(75)));
    }

    @Test
    void failuresInARowEndWithASuccess() {
        SuccessRate rate = new SuccessRate(4);
        for (int failure = 1; failure <= 6; failure++) {
            rate.add(false);
            assertThat(rate.failuresInARow(), is(failure));
        }
        rate.add(true);
        assertThat(rate.failuresInARow(), is(0));
    }
}
