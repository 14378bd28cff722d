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
import static org.hamcrest.Matchers.*;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * A clock that only runs forward.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SteadyClockTest {
    @Test
    void itRunsForwardFromTheTimeOfTheDay() {
        SteadyClock clock = new SteadyClock();
        Instant first = clock.instant();
        assertThat(first,
                is(both(greaterThan(Instant.now().minusSeconds(60))).and(lessThan(Instant.now().plusSeconds(60)))));
        for (int look = 0; look < 1000; look++) {
            Instant next = clock.instant();
            assertThat(next, is(greaterThanOrEqualTo(first)));
            first = next;
        }
    }

    @Test
    void zonesDoNotMatterToIt() {
        SteadyClock clock = new SteadyClock();
        assertThat(clock.getZone(), is(ZoneOffset.UTC));
        assertThat(clock.withZone(ZoneId.of("Australia/Sydney")), is(clock));
    }
}
