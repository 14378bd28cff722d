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
package org.openhab.binding.selectronic.internal.splink.log;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A record covers the interval that was set when it was written, whatever is set now.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class IntervalTest {
    @ParameterizedTest(name = "{0} min after the last, which came after {1}, followed after {2}; set to {3}: {4} min")
    @CsvSource({ "15, 15, 15, 15, 15", "15, 15, 15, 5, 15", "5, 5, 5, 30, 5", "30, 30, 30, 15, 30",
            // a record is missing
            "30, 15, 15, 15, 15", "30, 15, 15, 5, 15", "45, 15, 15, 15, 15", "10, 5, 5, 30, 5",
            // the setting was changed there
            "15, 15, 5, 5, 15", "5, 15, 5, 5, 5", "30, 15, 30, 30, 30",
            // the first and the last that there is
            "0, 0, 5, 15, 5", "0, 0, 0, 15, 15", "15, 15, 0, 15, 15",
            // the clock was set
            "7, 15, 15, 15, 15", "-45, 15, 15, 15, 15", "615, 15, 15, 15, 15" })
    void whatARecordCoversShowsInTheDistancesAroundIt(int distance, int earlier, int later, int present, int covered) {
        assertThat(Interval.of(Duration.ofMinutes(distance), Duration.ofMinutes(earlier), Duration.ofMinutes(later),
                Duration.ofMinutes(present)), is(Duration.ofMinutes(covered)));
    }
}
