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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;

/**
 * Where the logs are, against the simulated unit, which has it from the same pages by other hands.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LogKindTest {
    private static int header(org.openhab.binding.selectronic.simulator.log.LogKind kind) {
        return kind.header();
    }

    @ParameterizedTest
    @CsvSource({ "ALERTS, ALERTS", "OPERATIONS, OPERATIONS", "DAYS, DAILY", "INTERVALS, DETAILED" })
    void eachLogThatIsShownIsOneOfTheUnit(Log log, org.openhab.binding.selectronic.simulator.log.LogKind unit) {
        LogKind kind = LogKind.of(log);
        assertThat(kind.header().address(), is(header(unit)));
        assertThat(kind.recordWords(), is(unit.recordWords()));
    }

    /** The daily log has nothing that the counters do not report. */
    @Test
    void eventsAndIntervalsAreFollowed() {
        assertThat(LogKind.followed().stream().map(WordRange::address).toList(),
                containsInAnyOrder(header(org.openhab.binding.selectronic.simulator.log.LogKind.ALERTS),
                        header(org.openhab.binding.selectronic.simulator.log.LogKind.OPERATIONS),
                        header(org.openhab.binding.selectronic.simulator.log.LogKind.DETAILED)));
    }
}
