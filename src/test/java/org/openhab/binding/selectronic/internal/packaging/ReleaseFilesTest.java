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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.definitions.Definitions;
import org.openhab.binding.selectronic.internal.definitions.XmlElement;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * The entry of the feed and the topic of the marketplace, as the build has made them.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
class ReleaseFilesTest {
    /** What openHAB's service for third-party feeds reads of an entry; it overlooks everything else. */
    private static final List<String> READ = List.of("uid", "id", "type", "description", "keywords", "title", "link",
            "version", "compatible_versions", "author", "configDescriptionURI", "maturity", "content_type", "image_url",
            "url", "logger_packages", "connection", "countries");
    /**
     * The pattern that openHAB takes a range by; only three numbers at the upper end are understood by all versions.
     */
    private static final Pattern RANGE = Pattern.compile("\\[\\d+\\.\\d+\\.\\d+;\\d+\\.\\d+\\.\\d+[)\\]]");
    /** How openHAB gets the id of an add-on from the link to its file. */
    private static final Pattern FILE = Pattern.compile(".*/(.*?)-\\d+\\.\\d+\\.\\d+.*");
    /** The path of an add-on in openHAB's REST API, from 5.1.0 to 5.2.1; anything else is not found. */
    private static final Pattern ASKED_FOR = Pattern.compile("[a-zA-Z_0-9-:]+");
    private static final List<String> MATURITIES = List.of("alpha", "beta", "mature", "stable");
    private static final int LARGEST_LOGO = 10_000;

    private final Path folder = Path.of(System.getProperty("selectronic.release"));
    private final Path kar = Path.of(System.getProperty("selectronic.kar"));
    private final XmlElement addon = Definitions.addon();

    private JsonObject entry() throws IOException {
        JsonArray feed = Objects
                .requireNonNull(new Gson().fromJson(Files.readString(folder.resolve("feed.json")), JsonArray.class));
        assertThat(feed.size(), is(1));
        return feed.get(0).getAsJsonObject();
    }

    private String topic() throws IOException {
        return Files.readString(folder.resolve("marketplace.md"));
    }

    private static List<String> strings(JsonElement array) {
        return array.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
    }

    @Test
    void theFeedHasWhatOpenHabReads() throws IOException {
        assertThat(entry().keySet(), everyItem(is(in(READ))));
        entry().asMap().forEach((key, value) -> assertThat(key, value.toString(),
                allOf(not(is("\"\"")), not(is("[]")), not(containsString("${")))));
    }

    /** It is part of the path of a request; that of the marketplace is the number of the topic. */
    @Test
    void theFeedsAddOnHasAnIdThatOpenHabCanBeAskedFor() throws IOException {
        String uid = entry().get("uid").getAsString();
        assertThat("json:" + uid, matchesPattern(ASKED_FOR));
        assertThat(uid, is("binding-" + addon.id()));
    }

    @Test
    void theFeedSaysWhatTheAddOnSays() throws IOException {
        Map<String, String> expected = Map.of("id", addon.id(), "type", addon.text("type").orElseThrow(), "title",
                addon.text("name").orElseThrow(), "description", addon.text("description").orElseThrow().strip(),
                "connection", addon.text("connection").orElseThrow());

        JsonObject entry = entry();
        expected.forEach((key, value) -> assertThat(entry.get(key).getAsString(), is(value)));
        assertThat(strings(entry.get("countries")), is(List.of(addon.text("countries").orElseThrow().split(","))));
    }

    @Test
    void theFeedLeadsToTheKarAndItsLoggers() throws IOException {
        JsonObject entry = entry();
        assertThat(entry.get("url").getAsString(), endsWith("/" + kar.getFileName()));
        assertThat(entry.get("content_type").getAsString(), is("application/vnd.openhab.feature;type=karfile"));
        assertThat(kar.getFileName().toString(), endsWith("-" + entry.get("version").getAsString() + ".kar"));
        assertThat(strings(entry.get("logger_packages")), contains("org.openhab.binding.selectronic"));
        assertThat(entry.get("maturity").getAsString(), is(in(MATURITIES)));
    }

    /** The build has one range; what is written for people is compared with it. */
    @Test
    void allThatNamesARangeOfVersionsNamesTheSame() throws IOException {
        String range = entry().get("compatible_versions").getAsString();
        assertThat(range, matchesPattern(RANGE));
        VersionRange admitted = new VersionRange(range.replace(';', ','));
        Version from = admitted.getLeft();
        Version before = admitted.getRight();
        String words = "openHAB %d.%d or newer, before %d.%d".formatted(from.getMajor(), from.getMinor(),
                before.getMajor(), before.getMinor());

        for (String page : List.of("README.md", "CHANGELOG.md", "doc/first-evening.md", "pom.xml")) {
            assertThat(page, Files.readString(Path.of(page)), containsString(words));
        }
        try (JarFile jar = new JarFile(Objects.requireNonNull(System.getProperty("selectronic.jar")))) {
            assertThat(Objects.requireNonNull(jar.getManifest()).getMainAttributes().getValue("Bundle-Description"),
                    endsWith(words + "."));
        }
        Stream.of("5.1.0", "5.1.4", "5.2.1", "5.3.0")
                .forEach(version -> assertThat(version, admitted.includes(new Version(version)), is(true)));
        Stream.of("5.0.3", "6.0.0")
                .forEach(version -> assertThat(version, admitted.includes(new Version(version)), is(false)));
    }

    @Test
    void theManifestAdmitsTheJettyThatTheBuildNames() throws IOException {
        String range = XmlElement.read(Path.of("pom.xml")).text("properties", "jetty.range").orElseThrow();
        try (JarFile jar = new JarFile(Objects.requireNonNull(System.getProperty("selectronic.jar")))) {
            assertThat(Objects.requireNonNull(jar.getManifest()).getMainAttributes().getValue("Import-Package"),
                    containsString("org.eclipse.jetty.client;version=\"" + range + "\""));
        }
        for (String version : List.of("9.4.57", "12.1.10")) {
            assertThat(version, new VersionRange(range).includes(new Version(version)), is(true));
            assertThat(Files.readString(Path.of("README.md")),
                    containsString(version.replaceFirst("(9\\.4|12).*", "$1")));
        }
    }

    @Test
    void theTopicIsFoundShownAndInstalled() throws IOException {
        String head = topic().substring(0, topic().indexOf("-->"));
        String post = topic().substring(head.length());
        String range = entry().get("compatible_versions").getAsString();
        assertThat("the range ends the title, after a blank", head,
                containsString("Selectronic Binding " + range + "\n"));
        assertThat(head, containsString("published binding kar " + entry().get("maturity").getAsString()));
        assertThat(post, stringContainsInOrder("![Logo](", "## Installation", "## Change Log", "## Resources"));
        assertThat(post, not(containsString("${")));
        assertThat(post, containsString(addon.text("description").orElseThrow().strip()));
    }

    /** openHAB looks at every link of the first post, and the last one to a file wins. */
    @Test
    void theTopicHasOneLinkToAFile() throws IOException {
        List<String> files = Pattern.compile("https?://[^\\s)]+").matcher(topic()).results().map(MatchResult::group)
                .filter(link -> link.matches(".*\\.(jar|kar|json|yaml)")).toList();

        assertThat(files, contains(entry().get("url").getAsString()));
        assertThat("a plain link on a line of its own", topic().lines().toList(), hasItem(files.get(0)));
        assertThat(FILE.matcher(files.get(0)).replaceFirst("$1"), endsWith("." + addon.id()));
    }

    @Test
    void whatTheyLinkToIsThere() throws IOException {
        String both = entry() + "\n" + topic();
        List<String> files = Pattern.compile("/(?:blob|raw)/v[0-9.]+/([\\w./-]+)").matcher(both).results()
                .map(match -> match.group(1)).distinct().toList();

        assertThat(files, hasItems("README.md", "CHANGELOG.md", "doc/logo.svg"));
        assertThat(files.stream().filter(file -> !Files.exists(Path.of(file))).toList(), is(empty()));
        assertThat(Files.size(Path.of("doc/logo.svg")), is(lessThan((long) LARGEST_LOGO)));
    }
}
