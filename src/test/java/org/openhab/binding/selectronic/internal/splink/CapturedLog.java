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
package org.openhab.binding.selectronic.internal.splink;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * All that the protocol rooms write to the log, down to the finest level.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class CapturedLog extends Handler {
    private final Logger logger;
    private final boolean toParents;
    private final @Nullable Level level;
    private final List<String> lines = new ArrayList<>();

    public CapturedLog() {
        this("splink");
    }

    /**
     * @param room the room of the binding that is listened to
     */
    public CapturedLog(String room) {
        logger = Logger.getLogger("org.openhab.binding.selectronic.internal." + room);
        toParents = logger.getUseParentHandlers();
        level = logger.getLevel();
        setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** @return the lines so far, with their stack traces */
    public synchronized String text() {
        return String.join("\n", lines);
    }

    @Override
    public synchronized void publish(@Nullable LogRecord entry) {
        lines.add(new SimpleFormatter().format(entry));
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(toParents);
        logger.setLevel(level);
    }
}
