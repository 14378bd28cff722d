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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.StoredTexts;

/**
 * Notes of several owners in one place.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class NotesTest {
    private final FakeStorage kept = new FakeStorage();
    private final Notes all = new StoredTexts(kept);

    @Test
    void eachOwnerReadsHisOwn() {
        all.of("selectronic:inverter:east").put("run", "since noon");
        all.of("selectronic:inverter:west").put("run", "since one");
        assertThat(all.of("selectronic:inverter:east").get("run"), is("since noon"));
        assertThat(all.of("selectronic:inverter:west").get("run"), is("since one"));
        assertThat(all.of("selectronic:inverter:north").get("run"), is(nullValue()));
        assertThat(all.get("run"), is(nullValue()));
    }

    @Test
    void allIsInTheOnePlaceThatSurvives() {
        all.of("selectronic:inverter:east").put("run", "since noon");
        assertThat(kept.getValues(), contains("since noon"));
    }
}
