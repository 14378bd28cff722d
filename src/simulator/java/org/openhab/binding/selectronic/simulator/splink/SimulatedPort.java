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
package org.openhab.binding.selectronic.simulator.splink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.Simulation;

/**
 * One serial port of an SP PRO: it answers queries out of the unit's memory once a client has logged in, and takes no
 * other write than login and good-bye. What is wrong, unknown or not allowed gets silence; there are no error answers.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SimulatedPort implements LineDevice {
    /** Where a client finds out whether it is logged in, and where. */
    public static final int PORT_ADDRESS = 0xA000;
    /** Where the challenge is read and the answer written. */
    public static final int LOGIN_ADDRESS = 0x1F0000;
    /** Where the outcome of a login is read. */
    public static final int LOGIN_STATUS_ADDRESS = 0x1F0010;
    /** Where a client on port 1 says good-bye; port 2 follows. */
    public static final int GOODBYE_ADDRESS = 0xA00D;

    private static final int LOGIN_REQUIRED = 0xFFFF;
    private static final int LOWEST_BLOCK = 0xA001;
    /** A request whose rest does not come within this time is none. */
    private static final long LONGEST_GAP = TimeUnit.SECONDS.toNanos(1);

    private static final class Planned {
        private final PortFault fault;
        private final int address;
        private final boolean anywhere;
        private long left;

        Planned(PortFault fault, int address, boolean anywhere, long left) {
            this.fault = fault;
            this.address = address;
            this.anywhere = anywhere;
            this.left = left;
        }
    }

    private final UnitWords unit;
    private final PortOptions options;
    private final Login login;
    private final PortLog log = new PortLog();
    private final RequestParser parser = new RequestParser();
    private final List<Planned> faults = new ArrayList<>();

    private LoggedOut loggedOut;
    private boolean member;
    private boolean loggedIn;
    private boolean loginsRefused;
    private int loginStatus;
    private int logins;
    private long requestsOfLogin = Long.MAX_VALUE;
    private int starts;
    private long lastByte = System.nanoTime();
    private Reply previous = Reply.SILENCE;

    public SimulatedPort(UnitWords unit, PortOptions options) {
        this.unit = unit;
        this.options = options;
        this.login = new Login(options.password(), options.seed());
        this.loggedOut = options.loggedOut();
        this.member = options.member();
        this.starts = unit.starts();
    }

    /** Port 1, as the factory sets it, of the first unit of a simulation. */
    public static SimulatedPort of(Simulation simulation) {
        return new SimulatedPort(UnitWords.of(simulation, simulation.unit()), PortOptions.DEFAULT);
    }

    public PortOptions options() {
        return options;
    }

    @Override
    public synchronized void begin() {
        parser.reset();
    }

    @Override
    public synchronized Reply receive(byte[] buffer, int count) {
        long now = System.nanoTime();
        if (now - lastByte > LONGEST_GAP) {
            parser.reset();
        }
        lastByte = now;
        List<Frame> requests = parser.take(buffer, count);
        log.received(count, requests.size());
        Reply replies = Reply.SILENCE;
        for (Frame request : requests) {
            replies = replies.then(answer(request));
        }
        return replies;
    }

    /** Whether a client is logged in. */
    public synchronized boolean isLoggedIn() {
        return loggedIn;
    }

    /** How many logins were accepted. */
    public synchronized int logins() {
        return logins;
    }

    /** The login is over, without a word, as after a restart of the unit. */
    public synchronized void logOut() {
        loggedIn = false;
        loginStatus = 0;
        requestsOfLogin = Long.MAX_VALUE;
    }

    /** The login is over after so many further requests. */
    public synchronized void logOutAfter(long requests) {
        requestsOfLogin = requests;
    }

    /** Refuses every login, or no longer. */
    public synchronized void setLoginsRefused(boolean refused) {
        loginsRefused = refused;
    }

    public synchronized void setLoggedOut(LoggedOut behaviour) {
        loggedOut = behaviour;
    }

    /** Makes the unit a member of a Powerchain system, or no longer. */
    public synchronized void setMember(boolean isMember) {
        member = isMember;
    }

    /** Makes the next challenge 16 bytes of the caller's choice. */
    public synchronized void prepareChallenge(byte[] bytes) {
        login.prepare(bytes);
    }

    /** Lets something go wrong with every answer, until cleared. The newest fault that fits wins. */
    public void inject(PortFault fault) {
        inject(fault, Long.MAX_VALUE);
    }

    /** Lets something go wrong with the next answers. */
    public synchronized void inject(PortFault fault, long times) {
        faults.add(0, new Planned(fault, 0, true, times));
    }

    /** Lets something go wrong with the next answers to requests that begin at an address. */
    public synchronized void inject(PortFault fault, int address, long times) {
        faults.add(0, new Planned(fault, address, false, times));
    }

    /** All answers are right again. */
    public synchronized void clearFaults() {
        faults.clear();
    }

    /** Valid requests in the order of their arrival. */
    public List<Frame> requests() {
        return log.requests();
    }

    /** Valid writes in the order of their arrival: logins, good-byes, and what is in {@link #violations()}. */
    public List<Frame> writes() {
        return requests().stream().filter(Frame::write).toList();
    }

    /** Writes that a client which only reads never sends. They change nothing. */
    public List<Frame> violations() {
        return log.violations();
    }

    /** What went over the port since the beginning. */
    public synchronized PortCounters counters() {
        return log.counters(parser.skipped());
    }

    /** Forgets requests and violations; counters go on. */
    public void clearLog() {
        log.clear();
    }

    /** Waits until so many requests have come since the beginning; false when the time is over before. */
    public boolean awaitRequests(long count, Duration patience) throws InterruptedException {
        return log.await(count, patience);
    }

    private Reply answer(Frame request) {
        log.request(request);
        int startsNow = unit.starts();
        if (startsNow != starts) {
            starts = startsNow;
            logOut();
        }
        if (requestsOfLogin <= 0) {
            logOut();
        }
        requestsOfLogin--;
        Reply right = request.write() ? written(request) : read(request);
        Reply sent = right;
        for (Iterator<Planned> all = faults.iterator(); all.hasNext();) {
            Planned planned = all.next();
            if (planned.anywhere || planned.address == request.address()) {
                sent = planned.fault.change(request, right, previous);
                planned.left--;
                if (planned.left <= 0) {
                    all.remove();
                }
                break;
            }
        }
        if (!right.isSilence()) {
            previous = right;
        }
        log.sent(sent);
        return sent;
    }

    private Reply read(Frame request) {
        int address = request.address();
        int count = request.count();
        if (!request.fits() || Integer.compareUnsigned(address, LOWEST_BLOCK) < 0 && count > 1) {
            return Reply.SILENCE;
        }
        if (member) {
            int[] refusal = new int[count];
            refusal[0] = LOGIN_REQUIRED;
            return Reply.of(Frame.answer(PortFaults.MEMBER_ADDRESS, refusal));
        }
        boolean open = loggedIn || !options.loginNeeded();
        if (address == PORT_ADDRESS) {
            return Reply.of(Frame.answer(address, open ? options.number() : LOGIN_REQUIRED));
        }
        if (address == LOGIN_ADDRESS && count == Login.WORDS) {
            return Reply.of(Frame.answer(address, login.challenge()));
        }
        if (address == LOGIN_STATUS_ADDRESS && count == 1) {
            return Reply.of(Frame.answer(address, loginStatus));
        }
        if (open || options.answersBeforeLogin()) {
            return Reply.of(Frame.answer(address, unit.words(address, count)));
        }
        if (loggedOut == LoggedOut.BAD_CRC) {
            Reply empty = Reply.of(Frame.answer(address, new int[count]));
            return PortFaults.dataCrc().change(request, empty, previous);
        }
        return Reply.SILENCE;
    }

    private Reply written(Frame request) {
        if (request.address() == LOGIN_ADDRESS && request.count() == Login.WORDS) {
            if (member) {
                return Reply.SILENCE;
            }
            boolean accepted = login.accepts(request) && !loginsRefused;
            logOut();
            if (accepted) {
                loggedIn = true;
                loginStatus = 1;
                logins++;
            }
            return Reply.of(request);
        }
        if (request.address() == GOODBYE_ADDRESS + options.number() - 1
                && request.words().equals(Collections.singletonList(1))) {
            boolean open = loggedIn;
            logOut();
            return open ? Reply.of(request) : Reply.SILENCE;
        }
        log.violation(request);
        return Reply.SILENCE;
    }
}
