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
package org.openhab.binding.selectronic.internal.diagnostics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * Figures of a contact over time.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ContactLogTest {
    private final VirtualTime time = new VirtualTime();
    private final ContactLog contact = new ContactLog(time.clock());

    private Sample sample(long millis) {
        return new Sample(ConnectionType.GATEWAY, time.clock().instant(), null, Duration.ofMillis(millis), Map.of());
    }

    private static UnitEvent event(int code) {
        return new UnitEvent(UnitEvent.Type.OPERATION, code, Instant.EPOCH, false, Map.of());
    }

    @Test
    void nothingIsNeverZero() {
        ContactLog.Figures figures = contact.figures();
        assertThat(figures.sinceAnswer(), is(Optional.empty()));
        assertThat(figures.sinceFailure(), is(Optional.empty()));
        assertThat(figures.responses(), is(Optional.empty()));
        assertThat(figures.failures(), is(Map.of()));
    }

    @Test
    void answersFailuresAndTimesAreCounted() {
        contact.sampled(sample(30));
        time.pass(Duration.ofSeconds(5));
        contact.failed(new SourceException(Problem.RELEASED, "5"));
        contact.failed(new SourceException(Problem.NO_ANSWER, "box", "5"));
        time.pass(Duration.ofSeconds(2));
        ContactLog.Figures failing = contact.figures();
        assertThat(failing.failuresInARow(), is(2));
        assertThat(failing.sinceAnswer(), is(Optional.of(Duration.ofSeconds(7))));
        assertThat(failing.sinceFailure(), is(Optional.of(Duration.ofSeconds(2))));
        contact.sampled(sample(10));
        contact.sampled(sample(80));
        ContactLog.Figures well = contact.figures();
        assertThat(well.answers(), is(3));
        assertThat(well.failures(), is(Map.of(FailureKind.BUSY, 1, FailureKind.UNREACHABLE, 1)));
        assertThat(well.allFailures(), is(2));
        assertThat(well.failuresInARow(), is(0));
        assertThat(well.responses(), is(Optional
                .of(new ContactLog.Responses(Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofMillis(80)))));
    }

    @Test
    void whoWaitsHearsOfTheNextAnswerAndOfTheNextFailure() {
        CompletableFuture<@Nullable Void> answer = contact.next();
        assertThat(answer.isDone(), is(false));
        contact.answered();
        assertThat(answer.isDone(), is(true));
        CompletableFuture<@Nullable Void> failure = contact.next();
        assertThat(failure.isDone(), is(false));
        contact.failed(new SourceException(Problem.NO_ANSWER, "box", "5"));
        assertThat(failure.isDone(), is(true));
    }

    @Test
    void theNewestEventsAreKeptEachOnce() {
        IntStream.range(0, 150).forEach(code -> contact.happened(event(code)));
        contact.happened(event(149));
        assertThat(contact.events(2), is(List.of(event(148), event(149))));
        assertThat(contact.events(1000), hasSize(100));
        assertThat(contact.events(-1), is(empty()));
    }
}
