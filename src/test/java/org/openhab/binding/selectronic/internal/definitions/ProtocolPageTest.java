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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sign;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.splink.log.LogKind;
import org.openhab.binding.selectronic.internal.splink.memory.LiveDecoder;
import org.openhab.binding.selectronic.internal.splink.memory.LivePlan;
import org.openhab.binding.selectronic.internal.splink.memory.RangePlanner;
import org.openhab.binding.selectronic.internal.splink.memory.ReadCost;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;
import org.openhab.binding.selectronic.internal.splink.memory.ShuntName;
import org.openhab.binding.selectronic.internal.splink.memory.UnitSetup;
import org.openhab.binding.selectronic.internal.splink.wire.WordRange;
import org.openhab.binding.selectronic.internal.splink.wire.Words;

/**
 * Tests that the page about the interfaces tells what the binding does.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ProtocolPageTest {
    private static final int NEWEST_MAP = 50, PRESENT_MAP = 33;
    /** The same headers that the figures of the README count. */
    private static final List<WordRange> LOG_HEADERS = LogKind.followed();
    private static final Path SOURCES = Path.of("src/main/java/org/openhab/binding/selectronic/internal");

    private final Readme page = new Readme(Path.of("doc/protocol.md"));

    @Test
    public void linksLeadToHeadingsAndEachHeadingIsInTheContents() {
        List<String> here = matches("\\]\\(#(.+?)\\)", page.lines()).map(match -> match.group(1)).toList();
        List<String> there = matches("\\]\\(\\.\\./README\\.md#(.+?)\\)", page.lines()).map(match -> match.group(1))
                .toList();

        assertThat(here, everyItem(is(in(anchors(page)))));
        assertThat(anchors(page).subList(1, anchors(page).size()), everyItem(is(in(here))));
        assertThat(there, everyItem(is(in(anchors(new Readme())))));
        assertThat(String.join("\n", new Readme().lines()).contains("](doc/protocol.md)"), is(true));
    }

    @Test
    public void classesThatItNamesExist() {
        List<String> named = matches("`([a-z]+(?:\\.[a-z]+)?)\\.([A-Z]\\w+)`", page.lines())
                .map(match -> match.group(1).replace('.', '/') + "/" + match.group(2)).distinct().toList();

        assertThat(named.size(), is(greaterThan(20)));
        assertThat(named.stream().filter(name -> !Files.exists(SOURCES.resolve(name + ".java"))).toList(),
                is(List.of()));
    }

    @Test
    public void failuresThatItNamesExist() {
        List<String> problems = Stream.of(Problem.values()).map(Problem::name).toList();
        List<String> rows = page
                .table("Failure Reactions", "Event", "Reaction", "Text for the owner (`source.Problem`)").stream()
                .map(row -> row.get(2)).toList();

        List<String> named = matches("`([A-Z]+(?:_[A-Z]+)+)`", rows).map(match -> match.group(1)).toList();
        assertThat(named, hasItem("PASSWORD_REFUSED"));
        assertThat(named, everyItem(is(in(problems))));
    }

    @Test
    public void registersThatMovedAreThoseOfTheTable() {
        Map<String, List<Register>> places = IntStream.range(0, NEWEST_MAP).boxed()
                .flatMap(map -> Registers.of(map, NEWEST_MAP).stream()).distinct()
                .collect(Collectors.groupingBy(Register::name, LinkedHashMap::new, Collectors.toList()));
        List<String> expected = places.values().stream().filter(each -> each.size() > 1)
                .map(each -> code(each.get(0)) + each.stream().skip(1)
                        .map(place -> place(place) + " from " + place.since()).collect(Collectors.joining(", ")))
                .toList();

        List<String> rows = page
                .table("Registers", "Register", "First address", "Newer address", "Source", "Confidence").stream()
                .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2)).toList();
        assertThat(rows, containsInAnyOrder(expected.toArray()));
    }

    private static String code(Register register) {
        return "`" + register.name() + "` " + place(register) + " ";
    }

    private static String place(Register register) {
        return String.format(Locale.ROOT, "`0x%04X`", register.range().address());
    }

    @Test
    public void setupRegistersAreThoseThatAreReadFirst() {
        List<List<String>> rows = page.table("Setup Registers", "Register", "Address", "Type", "Meaning", "Source",
                "Confidence");

        assertThat(rows.stream().map(row -> Registers.named(code(row.get(0))).range()).toList(),
                containsInAnyOrder(UnitSetup.WANTED.toArray()));
        for (List<String> row : rows) {
            Register register = Registers.named(code(row.get(0)));
            assertThat(reported(row, row.get(2), "`PLAIN`"), is(form(register)));
        }
    }

    @Test
    public void membersAreThoseOfTheTable() {
        List<String> expected = Stream.of(Quantity.values()).flatMap(quantity -> member(quantity).map(
                member -> "`" + member.name() + "` " + taken(member.negated()) + " `" + quantity.channelId() + "`"))
                .toList();

        List<String> rows = page
                .table("Members", "Member", "Unit", "Taken", "Channel", "Register of the unit", "Confidence").stream()
                .map(row -> row.get(0) + " " + row.get(2) + " " + row.get(3)).toList();
        assertThat(rows, containsInAnyOrder(expected.toArray()));
    }

    /** What the page says of a register's sign, against what becomes of a positive number in it. */
    @Test
    public void signsAreThoseThatAreApplied() {
        List<String> expected = Stream.of(Quantity.values())
                .filter(quantity -> quantity.sign() != Sign.NONE && !registersOf(quantity).isEmpty())
                .map(quantity -> quantity.channelId() + " " + quantity.sign().name().toLowerCase(Locale.ROOT) + " "
                        + taken(decoded(quantity) < 0) + " "
                        + member(quantity).map(member -> taken(member.negated())).findFirst().orElse(""))
                .toList();

        List<String> rows = page
                .table("Signs", "Channel", "Positive here", "The register is", "Positive in the unit", "The gateway is",
                        "Evidence")
                .stream().map(row -> code(row.get(0)) + " " + row.get(1) + " " + row.get(2) + " " + row.get(4))
                .toList();
        assertThat(rows, everyItem(is(in(expected))));
        assertThat("signs differ", rows.size(), is(greaterThan(8)));
    }

    @Test
    public void readsAreThoseOfThePlan() {
        RangePlanner planner = new RangePlanner(ReadCost.serial(57_600));
        List<WordRange> plan = LivePlan.of(setup(PRESENT_MAP), planner, LOG_HEADERS);
        int bare = bytes(LivePlan.of(setup(PRESENT_MAP), planner, List.of()));

        List<WordRange> rows = matches("^\\| `0x(....)` +\\| (\\d+) +\\|", page.lines())
                .map(row -> new WordRange(Integer.parseInt(row.group(1), 16), Integer.parseInt(row.group(2)))).toList();
        assertThat(rows, is(plan));
        String text = String.join("\n", page.prose());
        assertThat(text.contains(bytes(plan) + " bytes for each poll"), is(true));
        assertThat(text.contains(" reads and " + bare + " bytes"), is(true));
    }

    private static String reported(List<String> row, String form, String kind) {
        return String.join(" ", row.get(0), row.get(1), form, kind);
    }

    private static String form(Register register) {
        int address = register.range().address();
        return String.format(Locale.ROOT, "`%s` `0x%04X` (%d) `%s` `%s`", register.name(), address, address,
                register.type(), register.conversion());
    }

    private static List<Register> registersOf(Quantity quantity) {
        return quantity.origin(ConnectionType.SERIAL).orElse(null) instanceof Origin.Registers registers
                ? registers.names().stream().map(Registers::named).toList()
                : List.of();
    }

    private static Stream<Origin.Member> member(Quantity quantity) {
        return quantity.origin(ConnectionType.GATEWAY).filter(Origin.Member.class::isInstance)
                .map(Origin.Member.class::cast).stream();
    }

    private static double decoded(Quantity quantity) {
        List<Words> words = registersOf(quantity).stream().map(Register::range)
                .map(range -> new Words(range.address(), range.words() == 1 ? new int[] { 100 } : new int[] { 100, 0 }))
                .toList();
        Value value = new LiveDecoder(setup(0, shunt(quantity))).decode(words).get(quantity);
        return value instanceof Value.Numeric numeric ? numeric.number() : Double.NaN;
    }

    /** A name of both shunts under which they supply a quantity. */
    private static ShuntName shunt(Quantity quantity) {
        return switch (quantity) {
            case OTHER_DC_SOURCES_POWER -> ShuntName.WIND;
            case DC_LOADS_POWER -> ShuntName.LOAD;
            default -> ShuntName.SOLAR;
        };
    }

    private static UnitSetup setup(int mapVersion) {
        return setup(mapVersion, ShuntName.SOLAR);
    }

    private static UnitSetup setup(int mapVersion, ShuntName shunts) {
        return new UnitSetup(Identity.NONE, mapVersion, 51, new ScaleFactors(5300, 2200, 1050, 12_000, 530),
                shunts.ordinal(), shunts.ordinal(), new UnitSetup.LogSettings(3, 3, 5, 15));
    }

    private static int bytes(List<WordRange> reads) {
        return reads.stream().mapToInt(read -> 18 + 2 * read.words()).sum();
    }

    private static String taken(boolean negated) {
        return negated ? "negated" : "as is";
    }

    private static String code(String cell) {
        return cell.replace("`", "");
    }

    private static List<String> anchors(Readme page) {
        return page.headings().stream().map(heading -> heading.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "").replace(' ', '-')).collect(Collectors.toList());
    }

    private static Stream<MatchResult> matches(String pattern, List<String> lines) {
        return lines.stream().flatMap(line -> Pattern.compile(pattern).matcher(line).results());
    }
}
