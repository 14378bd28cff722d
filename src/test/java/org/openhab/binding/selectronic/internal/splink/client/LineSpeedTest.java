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

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.FakeUnit;
import org.openhab.binding.selectronic.internal.splink.link.Link;

/**
 * Tests the search for the speed of a port.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class LineSpeedTest {
    private final FakeUnit unit = new FakeUnit();
    private final List<Integer> tried = new ArrayList<>();
    private final Instant start = unit.clock.instant();
    private int speed = 9600;

    private Link at(int baud) {
        assertThat("one after the other", unit.isOpen, is(false));
        tried.add(baud);
        unit.lasting = answer -> baud == speed ? answer : new byte[0];
        unit.openFails = baud == 128000 ? new SourceException(Problem.PORT_SPEED, FakeUnit.NAME, "128000") : null;
        return unit;
    }

    /** Opens the port and returns the detected speed. */
    private int search(AutoSpeedLink.Links links) throws SourceException, InterruptedException {
        AtomicInteger detected = new AtomicInteger(57600);
        new AutoSpeedLink(FakeUnit.NAME, links, detected, unit.clock).open();
        return detected.get();
    }

    @Test
    void speedsAreTriedInTheOrderOfTheVendor() throws SourceException, InterruptedException {
        assertThat(search(this::at), is(9600));
        assertThat(tried, is(List.of(57600, 115200, 230400, 128000, 9600)));
        assertThat(unit.isOpen, is(true));
    }

    @Test
    void aUnitThatWantsALoginAnswersToo() throws SourceException, InterruptedException {
        speed = 57600;
        assertThat(search(this::at), is(57600));
        assertThat(unit.requests, is(List.of("Q a000 1")));
    }

    @Test
    void aMissedAnswerAtTheKnownSpeedStartsNoSearch() throws SourceException, InterruptedException {
        speed = 57600;
        assertThat(search(baud -> {
            at(baud);
            unit.lasting = answer -> unit.requests.size() < 3 ? new byte[0] : answer;
            return unit;
        }), is(57600));
        assertThat(tried, is(List.of(57600)));
    }

    @Test
    void eachSpeedGetsASecondAndTheKnownOneThree() {
        speed = 0;
        SourceException failure = assertThrows(SourceException.class, () -> search(this::at));

        assertThat(failure.problem(), is(Problem.NO_INVERTER));
        assertThat(failure.arguments(), is(List.of(FakeUnit.NAME)));
        assertThat(tried, is(LineSpeed.ALL));
        assertThat(unit.isOpen, is(false));
        assertThat(Duration.between(start, unit.clock.instant()), is(Duration.ofSeconds(11)));
    }

    @Test
    void whatIsHeardAtAWrongSpeedIsNoAnswer() throws SourceException, InterruptedException {
        assertThat(search(baud -> {
            at(baud);
            unit.lasting = answer -> baud == speed ? answer : new byte[] { 0x51, 0x00, 0x7F, (byte) 0xF8 };
            return unit;
        }), is(9600));
    }

    @Test
    void aPortInUseEndsTheSearch() {
        SourceException failure = assertThrows(SourceException.class, () -> search(baud -> {
            at(baud);
            unit.openFails = new SourceException(Problem.PORT_IN_USE, FakeUnit.NAME);
            return unit;
        }));

        assertThat(failure.problem(), is(Problem.PORT_IN_USE));
        assertThat(tried, is(List.of(57600)));
    }

    @Test
    void closingEndsTheSearch() {
        speed = 0;
        AutoSpeedLink[] link = { null };
        link[0] = new AutoSpeedLink(FakeUnit.NAME, baud -> {
            if (tried.size() == 2) {
                link[0].close();
            }
            return at(baud);
        }, new AtomicInteger(57600), unit.clock);
        SourceException failure = assertThrows(SourceException.class, link[0]::open);

        assertThat(failure.problem(), is(Problem.LINK_CUT));
        assertThat(tried, is(List.of(57600, 115200, 230400)));
        assertThat(unit.isOpen, is(false));
    }

    @Test
    void anotherRefusalEndsTheSearch() {
        SourceException failure = assertThrows(SourceException.class, () -> search(baud -> {
            at(baud);
            unit.openFails = new SourceException(Problem.NO_SERIAL_TRANSPORT);
            return unit;
        }));

        assertThat(failure.problem(), is(Problem.NO_SERIAL_TRANSPORT));
    }

    @Test
    void aUnitMayBeSilentForASecondAndTheTimeOfTheRequest() {
        assertThat(LineSpeed.silence(57600), is(Duration.ofMillis(1004)));
        assertThat(LineSpeed.silence(9600), is(Duration.ofMillis(1027)));
        assertThat(LineSpeed.silence(1200), is(Duration.ofMillis(1216)));
    }
}
