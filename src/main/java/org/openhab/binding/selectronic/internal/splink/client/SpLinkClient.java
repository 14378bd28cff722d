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
package org.openhab.binding.selectronic.internal.splink.client;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.client.Exchange.Reply;
import org.openhab.binding.selectronic.internal.splink.link.Link;
import org.openhab.binding.selectronic.internal.splink.wire.ReadQuery;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.internal.splink.wire.WriteFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words of one unit. Connects and logs in when words are wanted, and again when the unit has forgotten us; says
 * good-bye. One request at a time: another thread that wants words waits until it is its turn.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SpLinkClient implements AutoCloseable {
    static final ReadQuery STATE = new ReadQuery(0xA000, 1);
    private static final int LOGIN_REQUIRED = 0xFFFF;
    private static final int TRIES = Exchange.TRIES;
    private static final Duration LONGEST_GOOD_BYE = Duration.ofSeconds(1);

    private final Logger logger = LoggerFactory.getLogger(SpLinkClient.class);
    private final Link link;
    private final Duration timeout;
    private final Exchange exchange;
    private final Login login;
    private final ReentrantLock line = new ReentrantLock();
    private volatile boolean closed;
    private volatile Consumer<Words> listener = words -> {
    };
    private boolean connected;
    private volatile int logIns;
    private int port;
    private @Nullable Problem lasting;

    /**
     * @param link what leads to the unit, not open; the client opens and closes it
     * @param password the password of the unit
     * @param timeout how long to wait for one answer: {@link LineSpeed#timeout}, or 15 s through the tunnel
     * @param clock what time it is
     */
    public SpLinkClient(Link link, Password password, Duration timeout, Clock clock) {
        this.link = link;
        this.timeout = timeout;
        this.exchange = new Exchange(link, clock);
        this.login = new Login(exchange, password, timeout);
    }

    private interface Conversation<T> {
        T hold() throws SourceException, InterruptedException;
    }

    /**
     * @param address the address of the first word
     * @param count how many words, 1 to 256
     * @return the words
     * @throws IllegalArgumentException for a block that {@link ReadQuery} does not allow
     * @throws SourceException if they cannot be had; after a failure that is {@link Problem#isLasting() lasting} the
     *         client does not touch the link any more
     * @throws InterruptedException if the thread is interrupted
     */
    public Words read(int address, int count) throws SourceException, InterruptedException {
        ReadQuery query = new ReadQuery(address, count);
        Words words = converse(() -> read(query));
        listener.accept(words);
        return words;
    }

    /** @param listener is shown all words that are read from now on, but nothing of a log-in */
    public void listen(Consumer<Words> listener) {
        this.listener = listener;
    }

    /**
     * @return the number of the unit's port that we are on, 1 or 2; another number if the unit does not tell
     * @throws SourceException if the unit cannot be asked
     * @throws InterruptedException if the thread is interrupted
     */
    public int portNumber() throws SourceException, InterruptedException {
        return converse(() -> port);
    }

    /** @return how often the unit had to be logged in to: each time it may have started again, or be another one */
    public int logIns() {
        return logIns;
    }

    /** @return how many bytes were sent so far */
    public long bytesOut() {
        return exchange.bytesOut();
    }

    /** @return how many bytes have come so far, those included that were of no use */
    public long bytesIn() {
        return exchange.bytesIn();
    }

    /**
     * Says good-bye, which takes a second at most, and lets go of the link for good. A request that is under way in
     * another thread fails, and then there is no good-bye.
     */
    @Override
    public void close() {
        closed = true;
        if (line.tryLock()) {
            try {
                sayGoodBye();
            } finally {
                disconnect();
                line.unlock();
            }
        } else {
            link.close();
        }
    }

    private <T> T converse(Conversation<T> conversation) throws SourceException, InterruptedException {
        line.lockInterruptibly();
        try {
            Problem problem = lasting;
            if (problem != null) {
                throw new SourceException(problem);
            }
            boolean kept = connected;
            try {
                return connectAnd(conversation);
            } catch (SourceException e) {
                // who keeps a connection without using it may find it cut: a server ends it after a time of its own
                if (!kept || closed || e.problem() != Problem.LINK_CUT) {
                    throw e;
                }
                logger.debug("{} was cut while it was not used", link.name());
                return connectAnd(conversation);
            }
        } finally {
            line.unlock();
        }
    }

    private <T> T connectAnd(Conversation<T> conversation) throws SourceException, InterruptedException {
        boolean well = false;
        try {
            if (!connected) {
                connect();
            }
            T result = conversation.hold();
            well = true;
            return result;
        } catch (SourceException e) {
            well = e.problem() == Problem.NO_WORDS;
            lasting = e.problem().isLasting() ? e.problem() : null;
            throw e;
        } finally {
            if (!well) {
                disconnect();
            }
        }
    }

    private void connect() throws SourceException, InterruptedException {
        if (!closed) {
            link.open();
        }
        if (closed) {
            throw new SourceException(Problem.LINK_CUT, link.name());
        }
        logInIfRequired(exchange.insist(STATE, timeout));
        connected = true;
        logger.debug("connected to port {} on {}", port, link.name());
    }

    private void disconnect() {
        connected = false;
        link.close();
    }

    /** A request that fails is followed by a look at the state, which tells a login that was lost from a bad line. */
    private Words read(ReadQuery query) throws SourceException, InterruptedException {
        boolean heard = false;
        boolean alive = false;
        int failures = 0;
        while (true) {
            Reply reply = exchange.ask(query, timeout);
            Words words = reply.words();
            if (words != null) {
                return words;
            }
            heard |= reply.heard();
            if (++failures == TRIES) {
                break;
            }
            Reply look = exchange.ask(STATE, timeout);
            Words state = look.words();
            if (state != null) {
                alive = true;
                logInIfRequired(state);
            } else {
                heard |= look.heard();
                if (++failures == TRIES) {
                    break;
                }
            }
        }
        throw alive && !heard
                ? new SourceException(Problem.NO_WORDS, "0x" + Integer.toHexString(query.address()))
                : exchange.noAnswer(heard);
    }

    private void logInIfRequired(Words state) throws SourceException, InterruptedException {
        port = state.at(STATE.address());
        if (port == LOGIN_REQUIRED) {
            logger.debug("logging in on {}", link.name());
            login.perform();
            logIns++;
            port = exchange.insist(STATE, timeout).at(STATE.address());
        }
    }

    private void sayGoodBye() {
        if (!connected || port != 1 && port != 2) {
            return;
        }
        try {
            exchange.ask(WriteFrame.goodBye(port),
                    timeout.compareTo(LONGEST_GOOD_BYE) < 0 ? timeout : LONGEST_GOOD_BYE);
        } catch (SourceException e) {
            logger.debug("no good-bye on {}: {}", link.name(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
