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
package org.openhab.binding.selectronic.internal.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * A sample and what is added to it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class SampleTest {
    @Test
    void whatIsAddedReplacesItsOwnKindOnly() {
        Sample sample = new Sample(ConnectionType.GATEWAY, Instant.EPOCH, null, Duration.ZERO,
                Map.of(LOAD_POWER, Value.of(500.0), AC_SOURCE_POWER, Value.of(-20.0)));
        Sample more = sample.with(Map.of(AC_SOURCE_POWER, Value.of(20.0), BATTERY_POWER, Value.of(7.0)));
        assertThat(more.values(),
                is(Map.of(LOAD_POWER, Value.of(500.0), AC_SOURCE_POWER, Value.of(20.0), BATTERY_POWER, Value.of(7.0))));
        assertThat(more.time(), is(sample.time()));
        assertThat(sample.number(AC_SOURCE_POWER), is(-20.0));
    }
}
