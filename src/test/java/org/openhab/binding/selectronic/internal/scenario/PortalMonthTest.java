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
package org.openhab.binding.selectronic.internal.scenario;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.fake.FakeOpenHab;
import org.openhab.binding.selectronic.internal.fake.FakePortal;
import org.openhab.binding.selectronic.internal.fake.TestServices;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.PortalBridgeHandler;
import org.openhab.binding.selectronic.internal.http.HttpRequest;
import org.openhab.binding.selectronic.internal.polling.Timing;
import org.openhab.core.config.core.Configuration;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.binding.builder.BridgeBuilder;

/**
 * A month of polls each minute at a portal that fails as one client has measured it, and for some longer times.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalMonthTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final int DAYS = 30;

    private final VirtualTime time = new VirtualTime();
    private final FakePortal portal = new FakePortal(time.clock());
    private final FakeOpenHab openHab = new FakeOpenHab(time);
    private final Random chance = new Random(7);
    private final Instant start = time.clock().instant();
    private int polls;
    private int failedPolls;

    private record Outage(Instant from, Instant to) {
    }

    private final List<Outage> outages = new ArrayList<>();

    private void outage(int day, String at, int minutes) {
        Instant from = LocalDateTime.of(start.atZone(SYDNEY).toLocalDate().plusDays(day), LocalTime.parse(at))
                .atZone(SYDNEY).toInstant();
        outages.add(new Outage(from, from.plus(Duration.ofMinutes(minutes))));
    }

    /** 504 in the first 20 minutes of the day in Sydney, rarely at other times; log-ins refused in minute 50. */
    private @Nullable Integer trouble(Instant now, HttpRequest call) {
        boolean live = call.path().startsWith("/dashboard/hfdata");
        polls += live ? 1 : 0;
        for (Outage outage : outages) {
            if (!now.isBefore(outage.from) && now.isBefore(outage.to)) {
                return 503;
            }
        }
        LocalDateTime local = LocalDateTime.ofInstant(now, SYDNEY);
        boolean fullBlock = local.getDayOfMonth() % 10 == 0;
        boolean bad = local.getHour() == 0 && local.getMinute() < 20 ? fullBlock || chance.nextDouble() < 0.06
                : chance.nextDouble() < 0.0007;
        if (bad) {
            // after some failures the list is asked for in place of live values
            failedPolls += live || call.path().endsWith("/owner") ? 1 : 0;
            return 504;
        }
        if (call.path().equals("/login") && local.getMinute() == 50 && chance.nextDouble() < 0.5) {
            return chance.nextBoolean() ? 200 : 0;
        }
        return null;
    }

    private Bridge bridge() {
        Map<String, Object> config = new HashMap<>(Map.of("email", "owner@example.org", "password", "secret"));
        Bridge bridge = BridgeBuilder.create(SelectronicBindingConstants.THING_TYPE_PORTAL, "account")
                .withConfiguration(new Configuration(config)).build();
        openHab.add(bridge, new PortalBridgeHandler(bridge,
                TestServices.of(new Timing(time.clock(), time, new Random(1))), (host, port) -> portal));
        return bridge;
    }

    private Thing inverter(Bridge bridge) {
        Thing inverter = FakeOpenHab.inverter(bridge, "main", Map.of());
        openHab.add(inverter,
                new InverterHandler(inverter, TestServices.of(new Timing(time.clock(), time, new Random(1)))));
        return inverter;
    }

    @Test
    void onlyRealOutagesAreShown() {
        portal.trouble = this::trouble;
        outage(4, "14:03", 31);
        outage(11, "03:30", 95);
        outage(17, "23:55", 45);
        outage(24, "00:05", 40);
        Bridge bridge = bridge();
        Thing inverter = inverter(bridge);
        time.pass(Duration.ofMinutes(1));
        assertThat(openHab.thing(inverter.getUID()).getStatus(), is(ThingStatus.ONLINE));

        List<Outage> shown = new ArrayList<>();
        @Nullable
        Instant offlineSince = null;
        Instant end = start.plus(Duration.ofDays(DAYS));
        while (time.clock().instant().isBefore(end)) {
            time.pass(Duration.ofSeconds(30));
            Instant now = time.clock().instant();
            boolean online = openHab.thing(inverter.getUID()).getStatus() == ThingStatus.ONLINE;
            if (!online && offlineSince == null) {
                offlineSince = now;
            } else if (online && offlineSince != null) {
                shown.add(new Outage(offlineSince, now));
                offlineSince = null;
            }
            openHab.updates.clear();
        }
        openHab.dispose(bridge);

        assertThat("the failures that were measured, and some more", 100.0 * failedPolls / polls,
                is(both(greaterThan(0.25)).and(lessThan(0.45))));
        assertThat(polls, is(greaterThan(42_000)));
        assertThat(offlineSince, is(nullValue()));
        assertThat(shown, hasSize(outages.size()));
        for (int i = 0; i < shown.size(); i++) {
            assertThat(shown.get(i).from, is(greaterThan(outages.get(i).from.plus(Duration.ofMinutes(8)))));
            assertThat(shown.get(i).from, is(lessThan(outages.get(i).to)));
            // a probe comes a quarter of an hour after the last at the latest
            assertThat(Duration.between(outages.get(i).to, shown.get(i).to).toMinutes(), is(lessThan(17L)));
        }
        assertThat(portal.logins(), is(both(greaterThan(29L)).and(lessThanOrEqualTo(60L))));
    }
}
