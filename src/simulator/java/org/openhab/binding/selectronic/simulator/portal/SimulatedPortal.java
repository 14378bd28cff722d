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

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.Simulation;
import org.openhab.binding.selectronic.simulator.fault.Answer;
import org.openhab.binding.selectronic.simulator.fault.Body;
import org.openhab.binding.selectronic.simulator.fault.Fault;
import org.openhab.binding.selectronic.simulator.fault.FaultyLine;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.simulator.web.RequestLog;
import org.openhab.binding.selectronic.simulator.web.SelfSigned;
import org.openhab.binding.selectronic.simulator.web.WebFrontEnd;

/**
 * The select.live portal on a loopback port: accounts that log in, and pages with the values of simulated units, as
 * public clients of the portal describe them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SimulatedPortal implements AutoCloseable {
    /** The account of a portal that was made without a choice of accounts. */
    public static final String EMAIL = "owner@example.org";
    /** Password of that account. */
    public static final String PASSWORD = "correct horse";
    /** The first system of that account. */
    public static final int FIRST_SYSTEM = 9001;

    private final PortalOptions options;
    private final Sessions sessions;
    private final PortalPages pages;
    private final WebFrontEnd web;
    private final PortalCounters counters;
    private final @Nullable SelfSigned certificate;

    /**
     * A portal with a certificate of its own where the options ask for HTTPS.
     *
     * @param clock of sessions, of the request log and of troubles by the clock; live values, charts and events are in
     *            the time of their plants
     */
    public SimulatedPortal(List<PortalAccount> accounts, PortalOptions options, Clock clock) throws IOException {
        this(accounts, options, clock, options.https() ? SelfSigned.usual() : null);
    }

    /** A portal with a certificate, or with plain HTTP where that is missing. */
    public SimulatedPortal(List<PortalAccount> accounts, PortalOptions options, Clock clock,
            @Nullable SelfSigned certificate) throws IOException {
        this.options = options;
        this.certificate = certificate;
        this.sessions = new Sessions(options.sessions(), clock);
        this.pages = new PortalPages(accounts, options, sessions, clock);
        this.web = new WebFrontEnd(pages, clock, options.port(), certificate, Duration.ZERO);
        this.counters = new PortalCounters(web.log(), pages);
    }

    /** A portal whose one account owns all units of a simulation, and whose time is that of the plants. */
    public static SimulatedPortal of(Simulation simulation, PortalOptions options) throws IOException {
        return new SimulatedPortal(List.of(account(simulation)), options, new SimulationClock(simulation));
    }

    /** A portal with plain HTTP and one unit of a scenario, whose time moves only by hand. */
    public static SimulatedPortal still(Scenario scenario) throws IOException {
        return of(Simulation.still(scenario), PortalOptions.DEFAULT.withPlainHttp());
    }

    /** The account that owns all units of a simulation. */
    public static PortalAccount account(Simulation simulation) {
        List<PortalSystem> systems = new ArrayList<>();
        for (int n = 0; n < simulation.units().size(); n++) {
            systems.add(PortalSystem.of(FIRST_SYSTEM + n, simulation, simulation.units().get(n)));
        }
        return PortalAccount.owner(EMAIL, PASSWORD, systems.toArray(new PortalSystem[0]));
    }

    public List<PortalAccount> accounts() {
        return List.copyOf(pages.accounts());
    }

    /** The simulation of the first system. */
    public Simulation simulation() {
        return pages.accounts().stream().flatMap(PortalAccount::systems).findFirst()
                .orElseThrow(() -> new IllegalStateException("no system")).simulation();
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return web.port();
    }

    /** Scheme, host and port. */
    public URI uri() {
        return URI.create((certificate == null ? "http" : "https") + "://" + host() + ":" + port());
    }

    /** The key in use, and what a client needs to trust it; empty with plain HTTP. */
    public Optional<SelfSigned> certificate() {
        return Optional.ofNullable(certificate);
    }

    public PortalOptions options() {
        return options;
    }

    /** What was asked. */
    public RequestLog log() {
        return web.log();
    }

    public PortalCounters counters() {
        return counters;
    }

    /** The line in front, for what goes wrong below HTTP. */
    public FaultyLine line() {
        return web.line();
    }

    /** Lets somebody else log in. */
    public void addAccount(PortalAccount account) {
        pages.add(account);
    }

    /** Gives an account a new password; its sessions go on. */
    public void changePassword(String email, String password) {
        pages.accounts()
                .replaceAll(account -> account.email().equals(email)
                        ? new PortalAccount(email, password, account.zone(), account.owned(), account.installed())
                        : account);
    }

    /** Changes the life of sessions. */
    public void setSessions(SessionRules rules) {
        sessions.setRules(rules);
    }

    /** Ends all sessions. */
    public void endSessions() {
        sessions.endAll();
    }

    /** Lets the sessions of the next good logins be over as soon as they are open. */
    public void evictNext(long logins) {
        sessions.evictNext(logins);
    }

    /** Lets the portal have troubles by its clock. */
    public void setTroubles(PortalTroubles troubles) {
        pages.setTroubles(troubles);
    }

    /** A further row on the events page of a system, in whatever form. */
    public void addEvent(int system, EventRow row) {
        pages.systems().addEvent(Integer.toString(system), row);
    }

    /** The columns of the events page in another order. */
    public void setEventColumns(List<String> columns) {
        pages.systems().setEventColumns(columns);
    }

    /** Loses what the charts know of the hours of a system that begin in a time. */
    public void forgetHours(int system, Instant from, Instant to) {
        pages.forget(Integer.toString(system), from, to);
    }

    /** Shows a body of the caller's choice at an exact path, to those who are logged in; the login to everybody. */
    public void serve(String path, byte[] body, String contentType, int status) {
        pages.serve(path, Answer.of(status, contentType, Body.of(body.clone())));
    }

    /** Shows the living pages again. */
    public void serveLive() {
        pages.serveLive();
    }

    /** Lets something go wrong with everything, until cleared. */
    public void inject(Fault fault) {
        web.inject(fault);
    }

    /** Lets something go wrong with the next requests whose path ends so. A refusal drops their connection. */
    public void inject(Fault fault, String pathEnd, long times) {
        web.inject(fault, pathEnd, times);
    }

    /** All is well again; a closed port is open again. */
    public void clearFaults() {
        web.clearFaults();
    }

    @Override
    public void close() {
        web.close();
        pages.systems().close();
    }
}
