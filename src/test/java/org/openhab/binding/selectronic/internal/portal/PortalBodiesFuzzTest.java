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
package org.openhab.binding.selectronic.internal.portal;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.fuzz.Plausible;
import org.openhab.binding.selectronic.internal.fuzz.Seeds;
import org.openhab.binding.selectronic.internal.source.FailureKind;
import org.openhab.binding.selectronic.internal.source.SourceException;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any list of systems is a list of numbers or {@link Unexpected}; the first day with data is one
 * on which there was a portal, or unknown.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class PortalBodiesFuzzTest {
    private static final LocalDate NO_PORTAL_YET = LocalDate.of(1990, 1, 1);
    private static final LocalDate FAR_AHEAD = LocalDate.of(2200, 1, 1);

    static Stream<byte[]> seeds() {
        return Stream.concat(Seeds.of("portal", "systems-owner.json"),
                Stream.of("{\"items\":{\"first_date\":\"2018-04-27\",\"x\":1}}", "{\"systems\":[{\"did\":7}]}")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void body(byte[] body) throws SourceException {
        try {
            for (String number : PortalBodies.systems(body).keySet()) {
                assertThat(number, matchesPattern("[0-9]{1,9}"));
            }
        } catch (SourceException e) {
            assertEquals(FailureKind.UNEXPECTED, e.kind());
            Plausible.text(e.getMessage());
        }
        try {
            PortalBodies.firstDay(body)
                    .ifPresent(day -> assertThat(day, is(both(greaterThan(NO_PORTAL_YET)).and(lessThan(FAR_AHEAD)))));
        } catch (SourceException e) {
            assertEquals(FailureKind.UNEXPECTED, e.kind());
            Plausible.text(e.getMessage());
        }
    }
}
