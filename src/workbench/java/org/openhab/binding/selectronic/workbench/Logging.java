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
package org.openhab.binding.selectronic.workbench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The log, which goes to standard error: warnings, and on request everything that the binding tells for support.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Logging {
    private static final String QUIET = """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = ALL
            java.util.logging.SimpleFormatter.format = %1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n
            .level = WARNING
            """;
    private static final String VERBOSE = QUIET + """
            org.openhab.binding.selectronic.internal.level = FINEST
            """;

    private Logging() {
    }

    /** @param verbose whether the binding is to tell everything */
    static void configure(boolean verbose) {
        String configuration = verbose ? VERBOSE : QUIET;
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
