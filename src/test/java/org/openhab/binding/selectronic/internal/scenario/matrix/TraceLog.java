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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * All that the binding writes to the log, down to the finest level, kept apart by the group of the thread that writes:
 * each cell of the matrix has a group of its own.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class TraceLog extends Handler implements AutoCloseable {
    private final Logger ours = Logger.getLogger("org.openhab.binding.selectronic.internal");
    private final @Nullable Level before = ours.getLevel();
    private final boolean toParents = ours.getUseParentHandlers();
    private final Map<ThreadGroup, List<LogRecord>> lines = new ConcurrentHashMap<>();

    TraceLog() {
        setLevel(Level.ALL);
        ours.setLevel(Level.ALL);
        ours.setUseParentHandlers(false);
        ours.addHandler(this);
    }

    /** What was written so far by a group; it is forgotten by that. */
    String take(ThreadGroup group) {
        StringBuilder text = new StringBuilder();
        SimpleFormatter form = new SimpleFormatter();
        List<LogRecord> written = lines.remove(group);
        if (written != null) {
            written.forEach(line -> text.append(form.format(line)));
        }
        return text.toString();
    }

    @Override
    public void publish(@Nullable LogRecord line) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        if (line != null && group != null) {
            Objects.requireNonNull(lines.computeIfAbsent(group, first -> new CopyOnWriteArrayList<>())).add(line);
        }
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        ours.removeHandler(this);
        ours.setUseParentHandlers(toParents);
        ours.setLevel(before);
    }
}
