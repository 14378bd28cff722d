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
package org.openhab.binding.selectronic.internal.schedule;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;

/**
 * Short trouble is not an outage.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class OutageWatchTest {
    private final VirtualTime time = new VirtualTime();
    private final OutageWatch watch = new OutageWatch(time.clock(), 3, Duration.ofSeconds(60));

    @Test
    void beforeTheFirstSuccessEveryFailureIsOne() {
        assertThat(watch.failed(), is(true));
    }

    @Test
    void theThirdFailureInARowIsOne() {
        watch.succeeded();
        assertThat(watch.failed(), is(false));
        assertThat(watch.failed(), is(false));
        assertThat(watch.failed(), is(true));
    }

    @Test
    void aSuccessInBetweenForgivesAll() {
        for (int round = 0; round < 5; round++) {
            watch.succeeded();
            assertThat(watch.failed(), is(false));
            assertThat(watch.failed(), is(false));
        }
    }

    @Test
    void aMinuteWithoutSuccessIsOneHoweverFewFailed() {
        watch.succeeded();
        time.pass(Duration.ofSeconds(59));
        assertThat(watch.failed(), is(false));
        time.pass(Duration.ofSeconds(1));
        assertThat(watch.failed(), is(true));
    }
}
