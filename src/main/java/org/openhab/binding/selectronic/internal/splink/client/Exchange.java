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
 * One request and its answer on an open link. Nobody else writes to a link.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Exchange {
    /** How many requests may fail in a row; the vendor's program is as patient (published by the splink project). */
    static final int TRIES = 3;

    /** How long nothing must come before a disturbed line is taken for quiet. */
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(1);
    /** More than a fast line carries while an answer is waited for. */
    private static final int MOST_BYTES = 1 << 16;

    private final Logger logger = LoggerFactory.getLogger(Exchange.class);
    private final Link link;
    private final Clock clock;
    private final byte[] buffer = new byte[1024];
    private volatile long bytesOut;
    private volatile long bytesIn;
    private boolean disturbed;

    Exchange(Link link, Clock clock) {
        this.link = link;
        this.clock = clock;
    }

    /**
     * What came of a request.
     *
     * @param words the words of the answer, null if there was none
     * @param heard whether anything came at all
     */
    record Reply(@Nullable Words words, boolean heard) {
    }

    /**
     * Forgets what is still on the line, asks, and waits.
     *
     * @param request what is asked
     * @param timeout how long to wait for the whole answer
     * @return what came
     * @throws SourceException if the unit is a member of a Powerchain system, which talks to its manager only
     * @throws SourceException if the link fails
     * @throws InterruptedException if the thread is interrupted
     */
    Reply ask(Request request, Duration timeout) throws SourceException, InterruptedException {
        bytesIn += link.drain(disturbed ? QUIET : Duration.ZERO, LONGEST_DRAIN, clock);
        disturbed = false;
        byte[] bytes = request.bytes();
        Instant start = clock.instant();
        link.write(bytes);
        bytesOut += bytes.length;
        long before = bytesIn;
        Words words = await(new FrameReader(request), start.plus(timeout));
        long heard = bytesIn - before;
        disturbed = words == null && heard > 0;
        logger.trace("{} on {}: {} with {} bytes after {} ms", request, link.name(),
                words == null ? "no answer" : "answer", heard, Duration.between(start, clock.instant()).toMillis());
        return new Reply(words, heard > 0);
    }

    /**
     * Asks again until there is an answer.
     *
     * @param query a query that is answered without login
     * @param timeout how long to wait for each answer
     * @return the words
     * @throws SourceException if there is no answer three times, or if the link fails
     * @throws InterruptedException if the thread is interrupted
     */
    Words insist(ReadQuery query, Duration timeout) throws SourceException, InterruptedException {
        boolean heard = false;
        for (int tries = 0; tries < TRIES; tries++) {
            Reply reply = ask(query, timeout);
            Words words = reply.words();
            if (words != null) {
                return words;
            }
            heard |= reply.heard();
        }
        throw noAnswer(heard);
    }

    /**
     * @param heard whether anything came
     * @return what it means that there was no answer
     */
    SourceException noAnswer(boolean heard) {
        return heard
                ? new SourceException(Problem.LINE_SHARED, link.name())
                : new SourceException(Problem.NO_INVERTER, link.name());
    }

    private @Nullable Words await(FrameReader reader, Instant deadline) throws SourceException, InterruptedException {
        Instant end = deadline;
        int bytes = 0;
        Instant now = clock.instant();
        while (now.isBefore(end) && bytes < MOST_BYTES) {
            int count = link.read(buffer, Duration.between(now, end));
            if (count == 0) {
                return null;
            }
            bytes += count;
            bytesIn += count;
            Words words = reader.add(buffer, count);
            if (words != null) {
                return words;
            }
            if (reader.isFromMember()) {
                throw new SourceException(Problem.POWERCHAIN_MEMBER);
            }
            now = clock.instant();
            // after a damaged answer nothing more is to be expected, but what still comes belongs to it
            end = reader.isDamaged() && now.plus(QUIET).isBefore(deadline) ? now.plus(QUIET) : deadline;
        }
        return null;
    }

    long bytesOut() {
        return bytesOut;
    }

    long bytesIn() {
        return bytesIn;
    }
}
