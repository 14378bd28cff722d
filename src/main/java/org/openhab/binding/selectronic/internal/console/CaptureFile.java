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
package org.openhab.binding.selectronic.internal.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.diagnostics.Capture;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.core.io.console.Console;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records requests and answers to a file. The file is created at once, so that a problem with its location is reported
 * at once; an existing file is never overwritten. The content is written at the end.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class CaptureFile {
    private final Logger logger = LoggerFactory.getLogger(CaptureFile.class);
    private final Console console;

    CaptureFile(Console console) {
        this.console = console;
    }

    /** Returns a new file in openHAB's userdata folder, or in the folder for temporary files if that is unknown. */
    static String usualPlace(ConnectionType connectionType) {
        String folder = System.getProperty("openhab.userdata", System.getProperty("java.io.tmpdir"));
        return Path.of(String.valueOf(folder), "selectronic-" + connectionType.name().toLowerCase(Locale.ROOT) + "-"
                + System.currentTimeMillis() + ".capture").toString();
    }

    void record(SourceBridgeHandler bridge, ConnectionType connectionType, Duration time, String place) {
        try {
            Path file = Path.of(place).toAbsolutePath().normalize();
            Files.createFile(file);
            Capture capture = new Capture(connectionType);
            if (bridge.record(capture, time, () -> write(capture, file))) {
                console.println("recording for " + time.toMinutes() + " min; then it is in " + file);
            } else {
                Files.delete(file);
                console.println("nothing is asked at present, so there is nothing to record");
            }
        } catch (IOException | InvalidPathException e) {
            console.println("the file cannot be made: " + e);
        }
    }

    private void write(Capture capture, Path file) {
        try {
            Files.write(file, capture.lines(), StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            logger.warn("What was recorded cannot be written: {}", e.toString());
        }
    }
}
