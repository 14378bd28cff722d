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
import org.openhab.binding.selectronic.internal.handler.ThingStorage;

/**
 * Notes of several owners in one place.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class TextStorageTest {
    private final FakeStorage kept = new FakeStorage();
    private final TextStorage all = new ThingStorage(kept);

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

    @Test
    void whatIsKeptAlreadyIsNotWrittenAgain() {
        TextStorage east = new ThingStorage(kept).ofThing("selectronic:inverter:east");
        east.keep("run", "since noon");
        east.keep("run", "since noon");
        east.of("log").keep("position", "1");
        east.of("log").keep("position", "1");
        assertThat(kept.puts, hasSize(2));
        east.keep("run", "since one");
        assertThat(kept.puts, hasSize(3));
    }

    @Test
    void whatIsClearedIsGoneAndWorkUnderWayBringsNothingBackButAThingMadeAgainDoes() {
        ThingStorage all = new ThingStorage(kept);
        ThingStorage east = all.ofThing("selectronic:inverter:east");
        east.keep("run", "since noon");
        all.ofThing("selectronic:inverter:east2").keep("run", "another's");
        east.clear();
        east.keep("run", "late");
        assertThat(kept.getValues(), contains("another's"));
        all.ofThing("selectronic:inverter:east").keep("run", "anew");
        assertThat(kept.getKeys(), hasItem("selectronic:inverter:east run"));
    }
}
