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

import java.time.Duration;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Short trouble is not an outage.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class OutageMonitorTest {
    private static final SourceException SILENT = new SourceException(Problem.NO_ANSWER, "the box", "10");

    private final VirtualTime time = new VirtualTime();
    private Duration tolerance = Duration.ofSeconds(60);
    private final OutageMonitor monitor = new OutageMonitor(time.clock(), () -> tolerance);

    @Test
    void beforeTheFirstSuccessEveryFailureIsOne() {
        monitor.failed(SILENT);
        assertThat(monitor.isOutage(), is(true));
        assertThat(monitor.failure(), is(Optional.of(SILENT)));
    }

    @Test
    void failuresInQuickSuccessionAreNone() {
        monitor.succeeded();
        for (int failure = 0; failure < 50; failure++) {
            monitor.failed(SILENT);
            time.pass(Duration.ofSeconds(1));
            assertThat(monitor.isOutage(), is(false));
        }
    }

    @Test
    void aSuccessForgivesAll() {
        monitor.succeeded();
        monitor.failed(SILENT);
        time.pass(Duration.ofSeconds(59));
        monitor.succeeded();
        time.pass(Duration.ofSeconds(59));
        assertThat(monitor.isOutage(), is(false));
        assertThat(monitor.failure(), is(Optional.empty()));
    }

    @Test
    void aMinuteWithoutSuccessIsOneWhetherAttemptsFailOrNeverEnd() {
        monitor.succeeded();
        time.pass(Duration.ofSeconds(59));
        assertThat(monitor.isOutage(), is(false));
        time.pass(Duration.ofSeconds(1));
        assertThat(monitor.isOutage(), is(true));
    }

    @Test
    void aFirstAttemptThatNeverEndsIsOneInTime() {
        time.pass(Duration.ofSeconds(59));
        assertThat(monitor.isOutage(), is(false));
        time.pass(Duration.ofSeconds(1));
        assertThat(monitor.isOutage(), is(true));
    }

    @Test
    void whatLastsUntilTheOwnerActsIsOneAtOnce() {
        monitor.succeeded();
        monitor.failed(new SourceException(Problem.ACCOUNT_REFUSED));
        assertThat(monitor.isOutage(), is(true));
    }

    @Test
    void theToleranceIsThatOfTheBeginningOfTheTrouble() {
        monitor.succeeded();
        tolerance = Duration.ofMinutes(25);
        monitor.failed(SILENT);
        tolerance = Duration.ofMinutes(10);
        time.pass(Duration.ofMinutes(24));
        monitor.failed(SILENT);
        assertThat(monitor.isOutage(), is(false));
        time.pass(Duration.ofMinutes(1));
        assertThat(monitor.isOutage(), is(true));
    }
}
