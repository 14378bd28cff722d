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
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.link.Link;
import org.openhab.binding.selectronic.internal.splink.wire.FrameReader;
import org.openhab.binding.selectronic.internal.splink.wire.Request;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one request on an open link and receives its answer. Nothing else writes to the link.
 * <p>
 * The timeout applies to silence: on a slow connection an answer may take long, as long as bytes arrive. In total, an
 * answer may take as long as the slowest serial line needs for its bytes, and {@link #MOST_BYTES} bytes may arrive
 * before it is complete, so that endless traffic does not block the reader.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Exchange {
    /** Number of attempts of a request, the same as in the vendor's program (published by the splink project). */
    static final int TRIES = 3;

    /** Period of silence after which a disturbed connection is considered quiet. */
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(1);
    /** More bytes than a fast serial line carries within the timeout of an answer. */
    private static final int MOST_BYTES = 1 << 16;

    private final Logger logger = LoggerFactory.getLogger(Exchange.class);
    private final Link link;
    private final Duration silence;
    private final Clock clock;
    private final byte[] buffer = new byte[1024];
    private volatile int failures;
    private boolean disturbed;

    /**
     * @param link an open link
     * @param silence timeout for the first bytes of an answer, and for each following pause
     * @param clock provides the time
     */
    Exchange(Link link, Duration silence, Clock clock) {
        this.link = link;
        this.silence = silence;
        this.clock = clock;
    }

    /**
     * The outcome of a request.
     *
     * @param words the words of the answer, null if there was none
     * @param heard whether any bytes arrived
     * @param took its duration
     */
    record Reply(@Nullable Words words, boolean heard, Duration took) {
    }

    /** @return the number of unanswered requests so far */
    int failures() {
        return failures;
    }

    /** Sends a request with the usual timeout, see {@link #ask(Request, Duration)}. */
    Reply ask(Request request) throws SourceException, InterruptedException {
        return ask(request, silence);
    }

    /**
     * Discards pending bytes, sends the request and waits for its answer.
     *
     * @param request the request
     * @param silence timeout for the first bytes, and for each following pause
     * @return the outcome
     * @throws SourceException if the unit is a member of a Powerchain system, which communicates with its manager only
     * @throws SourceException if the link fails
     * @throws InterruptedException if the thread is interrupted
     */
    Reply ask(Request request, Duration silence) throws SourceException, InterruptedException {
        link.drain(disturbed ? QUIET : Duration.ZERO, LONGEST_DRAIN, clock);
        disturbed = false;
        FrameReader reader = new FrameReader(request);
        Instant start = clock.instant();
        Instant deadline = start.plus(silence).plus(LineSpeed.longest(request.answerLength()));
        link.write(request.frame());
        Words words = null;
        int bytes = 0;
        Duration pause = silence;
        while (words == null && bytes < MOST_BYTES && !reader.isFromMember()) {
            Duration left = Duration.between(clock.instant(), deadline);
            Duration timeout = left.compareTo(pause) < 0 ? left : pause;
            int count = timeout.isNegative() || timeout.isZero() ? 0 : link.read(buffer, timeout);
            if (count == 0) {
                break;
            }
            bytes += count;
            words = reader.add(buffer, count);
            // after a damaged answer only the rest of it is expected
            pause = reader.isDamaged() ? QUIET : silence;
        }
        if (words == null && reader.isFromMember()) {
            throw new SourceException(Problem.POWERCHAIN_MEMBER);
        }
        Duration took = Duration.between(start, clock.instant());
        disturbed = words == null && bytes > 0;
        failures += words == null ? 1 : 0;
        logger.trace("{} on {}: {} with {} bytes after {} ms", request, link.name(),
                words == null ? "no answer" : "answer", bytes, took.toMillis());
        return new Reply(words, bytes > 0, took);
    }

    /**
     * Repeats a request until it is answered.
     *
     * @param query a query that is answered without login
     * @return the words
     * @throws SourceException if there is no answer after three attempts, or if the link fails
     * @throws InterruptedException if the thread is interrupted
     */
    Words insist(WordRange query) throws SourceException, InterruptedException {
        boolean heard = false;
        for (int tries = 0; tries < TRIES; tries++) {
            Reply reply = ask(query);
            Words words = reply.words();
            if (words != null) {
                return words;
            }
            heard |= reply.heard();
        }
        throw noAnswer(heard);
    }

    /**
     * @param heard whether any bytes arrived
     * @return the failure for a missing answer
     */
    SourceException noAnswer(boolean heard) {
        return heard ? new SourceException(Problem.LINE_SHARED, link.name())
                : new SourceException(Problem.NO_INVERTER, link.name());
    }
}
