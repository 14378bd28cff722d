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
package org.openhab.binding.selectronic.internal.splink.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * What public clients of the native protocol know of its registers, with their names and their formulas. Nothing here
 * is taken from the binding.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PublicRegisters {
    private static final Path FOLDER = Path.of("src/test/resources/splink");
    private static final String UNKNOWN = "unknown";
    private static final Map<String, Map<Integer, String>> CODES = readCodes();

    private PublicRegisters() {
    }

    /**
     * A register.
     *
     * @param sign {@code neg} where the sign of the binding is the opposite, {@code abs} where only the magnitude
     *            counts
     */
    record PublicRegister(String name, int address, String type, String formula, String sign, int since,
            boolean isWritten, String confidence) {
        /** Returns the value as a number, or as a text. */
        Object value(int[] words, int[] factors, int cells) {
            if (!type.startsWith("s") && Arrays.stream(words).allMatch(word -> word == 0xFFFF)) {
                return UNKNOWN;
            }
            Object text = text(words);
            if (text != null) {
                return text;
            }
            long low = words[0];
            long raw = type.endsWith("32") ? low + 65_536L * words[1] : low;
            long full = type.endsWith("32") ? 4_294_967_296L : 65_536;
            boolean signed = type.startsWith("s");
            if (raw == (signed ? full / 2 : full) - 1) {
                return UNKNOWN;
            }
            long number = signed && raw >= full / 2 ? raw - full : raw;
            long magnitude = raw >= full / 2 ? full - raw : raw;
            return number("neg".equals(sign) ? -number : "abs".equals(sign) ? magnitude : number, factors, cells);
        }

        private @Nullable Object text(int[] words) {
            int word = words[0];
            if ("=alert_event".equals(formula)) {
                return Arrays.stream(words).filter(code -> code != 0 && code != 0xFFFF).boxed().distinct().toList()
                        .toString();
            } else if ("=schedule".equals(formula) && word > 255) {
                return "alternate";
            } else if (formula.startsWith("=")) {
                int code = "=model".equals(formula) ? word % 256 : word;
                String list = formula.substring(1);
                return Objects.requireNonNull(CODES.get(list)).getOrDefault(code, Integer.toString(code));
            } else if (formula.startsWith("bitmap")) {
                List<String> bits = new ArrayList<>();
                for (int bit = 0; bit < 16; bit++) {
                    if ((word & 1 << bit) != 0) {
                        bits.add("bitmap".equals(formula) ? Integer.toString(bit) : "?");
                    }
                }
                return bits;
            }
            return switch (formula) {
                case "time", "time_stop" -> timeOfDay(word, "24:00");
                case "time_1440_off" -> timeOfDay(word, "OFF");
                case "centi" -> String.format(Locale.ROOT, "%d.%02d", word / 100, word % 100);
                case "bytes" -> word / 256 + "." + word % 256;
                case "swapped" -> Long.toString(Integer
                        .toUnsignedLong(Integer.reverseBytes(Short.toUnsignedInt((short) words[1]) << 16 | word)));
                case "serials" -> serials(words);
                case "bcd_time" -> date("2000-01-01T", "%04x", word, "(..)(..)", "$1:$2", 11);
                case "bcd_date" -> words[1] > 0xFF
                        ? date("", "%04x%04x", word | (long) words[1] << 16, "(....)(..)(..)", "$1-$3-$2", 0)
                        : date("", "%04x%04x", word | (0x2000L + words[1]) << 16, "(....)(..)(..)", "$1-$2-$3", 0);
                case "bcd" -> clock(words);
                default -> "CommonScaleForAcVolts".equals(name)
                        ? Arrays.stream(words).mapToObj(Integer::toString).collect(Collectors.joining(" "))
                        : null;
            };
        }

        private static String timeOfDay(int minutes, String end) {
            return minutes > 1440 ? UNKNOWN
                    : minutes == 1440 ? end : String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
        }

        private static String serials(int[] words) {
            List<String> numbers = new ArrayList<>();
            for (int at = 0; at < words.length; at += 2) {
                long number = words[at] + 65_536L * words[at + 1];
                if (number != 0) {
                    numbers.add(Long.toString(number));
                }
            }
            return String.join(" ", numbers);
        }

        /** Reads decimal digits as a date or a time, if there is such a one. */
        private static String date(String before, String digits, long word, String pattern, String form, int from) {
            String text = before
                    + String.format(Locale.ROOT, digits, digits.length() > 4 ? word >> 16 : word, word & 0xFFFF)
                            .replaceFirst(pattern, form);
            try {
                return LocalDateTime.parse(text + (before.isEmpty() ? "T00:00" : "")).toString().substring(from,
                        before.isEmpty() ? 10 : 16);
            } catch (java.time.format.DateTimeParseException e) {
                return UNKNOWN;
            }
        }

        private static String clock(int[] words) {
            String digits = Arrays.stream(words).mapToObj(word -> String.format(Locale.ROOT, "%02x", word & 0xFF))
                    .collect(Collectors.joining(" "));
            String[] each = digits.split(" ");
            int month = Integer.parseInt(each[6], 16);
            try {
                return LocalDateTime.parse(String.format(Locale.ROOT, "2%d%s-%02x-%sT%s:%s:%s.%s", month / 0x80,
                        each[7], month % 0x80, each[5], each[3], each[2], each[1], each[0])).toString();
            } catch (java.time.format.DateTimeParseException e) {
                return UNKNOWN;
            }
        }

        private Object number(long raw, int[] factors, int cells) {
            for (int factor = 0; factor < factors.length; factor++) {
                boolean missing = factors[factor] == 0 || factors[factor] == 0xFFFF;
                if (missing && factors().contains("VIDCT".substring(factor, factor + 1))) {
                    return UNKNOWN;
                }
            }
            double vac = factors[0];
            double iac = factors[1];
            double vdc = factors[2];
            double idc = factors[3];
            return switch (formula) {
                case "ac_v" -> raw * vac / 327680;
                case "ac_a" -> raw * iac / 327680;
                case "ac_w16" -> raw * vac * iac / 3276800;
                case "ac_w32" -> raw * vac * iac / 26214400;
                case "ac_wh" -> raw * 24 * vac * iac / 3276800 / 1000;
                case "dc_v" -> raw * vdc / 327680;
                case "dc_v_coupled" -> raw * vdc / 81920;
                case "dc_a" -> raw * idc / 327680;
                case "dc_w" -> raw * vdc * idc / 3276800;
                case "dc_wh" -> raw * 24 * vdc * idc / 3276800 / 1000;
                case "temp" -> raw * (double) factors[4] / 32768;
                case "pct256" -> raw / 256.0;
                case "minutes", "minutes_to_h" -> raw / 60.0;
                case "index2048" -> raw / 2048.0;
                case "pct14" -> raw * 100.0 / 16384;
                case "centi_hz", "power_or_amps" -> raw / 100.0;
                case "deci", "negated_deci" -> raw / 10.0;
                case "deca_w" -> raw * 10.0;
                case "milli", "milli_32" -> raw / 1000.0;
                case "ct_x5" -> raw * 5.0;
                case "div15" -> raw / 15.0;
                case "offset10000" -> raw - 10000.0;
                case "temp_coeff" -> (raw - 10000) / 1000.0;
                case "deci_off100" -> raw / 10.0 - 100;
                case "dc_cell_mv" -> cells == 0 ? UNKNOWN : raw * cells / 1000.0;
                case "raw", "int", "negated_int" -> (double) raw;
                default -> throw new IllegalStateException(formula);
            };
        }

        /** The factors that the formula needs: AC volts and current, DC volts and current, temperature. */
        private String factors() {
            return switch (formula) {
                case "ac_v" -> "V";
                case "ac_a" -> "I";
                case "ac_w16", "ac_w32", "ac_wh" -> "VI";
                case "dc_v", "dc_v_coupled" -> "D";
                case "dc_a" -> "C";
                case "dc_w", "dc_wh" -> "DC";
                case "temp" -> "T";
                default -> "";
            };
        }

        /** Whether the value of the binding is the expected one; the words of codes are its own. */
        boolean isSame(Object expected, @Nullable Value value) {
            if (expected instanceof Double number) {
                return value instanceof Value.Numeric numeric
                        && Math.abs(numeric.number() - number) <= 1e-9 + 1e-12 * Math.abs(number);
            } else if (value == null || value == Value.UNKNOWN || expected.equals(UNKNOWN)) {
                return value == Value.UNKNOWN && expected.equals(UNKNOWN);
            } else if (expected instanceof List<?> bits) {
                String text = value.toString();
                return "bitmap".equals(formula)
                        ? text.equals(bits.stream().map(Object::toString).collect(Collectors.joining(" ")))
                        : (text.isEmpty() ? 0 : text.split(" ").length) == bits.size();
            } else if (formula.startsWith("=") && !"=alert_event".equals(formula)) {
                boolean isNumber = value.toString().equals(expected.toString());
                return isNumber || !expected.toString().matches("\\d+")
                        || formula.matches("=(baud|soft_battery|" + "digital_input|schedule)");
            }
            return value.toString().equals(expected.toString());
        }
    }

    static Map<Integer, PublicRegister> byAddress() {
        return lines("public-registers.csv").map(line -> line.split(",", -1))
                .map(row -> new PublicRegister(row[0], Integer.parseInt(row[1], 16), row[2], row[3], row[4],
                        row[5].isEmpty() ? 0 : Integer.parseInt(row[5]), row[6].equals("w"), row[7]))
                .collect(Collectors.toMap(PublicRegister::address, each -> each));
    }

    /** The words of all codes, by the name of their list. */
    static Map<String, Map<Integer, String>> codes() {
        return CODES;
    }

    private static Map<String, Map<Integer, String>> readCodes() {
        return lines("public-codes.csv").map(line -> line.split(",")).collect(Collectors.groupingBy(row -> row[0],
                TreeMap::new, Collectors.toMap(row -> Integer.valueOf(row[1]), row -> row[2])));
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
