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

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.web.Request;

/**
 * Who is logged in. Safe for use by several threads.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Sessions {
    static final String COOKIE = "mojolicious";

    private static final class Session {
        private final PortalAccount account;
        private Instant lastUse;

        Session(PortalAccount account, Instant lastUse) {
            this.account = account;
            this.lastUse = lastUse;
        }
    }

    private final Clock clock;
    private final Map<String, Session> open = new HashMap<>();
    private final Map<String, String> emails = new HashMap<>();
    private final Random chance = new Random(1);
    private SessionRules rules;
    private long toEvict;

    Sessions(SessionRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    synchronized SessionRules rules() {
        return rules;
    }

    synchronized void setRules(SessionRules newRules) {
        rules = newRules;
    }

    /** Opens a session; the value of its cookie. */
    synchronized String open(PortalAccount account) {
        if (rules.single()) {
            end(account);
        }
        boolean evicted = toEvict > 0;
        if (evicted) {
            toEvict--;
        }
        return issue(new Session(account, clock.instant()), !evicted);
    }

    /** The account of a request with a session that is not over; this counts as a use. */
    synchronized Optional<PortalAccount> account(Request request) {
        Session session = open.get(cookie(request));
        Instant now = clock.instant();
        if (session == null || now.isAfter(session.lastUse.plus(rules.idleLife()))) {
            return Optional.empty();
        }
        session.lastUse = now;
        return Optional.of(session.account);
    }

    /** A fresh value for the cookie of a request, if its session is there still; the old one stays good. */
    synchronized Optional<String> renew(Request request) {
        return Optional.ofNullable(open.get(cookie(request))).map(session -> issue(session, true));
    }

    synchronized void end(Request request) {
        Session session = open.get(cookie(request));
        if (session != null) {
            open.values().removeIf(session::equals);
        }
    }

    synchronized void endAll() {
        open.clear();
    }

    /** The next sessions are over as soon as they are open. */
    synchronized void evictNext(long logins) {
        toEvict = logins;
    }

    /** The e-mail address behind a request's cookie, be its session over or not; empty where it is unknown. */
    synchronized String email(Request request) {
        return emails.getOrDefault(cookie(request), "");
    }

    private void end(PortalAccount account) {
        open.values().removeIf(session -> session.account.email().equals(account.email()));
    }

    private String issue(Session session, boolean lasting) {
        byte[] secret = new byte[28];
        chance.nextBytes(secret);
        String payload = Base64.getEncoder().encodeToString(secret);
        String value = (rules.padded() ? payload : payload.replace('=', '-')) + "--"
                + "%08x".formatted(chance.nextInt());
        emails.put(value, session.account.email());
        if (lasting) {
            open.put(value, session);
        }
        return value;
    }

    private static String cookie(Request request) {
        for (String pair : request.header("Cookie").orElseGet(() -> "").split("; *")) {
            if (pair.startsWith(COOKIE + "=")) {
                return pair.substring(COOKIE.length() + 1);
            }
        }
        return "";
    }
}
