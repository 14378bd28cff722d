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
package org.openhab.binding.selectronic.internal.splink.wire;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exchanges that are made again from their words are those that were recorded.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class AnsweredQueryTest {
    static Stream<Frames.Pair> queries() {
        // of the lowest addresses a unit answers single words only, and one recording asks for more
        return Frames.pairs().stream().filter(pair -> !pair.isWrite() && pair.address() > 0xA000);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void asItWasOnTheLine(Frames.Pair pair) {
        assertThat(AnsweredQuery.hex(new Words(pair.address(), pair.values())),
                is(Frames.digits(pair.request()) + " " + Frames.digits(pair.answer())));
    }
}
