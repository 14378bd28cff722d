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
package org.openhab.binding.selectronic.simulator.gateway;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.fault.Answer;
import org.openhab.binding.selectronic.simulator.web.Request;
import org.openhab.binding.selectronic.simulator.web.Site;
import org.openhab.binding.selectronic.simulator.web.WebFrontEnd;

/**
 * A box that knows nothing but recorded pages. Several bodies of one page come in the order of their recording; the
 * last one stays. Any other page is not found.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class RecordedGateway implements Site, AutoCloseable {
    private static final int NOT_FOUND = 404;
    private static final int PARTS = 3;

    private final Map<String, Deque<String>> pages = new HashMap<>();
    private final WebFrontEnd web;

    /** Plays a recording of the owner's: its lines {@code GET} with a path and a body. */
    public RecordedGateway(List<String> lines) throws IOException {
        for (String line : lines) {
            String[] parts = line.split(" ", PARTS);
            if (parts[0].equals("GET")) {
                Objects.requireNonNull(
                        pages.computeIfAbsent(SimulatedGateway.BASE_PATH + parts[1], path -> new ArrayDeque<>()))
                        .add(parts[2]);
            }
        }
        web = new WebFrontEnd(this, Clock.systemUTC(), 0, null, Duration.ofSeconds(1));
    }

    public int port() {
        return web.port();
    }

    /** How many bodies of pages with such an end of their path are still to come, the one that stays included. */
    public synchronized int left(String end) {
        return pages.entrySet().stream().filter(page -> page.getKey().endsWith(end))
                .mapToInt(page -> page.getValue().size()).sum();
    }

    @Override
    public synchronized Answer answer(Request request) {
        Deque<String> bodies = pages.get(request.path());
        if (bodies == null) {
            return Answer.html(NOT_FOUND, "not recorded");
        }
        return Answer.json(Objects.requireNonNull(bodies.size() > 1 ? bodies.remove() : bodies.element()));
    }

    @Override
    public boolean hangs(Request request) {
        return false;
    }

    @Override
    public void close() {
        web.close();
    }
}
