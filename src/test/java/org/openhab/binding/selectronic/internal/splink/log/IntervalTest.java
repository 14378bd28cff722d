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
import java.util.stream.Stream;

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
    @ParameterizedTest(name = "{0} min after each other; set to {2}: the one at {1} covers {3} min")
    @CsvSource({ "15 15 15, 1, 15, 15", "15 15 15, 1, 5, 15", "5 5 5, 1, 30, 5", "30 30 30, 1, 15, 30",
            // a record is missing
            "15 30 15, 1, 15, 15", "15 15 15 30 15, 3, 5, 15", "15 45 15, 1, 15, 15", "5 10 5, 1, 30, 5",
            // two are missing, one in front of each, and three
            "15 30 30 15, 1, 15, 15", "15 30 30 15, 2, 15, 15", "15 45 30 30 15, 1, 15, 15", "0 30 15, 0, 15, 15",
            // the setting was changed there
            "15 15 15 5, 2, 5, 15", "15 5 5, 1, 5, 5", "15 30 30, 1, 30, 30", "15 30 30 30, 1, 15, 30",
            // the first and the last that there is
            "0 5, 0, 15, 5", "0, 0, 15, 15", "15 15, 1, 15, 15", "0 30 30 30, 0, 15, 30",
            // the clock was set
            "15 7 15, 1, 15, 15", "15 -45 15, 1, 15, 15", "15 615 15, 1, 15, 15" })
    void whatARecordCoversShowsInTheDistancesAroundIt(String distances, int number, int present, int covered) {
        assertThat(Interval.of(Stream.of(distances.split(" ")).map(Long::valueOf).map(Duration::ofMinutes).toList(),
                number, Duration.ofMinutes(present)), is(Duration.ofMinutes(covered)));
    }
}
