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
package org.openhab.binding.selectronic.internal.gateway;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.fuzz.Seeds;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.source.Unit;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any answer about the box or its inverters gives their descriptions in single lines, or is {@link Unexpected}. An id
 * that
 * becomes part of a path is nothing but one.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class DescriptionsFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.concat(
                Seeds.of("org/openhab/binding/selectronic/simulator/gateway", "gateway-board.json",
                        "gateway-device.json", "gateway-point-mains-evening.json"),
                Stream.of(
                        "[{\"id\":\"0123456789ABCDEF\",\"serialnum\":\"240001\",\"power_rating\":\"5000.0\"},{\"id\":7}]",
                        "[]").map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void body(byte[] body) throws SourceException {
        try {
            for (Unit unit : Descriptions.units(body)) {
                assertThat(unit.id(),
                        unit.id().chars().allMatch(
                                each -> ".:~_-".indexOf(each) >= 0 || each < 0x80 && Character.isLetterOrDigit(each)),
                        is(true));
                assertThat(unit.id(), is(not(oneOf(".", ".."))));
                assertThat(unit.id().length(), is(both(greaterThan(0)).and(lessThanOrEqualTo(64))));
                Plausible.identity(unit.identity());
            }
        } catch (SourceException e) {
            assertEquals(FailureKind.UNEXPECTED, e.kind());
            Plausible.text(e.getMessage());
        }
        try {
            Plausible.identity(Descriptions.identity(body));
            Board board = Descriptions.board(body);
            Plausible.text(board.id());
            Plausible.text(board.firmware());
            Plausible.text(board.hardware());
        } catch (SourceException e) {
            assertEquals(FailureKind.UNEXPECTED, e.kind());
            Plausible.text(e.getMessage());
        }
    }
}
