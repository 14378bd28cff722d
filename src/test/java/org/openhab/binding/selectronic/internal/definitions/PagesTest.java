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
package org.openhab.binding.selectronic.internal.definitions;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Trigger;

/**
 * Tests that all pages lead to what is there and name what is there: links, channels, thing types and parameters. The
 * page about the interfaces has tests of its own besides.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class PagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CHANNEL = Pattern
            .compile("(?<![\\w#/-])([a-z]+(?:-[a-z]+)*#[a-z]+(?:-[a-z]+)*)(?![\\w#-])");
    private static final Pattern THING = Pattern.compile("\\bselectronic:([a-z]+):");
    private static final Pattern SETTING = Pattern.compile("(?:^ {6}|[\\[,] ?)([a-z]+[A-Za-z]*)(?:: |=)");
    private static final List<String> LANGUAGES = List.of("shell", "text", "yaml", "java", "json");
    private static final int LARGEST_PICTURE = 20_000;
    private static final int LARGEST_SCREENSHOT = 120_000;
    private static final Pattern PICTURE = Pattern.compile("!\\[(.*?)]\\(([^)]+\\.(?:png|svg))\\)");

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(
                List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
        try (Stream<Path> files = Files.list(Path.of("doc"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream();
    }

    /** Those that an owner follows step by step, where each parameter that is set must be one. */
    static Stream<Path> walks() {
        return Stream.of("first-evening", "connections", "history", "console", "troubleshooting", "without-a-server",
                "installers").map(name -> Path.of("doc", name + ".md"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    public void relativeLinksLeadSomewhere(Path page) {
        List<String> dead = new ArrayList<>();
        for (String link : matches(LINK, new Readme(page).lines())) {
            if (!link.startsWith("http")) {
                String[] parts = link.split("#", 2);
                Path folder = page.toAbsolutePath().getParent();
                Path target = parts[0].isEmpty() ? page : folder.resolve(parts[0]).normalize();
                boolean there = Files.exists(target);
                if (!there || parts.length == 2 && !anchors(new Readme(target)).contains(parts[1])) {
                    dead.add(link);
                }
            }
        }
        assertThat(dead, is(empty()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    public void channelsThatItNamesExist(Path page) {
        Set<String> known = Stream.concat(Stream.of(Quantity.values()).map(Quantity::channelId),
                Stream.of(Trigger.values()).map(Trigger::channelId)).collect(Collectors.toSet());
        List<String> lines = new Readme(page).lines().stream().map(line -> LINK.matcher(line).replaceAll("]"))
                .map(line -> line.replaceAll("https?://\\S+", "")).toList();

        assertThat(matches(CHANNEL, lines), everyItem(is(in(known))));
    }

    @ParameterizedTest
    @MethodSource("pages")
    public void thingTypesThatItNamesExist(Path page) {
        List<String> types = Definitions.thingTypes().stream().map(XmlElement::id).toList();

        assertThat(matches(THING, new Readme(page).lines()), everyItem(is(in(types))));
    }

    @ParameterizedTest
    @MethodSource("walks")
    public void parametersThatItSetsExist(Path page) {
        List<String> set = new ArrayList<>();
        for (Readme.Fence fence : new Readme(page).fences()) {
            boolean config = false;
            for (String line : fence.lines()) {
                boolean dsl = "java".equals(fence.language()) && line.contains(" [ ");
                config = "    config:".equals(line) || config && line.startsWith("      ");
                if (dsl || config && !"    config:".equals(line)) {
                    set.addAll(matches(SETTING, List.of(line)));
                }
            }
        }
        assertThat(set, everyItem(is(in(parameters()))));
    }

    @ParameterizedTest
    @MethodSource("pages")
    public void codeNamesItsLanguage(Path page) {
        assertThat(new Readme(page).fences().stream().map(Readme.Fence::language).toList(),
                everyItem(is(in(LANGUAGES))));
    }

    /**
     * Tables are read by machines or as pages: blanks to the widest cell only make each change a change of all rows.
     */
    @ParameterizedTest
    @MethodSource("pages")
    public void tablesAreNotPadded(Path page) {
        Readme read = new Readme(page);
        List<String> code = read.fences().stream().flatMap(fence -> fence.lines().stream()).toList();

        assertThat(read.lines().stream().filter(line -> line.startsWith("|") && !code.contains(line))
                .filter(line -> line.contains("  ") || line.contains("----")).toList(), is(empty()));
    }

    @ParameterizedTest
    @MethodSource("walks")
    public void thereIsOneSentencePerLine(Path page) {
        Pattern two = Pattern.compile("[^.][.!?] \\p{Lu}");

        assertThat(new Readme(page).prose().stream().map(line -> line.replaceFirst("^ *(\\d+\\.|-) ", ""))
                .filter(line -> two.matcher(line).find()).toList(), is(empty()));
    }

    /** From the file to the first rule, for each connection; what must be entered is told, and nothing is left out. */
    @Test
    public void theFirstEveningReportsOfEachConnectionWhatItNeeds() {
        Readme page = new Readme(Path.of("doc/first-evening.md"));
        String text = String.join("\n", page.lines());
        List<XmlElement> bridges = Definitions.thingTypes().stream().filter(type -> "bridge-type".equals(type.name()))
                .toList();

        for (XmlElement bridge : bridges) {
            String heading = "### " + bridge.text("label").orElseThrow();
            assertThat(page.headings(), hasItems(heading));
            String section = text.substring(text.indexOf(heading + "\n") + heading.length()).split("\n##+ ", 2)[0];
            for (String needed : required(bridge.id())) {
                assertThat(heading + " as the form calls it", section.contains("*" + needed + "*"), is(true));
            }
        }
        assertThat("steps are numbered", page.lines().stream().filter(line -> line.startsWith("1. ")).count(),
                is(not(lessThan(4L * bridges.size()))));
    }

    /** What a channel is updated by each poll and published each quarter of an hour, and roughly how many there are. */
    @Test
    public void theLoadOfASiteIsReckonedRight() {
        for (List<String> row : new Readme(Path.of("doc/installers.md")).table("Expected Load", "Bridge",
                "`refreshInterval`", "Channels, about", "Updates of a channel a day", "Full rounds a day")) {
            ConnectionType connectionType = ConnectionType
                    .valueOf(row.get(0).replace("`", "").toUpperCase(Locale.ROOT));
            double channels = Stream.of(Quantity.values())
                    .filter(quantity -> !quantity.isSeries() && quantity.origin(connectionType).isPresent()).count();
            long polls = 86_400 / Long.parseLong(row.get(1).replace(" s", ""));
            assertThat(Double.parseDouble(row.get(2)), is(closeTo(channels, channels / 5)));
            assertThat(row.subList(3, 5), is(List.of("" + polls, "96")));
        }
        assertThat(
                Stream.of(Quantity.values()).filter(quantity -> !quantity.isSeries())
                        .mapToInt(quantity -> ("selectronic/240001/" + quantity.channelId()).length()).max().getAsInt(),
                is(51));
    }

    @Test
    public void eachPageIsLinkedFromTheReadme() throws IOException {
        List<String> links = matches(LINK, new Readme().lines());

        assertThat(links, hasItems(pages().map(page -> page.toString().replace('\\', '/'))
                .filter(page -> !"README.md".equals(page)).toArray(String[]::new)));
    }

    @Test
    public void classesAndTestsThatContributorsReadOfExist() throws IOException {
        List<String> named = matches(Pattern.compile("`((?:[a-z]+\\.)*[A-Z]\\w+?)(?:\\.\\w+)?`"),
                new Readme(Path.of("CONTRIBUTING.md")).lines());
        Set<String> known = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".java"))
                    .forEach(file -> known.add(file.replace(".java", "")));
        }

        assertThat(named.stream().map(name -> name.replaceFirst(".*\\.", "")).filter(name -> !"README".equals(name))
                .distinct().toList(), everyItem(is(in(known))));
    }

    @Test
    public void foldersThatContributorsReadOfExist() {
        List<String> named = new Readme(Path.of("CONTRIBUTING.md")).table("Where Things Live", "Room", "Contents")
                .stream().map(row -> row.get(0).replace("`", "")).toList();

        assertThat(named.stream().filter(name -> !Files.isDirectory(Path.of(name))
                && !Files.isDirectory(Path.of("src/main/java/org/openhab/binding/selectronic/internal").resolve(name)))
                .toList(), is(empty()));
    }

    @Test
    public void aSamplePassesTenStationsWhoseFilesExist() {
        List<String> lines = new Readme(Path.of("CONTRIBUTING.md")).lines();
        List<String> section = lines.subList(lines.indexOf("## One Sample from Wire to Channel") + 1,
                lines.indexOf("## How To"));
        List<String> stations = section.stream().filter(line -> line.startsWith("1. ")).toList();
        Path sources = Path.of("src/main/java/org/openhab/binding/selectronic/internal");

        assertThat(matches(Pattern.compile("^1\\. (.+?): `[\\w/]+\\.java`"), stations),
                is(List.of("Link", "Frame reader", "Client", "Decoder", "Source", "Poller", "Inverter",
                        "Derived values", "Texts", "Channel publisher")));
        assertThat(matches(Pattern.compile("`([\\w/]+\\.java)`"), section).stream()
                .filter(file -> !Files.isRegularFile(sources.resolve(file))).toList(), is(empty()));
    }

    @Test
    public void picturesAreSmallAndReadableOnAnyGround() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("doc"))) {
            for (Path picture : files.filter(file -> !file.toString().endsWith(".md")).toList()) {
                if (picture.toString().endsWith(".png")) {
                    assertThat(picture.toString(), (int) Files.size(picture), is(lessThan(LARGEST_SCREENSHOT)));
                    continue;
                }
                assertThat(picture.toString(), picture.toString().endsWith(".svg"), is(true));
                assertThat(picture.toString(), (int) Files.size(picture), is(lessThan(LARGEST_PICTURE)));
                XmlElement svg = XmlElement.read(picture);
                assertThat("told to those who cannot see it: " + picture, svg.child("title").isPresent(), is(true));
                assertThat("a ground of its own: " + picture, svg.child("rect").isPresent(), is(true));
                assertThat("no scripts, no fonts, no pictures: " + picture,
                        Files.readString(picture).replace("http://www.w3.org/2000/svg", "").contains("http"),
                        is(false));
            }
        }
    }

    /** Each screenshot is shown on a page, and told to those who cannot see it. */
    @Test
    public void screenshotsAreShownWithATextInTheirPlace() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path page : pages().toList()) {
            PICTURE.matcher(Files.readString(page)).results().forEach(picture -> {
                assertThat(picture.group(), picture.group(1).split(" ").length, is(not(lessThan(4))));
                shown.add(Path.of(picture.group(2)).getFileName().toString());
            });
        }
        try (Stream<Path> files = Files.list(Path.of("doc"))) {
            List<String> screenshots = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".png")).toList();
            assertThat(screenshots, is(not(empty())));
            assertThat(screenshots, everyItem(is(in(shown))));
        }
    }

    /** Or a picture would go on showing what was renamed. */
    @Test
    public void picturesNameWhatIsThere() throws IOException {
        Set<String> labels = new TreeSet<>();
        for (XmlElement group : Definitions.groupTypes()) {
            labels.add(group.text("label").orElseThrow());
            Definitions.channels(group).forEach(channel -> channel.text("label").ifPresent(labels::add));
        }
        Definitions.channelTypes().forEach(type -> labels.add(type.text("label").orElseThrow()));
        List<String> named = matches(Pattern.compile(">(?!Group|Selectronic|\\d)[^<]{12}(\\p{Lu}[^<]*?)(?: {2,}|<)"),
                Files.readAllLines(Path.of("doc/try.svg")));

        assertThat(named.size(), is(not(lessThan(20))));
        assertThat(named, everyItem(is(in(labels))));
        for (String picture : List.of("doc/signs.svg", "doc/forecast.svg")) {
            List<String> channels = matches(CHANNEL, Files.readAllLines(Path.of(picture)));
            assertThat(picture, channels, is(not(empty())));
            assertThat(picture, channels,
                    everyItem(is(in(Stream.of(Quantity.values()).map(Quantity::channelId).toList()))));
        }
    }

    private static List<String> required(String bridge) {
        return Definitions.configDescriptions().stream()
                .filter(description -> description.attribute("uri").orElseThrow().endsWith(":" + bridge))
                .flatMap(description -> description.children("parameter").stream())
                .filter(parameter -> parameter.attribute("required").isPresent())
                .map(parameter -> parameter.text("label").orElseThrow()).toList();
    }

    private static Set<String> parameters() {
        return Definitions.configDescriptions().stream()
                .flatMap(description -> description.children("parameter").stream())
                .map(parameter -> parameter.attribute("name").orElseThrow()).collect(Collectors.toSet());
    }

    /** The names that the forge gives to headings. */
    private static List<String> anchors(Readme page) {
        return page.headings().stream().map(heading -> heading.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w -]", "").replace(' ', '-')).toList();
    }

    private static List<String> matches(Pattern pattern, List<String> lines) {
        return lines.stream().flatMap(line -> pattern.matcher(line).results())
                .map((MatchResult match) -> match.group(1)).toList();
    }
}
