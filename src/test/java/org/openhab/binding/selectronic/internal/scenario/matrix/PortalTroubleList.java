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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.fault.Faults;
import org.openhab.binding.selectronic.simulator.portal.PortalTroubles;
import org.openhab.binding.selectronic.simulator.portal.SessionEnd;
import org.openhab.binding.selectronic.simulator.portal.SessionRules;
import org.openhab.binding.selectronic.simulator.portal.SimulatedPortal;

/**
 * Troubles that only the portal has: sessions, accounts, and its bad times of the day.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalTroubleList {
    static final String NEW_PASSWORD = "another horse";

    /** In summer, and in UTC. */
    private static final LocalTime NEAR_MIDNIGHT_IN_SYDNEY = LocalTime.of(12, 55);

    private PortalTroubleList() {
    }

    static Stream<Trouble> all() {
        return Stream.concat(Stream.of(SessionEnd.values()).map(PortalTroubleList::sessionEnd),
                Stream.concat(sessions(), Stream.concat(pages(), badTimes())));
    }

    private static Trouble sessionEnd(SessionEnd end) {
        String name = "session " + end.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Trouble.on(PortalRig.class, name, (rig, phase) -> {
            rig.portal().setSessions(SessionRules.DEFAULT.withEnd(end));
            rig.portal().endSessions();
        });
    }

    private static Stream<Trouble> sessions() {
        return Stream.of(Trouble.on(PortalRig.class, "account-password", (rig, phase) -> {
            rig.portal().changePassword(SimulatedPortal.EMAIL, NEW_PASSWORD);
            rig.portal().endSessions();
        }, Rig::clear, Map.of("password", NEW_PASSWORD)), Trouble.on(PortalRig.class, "session-taken", (rig, phase) -> {
            rig.portal().evictNext(100_000);
            rig.portal().endSessions();
        }, rig -> rig.portal().evictNext(0), Map.of()), Trouble.on(PortalRig.class, "no-cookie", (rig, phase) -> {
            rig.portal().setSessions(SessionRules.DEFAULT.withoutCookie());
            rig.portal().endSessions();
        }, rig -> rig.portal().setSessions(SessionRules.DEFAULT), Map.of()),
                Trouble.on(PortalRig.class, "cookie-renewed",
                        (rig, phase) -> rig.portal().setSessions(SessionRules.DEFAULT.withRenewedCookie()),
                        rig -> rig.portal().setSessions(SessionRules.DEFAULT), Map.of()),
                Trouble.on(PortalRig.class, "untrusted-certificate", (rig, phase) -> rig.setTrusted(false),
                        rig -> rig.setTrusted(true), Map.of()));
    }

    private static Stream<Trouble> pages() {
        return Stream.of(Trouble.on(PortalRig.class, "no-systems", (rig, phase) -> {
            rig.portal().serve("/systems/list/owner", "{\"systems\":[]}".getBytes(StandardCharsets.UTF_8),
                    "application/json", 200);
            if (phase != Phase.START) {
                rig.refreshUnits();
            }
        }), Trouble.on(PortalRig.class, "system-forbidden",
                (rig, phase) -> rig.portal().inject(Faults.status(403), "/hfdata/9001", Long.MAX_VALUE)),
                Trouble.on(PortalRig.class, "pages-changed", (rig, phase) -> Stream
                        .of("/dashboard/9001", "/events/9001", "/myprofile")
                        .forEach(path -> rig.portal().serve(path,
                                "<html><table><tr><td>new</td></tr></table></html>".getBytes(StandardCharsets.UTF_8),
                                "text/html", 200))));
    }

    private static Stream<Trouble> badTimes() {
        return Stream.of(
                Trouble.on(PortalRig.class, "portal minute-50",
                        (rig, phase) -> rig.portal().setTroubles(PortalTroubles.reported()),
                        rig -> rig.portal().setTroubles(PortalTroubles.NONE), Map.of()),
                Trouble.on(PortalRig.class, "portal midnight", (rig, phase) -> {
                    rig.portal().setTroubles(PortalTroubles.measured(3));
                    LocalTime now = LocalTime.ofInstant(rig.now(), ZoneOffset.UTC);
                    Duration until = Duration.between(now, NEAR_MIDNIGHT_IN_SYDNEY);
                    rig.run(until.isNegative() ? until.plusDays(1) : until);
                }, rig -> rig.portal().setTroubles(PortalTroubles.NONE), Map.of()));
    }
}
