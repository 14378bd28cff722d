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

import java.util.BitSet;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/**
 * Alerts that are active until they are cleared, and alerts that are only noted.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class EventCodesTest {
    private static final int LAST = 320;

    @Test
    void alertsThatAreOnlyNotedAreThoseOfThePublishedTables() {
        BitSet noted = new BitSet();
        noted.set(109, 123);
        noted.set(157, 160);
        noted.set(174, 180);
        noted.set(240, 254);
        assertThat(IntStream.range(-1, LAST).filter(EventCodes::isOneShot).boxed().toList(),
                is(noted.stream().boxed().toList()));
    }

    @Test
    void nothingClearsAnAlertThatIsOnlyNoted() {
        for (int code = 0; code < LAST; code++) {
            int raised = EventCodes.raisedBefore(code);
            assertThat(code + " clears " + raised, raised != EventCodes.NONE && EventCodes.isOneShot(raised),
                    is(false));
            assertThat(code + " is both", raised != EventCodes.NONE && EventCodes.isOneShot(code), is(false));
        }
    }
}
