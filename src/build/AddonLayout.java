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
package org.openhab.binding.selectronic.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the folder that a pull request to openhab-addons adds below {@code bundles}. See
 * {@code src/build/addon-layout}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
public class AddonLayout {
    private static final String ID = "org.openhab.binding.selectronic";
    private static final Path PACKAGE = Path.of(ID.replace('.', '/'));
    /** Libraries that the add-ons of openHAB have no dependency on. */
    private static final Pattern FOREIGN = Pattern
            .compile("^import (static )?(com\\.(code_intelligence|fasterxml|tngtech)"
                    + "|net\\.jqwik|org\\.(apache\\.felix|mozilla|objectweb|openjdk)|" + Pattern.quote(ID)
                    + "\\.(bench|workbench))\\.", Pattern.MULTILINE);
    /** Tests of this project and not of the add-on: its build, its pages, the slice of openHAB, the workbench. */
    private static final Pattern OF_PROJECT = Pattern
            .compile("selectronic/(bench|workbench|internal/(architecture|examples|openhab|packaging|soak))/");
    private static final Pattern PROJECT_FILE = Pattern
            .compile("Path\\.of\\(\"(README|CONTRIBUTING|CHANGELOG|doc|examples|pom|src)\\b");

    private final Path target;

    private AddonLayout(Path target) {
        this.target = target;
    }

    public static void main(String[] arguments) throws IOException {
        new AddonLayout(Path.of(arguments[0]).resolve(ID)).write();
    }

    private void write() throws IOException {
        for (Path file : Files.isDirectory(target) ? files(target) : List.<Path> of()) {
            Files.delete(file);
        }
        put("pom.xml", pom());
        put("NOTICE", notice());
        put("README.md", readme());
        put("src/main/feature/feature.xml", read(Path.of("src/main/feature/feature.xml"))
                .replace("${project.artifactId}", ID)
                .replaceFirst("\t<!--.*-->\n", "\t<repository>mvn:org.openhab.core.features.karaf/"
                        + "org.openhab.core.features.karaf.openhab-core/\\${ohc.version}/xml/features</repository>\n\n"));
        copy(Path.of("src/main/java"), "src/main/java", path -> true);
        copy(Path.of("src/main/resources"), "src/main/resources", path -> true);
        // translations come from openHAB's Crowdin
        copy(Path.of("ESH-INF"), "src/main/resources/OH-INF", path -> !path.toString().endsWith("_de.properties"));
        Map<Path, Path> tests = tests();
        for (Map.Entry<Path, Path> test : tests.entrySet()) {
            put("src/test/java/" + test.getValue(), read(test.getKey()));
        }
        copy(Path.of("src/test/resources"), "src/test/resources", path -> !path.startsWith("workbench"));
        if (Files.isDirectory(Path.of("src/simulator/resources"))) {
            copy(Path.of("src/simulator/resources"), "src/test/resources", path -> true);
        }
    }

    /** Returns the sources of the simulator and of the tests that compile there, and where they belong. */
    private static Map<Path, Path> tests() throws IOException {
        Map<Path, Path> sources = new TreeMap<>();
        for (Path folder : List.of(Path.of("src/simulator/java"), Path.of("src/test/java"))) {
            files(folder).forEach(path -> sources.put(path, folder.relativize(path)));
        }
        Map<Path, String> texts = new HashMap<>();
        for (Path path : sources.keySet()) {
            texts.put(path, read(path));
        }
        Deque<Path> gone = new ArrayDeque<>();
        for (Path path : sources.keySet()) {
            String text = texts.get(path);
            if (FOREIGN.matcher(text).find() || PROJECT_FILE.matcher(text).find()
                    || OF_PROJECT.matcher(path.toString()).find()) {
                gone.add(path);
            }
        }
        texts.keySet().removeAll(gone);
        // and what needs one of them
        while (!gone.isEmpty()) {
            Path without = sources.remove(gone.remove());
            String type = without.toString().replace(".java", "").replace('/', '.');
            Pattern imported = Pattern.compile("^import (static )?" + Pattern.quote(type) + "\\b", Pattern.MULTILINE);
            Pattern used = Pattern.compile("\\b" + type.substring(type.lastIndexOf('.') + 1) + "\\b");
            texts.entrySet().removeIf(other -> {
                boolean near = without.getParent().equals(sources.get(other.getKey()).getParent());
                boolean needs = other.getValue().contains(type) && imported.matcher(other.getValue()).find()
                        || near && used.matcher(other.getValue()).find();
                if (needs) {
                    gone.add(other.getKey());
                }
                return needs;
            });
        }
        return sources;
    }

    private static String pom() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">

                  <modelVersion>4.0.0</modelVersion>

                  <parent>
                    <groupId>org.openhab.addons.bundles</groupId>
                    <artifactId>org.openhab.addons.reactor.bundles</artifactId>
                    <version>5.3.0-SNAPSHOT</version>
                  </parent>

                  <artifactId>%s</artifactId>

                  <name>openHAB Add-ons :: Bundles :: Selectronic Binding</name>

                </project>
                """.formatted(ID);
    }

    private static String notice() {
        return """
                This content is produced and maintained by the openHAB project.

                * Project home: https://www.openhab.org

                == Declared Project Licenses

                This program and the accompanying materials are made available under the terms
                of the Eclipse Public License 2.0 which is available at
                https://www.eclipse.org/legal/epl-2.0/.

                == Source Code

                https://github.com/openhab/openhab-addons
                """;
    }

    /** Returns the README without what is only true here; its links to pages lead to the project's home. */
    private static String readme() throws IOException {
        Pattern home = Pattern.compile("<release.home>(.*)</release.home>");
        String link = home.matcher(read(Path.of("pom.xml"))).results().findFirst().orElseThrow().group(1);
        String[] sections = read(Path.of("README.md")).split("(?m)^(?=## )");
        sections[0] = sections[0].substring(0, sections[0].indexOf("```"));
        return Stream.of(sections).filter(section -> !section.matches("(?s)## (Installation|Examples|Development)\n.*"))
                .collect(Collectors.joining()).replaceAll("(?m)^!\\[.*\\.svg\\)\n\n?", "")
                .replaceAll("\\]\\((?!https?:|#)", "](" + link + "/blob/main/");
    }

    private void copy(Path folder, String to, Predicate<Path> wanted) throws IOException {
        for (Path file : files(folder)) {
            if (wanted.test(folder.relativize(file))) {
                put(to + "/" + folder.relativize(file), read(file));
            }
        }
    }

    private void put(String name, String text) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.getParent());
        String header = "Copyright (c) 2026 Contributors to the Selectronic binding project";
        Files.writeString(file,
                text.replace(header, "Copyright (c) 2010-2026 Contributors to the openHAB project")
                        .replace("Path.of(\"ESH-INF\")", "Path.of(\"src/main/resources/OH-INF\")")
                        // openHAB's add-ons are built with one generation of Jetty, at present 9.4
                        .replaceFirst("\\Q" + ID + ".internal.http.Jetty12\\E\\s*$", ""),
                StandardCharsets.ISO_8859_1);
    }

    private static String read(Path file) throws IOException {
        // as bytes: resources of tests may be in any encoding
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
