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
package org.openhab.binding.selectronic.simulator.portal;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SplittableRandom;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.fault.Answer;
import org.openhab.binding.selectronic.simulator.fault.AnswerFault;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.Faults;

/**
 * Troubles that the portal has by the clock. A bad minute is bad for all requests in it, and the same minutes are bad
 * for the same seed.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortalTroubles {
    /** A portal without any. */
    public static final PortalTroubles NONE = new PortalTroubles(Kind.NONE, 0);

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final int BAD_MINUTE = 50;
    private static final double BAD_LOGINS = 0.034;
    private static final double MIDNIGHT = 0.14;
    private static final double MIDNIGHT_PEAK = 0.34;
    private static final double OTHERWISE = 0.00022;
    private static final AnswerFault LOGIN_AGAIN = answer -> Answer.html(200, HtmlPages.login(""));

    private enum Kind {
        NONE,
        MEASURED,
        REPORTED
    }

    private final Kind kind;
    private final long seed;

    private PortalTroubles(Kind kind, long seed) {
        this.kind = kind;
        this.seed = seed;
    }

    /**
     * What LiveOne measured in September 2026 with a poll a minute for 30 days: 0.31 % of the polls fail. Three in four
     * of these get 504 between midnight and 00:20 in Sydney, most between 00:15 and 00:17; in minute 50 of an hour 3.4
     * % of the logins lead nowhere, or to an end of the connection.
     */
    public static PortalTroubles measured(long seed) {
        return new PortalTroubles(Kind.MEASURED, seed);
    }

    /** What older clients report: 503 in the minutes 48 to 52 of every hour. */
    public static PortalTroubles reported() {
        return new PortalTroubles(Kind.REPORTED, 0);
    }

    /** The trouble of a request at a time. */
    Optional<Fault> meet(Instant time, boolean login) {
        LocalTime local = LocalTime.ofInstant(time, SYDNEY);
        return switch (kind) {
            case NONE -> Optional.empty();
            case REPORTED ->
                local.getMinute() >= 48 && local.getMinute() <= 52 ? Optional.of(Faults.status(503)) : Optional.empty();
            case MEASURED -> measured(Math.floorDiv(time.getEpochSecond(), 60), local, login);
        };
    }

    private Optional<Fault> measured(long minute, LocalTime local, boolean login) {
        SplittableRandom chance = new SplittableRandom(seed * 1_000_003 + minute);
        if (chance.nextDouble() < share(local)) {
            return Optional.of(Faults.status(504));
        }
        if (login && local.getMinute() == BAD_MINUTE && chance.nextDouble() < BAD_LOGINS) {
            return Optional.of(chance.nextBoolean() ? LOGIN_AGAIN : Faults.refused());
        }
        return Optional.empty();
    }

    private static double share(LocalTime local) {
        if (local.getHour() > 0 || local.getMinute() >= 20) {
            return OTHERWISE;
        }
        return local.getMinute() >= 15 && local.getMinute() <= 17 ? MIDNIGHT_PEAK : MIDNIGHT;
    }
}
