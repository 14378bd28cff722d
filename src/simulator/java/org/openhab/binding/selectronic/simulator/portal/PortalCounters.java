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

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.web.Request;
import org.openhab.binding.selectronic.simulator.web.RequestLog;

/**
 * What clients have done to a portal, for tests to read.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortalCounters {
    private final RequestLog log;
    private final PortalPages pages;

    PortalCounters(RequestLog log, PortalPages pages) {
        this.log = log;
        this.pages = pages;
    }

    /** Logins that arrived, whatever became of them. */
    public int loginsTried() {
        return (int) log.requests().stream().filter(PortalPages::isLogin).count();
    }

    /** Logins refused for a wrong address or password. */
    public int loginsRefused() {
        return pages.refused();
    }

    /** Logins with the right address and password, even if a fault hid the answer. */
    public int loginsAccepted() {
        return pages.accepted();
    }

    /** When a path was asked for, by the portal's clock. */
    public List<Instant> times(String path) {
        return log.requests().stream().filter(request -> request.path().equals(path)).map(Request::time).toList();
    }

    /** The most requests of an account at the same time. */
    public int maxInFlight(String email) {
        return log.maxInFlight(email);
    }

    /** Paths that were asked for with a cookie. */
    public Set<String> pathsWithCookie() {
        return paths(log, request -> request.header("Cookie").isPresent());
    }

    /** Paths whose request had a text in its target, a header or its body, plain or percent-encoded. */
    public Set<String> pathsWith(String text) {
        return pathsWith(log, text);
    }

    /** The same for the log of any front end, such as one that clients were redirected to. */
    public static Set<String> pathsWith(RequestLog log, String text) {
        return paths(log, request -> {
            String all = request.target() + "\n" + request.headers().values() + "\n" + request.text();
            return all.contains(text) || decoded(all).contains(text);
        });
    }

    private static Set<String> paths(RequestLog log, Predicate<Request> which) {
        Set<String> paths = new TreeSet<>();
        log.requests().stream().filter(which).map(Request::path).forEach(paths::add);
        return paths;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
