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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.ExchangeListener;
import org.openhab.binding.selectronic.internal.source.InverterSource;

/**
 * The recordings of one source. Any number may run at the same time: the end of one does not end another.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Recordings implements ExchangeListener {
    private final InverterSource source;
    private final List<ExchangeListener> running = new CopyOnWriteArrayList<>();

    /** @param source the source that is recorded */
    public Recordings(InverterSource source) {
        this.source = source;
    }

    /** @param recording receives requests and answers from now on */
    public synchronized void begin(ExchangeListener recording) {
        running.add(recording);
        source.listen(this);
    }

    /** @param recording receives nothing from now on */
    public synchronized void end(ExchangeListener recording) {
        running.remove(recording);
        if (running.isEmpty()) {
            source.listen(null);
        }
    }

    @Override
    public void page(String path, byte[] body) {
        running.forEach(recording -> recording.page(path, body));
    }

    @Override
    public void words(String unit, int address, int[] words) {
        running.forEach(recording -> recording.words(unit, address, words));
    }
}
