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
import org.openhab.binding.selectronic.internal.splink.wire.ReadQuery;
import org.openhab.binding.selectronic.internal.splink.wire.Request;
import org.openhab.binding.selectronic.internal.splink.wire.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one request on an open link and receives its answer. Nothing else writes to the link.
 * <p>
 * The timeout applies to silence: on a slow line an answer may take long, as long as bytes arrive. In total, an answer
 * may take as long as the slowest line needs for its bytes, and {@link #MOST_BYTES} bytes may arrive before it is
 * complete, so that a line with endless traffic does not block the reader.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Exchange {
    /** Number of attempts of a request, the same as in the vendor's program (published by the splink project). */
    static final int TRIES = 3;

    /** Period of silence after which a disturbed line is considered quiet. */
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(1);
    /** More bytes than a fast line carries within the timeout of an answer. */
    private static final int MOST_BYTES = 1 << 16;

    private final Logger logger = LoggerFactory.getLogger(Exchange.class);
    private final Link link;
    private final Clock clock;
    private final byte[] buffer = new byte[1024];
    private volatile int failures;
    private boolean disturbed;

    Exchange(Link link, Clock clock) {
        this.link = link;
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
        Instant start = clock.instant();
        link.write(request.bytes());
        Answer answer = await(new FrameReader(request), silence,
                start.plus(silence).plus(LineSpeed.longest(request.answerLength())));
        Duration took = Duration.between(start, clock.instant());
        disturbed = answer.words == null && answer.bytes > 0;
        failures += answer.words == null ? 1 : 0;
        logger.trace("{} on {}: {} with {} bytes after {} ms", request, link.name(),
                answer.words == null ? "no answer" : "answer", answer.bytes, took.toMillis());
        return new Reply(answer.words, answer.bytes > 0, took);
    }

    /**
     * Repeats a request until it is answered.
     *
     * @param query a query that is answered without login
     * @param silence timeout of each answer
     * @return the words
     * @throws SourceException if there is no answer after three attempts, or if the link fails
     * @throws InterruptedException if the thread is interrupted
     */
    Words insist(ReadQuery query, Duration silence) throws SourceException, InterruptedException {
        boolean heard = false;
        for (int tries = 0; tries < TRIES; tries++) {
            Reply reply = ask(query, silence);
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

    private record Answer(@Nullable Words words, int bytes) {
    }

    private Answer await(FrameReader reader, Duration silence, Instant deadline)
            throws SourceException, InterruptedException {
        int bytes = 0;
        Instant now = clock.instant();
        Instant end = earlier(now.plus(silence), deadline);
        while (now.isBefore(end) && bytes < MOST_BYTES) {
            int count = link.read(buffer, Duration.between(now, end));
            if (count == 0) {
                break;
            }
            bytes += count;
            Words words = reader.add(buffer, count);
            if (words != null) {
                return new Answer(words, bytes);
            }
            if (reader.isFromMember()) {
                throw new SourceException(Problem.POWERCHAIN_MEMBER);
            }
            now = clock.instant();
            // after a damaged answer only the rest of it is expected
            end = earlier(now.plus(reader.isDamaged() ? QUIET : silence), deadline);
        }
        return new Answer(null, bytes);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
