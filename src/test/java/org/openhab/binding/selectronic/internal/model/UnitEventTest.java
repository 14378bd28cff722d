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

import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.UnitEvent.Type;

/**
 * What makes two events the same.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class UnitEventTest {
    private static final Instant NOON = Instant.parse("2026-01-20T01:00:00Z");
    private static final UnitEvent RAISED = new UnitEvent(Type.ALERT_RAISED, 50, NOON, false, Map.of());

    /** What a poll has seen and what the log has recorded of it later, with all that was measured. */
    @Test
    void theRecordOfWhatWasPolledIsTheSame() {
        UnitEvent recorded = new UnitEvent(Type.ALERT_RAISED, 50, NOON.minusSeconds(7), true,
                Map.of(Quantity.BATTERY_VOLTAGE, Value.of(47.5)));
        assertThat(recorded.isSameAs(RAISED), is(true));
        assertThat(RAISED.isSameAs(recorded), is(true));
    }

    @Test
    void anotherAlertOrItsEndIsNot() {
        assertThat(RAISED.isSameAs(new UnitEvent(Type.ALERT_RAISED, 51, NOON, false, Map.of())), is(false));
        assertThat(RAISED.isSameAs(new UnitEvent(Type.ALERT_CLEARED, 50, NOON, false, Map.of())), is(false));
        assertThat(RAISED.isSameAs(new UnitEvent(Type.OPERATION, 50, NOON, false, Map.of())), is(false));
    }
}
