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

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;
import org.openhab.binding.selectronic.internal.splink.wire.AnsweredQuery;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * A recording of requests and answers without personal data, which can be played back:
 *
 * <pre>
 * # selectronic capture GATEWAY
 * GET /devices {"…
 * READ 510081a00000487a 510081a00000487adb630eea
 * </pre>
 *
 * Of several units behind a tunnel only the first that answers is recorded. Log-ins are not recorded, since they are
 * not reported to listeners. Serial numbers in the unit's memory are replaced by 000001. Their addresses were published
 * by the projects named in the table of quantities.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Capture implements ExchangeListener {
    /** Limit of the size in bytes, enough for an hour of full reads every five seconds. */
    static final int MOST_BYTES = 4 * 1024 * 1024;
    /** Last line of a recording that has reached its limit. */
    static final String FULL = "# full: what came later is missing";
    /** First words of serial numbers, two words each: communication card, unit, boards, battery. */
    private static final List<Integer> SERIAL_NUMBERS = Registers.of(Integer.MAX_VALUE, Integer.MAX_VALUE).stream()
            .filter(register -> register.name().endsWith("SERIAL_NUMBER")).map(register -> register.range().address())
            .toList();
    /** Start of the addresses with serial numbers of battery modules and of other units, and similar data. */
    private static final int PERSONAL_BEGIN = Registers.named("MODULE_SERIAL_NUMBER").range().address();
    private static final int PERSONAL_END = 0xE000;

    private final List<String> lines = new ArrayList<>();
    private final AnonymousPages pages = new AnonymousPages();
    private int bytes;
    private boolean full;
    private @Nullable String unit;

    /** @param connectionType the connection type that is recorded */
    public Capture(ConnectionType connectionType) {
        lines.add("# selectronic capture " + connectionType.name());
    }

    @Override
    public synchronized void page(String path, byte[] body) {
        String anonymous = pages.body(body);
        if (anonymous != null) {
            add("GET " + pages.path(path) + " " + anonymous);
        }
    }

    @Override
    public synchronized void words(String reported, int address, int[] words) {
        String recorded = unit;
        if (recorded == null) {
            unit = reported;
        } else if (!recorded.equals(reported)) {
            return;
        }
        int[] anonymous = words.clone();
        for (int place = 0; place < words.length; place++) {
            int at = address + place;
            if (at >= PERSONAL_BEGIN && at < PERSONAL_END || SERIAL_NUMBERS.contains(at - 1)) {
                anonymous[place] = 0;
            } else if (SERIAL_NUMBERS.contains(at)) {
                anonymous[place] = 1;
            }
        }
        add("READ " + AnsweredQuery.hex(new Words(address, anonymous)));
    }

    private void add(String line) {
        // lines are ASCII, so each character is one byte
        if (full) {
            return;
        }
        full = bytes + line.length() + 1 > MOST_BYTES - FULL.length() - 1;
        String added = full ? FULL : line;
        lines.add(added);
        bytes += added.length() + 1;
    }

    /** @return the lines recorded so far; the first one is a header */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
