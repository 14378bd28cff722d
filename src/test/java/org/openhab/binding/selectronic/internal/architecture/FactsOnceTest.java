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
package org.openhab.binding.selectronic.internal.architecture;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;

/**
 * Tests that facts about registers and units are in one place only.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class FactsOnceTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])(0x[0-9A-Fa-f_]+|[0-9_]{5,})[Ll]?(?![\\w.])");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    /** State of the log-in, log-out and password, log-in and its result: they belong to the frames. */
    private static final List<Integer> OF_THE_LOG_IN = List.of(0xA000, 0xA00D, 0xC200, 0x1F0000, 0x1F0010);
    private static final int NEWEST = 99;

    @Test
    public void addressesOfRegistersAreInTheTableOnly() throws IOException {
        TreeSet<Integer> table = IntStream.of(0, 20, 25, 28).boxed().flatMap(map -> Registers.of(map, NEWEST).stream())
                .map(register -> register.range().address()).collect(Collectors.toCollection(TreeSet::new));
        Map<Integer, List<String>> found = new TreeMap<>();
        for (Map.Entry<String, String> file : code().entrySet()) {
            for (MatchResult number : NUMBER.matcher(file.getValue()).results().toList()) {
                long value = Long.decode(number.group(1).replace("_", "").replaceFirst("^0+(?=[1-9])", ""));
                if (value < Integer.MAX_VALUE && (table.contains((int) value) || OF_THE_LOG_IN.contains((int) value))) {
                    Objects.requireNonNull(found.computeIfAbsent((int) value, each -> new ArrayList<>()))
                            .add(file.getKey());
                }
            }
        }
        assertThat(found.toString(), found.keySet(), is(new TreeSet<>(OF_THE_LOG_IN)));
        found.values().forEach(files -> assertThat(files.toString(), files.size(), is(1)));
    }

    /** The names of registers are in the rows of the quantities and where the setup of a unit is decoded. */
    @Test
    public void registersThatTheCodeNamesAreInTheTable() throws IOException {
        TreeSet<String> table = Registers.of(NEWEST, NEWEST).stream().map(Register::name)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> named = code().values().stream()
                .flatMap(code -> Pattern
                        .compile("(?:Registers\\.named|words|blocks\\.code|blocks\\.number|range)\\((\"[^)]*\")\\)")
                        .matcher(code).results())
                .flatMap(call -> TEXT.matcher(call.group(1)).results()).map(name -> name.group(1)).toList();
        assertThat(named.size(), is(greaterThan(50)));
        assertThat(named, everyItem(is(in(table))));
    }

    /**
     * Units of what an inverter measures are those of the channel forms and of the register dimensions, and the
     * publisher has openHAB's object for
     * each
     * symbol. Percent signs and seconds stand in other texts, too.
     */
    @Test
    public void unitsAreInTheChannelFormsOnly() throws IOException {
        TreeSet<String> units = new TreeSet<>();
        for (ChannelForm form : ChannelForm.values()) {
            String unit = form.unit();
            if (unit != null && !List.of("%", "s", "ms", "min", "h").contains(unit)) {
                units.add(unit);
            }
        }
        assertThat(units.size(), is(7));
        Map<String, String> found = new TreeMap<>();
        code().forEach((file, code) -> {
            String own = TEXT.matcher(code).results().map(text -> text.group(1).strip()).filter(units::contains)
                    .distinct().collect(Collectors.joining(" "));
            if (!own.isEmpty()) {
                found.put(file, own);
            }
        });
        assertThat(found.keySet(), is(new TreeSet<>(List.of("ChannelForm", "ChannelPublisher", "RegisterDimension"))));
    }

    private static Map<String, String> code() throws IOException {
        Map<String, String> code = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                code.put(file.getFileName().toString().replace(".java", ""),
                        COMMENT.matcher(Files.readString(file)).replaceAll(""));
            }
        }
        return code;
    }
}
