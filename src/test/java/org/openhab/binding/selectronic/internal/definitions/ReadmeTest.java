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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhab.binding.selectronic.internal.SelectronicBindingConstants;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sign;
import org.openhab.binding.selectronic.internal.model.Trigger;
import org.openhab.core.thing.Thing;

/**
 * Tests that the README tells what the definitions and the tables of the model tell.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ReadmeTest {
    private static final Pattern CHANNEL = Pattern.compile("selectronic:(\\w+):\\w+:\\w+:([a-z-]+#[a-z-]+)(?![a-z#-])");
    private static final int LARGEST_PICTURE = 10_000;
    private static final int LARGEST_SCREENSHOT = 120_000;

    private static final int LARGEST = 50_000;

    private final Readme readme = new Readme();
    private final Readme connections = new Readme(Path.of("doc/connections.md"));
    private final Readme troubleshooting = new Readme(Path.of("doc/troubleshooting.md"));
    private final Readme history = new Readme(Path.of("doc/history.md"));
    /** Where things and items are configured. */
    private final List<Readme> pages = List.of(readme, connections, history);
    private final Texts english = Texts.english();

    static Stream<XmlElement> groupTypes() {
        return Definitions.groupTypes().stream();
    }

    @Test
    public void theFirstScreenfulHasTheTwoCommands() {
        List<String> commands = readme.fences().get(0).lines().stream().map(line -> line.replaceAll(" +#.*", ""))
                .toList();

        assertThat(commands, is(List.of("./try", "mvn verify")));
        assertThat(readme.lines().indexOf(readme.fences().get(0).lines().get(1)), is(lessThan(12)));
    }

    @Test
    public void itIsReadInOneSitting() throws IOException {
        assertThat((int) Files.size(Path.of("README.md")), is(lessThan(LARGEST)));
    }

    @Test
    public void sectionsStandInTheUsualOrder() {
        List<String> usual = List.of("## Supported Things", "## Discovery", "## Thing Configuration", "## Channels",
                "## Troubleshooting", "## Full Example");

        assertThat(readme.headings().stream().filter(usual::contains).toList(), is(usual));
    }

    @Test
    public void thingsAreThoseOfTheDefinitions() {
        assertThat(
                readme.table("Supported Things", "Thing", "Type id", "Description").stream()
                        .map(row -> row.get(0) + " " + row.get(1)).toList(),
                is(Definitions.thingTypes().stream()
                        .map(type -> type.text("label").orElseThrow() + " " + code(type.id())).toList()));
    }

    @ParameterizedTest
    @CsvSource({ "Gateway, thing-type:selectronic:gateway", "Serial Port, thing-type:selectronic:serial",
            "Network Adapter, thing-type:selectronic:network", "Tunnel, thing-type:selectronic:tunnel",
            "Portal, thing-type:selectronic:portal", "Inverter, thing-type:selectronic:inverter" })
    public void parametersAreThoseOfTheDefinitions(String heading, String uri) {
        List<List<String>> expected = Definitions.configDescriptions().stream()
                .filter(description -> description.attribute("uri").equals(Optional.of(uri)))
                .flatMap(description -> description.children("parameter").stream()).map(ReadmeTest::row).toList();

        assertThat(readme.table(heading, "Name", "Type", "Description", "Default", "Required", "Advanced"),
                is(expected));
    }

    @ParameterizedTest
    @MethodSource("groupTypes")
    public void channelsAreThoseOfTheTable(XmlElement groupType) {
        List<List<String>> expected = Stream.of(Quantity.values())
                .filter(quantity -> quantity.group().equals(groupType.id()))
                .map(quantity -> List.of(code(quantity.channelId()), quantity.form().itemType(), "R",
                        description(groupType, quantity.channel()) + reported(quantity)
                                + (quantity.advanced() ? " (advanced)" : "")))
                .toList();

        assertThat(readme.table(groupType.text("label").orElseThrow(), "Channel", "Type", "Read/Write", "Description"),
                is(expected));
    }

    private static String reported(Quantity quantity) {
        if (quantity.origin(ConnectionType.GATEWAY).isPresent()) {
            return "";
        }
        return quantity.origin(ConnectionType.PORTAL).isPresent() ? " (not on a gateway)"
                : " (native connections only)";
    }

    @Test
    public void triggersAreThoseOfTheTable() {
        List<String> expected = Stream.of(Trigger.values()).flatMap(
                trigger -> trigger.payloads().stream().map(payload -> code(trigger.channelId()) + " " + code(payload)))
                .toList();

        List<String> rows = readme.table("Trigger Channels", "Channel", "Payload", "Description").stream()
                .map(row -> row.get(0) + " " + row.get(1).replaceFirst(" and the .*", "")).toList();
        assertThat(rows, is(expected));
    }

    @Test
    public void signsAreThoseOfTheTable() {
        List<String> expected = Stream.of(Quantity.values()).filter(quantity -> quantity.sign() != Sign.NONE)
                .map(quantity -> code(quantity.channelId()) + " " + quantity.sign().name().toLowerCase(Locale.ROOT))
                .toList();

        List<String> rows = readme.table("Signs", "Channel", "Positive", "Negative").stream()
                .map(row -> row.get(0) + " " + row.get(1)).filter(row -> !row.startsWith("`site#losses`")).toList();
        assertThat(rows, containsInAnyOrder(expected.toArray()));
    }

    @Test
    public void acSourcesAreThoseOfTheModel() {
        assertThat(
                readme.table("The AC Source Input", "`acSource`", "Meaning").stream().map(row -> row.get(0)).toList(),
                is(Stream.of(AcSource.values()).map(source -> code(source.name())).toList()));
    }

    @Test
    public void propertiesAreThoseThatTheBindingSets() {
        List<String> rows = readme.table("Properties", "Thing", "Property", "Description").stream()
                .map(row -> row.get(0) + " " + row.get(1).replace("`", "")).toList();

        assertThat(rows, contains( //
                "gateway " + Thing.PROPERTY_VENDOR, //
                "gateway " + SelectronicBindingConstants.PROPERTY_BOARD_ID, //
                "gateway " + Thing.PROPERTY_FIRMWARE_VERSION, //
                "gateway " + Thing.PROPERTY_HARDWARE_VERSION, //
                "gateway " + SelectronicBindingConstants.PROPERTY_CERTIFICATE, //
                "serial " + Thing.PROPERTY_VENDOR, //
                "serial " + SelectronicBindingConstants.PROPERTY_USB_SERIAL_NUMBER, //
                "network " + Thing.PROPERTY_VENDOR, //
                "tunnel " + Thing.PROPERTY_VENDOR, //
                "portal " + Thing.PROPERTY_VENDOR, //
                "inverter " + Thing.PROPERTY_VENDOR, //
                "inverter " + Thing.PROPERTY_MODEL_ID, //
                "inverter " + SelectronicBindingConstants.SERIAL_NUMBER, //
                "inverter " + Thing.PROPERTY_FIRMWARE_VERSION, //
                "inverter " + Thing.PROPERTY_HARDWARE_VERSION, //
                "inverter " + SelectronicBindingConstants.PROPERTY_RATED_POWER, //
                "inverter " + SelectronicBindingConstants.PROPERTY_SOLAR_SIZE, //
                "inverter " + SelectronicBindingConstants.PROPERTY_BATTERY_SIZE, //
                "inverter " + SelectronicBindingConstants.PROPERTY_AC_SOURCE));
    }

    @Test
    public void eachStatusTextIsExplained() {
        List<String> expected = english.byKey().keySet().stream().filter(key -> key.startsWith("offline."))
                .map(key -> whatIsWrong(english.of(key))).toList();

        assertThat(troubleshooting.table("Troubleshooting", "Status text begins", "What to do").stream()
                .map(row -> row.get(0)).toList(), is(expected));
    }

    @Test
    public void whatTheExplanationsNameExists() {
        Set<String> known = new TreeSet<>(parameters());
        Stream.of(AcSource.values()).map(Enum::name).forEach(known::add);

        List<String> named = troubleshooting.table("Troubleshooting", "Status text begins", "What to do").stream()
                .flatMap(row -> matches("`(\\w+)`", row.get(1))).map(match -> match.group(1)).toList();
        assertThat(named, everyItem(is(in(known))));
    }

    @Test
    public void channelsThatTheTextNamesExist() {
        Set<String> known = channels();

        List<String> named = readme.prose().stream().flatMap(line -> matches("`([a-z-]+#[a-z-]+)`", line))
                .map(match -> match.group(1)).toList();
        assertThat(named, is(not(empty())));
        assertThat(named, everyItem(is(in(known))));
    }

    @ParameterizedTest
    @CsvSource({ "yaml", "java" })
    public void channelsInTheExamplesExist(String language) {
        List<MatchResult> links = code(language, pages).flatMap(line -> CHANNEL.matcher(line).results()).toList();

        assertThat(links, is(not(empty())));
        for (MatchResult link : links) {
            assertThat(link.group(1), is("inverter"));
            assertThat(link.group(2), is(in(channels())));
        }
    }

    @ParameterizedTest
    @CsvSource({ "yaml", "java" })
    public void thingTypesInTheExamplesExist(String language) {
        List<String> types = code(language, pages)
                .flatMap(line -> matches("selectronic:(\\w+):|\\bThing (\\w+) ", line))
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1)).distinct().toList();

        assertThat(types, containsInAnyOrder(Definitions.thingTypes().stream().map(XmlElement::id).toArray()));
    }

    @Test
    public void parametersInTheExamplesExist() {
        List<String> inDsl = code("java", pages).filter(line -> line.contains(" [ "))
                .flatMap(line -> matches("(\\w+)=", line)).map(match -> match.group(1)).toList();
        List<String> inYaml = new ArrayList<>();
        boolean config = false;
        for (String line : code("yaml", pages).toList()) {
            config = "    config:".equals(line) || config && line.startsWith("      ");
            if (config && !"    config:".equals(line)) {
                inYaml.add(line.strip().replaceAll(":.*", ""));
            }
        }

        assertThat(inDsl, is(not(empty())));
        assertThat(inDsl, everyItem(is(in(parameters()))));
        assertThat(inYaml, containsInAnyOrder(inDsl.toArray()));
    }

    @Test
    public void itemsInTheDslExampleHaveTheTypeAndUnitOfTheirChannel() {
        List<String> items = code("java", pages).filter(line -> line.contains("channel=")).toList();

        assertThat(items, is(not(empty())));
        for (String item : items) {
            Quantity quantity = quantity(item);
            String unit = quantity.form().unit();
            assertThat(item, startsWith(quantity.form().itemType() + " SpPro_"));
            assertThat(item, matches("unit=\"(.+?)\"", item).map(match -> match.group(1)).findFirst(),
                    is(Optional.ofNullable(unit)));
        }
    }

    @Test
    public void itemsInTheYamlExampleHaveTheTypeAndUnitOfTheirChannel() {
        List<String> items = List.of(String.join("\n", code("yaml", pages).toList()).split("\n  (?=\\w+:\n)")).stream()
                .filter(block -> block.contains("    channel: ")).toList();

        assertThat(items, is(not(empty())));
        for (String item : items) {
            Quantity quantity = quantity(item);
            String dimension = value(item, "dimension").map(name -> ":" + name).orElse("");
            assertThat(item, value(item, "type").orElseThrow() + dimension, is(quantity.form().itemType()));
            assertThat(item, value(item, "unit"), is(Optional.ofNullable(quantity.form().unit())));
        }
    }

    @Test
    public void codeNamesItsLanguage() {
        assertThat(readme.fences().stream().map(Readme.Fence::language).toList(),
                everyItem(is(in(List.of("shell", "text", "yaml", "java")))));
    }

    @Test
    public void thereIsOneSentencePerLine() {
        Pattern two = Pattern.compile("[^.][.!?] \\p{Lu}");

        assertThat(readme.prose().stream().map(line -> line.replaceFirst("^(\\d+\\.|-) ", ""))
                .filter(line -> two.matcher(line).find()).toList(), is(empty()));
    }

    @Test
    public void thereIsABlankLineAroundHeadings() {
        List<String> headings = readme.headings();
        for (int at = 1; at < readme.lines().size() - 1; at++) {
            if (headings.contains(readme.lines().get(at))) {
                assertThat(readme.lines().get(at), readme.lines().get(at - 1) + readme.lines().get(at + 1), is(""));
            }
        }
    }

    @Test
    public void picturesAreSmallAndInTheirFolder() throws IOException {
        List<String> pictures = readme.prose().stream().flatMap(line -> matches("!\\[.+?]\\((.+?)\\)", line))
                .map(match -> match.group(1)).toList();

        assertThat(pictures, is(not(empty())));
        for (String picture : pictures) {
            assertThat(picture, startsWith("doc/"));
            assertThat(picture, (int) Files.size(Path.of(picture)),
                    is(lessThan(picture.endsWith(".png") ? LARGEST_SCREENSHOT : LARGEST_PICTURE)));
        }
    }

    private static Stream<String> code(String language, List<Readme> pages) {
        return pages.stream().flatMap(page -> page.code(language).stream());
    }

    private static List<String> row(XmlElement parameter) {
        String type = parameter.attribute("type").orElseThrow();
        String limits = parameter.attribute("min").map(min -> " (" + min + " to "
                + parameter.attribute("max").orElseThrow()
                + parameter.attribute("unit").or(() -> parameter.text("unitLabel")).map(unit -> " " + unit).orElse("")
                + ")").orElse("");
        return List.of(code(parameter.attribute("name").orElseThrow()), type + limits,
                parameter.text("description").orElseThrow(),
                parameter.text("default").map(ReadmeTest::code).orElseGet(() -> ""),
                parameter.attribute("required").isPresent() ? "yes" : "no",
                parameter.text("advanced").isPresent() ? "yes" : "no");
    }

    /** The first sentence, with a sign in place of what differs from case to case. */
    private static String whatIsWrong(String text) {
        return text.replaceFirst("(?<=\\.) (?=\\p{Lu}).*", "").replaceAll("\\{\\d}", "…").replace("''", "'");
    }

    private static String description(XmlElement groupType, String channel) {
        return Definitions.withId(Definitions.channels(groupType), channel).text("description").orElseThrow();
    }

    private static Set<String> channels() {
        return Stream.concat(Stream.of(Quantity.values()).map(Quantity::channelId),
                Stream.of(Trigger.values()).map(Trigger::channelId)).collect(Collectors.toSet());
    }

    private static Set<String> parameters() {
        return Definitions.configDescriptions().stream()
                .flatMap(description -> description.children("parameter").stream())
                .map(parameter -> parameter.attribute("name").orElseThrow()).collect(Collectors.toSet());
    }

    private static Quantity quantity(String item) {
        String channel = CHANNEL.matcher(item).results().map(link -> link.group(2)).findFirst().orElseThrow();
        return Stream.of(Quantity.values()).filter(quantity -> quantity.channelId().equals(channel)).findFirst()
                .orElseThrow();
    }

    private static Optional<String> value(String yaml, String key) {
        return matches("\n    " + key + ": \"?(.+?)\"?(\n|$)", yaml).map(match -> match.group(1)).findFirst();
    }

    private static Stream<MatchResult> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results();
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
