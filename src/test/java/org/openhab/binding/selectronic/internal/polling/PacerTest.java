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

import java.time.Duration;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;

/**
 * Requests that are kept apart.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PacerTest {
    private static final Duration GAP = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();
    private final Pacer pacer = new Pacer(time.clock(), GAP, Duration.ofMillis(50), new Random(1));

    @Test
    void eachWaitsForItsPlace() {
        assertThat(pacer.reserve(), is(Duration.ZERO));
        Duration second = pacer.reserve();
        Duration third = pacer.reserve();
        assertThat(second, is(both(greaterThanOrEqualTo(GAP)).and(lessThanOrEqualTo(GAP.plusMillis(50)))));
        assertThat(third.minus(second), is(both(greaterThanOrEqualTo(GAP)).and(lessThanOrEqualTo(GAP.plusMillis(50)))));
        time.pass(Duration.ofMinutes(1));
        assertThat(pacer.untilFree(), is(Duration.ZERO));
        assertThat("time that nobody used is lost", pacer.reserve(), is(Duration.ZERO));
        assertThat(pacer.reserve(), is(greaterThanOrEqualTo(GAP)));
    }

    @Test
    void silenceIsKeptAsLongAsTheLongestWish() {
        assertThat(pacer.held(), is(Duration.ZERO));
        pacer.hold(Duration.ofSeconds(90));
        pacer.hold(Duration.ofSeconds(30));
        time.pass(Duration.ofSeconds(60));
        assertThat(pacer.held(), is(Duration.ofSeconds(30)));
        time.pass(Duration.ofSeconds(31));
        assertThat(pacer.held(), is(Duration.ZERO));
    }

    @Test
    void theJitterIsAddedAndBothItsEndsCanCome() {
        for (Always chance : new Always[] { Always.least(), Always.most() }) {
            Pacer even = new Pacer(time.clock(), GAP, Duration.ofMillis(50), chance);
            even.reserve();
            assertThat(even.reserve(), is(GAP.plusMillis(chance.nextLong(51))));
        }
    }
}
