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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Origin;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.splink.memory.LogColumns;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;

/**
 * Tests that the page about what public programs read and where openHAB shows it is complete. The page that it should
 * be is written to {@code target/coverage.md}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class CoverageTest {
    private static final Path PAGE = Path.of("doc/coverage.md");
    private static final Path FOLDER = Path.of("src/test/resources/splink");

    /** Why something is not shown, by what its name begins with or contains. The first that fits counts. */
    private static final Map<String, String> NOT = new LinkedHashMap<>();
    static {
        NOT.put("(?i).*(password|passcode).*", "it concerns a password or pass code");
        NOT.put(".*Sector(Start|End)\\d+", "it is where a log is stored; it is used to read the log");
        NOT.put(".*(Found(Start|End|Entries).*|SearchStatus)",
                "it is the answer to a search that a program has to write first; the binding reads the log itself");
        NOT.put("LoginStatus", "it is used to log in");
        NOT.put(".*Spare\\d", "nothing is stored there");
        NOT.put("(EnableScheduledReset|ScheduledResetTime|GetFirmwareCRC32|QuickErase.*)",
                "it belongs to commands of the vendor's service program, and only its name is known");
    }
    private static final String COMMAND = "it is written to command the inverter, and the binding only reads";

    private static final Map<String, String> LOG_COLUMNS = Map.of("C", "console `export` and `logs`", "H",
            "`history` channels, console `export` and `logs`", "S", "console `export`; used to decode the others", "E",
            "console `export`", "R", "console `export`, as a raw word, because its meaning is not certain");

    private static List<String[]> rows(String file, String separator) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream().filter(line -> !line.startsWith("#"))
                .map(line -> line.split(separator, -1)).toList();
    }

    private static int words(String type) {
        String[] parts = type.split("\\*");
        return (parts[0].endsWith("32") ? 2 : 1) * (parts.length > 1 ? Integer.parseInt(parts[1]) : 1);
    }

    /** Returns the register that has the word at an address. */
    private static Optional<Register> register(int address, int words) {
        return Registers.all().stream().filter(register -> address >= register.range().address()
                && address + Math.min(words, register.range().words()) <= register.range().end()).findFirst();
    }

    /** Returns the channels that show a register on native connections, by name of the register. */
    private static Map<String, String> channels() {
        Map<String, String> channels = new TreeMap<>();
        for (Quantity quantity : Quantity.values()) {
            if (quantity.origin(ConnectionType.SERIAL).orElse(null) instanceof Origin.Registers registers) {
                registers.names().forEach(name -> channels.merge(name, "`" + quantity.channelId() + "`",
                        (one, other) -> one + ", " + other));
            }
        }
        return channels;
    }

    private static String reason(String name, boolean written) {
        return NOT.entrySet().stream().filter(each -> name.matches(each.getKey())).map(Map.Entry::getValue).findFirst()
                .orElseGet(() -> written ? COMMAND : "");
    }

    private static String page() throws IOException {
        List<String> lines = new ArrayList<>(List.of("# Coverage", "",
                "What public programs are known to read of an SP PRO, and where openHAB shows it on a native connection.",
                "Names are those of these programs.",
                "A *register* is shown by a [register channel](registers.md) of that name and by the console commands `registers` and `settings`; a *channel* besides.",
                ""));
        Map<String, String> channels = channels();
        List<String> shown = new ArrayList<>();
        List<String> not = new ArrayList<>();
        for (String[] row : rows("public-registers.csv", ",")) {
            int address = Integer.parseInt(row[1], 16);
            String place = "| " + row[0] + " | `0x" + row[1].toUpperCase(Locale.ROOT) + "` | ";
            @Nullable
            Register register = register(address, words(row[2])).orElse(null);
            if (register == null) {
                not.add(place + "not, because " + reason(row[0], row[6].equals("w")) + " |");
            } else {
                String channel = channels.get(register.name());
                shown.add(place + "`" + register.name() + "` |" + (channel == null ? "" : " " + channel) + " |");
            }
        }
        lines.addAll(List.of("## Not Shown", "",
                not.size() + " of " + (not.size() + shown.size()) + " fields and settings are not shown:", "",
                "| Field | Address | Shown |", "| --- | --- | --- |"));
        lines.addAll(not);
        lines.addAll(List.of("", "## Changes of Settings", "",
                "The vendor's program ends each block of settings with a checksum, but at which address is not public.",
                "So all settings are read once a day and after each start, and compared.",
                "A largest charge current is not among the settings that public programs know; what the charger aims at now is the register `CHARGE_TARGET_CURRENT`.",
                "", "## Logs", "", "| Log | Format | Word | Column | Shown |", "| --- | --- | --- | --- | --- |"));
        for (String[] row : rows("public-log-columns.csv", ";")) {
            lines.add("| " + row[0] + " | " + row[1] + " | " + row[2] + " | " + row[3] + " | " + LOG_COLUMNS.get(row[4])
                    + " |");
        }
        Map<String, Long> events = Texts.english().byKey().keySet().stream()
                .filter(key -> key.matches("(alert|operation)\\.\\d+")).collect(
                        Collectors.groupingBy(key -> key.replaceAll("\\..*", ""), TreeMap::new, Collectors.counting()));
        lines.addAll(List.of("", "## Events", "",
                "Events of the two logs trigger `alerts#alert` and `alerts#operation` with their code, and are shown in words by `alerts#last-event` and the console command `logs`: "
                        + events.get("alert") + " alerts and " + events.get("operation")
                        + " operations have a text in both languages, any other code is shown as a number.",
                "", "## Registers", "", "| Field | Address | Register | Channel |", "| --- | --- | --- | --- |"));
        lines.addAll(shown);
        return String.join("\n", lines) + "\n";
    }

    @Test
    public void thePageIsThatOfTheTables() throws IOException {
        String page = page();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/coverage.md"), page);
        assertThat("doc/coverage.md differs from target/coverage.md", Files.readString(PAGE).equals(page), is(true));
    }

    @Test
    public void whatIsNotShownHasAReason() throws IOException {
        List<String> without = new ArrayList<>();
        int count = 0;
        for (String[] row : rows("public-registers.csv", ",")) {
            count++;
            if (register(Integer.parseInt(row[1], 16), words(row[2])).isEmpty()
                    && reason(row[0], row[6].equals("w")).isEmpty()) {
                without.add(row[0]);
            }
        }
        assertThat(without, is(empty()));
        assertThat(count, is(greaterThan(1390)));
    }

    /** What is said to be decoded is in the table of columns, at that word and with its width; a raw word is not. */
    @Test
    public void columnsThatAreDecodedAreInTheTable() throws IOException {
        for (String[] row : rows("public-log-columns.csv", ";")) {
            int[] words = Stream.of(row[2].split("-")).mapToInt(Integer::parseInt).toArray();
            int format = "<5".equals(row[1]) ? 4 : Integer.parseInt(row[1].replaceAll(".*-", ""));
            String log = row[0].startsWith("alert") ? "event" : row[0];
            List<String> columns = LogColumns.of(log, "event".equals(log) && format < 3 ? 0 : format).values().stream()
                    .filter(column -> column.range().address() - LogColumns.FLASH == words[0]
                            && column.range().words() == words[words.length - 1] - words[0] + 1)
                    .map(Register::name).toList();
            assertThat(String.join(";", row), columns, hasSize("R".equals(row[4]) || words[0] == 0 ? 0 : 1));
        }
    }

    /** What is measured is never left out: all of it is read-only and no password. */
    @Test
    public void eachLogColumnHasAPlace() throws IOException {
        List<String[]> columns = rows("public-log-columns.csv", ";");
        assertThat(columns.stream().filter(row -> !LOG_COLUMNS.containsKey(row[4])).toList(), is(empty()));
        assertThat(Stream.of("alert operational", "detailed", "daily")
                .filter(log -> columns.stream().noneMatch(row -> row[0].equals(log))).toList(), is(empty()));
    }
}
