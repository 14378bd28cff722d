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
package org.openhab.binding.selectronic.internal.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The folder with the examples, and what is in it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Example {
    /** The folder with the examples. */
    static final Path FOLDER = Path.of("examples");

    private Example() {
    }

    /**
     * @param name a path below the folder
     * @return the file
     */
    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /**
     * @param name a path below the folder
     * @return the text of the file
     */
    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param folder a folder below that with the examples, empty for all
     * @param ending the ending of the files, with its dot
     * @return the paths of those files below the folder with the examples, in the order of the alphabet
     */
    static List<String> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(FOLDER.resolve(folder))) {
            return files.filter(Files::isRegularFile).map(file -> FOLDER.relativize(file).toString())
                    .filter(name -> name.endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
