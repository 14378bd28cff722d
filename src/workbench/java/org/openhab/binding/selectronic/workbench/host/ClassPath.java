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
package org.openhab.binding.selectronic.workbench.host;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What this program was started with: directories of classes and jars.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class ClassPath {
    private static final String CLASS = ".class";

    private ClassPath() {
    }

    /** @return the entries that exist, in order */
    static List<Path> entries() {
        return Pattern.compile(Pattern.quote(File.pathSeparator)).splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of).filter(Files::exists).toList();
    }

    /**
     * @param type a class
     * @return the entry that it comes from
     */
    static Path of(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("No path to " + type.getName(), e);
        }
    }

    /**
     * @param entry a jar or a directory
     * @param prefix how the packages begin
     * @return those of its packages that hold classes
     */
    static Set<String> packages(Path entry, String prefix) throws IOException {
        String folder = prefix.replace('.', '/');
        if (Files.isDirectory(entry)) {
            Path root = entry.resolve(folder);
            if (!Files.isDirectory(root)) {
                return Set.of();
            }
            try (Stream<Path> files = Files.walk(root)) {
                return packagesOf(files.map(file -> entry.relativize(file).toString().replace('\\', '/')), folder);
            }
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return packagesOf(jar.stream().map(file -> file.getName()), folder);
        }
    }

    private static Set<String> packagesOf(Stream<String> files, String folder) {
        Set<String> packages = new TreeSet<>();
        files.filter(file -> file.startsWith(folder + "/") && file.endsWith(CLASS))
                .forEach(file -> packages.add(file.substring(0, file.lastIndexOf('/')).replace('/', '.')));
        return packages;
    }

    /**
     * @param entry a jar or a directory
     * @param name the name of a header
     * @return what its manifest says, null if nothing
     */
    static @Nullable String header(Path entry, String name) throws IOException {
        if (Files.isDirectory(entry)) {
            return null;
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            Manifest manifest = jar.getManifest();
            return manifest == null ? null : manifest.getMainAttributes().getValue(name);
        }
    }
}
