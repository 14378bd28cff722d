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
package org.openhab.binding.selectronic.internal.packaging;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Sees to it that a test leaves no threads and no directories behind.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class NothingLeft implements BeforeEachCallback, AfterEachCallback {
    private Set<Thread> threadsBefore = Set.of();
    private Set<Path> directoriesBefore = Set.of();

    @Override
    public void beforeEach(@Nullable ExtensionContext context) throws IOException {
        threadsBefore = new HashSet<>(Thread.getAllStackTraces().keySet());
        directoriesBefore = temporaryDirectories();
    }

    @Override
    public void afterEach(@Nullable ExtensionContext context) throws IOException {
        new Patience().await(() -> "threads have ended: " + threadsLeft(), () -> threadsLeft().isEmpty());
        assertThat(temporaryDirectories(), is(directoriesBefore));
    }

    /**
     * Without the threads of others: of the virtual machine (its one timer of futures, which lives as long as it does,
     * included), of the tests, and of HTTP connections kept by the platform.
     */
    private List<String> threadsLeft() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !threadsBefore.contains(thread)).map(Thread::getName)
                .filter(name -> !name.startsWith("Keep-Alive-") && !name.startsWith("surefire-")
                        && !name.startsWith("Common-Cleaner") && !name.startsWith("process reaper")
                        && !name.equals("CompletableFutureDelayScheduler"))
                .toList();
    }

    private static Set<Path> temporaryDirectories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            String ours = "selectronic-workbench-" + ProcessHandle.current().pid() + "-";
            return files.filter(file -> file.getFileName().toString().startsWith(ours)).collect(Collectors.toSet());
        }
    }
}
