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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;

/**
 * When nobody looks.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class IdleMonitorTest {
    private final VirtualTime time = new VirtualTime();

    @Test
    void nobodyForLongIsIdleAndSomebodyEndsThat() {
        IdleMonitor watch = new IdleMonitor(time.clock(), Duration.ofMinutes(5));
        assertThat(watch.isIdle(() -> true), is(false));
        time.pass(Duration.ofMinutes(4));
        assertThat(watch.isIdle(() -> false), is(false));
        time.pass(Duration.ofMinutes(1));
        assertThat(watch.isIdle(() -> false), is(true));
        assertThat(watch.wasIdle(), is(true));
        assertThat(watch.isIdle(() -> true), is(false));
        assertThat(watch.wasIdle(), is(false));
    }

    @Test
    void whereItDoesNotMatterNobodyIsAsked() {
        IdleMonitor watch = new IdleMonitor(time.clock(), Duration.ZERO);
        time.pass(Duration.ofDays(1));
        assertThat(watch.isIdle(() -> {
            throw new AssertionError("asked");
        }), is(false));
    }
}
