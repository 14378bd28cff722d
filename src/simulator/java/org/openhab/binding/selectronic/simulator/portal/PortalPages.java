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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Answer;
import org.openhab.binding.selectronic.simulator.fault.Body;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.web.Request;
import org.openhab.binding.selectronic.simulator.web.Site;

/**
 * Which page the portal gives to whom.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalPages implements Site {
    private static final String LOGIN = "/login";
    private static final String LISTS = "/systems/list";
    private static final String BAD_LOGIN = "Bad email address or password";
    private static final Pattern OF_SYSTEM = Pattern
            .compile("/(dashboard/hfdata|dashboard/getdata|dashboard/chartdata|dashboard|events)/([0-9]+)");

    private final List<PortalAccount> accounts = new CopyOnWriteArrayList<>();
    private final Set<Simulation> simulations = ConcurrentHashMap.newKeySet();
    private final PortalOptions options;
    private final Sessions sessions;
    private final SystemLists lists;
    private final SystemPages systems;
    private final Map<String, Answer> fixed = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Clock clock;
    private volatile PortalTroubles troubles = PortalTroubles.NONE;

    PortalPages(List<PortalAccount> accounts, PortalOptions options, Sessions sessions, Clock clock) {
        this.clock = clock;
        this.options = options;
        this.sessions = sessions;
        LiveFeed reader = new LiveFeed(options.refresh());
        this.lists = new SystemLists(reader, options.numbers());
        this.systems = new SystemPages(reader);
        accounts.forEach(this::add);
    }

    SystemPages systems() {
        return systems;
    }

    List<PortalAccount> accounts() {
        return accounts;
    }

    void add(PortalAccount account) {
        account.systems().forEach(system -> {
            simulations.add(system.simulation());
            systems.record(system, account);
        });
        accounts.add(account);
    }

    void setTroubles(PortalTroubles newTroubles) {
        troubles = newTroubles;
    }

    /** Loses the hours of a system that begin in a time. */
    void forget(String number, Instant from, Instant to) {
        accounts.forEach(account -> account.system(number)
                .ifPresent(system -> systems.record(system, account).hours().forget(from, to)));
    }

    /** Logins that opened a session. */
    int accepted() {
        return accepted.get();
    }

    /** Logins with a wrong address or password. */
    int refused() {
        return refused.get();
    }

    /** A page of the caller's choice in place of the living one. */
    void serve(String path, Answer answer) {
        fixed.put(path, answer);
    }

    /** The living pages again. */
    void serveLive() {
        fixed.clear();
    }

    @Override
    public boolean hangs(Request request) {
        return false;
    }

    @Override
    public Optional<Fault> trouble(Request request) {
        return troubles.meet(clock.instant(), isLogin(request));
    }

    @Override
    public String client(Request request) {
        return isLogin(request) ? Form.of(request.text()).get("email") : sessions.email(request);
    }

    @Override
    public Answer answer(Request request) {
        simulations.forEach(Simulation::catchUp);
        String path = request.path();
        Answer chosen = fixed.get(path);
        if (path.equals(LOGIN)) {
            if (chosen != null) {
                return chosen;
            }
            return isLogin(request) ? login(request) : loginPage("");
        }
        if ("/logout".equals(path)) {
            sessions.end(request);
            return redirect(LOGIN);
        }
        Optional<PortalAccount> account = sessions.account(request);
        if (account.isEmpty()) {
            return signedOut(path);
        }
        Answer answer = chosen != null ? chosen : page(request, account.get());
        return sessions.rules().renewed()
                ? sessions.renew(request).map(value -> withCookie(answer, value)).orElseGet(() -> answer)
                : answer;
    }

    static boolean isLogin(Request request) {
        return request.path().equals(LOGIN) && "POST".equals(request.method());
    }

    private Answer login(Request request) {
        Form form = Form.of(request.text());
        Optional<PortalAccount> account = accounts.stream()
                .filter(candidate -> form.get("email").equals(candidate.email())
                        && form.get("pwd").equals(candidate.password()))
                .findAny();
        if (account.isEmpty()) {
            refused.incrementAndGet();
            return loginPage(BAD_LOGIN);
        }
        accepted.incrementAndGet();
        String cookie = sessions.open(account.get());
        Answer answer = redirect(options.landing());
        return sessions.rules().cookie() ? withCookie(answer, cookie) : answer;
    }

    private Answer signedOut(String path) {
        boolean json = path.startsWith(LISTS) || path.startsWith("/dashboard/") && path.indexOf('/', 11) > 0;
        return switch (sessions.rules().end()) {
            case UNAUTHORIZED -> json ? Answer.html(401, HtmlPages.message("401 Unauthorized")) : redirect(LOGIN);
            case REDIRECT -> redirect(LOGIN);
            case LOGIN_PAGE -> loginPage("");
        };
    }

    private Answer page(Request request, PortalAccount account) {
        return switch (request.path()) {
            case "/systems", "/dashboard" -> Answer.html(200, HtmlPages.systems(account));
            case "/myprofile" -> Answer.html(200, HtmlPages.profile(account));
            case LISTS -> list(account.systems().toList());
            case LISTS + "/owner" -> list(account.owned());
            case LISTS + "/installer" -> options.installerListRefused() && account.installed().isEmpty()
                    ? Answer.html(403, HtmlPages.message("403 Forbidden"))
                    : list(account.installed());
            default -> ofSystem(request, account);
        };
    }

    private Answer list(List<PortalSystem> systems) {
        return Answer.json(lists.body(systems));
    }

    private Answer ofSystem(Request request, PortalAccount account) {
        Matcher matcher = OF_SYSTEM.matcher(request.path());
        if (!matcher.matches()) {
            return notFound();
        }
        Optional<PortalSystem> system = account.system(matcher.group(2));
        if (system.isEmpty()) {
            return accounts.stream().anyMatch(other -> other.system(matcher.group(2)).isPresent())
                    ? Answer.html(options.foreignStatus(), HtmlPages.message("Not your system"))
                    : notFound();
        }
        return systems.answer(request, matcher.group(1), system.get(), account).orElseGet(PortalPages::notFound);
    }

    private static Answer loginPage(String message) {
        return Answer.html(200, HtmlPages.login(message));
    }

    private static Answer notFound() {
        return Answer.html(404, HtmlPages.message("404 Not Found"));
    }

    private static Answer redirect(String location) {
        return new Answer(302, Map.of("Location", location), Body.of(""));
    }

    private static Answer withCookie(Answer answer, String value) {
        return answer.withHeader("Set-Cookie", Sessions.COOKIE + "=" + value + "; path=/; HttpOnly");
    }
}
