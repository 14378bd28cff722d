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
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.splink.memory.Conversion;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;
import org.openhab.binding.selectronic.internal.splink.memory.ScaleFactors;

/**
 * Works out the examples on the page about the interfaces by what that page says, without the code of the binding; and
 * the formulas with it as well.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class ProtocolExamplesTest {
    private static final int HEADER = 8;
    private static final Pattern DIGITS_BEHIND = Pattern.compile(" +[0-9a-f ]+");
    private static final Pattern VECTOR = Pattern.compile("\\| `(.+?)` +\\| `([0-9a-f]{32})` \\| `([0-9a-f]{32})` \\|");
    private static final Map<String, Integer> A = Map.of("VAC", 5300, "IAC", 2200, "VDC", 1050, "IDC", 12_000, "T", 530,
            "cells", 24);
    private static final Map<String, Integer> B = Map.of("VAC", 5300, "IAC", 2934, "VDC", 1050, "IDC", 16_000, "T", 530,
            "cells", 24);
    private static final LocalDateTime FIRST_SECOND = LocalDateTime.of(2001, 1, 1, 0, 0);

    private final Readme page = new Readme(Path.of("doc/protocol.md"));

    @Test
    void framesHaveTheLengthAndTheCrcThatThePageReports() {
        List<byte[]> frames = frames();

        assertThat(frames.size(), is(greaterThan(20)));
        for (byte[] frame : frames) {
            String hex = HexFormat.of().formatHex(frame);
            assertThat(hex, crc(frame, 0, HEADER - 2), is(word(frame, HEADER - 2)));
            if (frame.length > HEADER) {
                assertThat(hex, frame.length, is(HEADER + 2 * ((frame[1] & 0xFF) + 1) + 2));
                assertThat(hex, crc(frame, HEADER, frame.length - 2), is(word(frame, frame.length - 2)));
                assertThat(hex, crc(frame, 0, frame.length - 2), is(word(frame, frame.length - 2)));
            }
        }
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(page.prose().contains(String.format(Locale.ROOT, "The CRC of the text `123456789` is `0x%X`.",
                crc(digits, 0, digits.length))), is(true));
    }

    @Test
    void questionsAndAnswersTakeTurnsAndBelongTogether() {
        List<byte[]> frames = frames();

        assertThat(frames.size() % 2, is(0));
        for (int at = 0; at < frames.size(); at += 2) {
            byte[] question = frames.get(at);
            boolean write = question[0] == 'W';
            byte[] repeated = Arrays.copyOf(frames.get(at + 1), write ? question.length : HEADER);
            assertThat(HexFormat.of().formatHex(repeated), is(HexFormat.of().formatHex(question)));
            assertThat(question.length == HEADER, is(!write));
        }
    }

    @Test
    void loginsAreProvenByTheDigest() throws GeneralSecurityException {
        List<List<String>> rows = page.lines().stream().map(VECTOR::matcher).filter(row -> row.matches())
                .map(row -> List.of(row.group(1), row.group(2), row.group(3))).toList();

        assertThat(rows.size(), is(2));
        for (List<String> row : rows) {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(HexFormat.of().parseHex(row.get(1)));
            byte[] digest = md5.digest(String.format("%-32s", row.get(0)).getBytes(StandardCharsets.US_ASCII));
            StringBuilder swapped = new StringBuilder();
            for (int at = 0; at < digest.length; at += 2) {
                swapped.append(String.format("%02x%02x", digest[at + 1], digest[at]));
            }
            assertThat(row.get(0), swapped.toString(), is(row.get(2)));
        }
        List<String> wire = frames().stream().map(HexFormat.of()::formatHex).toList();
        assertThat(wire.stream().filter(frame -> frame.startsWith("570700001f00357a" + rows.get(0).get(2))).count(),
                is(2L));
        assertThat(wire.stream().filter(frame -> frame.startsWith("510700001f00cf62" + rows.get(0).get(1))).count(),
                is(1L));
    }

    @Test
    void formulasGiveTheirExamplesAndAreThoseOfTheBinding() {
        ScaleFactors a = new ScaleFactors(5300, 2200, 1050, 12_000, 530, 24);
        ScaleFactors b = new ScaleFactors(5300, 2934, 1050, 16_000, 530, 24);
        List<List<String>> rows = formulas();

        assertThat(rows.stream().map(row -> Conversion.valueOf(code(row.get(0)))).sorted().toList(),
                is(List.of(Conversion.values())));
        for (List<String> row : rows) {
            Conversion conversion = Conversion.valueOf(code(row.get(0)));
            long raw = Long.parseLong(row.get(3));
            Registers.of(33, 51).stream().filter(each -> each.conversion() == conversion && !row.get(2).isEmpty())
                    .forEach(each -> assertThat(each.name(), each.unit().replace("var", "W"), is(row.get(2))));
            assertThat(row.get(0), digits(4, worth(row, raw, A)), is(row.get(4)));
            assertThat(row.get(0), digits(4, worth(row, raw, B)), is(row.get(5)));
            assertThat(row.get(0), Value.of(conversion.number(raw, a)), is(Value.of(worth(row, raw, A))));
            assertThat(row.get(0), Value.of(conversion.number(raw, b)), is(Value.of(worth(row, raw, B))));
        }
    }

    @Test
    void theEventRecordHoldsWhatItsTableReports() {
        byte[] frame = frames().stream().filter(each -> each.length == HEADER + 2 * 36 + 2).findFirst().orElseThrow();
        List<List<String>> rows = page.table("Event Record", "Words", "Type", "Conversion", "What", "Here", "Source",
                "Confidence");

        assertThat(rows.size(), is(greaterThan(10)));
        for (List<String> row : rows) {
            int words = code(row.get(1)).endsWith("32") ? 2 : 1;
            int[] ends = Stream.of(row.get(0).split(", |-")).mapToInt(Integer::parseInt).toArray();
            List<String> worth = new ArrayList<>();
            for (int word = ends[0]; word <= ends[ends.length - 1]; word += words) {
                worth.add(reported(row, number(frame, word, code(row.get(1)))));
            }
            assertThat(row.get(3), String.join(" ", worth), is(row.get(4)));
        }
    }

    private String reported(List<String> row, long raw) {
        if (row.get(3).equals("time")) {
            return FIRST_SECOND.plusSeconds(raw).toString();
        }
        String conversion = row.get(2);
        List<String> formula = formulas().stream().filter(each -> each.get(0).equals(conversion)).findFirst()
                .orElseThrow();
        return digits("`PLAIN`".equals(conversion) ? 0 : 3, worth(formula, raw, A));
    }

    private List<List<String>> formulas() {
        return page.table("Formulas", "Conversion", "Worth", "Unit", "raw", "Unit A", "Unit B", "Source", "Confidence");
    }

    /** The worth as the formula in the row says it: a number, then signs and numbers by turns. */
    private static double worth(List<String> row, long raw, Map<String, Integer> factors) {
        List<String> signs = List.of(code(row.get(1)).split(" "));
        double worth = raw;
        for (int at = 1; at < signs.size(); at += 2) {
            String name = signs.get(at + 1);
            double number = factors.containsKey(name) ? Objects.requireNonNull(factors.get(name))
                    : Double.parseDouble(name);
            worth = switch (signs.get(at)) {
                case "/" -> worth / number;
                case "-" -> worth - number;
                default -> worth * number;
            };
        }
        return worth;
    }

    private static long number(byte[] frame, int word, String form) {
        int low = word(frame, HEADER + 2 * word);
        int both = form.endsWith("32") ? low | word(frame, HEADER + 2 * word + 2) << 16 : low;
        return switch (form) {
            case "U16" -> low;
            case "S16" -> (short) low;
            case "U32" -> both & 0xFFFF_FFFFL;
            case "S32" -> both;
            default -> throw new IllegalStateException(form);
        };
    }

    /** The lines of code that begin with a bracket and a digit, with the lines of digits that go on behind them. */
    private List<byte[]> frames() {
        List<String> frames = new ArrayList<>();
        for (Readme.Fence fence : page.fences()) {
            boolean within = false;
            for (String line : fence.lines()) {
                boolean behind = within && DIGITS_BEHIND.matcher(line).matches();
                if (behind) {
                    frames.add(frames.remove(frames.size() - 1) + line);
                }
                within = behind || line.matches("[<>] [0-9].*");
                if (within && !behind) {
                    frames.add(line.substring(2));
                }
            }
        }
        return frames.stream().map(frame -> HexFormat.of().parseHex(frame.replace(" ", ""))).toList();
    }

    /** Bit by bit, as the page describes it. */
    private static int crc(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int at = from; at < to; at++) {
            crc ^= bytes[at] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0x8408;
            }
        }
        return crc;
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private static String digits(int digits, double number) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    private static String code(String cell) {
        return cell.replace("`", "");
    }
}
