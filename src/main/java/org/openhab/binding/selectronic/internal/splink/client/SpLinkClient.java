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
import org.openhab.binding.selectronic.internal.source.Credential;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.client.Exchange.Reply;
import org.openhab.binding.selectronic.internal.splink.link.Link;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.openhab.binding.selectronic.internal.splink.wire.WriteFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads words of one unit. Connects and logs in when words are requested, and again if the unit has lost the login;
 * logs out when closed. One request at a time: requests of other threads wait.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SpLinkClient implements AutoCloseable {
    static final WordRange STATE = new WordRange(WordRange.STATE, 1);
    private static final int LOGIN_REQUIRED = 0xFFFF;
    private static final int TRIES = Exchange.TRIES;
    private static final Duration LONGEST_GOOD_BYE = Duration.ofSeconds(3);

    private final Logger logger = LoggerFactory.getLogger(SpLinkClient.class);
    private final Link link;
    private final Credential credential;
    private final Duration silence;
    private final Exchange exchange;
    private final Login login;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean closed;
    private volatile Consumer<Words> listener = words -> {
    };
    private volatile boolean connected;
    private volatile int session;
    private volatile int connections;
    private int port;
    /** Whether this client has logged in since it connected. */
    private boolean loggedIn;
    /** Whether answers start late, as with an adapter that forwards complete answers only. */
    private boolean late;

    /**
     * @param link the link to the unit, not open; the client opens and closes it
     * @param password the password of the unit
     * @param credential the state of that password
     * @param silence timeout for the first bytes of an answer, and for each following pause: {@link LineSpeed#silence},
     *            or 15 s through the tunnel
     * @param clock provides the time
     */
    public SpLinkClient(Link link, Password password, Credential credential, Duration silence, Clock clock) {
        this.link = link;
        this.credential = credential;
        this.silence = silence;
        this.exchange = new Exchange(link, silence, clock);
        this.login = new Login(exchange, password, credential);
    }

    /** @return whether {@link #close()} was called */
    boolean isClosed() {
        return closed;
    }

    /** @return the name of the connection for texts and log messages */
    public String name() {
        return link.name();
    }

    private interface Conversation<T> {
        T hold() throws SourceException, InterruptedException;
    }

    /**
     * @param range the words to read
     * @return the words
     * @throws SourceException if they cannot be read; with a refused password the link is not used
     * @throws InterruptedException if the thread is interrupted
     */
    public Words read(WordRange range) throws SourceException, InterruptedException {
        Words words = converse(() -> request(range));
        listener.accept(words);
        return words;
    }

    /** @param listener receives all words that are read from now on, but no logins */
    public void listen(Consumer<Words> listener) {
        this.listener = listener;
    }

    /**
     * Connects and logs in if necessary.
     *
     * @return the number of the session, which changes with each connection and each login, when the unit may have
     *         restarted or been replaced
     * @throws SourceException if that fails
     * @throws InterruptedException if the thread is interrupted
     */
    public int connect() throws SourceException, InterruptedException {
        return converse(() -> session);
    }

    /** @return the number of the session in which words were last read */
    public int session() {
        return session;
    }

    /** @return whether the unit has answered since the link was opened */
    public boolean isConnected() {
        return connected;
    }

    /** @return how often the link was opened so far */
    public int connections() {
        return connections;
    }

    /** @return the number of unanswered requests so far */
    public int failures() {
        return exchange.failures();
    }

    /**
     * Logs out, if this client has logged in, and closes the link for good. A running request of another thread fails,
     * and then there is no logout. Returns when the link is closed, after three seconds at most.
     */
    @Override
    public void close() {
        closed = true;
        boolean free = turn.tryLock();
        if (!free) {
            link.close();
            // a thread waiting for an answer fails at once, and then closes a link that it may have opened meanwhile
            turn.lock();
        }
        try {
            if (free) {
                sayGoodBye();
            }
        } finally {
            disconnect();
            turn.unlock();
        }
    }

    private <T> T converse(Conversation<T> conversation) throws SourceException, InterruptedException {
        turn.lockInterruptibly();
        try {
            if (credential.isRefused()) {
                throw new SourceException(Problem.PASSWORD_REFUSED);
            }
            boolean kept = connected;
            try {
                return connectAnd(conversation);
            } catch (SourceException e) {
                // an unused connection may have been cut meanwhile: servers close idle connections
                if (!kept || closed || e.problem() != Problem.LINK_CUT) {
                    throw e;
                }
                logger.debug("{} was cut while it was not used", link.name(), e);
                return connectAnd(conversation);
            }
        } finally {
            turn.unlock();
        }
    }

    private <T> T connectAnd(Conversation<T> conversation) throws SourceException, InterruptedException {
        boolean well = false;
        try {
            if (!connected) {
                open();
            }
            T result = conversation.hold();
            well = true;
            return result;
        } catch (SourceException e) {
            well = e.problem() == Problem.NO_WORDS;
            throw e;
        } finally {
            if (!well) {
                disconnect();
            }
        }
    }

    private void open() throws SourceException, InterruptedException {
        if (!closed) {
            link.open();
        }
        if (closed) {
            throw new SourceException(Problem.LINK_CUT, link.name());
        }
        session++;
        connections++;
        logInIfRequired(exchange.insist(STATE));
        connected = true;
        logger.debug("connected to port {} on {}", port, link.name());
    }

    private void disconnect() {
        connected = false;
        loggedIn = false;
        link.close();
    }

    /**
     * Reads words. After a failed request, reads the login state to distinguish a lost login from a disturbed
     * connection.
     */
    private Words request(WordRange query) throws SourceException, InterruptedException {
        boolean heard = false;
        boolean alive = false;
        int failures = 0;
        while (failures < TRIES) {
            boolean patient = late || alive && !heard;
            Reply reply = exchange.ask(query,
                    patient ? silence.plus(LineSpeed.longest(query.answerLength())) : silence);
            Words words = reply.words();
            if (words != null) {
                late = reply.took().compareTo(silence) > 0;
                return words;
            }
            heard |= reply.heard();
            failures++;
            if (failures < TRIES) {
                Reply look = exchange.ask(STATE);
                Words state = look.words();
                if (state != null) {
                    alive = true;
                    logInIfRequired(state);
                } else {
                    heard |= look.heard();
                    failures++;
                }
            }
        }
        throw alive && !heard ? new SourceException(Problem.NO_WORDS, "0x" + Integer.toHexString(query.address()))
                : exchange.noAnswer(heard);
    }

    private void logInIfRequired(Words state) throws SourceException, InterruptedException {
        port = state.at(STATE.address());
        if (port == LOGIN_REQUIRED) {
            logger.debug("logging in on {}", link.name());
            session++;
            login.perform();
            loggedIn = true;
            port = exchange.insist(STATE).at(STATE.address());
        }
    }

    private void sayGoodBye() {
        if (!loggedIn || port != 1 && port != 2) {
            return;
        }
        try {
            exchange.ask(WriteFrame.goodBye(port),
                    silence.compareTo(LONGEST_GOOD_BYE) < 0 ? silence : LONGEST_GOOD_BYE);
        } catch (SourceException e) {
            logger.debug("no good-bye on {}", link.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
