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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The outcomes as a matrix that people read: rows are troubles, columns set-ups and phases.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Matrix {
    private static final Path FOLDER = Path.of("target");
    private static final String NAME = Boolean.getBoolean("selectronic.matrix.http") ? "fault-matrix-http"
            : "fault-matrix";

    private final ExpectationTable table;
    private final boolean whole;
    private final Map<Cell, Outcome> outcomes = new LinkedHashMap<>();
    private final List<String> repeated = new ArrayList<>();

    /** A place in the matrix. */
    record Cell(String trouble, SetUp setUp, Phase phase) {
        String label() {
            return trouble + ", " + column();
        }

        String column() {
            return setUp.label() + " " + phase.label();
        }
    }

    /** @param whole whether every cell was tried */
    Matrix(ExpectationTable table, boolean whole) {
        this.table = table;
        this.whole = whole;
    }

    /** A cell that went wrong in company is tried again. */
    void again(Cell cell, Outcome first) {
        repeated.add("- " + cell.label() + ": " + String.join("; ", first.complaints()));
    }

    void put(Cell cell, Outcome outcome) {
        outcomes.put(cell, outcome);
    }

    void write() {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(NAME + ".txt"), plain());
            Files.writeString(FOLDER.resolve(NAME + ".md"), markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String summary() {
        long wrong = outcomes.values().stream().filter(outcome -> !outcome.complaints().isEmpty()).count();
        return "fault matrix: " + table.rows().size() + " troubles, " + outcomes.size() + " cells tried"
                + (whole ? "" : " of " + possible()) + ", " + wrong + " wrong, " + repeated.size() + " tried twice, "
                + impossible() + " that cannot be; see target/" + NAME + ".txt";
    }

    private long possible() {
        return cells().stream().filter(cell -> !isImpossible(cell)).count();
    }

    private long impossible() {
        return cells().stream().filter(this::isImpossible).count();
    }

    /** Each place of the matrix, row by row. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (String trouble : table.rows().keySet()) {
            for (SetUp setUp : SetUp.values()) {
                for (Phase phase : Phase.values()) {
                    cells.add(new Cell(trouble, setUp, phase));
                }
            }
        }
        return cells;
    }

    /** Why the trouble does not exist there, empty if it does. */
    String rule(Cell cell) {
        if (cell.phase == Phase.BACK_FILL && cell.setUp == SetUp.GATEWAY) {
            return "record";
        }
        if (cell.phase == Phase.DISPOSE && cell.trouble.equals(Trouble.NEVER_COMPLETES)) {
            return "never";
        }
        ExpectationTable.Row row = row(cell.trouble);
        Expected expected = row.cell(cell.setUp, cell.phase);
        // of what exists in one of both phases it can be disposed of
        boolean none = expected.isNone() && (cell.phase != Phase.DISPOSE || row.cell(cell.setUp, Phase.START).isNone());
        return none ? expected.about() : "";
    }

    boolean isImpossible(Cell cell) {
        return !rule(cell).isEmpty();
    }

    private ExpectationTable.Row row(String trouble) {
        ExpectationTable.Row row = table.rows().get(trouble);
        if (row == null) {
            throw new IllegalArgumentException("nothing is expected of " + trouble);
        }
        return row;
    }

    private String words(Cell cell) {
        String rule = rule(cell);
        @Nullable
        Outcome outcome = outcomes.get(cell);
        return !rule.isEmpty() ? "– " + rule : outcome == null ? "nightly" : outcome.cell();
    }

    /** Whether the law of freshness held in each cell of a row that was tried, and how far it was stretched. */
    private String freshness(String trouble, SetUp setUp) {
        List<Outcome> tried = outcomes
                .entrySet().stream().filter(entry -> entry.getKey().trouble.equals(trouble)
                        && entry.getKey().setUp == setUp && entry.getKey().phase != Phase.DISPOSE)
                .map(Map.Entry::getValue).toList();
        if (tried.isEmpty()) {
            return rule(new Cell(trouble, setUp, Phase.START)).isEmpty()
                    || rule(new Cell(trouble, setUp, Phase.STEADY)).isEmpty() ? "nightly" : "–";
        }
        Duration oldest = Objects.requireNonNull(
                tried.stream().map(Outcome::oldest).max(Comparator.naturalOrder()).orElse(Duration.ZERO));
        return (tried.stream().allMatch(Outcome::isFreshnessTrue) ? "yes" : "NO") + ", ONLINE up to "
                + Outcome.time(oldest);
    }

    private String foot() {
        StringBuilder foot = new StringBuilder();
        foot.append(
                "Cells: who shows which text, after how long; \"back\" is how long after the end of the trouble all")
                .append(" was well again, \"record\" how long after it what was recorded was whole. Times are virtual:")
                .append(" they count between polls, not what an answer takes.\n")
                .append("\"nightly\": not tried in this run, but by mvn verify -Dmatrix.whole=true -Dfuzz.rounds=1000000. The serial port was ")
                .append(SerialPlug.kind()).append(".\n\n");
        foot.append("Freshness kept true: the age that is told never lags behind the real one by more than its step,")
                .append(" values are told with their time, and the inverter is not ONLINE with values that are older")
                .append(" than what is tolerated and 10 s. The time is how old they were at most while it was.\n\n");
        foot.append("– record: this connection has no log\n");
        foot.append("– never: what never returns cannot be ended; PollerTest is about stopping meanwhile\n");
        table.rules().forEach((rule, why) -> foot.append("– ").append(rule).append(": ").append(why).append('\n'));
        foot.append("\nTexts that were shown, as an owner reads them in English:\n");
        Map<String, String> texts = new LinkedHashMap<>();
        outcomes.values().stream().filter(outcome -> !outcome.text().isEmpty())
                .forEach(outcome -> texts.putIfAbsent(outcome.shown(), outcome.text()));
        texts.forEach((shown, text) -> foot.append("- ").append(shown).append(": ").append(text).append('\n'));
        List<String> wrong = new ArrayList<>();
        outcomes.forEach((cell, outcome) -> {
            if (!outcome.complaints().isEmpty()) {
                wrong.add("- " + cell.label() + ": " + String.join("; ", outcome.complaints()));
            }
        });
        foot.append(repeated.isEmpty() ? ""
                : "\nTried again by themselves, after these complaints in company:\n" + String.join("\n", repeated)
                        + "\n");
        return foot.append(wrong.isEmpty() ? "" : "\nWrong:\n" + String.join("\n", wrong) + "\n").toString();
    }

    /** A block for each connection, so that lines fit a screen. */
    private String plain() {
        StringBuilder text = new StringBuilder(summary()).append("\n");
        for (SetUp setUp : SetUp.values()) {
            text.append("\n").append(setUp.name()).append("\n");
            List<List<String>> lines = new ArrayList<>();
            List<String> head = new ArrayList<>(List.of(""));
            for (Phase phase : Phase.values()) {
                head.add(phase.label());
            }
            head.add("freshness kept true");
            lines.add(head);
            for (String trouble : table.rows().keySet()) {
                List<String> line = new ArrayList<>(List.of(trouble));
                for (Phase phase : Phase.values()) {
                    line.add(words(new Cell(trouble, setUp, phase)));
                }
                line.add(freshness(trouble, setUp));
                lines.add(line);
            }
            int columns = lines.get(0).size();
            for (List<String> line : lines) {
                for (int n = 0; n < columns; n++) {
                    int at = n;
                    int width = lines.stream().mapToInt(other -> other.get(at).length()).max().orElseThrow();
                    text.append(line.get(n)).append(" ".repeat(width - line.get(n).length() + 2));
                }
                text.setLength(text.toString().stripTrailing().length());
                text.append('\n');
            }
        }
        return text.append('\n').append(foot()).toString();
    }

    private String markdown() {
        StringBuilder text = new StringBuilder(summary()).append("\n\n| |");
        StringBuilder rule = new StringBuilder("|-|");
        for (SetUp setUp : SetUp.values()) {
            for (Phase phase : Phase.values()) {
                text.append(' ').append(new Cell("", setUp, phase).column()).append(" |");
                rule.append("-|");
            }
            text.append(' ').append(setUp.label()).append(" freshness kept true |");
            rule.append("-|");
        }
        text.append('\n').append(rule).append('\n');
        for (String trouble : table.rows().keySet()) {
            text.append("| ").append(trouble).append(" |");
            for (SetUp setUp : SetUp.values()) {
                for (Phase phase : Phase.values()) {
                    text.append(' ').append(words(new Cell(trouble, setUp, phase))).append(" |");
                }
                text.append(' ').append(freshness(trouble, setUp)).append(" |");
            }
            text.append('\n');
        }
        return text.append('\n').append(foot()).toString();
    }
}
