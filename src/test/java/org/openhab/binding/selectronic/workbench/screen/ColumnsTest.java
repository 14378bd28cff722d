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
package org.openhab.binding.selectronic.workbench.screen;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Widths on a terminal.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ColumnsTest {

    @ParameterizedTest
    @CsvSource({ "25 °C,5", "−4 W · ▲,8", "Größe,5", "Gro\u0308\u00dfe,5", "電池,4", "\ud83d\udd0b,2" })
    void charactersTakeTheirColumns(String text, int columns) {
        assertThat(Columns.width(text), is(columns));
    }

    @Test
    void textsAreFilledAndCut() {
        assertThat(Columns.left("°C", 4), is("°C  "));
        assertThat(Columns.right("°C", 4), is("  °C"));
        assertThat(Columns.left("too long", 4), is("too long"));
        assertThat(Columns.cut("too long", 8), is("too long"));
        assertThat(Columns.cut("too long", 6), is("too l…"));
        assertThat(Columns.cut("too long", 5), is("too…"));
        assertThat(Columns.cut("電池電池", 6), is("電池…"));
        assertThat(Columns.cut("too long", 0), is(""));
        assertThat(Columns.wrap("", 9), is(List.of("")));
        assertThat(Columns.wrap("Für eine Zeile zu lang", 9), is(List.of("Für eine", "Zeile zu", "lang")));
        assertThat(Columns.wrap("unaussprechlich lang", 9), is(List.of("unausspr…", "lang")));
    }
}
