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
package org.openhab.binding.selectronic.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.sun.management.OperatingSystemMXBean;

/**
 * Where something was measured, and of what.
 *
 * @param cores that Java sees
 * @param processor its name, empty where the system does not tell
 * @param memory gigabytes
 * @param java version and maker of the JDK
 * @param system name, version and architecture of the operating system
 * @param load how many processes wanted a core in the minute before; below 0 where the system does not tell
 * @param commit of the sources; with a plus sign if there were changes besides
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Machine(int cores, String processor, long memory, String java, String system, double load,
        String commit) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final long GIGABYTE = 1L << 30;

    /** @return this machine, at present */
    public static Machine here() {
        OperatingSystemMXBean system = Objects
                .requireNonNull(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));
        return new Machine(Runtime.getRuntime().availableProcessors(), processorName(),
                Math.round((double) system.getTotalMemorySize() / GIGABYTE),
                System.getProperty("java.runtime.version") + ", " + System.getProperty("java.vendor"),
                String.join(" ", system.getName(), system.getVersion().replaceFirst("-.*", ""), system.getArch()),
                system.getSystemLoadAverage(), commitName());
    }

    private static String processorName() {
        if (!Files.isReadable(PROCESSORS)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.replaceFirst("[^:]*:\\s*", "")).orElseGet(() -> "");
        } catch (IOException e) {
            return "";
        }
    }

    private static String commitName() {
        String head = git("rev-parse", "--short", "HEAD");
        return head.isEmpty() ? "unknown" : head + (git("status", "--porcelain").isEmpty() ? "" : "+");
    }

    private static String git(String... arguments) {
        try {
            Process process = new ProcessBuilder(
                    Stream.concat(Stream.of("git"), Stream.of(arguments)).toArray(String[]::new))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String reported = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0 ? reported : "";
        } catch (IOException e) {
            // sources that were not cloned have no commit
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
