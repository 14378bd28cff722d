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
package org.openhab.binding.selectronic.internal.portal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.fuzz.Seeds;
import org.openhab.binding.selectronic.internal.handler.ThingStorage;
import org.openhab.binding.selectronic.internal.model.NewEvents;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any events page is parsed or unknown. Its events are reported once: the same page again has no new events.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class EventsPageFuzzTest {
    private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");

    static Stream<byte[]> seeds() {
        return Seeds.of("portal", "events.html", "events-active.html");
    }

    @MethodSource("seeds")
    @FuzzTest
    void page(byte[] page) {
        EventsPage.read(new String(page, StandardCharsets.UTF_8)).ifPresent(events -> {
            assertThat("a row has more bytes than that", events.size(), is(lessThanOrEqualTo(page.length / 20)));
            TextStorage reader = new ThingStorage(new FakeStorage());
            assertThat(newEvents(List.of(), reader), is(empty()));
            List<UnitEvent> newEvents = newEvents(events, reader);
            assertThat(newEvents.size(), is(lessThanOrEqualTo(2 * events.size())));
            newEvents.forEach(Plausible::event);
            newEvents.forEach(event -> assertThat(event.old(), is(false)));
            assertThat("also after a restart", newEvents(events, reader), is(empty()));
        });
    }

    private static List<UnitEvent> newEvents(List<PortalEvent> page, TextStorage reader) {
        EventLog log = new EventLog("9001");
        log.read(page);
        NewEvents newEvents = log.newEvents(Map.of("thing", reader), ZONE, Instant.EPOCH).getOrDefault("thing",
                NewEvents.NONE);
        newEvents.keepIn(reader);
        return newEvents.events();
    }
}
