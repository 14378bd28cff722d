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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The life of sessions.
 *
 * @param idleLife after which a session that nobody used is over
 * @param end how that shows
 * @param single whether a login ends the account's other sessions
 * @param cookie whether a good login sets the cookie; without it nothing after it works
 * @param padded whether the value of the cookie holds signs of equality, as Base64 has them at its end; the framework
 *            of that cookie's name writes hyphens in their place
 * @param renewed whether each answer sets the cookie anew, as the framework of that cookie's name does
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record SessionRules(Duration idleLife, SessionEnd end, boolean single, boolean cookie, boolean padded,
        boolean renewed) {

    /** Half an hour since the last use, then 401. */
    public static final SessionRules DEFAULT = new SessionRules(Duration.ofMinutes(30), SessionEnd.UNAUTHORIZED, false,
            true, false, false);

    public SessionRules withIdleLife(Duration newLife) {
        return new SessionRules(newLife, end, single, cookie, padded, renewed);
    }

    public SessionRules withEnd(SessionEnd newEnd) {
        return new SessionRules(idleLife, newEnd, single, cookie, padded, renewed);
    }

    public SessionRules withOneForEachAccount() {
        return new SessionRules(idleLife, end, true, cookie, padded, renewed);
    }

    public SessionRules withoutCookie() {
        return new SessionRules(idleLife, end, single, false, padded, renewed);
    }

    public SessionRules withRenewedCookie() {
        return new SessionRules(idleLife, end, single, cookie, padded, true);
    }

    public SessionRules withPaddedCookie() {
        return new SessionRules(idleLife, end, single, cookie, true, renewed);
    }
}
