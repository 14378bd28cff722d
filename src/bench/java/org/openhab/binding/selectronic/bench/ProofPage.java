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
package org.openhab.binding.selectronic.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Writes the page with everything that was measured here: results as they were kept, and reports of other tools as they
 * lie in {@code target}. What was not run is said to be not run.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class ProofPage {
    private static final Path PAGE = Path.of("doc", "proof.md");
    private static final Path TARGET = Path.of("target");
    /** From this share of the cores on other work may have slowed down what was measured. */
    private static final double BUSY = 0.5;

    private final Table summary = Table.of("", "What", "Result");
    private final List<String> lines = new ArrayList<>();

    private ProofPage() {
    }

    /** @param versions of what the binding is built with, each as {@code name=version} */
    public static void main(String[] versions) throws IOException {
        ProofPage page = new ProofPage();
        page.measure();
        List<String> lines = page.head(List.of(versions));
        lines.addAll(page.lines);
        Files.write(PAGE, lines);
        Objects.requireNonNull(System.out).println(PAGE + " is written");
    }

    /** The head of the page: what was measured, in short, and with which versions. */
    private List<String> head(List<String> versions) throws IOException {
        List<String> head = new ArrayList<>(List.of("# Proof", "",
                "Measurements, with the machine and the command of each.",
                "`mvn -Plong -DskipTests package exec:exec@page` writes this page from what lies in `target`; "
                        + "`mvn -Plong -DskipTests verify` measures first.",
                "Written on " + LocalDate.now(ZoneOffset.UTC) + " from commit `" + Machine.here().commit() + "`.", "",
                "## Summary", ""));
        head.addAll(summary.markdown());
        head.add("");
        head.add("Built with "
                + versions.stream().map(version -> version.replace('=', ' ')).collect(Collectors.joining(", ")) + ".");
        return head;
    }

    private void measure() throws IOException {
        measured("Benchmarks", "benchmarks", "mvn -Plong -DskipTests package exec:exec@benchmarks",
                List.of("`PollBenchmark.decodeMapPublish`", "`ForecastBenchmark.forecast`", "the jar"));
        measured("Many Things", "scale", "mvn -Plong -DskipTests package exec:exec@many-things",
                List.of("CPU of the process, % of one core",
                        "Heap after garbage collection, MB, of handlers, sources and HTTP", "Missed deadlines"));
        endurance();
        paragraph(reported("A Quiet Day", "quiet-day.md", "mvn test -Dtest=QuietDayTest"));
        faults();
        mutations();
        fuzzing();
    }

    /** The table of the years; those of each connection stay in the report. */
    private void endurance() throws IOException {
        List<String> report = reported("Endurance", "soak.md", "mvn -Plong test-compile surefire:test@year");
        int connections = IntStream.range(0, report.size()).filter(line -> report.get(line).startsWith("## "))
                .findFirst().orElseGet(report::size);
        paragraph(report.subList(0, connections));
        report.stream().filter(line -> line.startsWith("| verdict") || line.startsWith("| violations"))
                .forEach(line -> {
                    String[] cells = line.split(" *\\| *", 3);
                    summary.row("Years of one system, " + cells[1],
                            cells[2].replaceAll(" *\\|$", "").replace(" |", ","));
                });
        tablesStay(report, "soak.md");
    }

    /** How many cells of the matrix were tried on each connection; the cells stay in the report. */
    private void faults() throws IOException {
        List<String> report = reported("Faults", "fault-matrix.md", "mvn verify -Dmatrix.whole=true");
        report.stream().filter(line -> line.startsWith("fault matrix:")).forEach(line -> {
            String sentence = line.replaceAll("; see .*", "");
            paragraph(List.of(sentence + "."));
            summary.row("Fault matrix", sentence.replace("fault matrix: ", ""));
        });
        List<String[]> rows = report.stream().filter(line -> line.startsWith("| ")).map(line -> line.split(" *\\| *"))
                .toList();
        if (rows.size() > 2) {
            Map<String, int[]> counts = new LinkedHashMap<>();
            for (String[] row : rows.subList(2, rows.size())) {
                for (int cell = 2; cell < row.length; cell++) {
                    int[] count = Objects.requireNonNull(
                            counts.computeIfAbsent(rows.get(0)[cell].split(" ")[0], name -> new int[2]));
                    count[row[cell].startsWith("–") || "nightly".equals(row[cell]) ? 1 : 0]++;
                }
            }
            Table table = Table.of("", "Connection", "Cells tried", "Cells that cannot be");
            counts.forEach((name, count) -> table.row(name, count[0], count[1]));
            paragraph(table.markdown());
        }
        int again = report.indexOf("Tried again by themselves, after these complaints in company:");
        if (again >= 0) {
            paragraph(report.subList(again, report.size()));
        }
        tablesStay(report, "fault-matrix.md");
    }

    private void tablesStay(List<String> report, String file) {
        if (!report.isEmpty()) {
            paragraph(List.of("All tables are in `target/" + file + "` after the run."));
        }
    }

    /** Lines with an empty one before them. */
    private void paragraph(List<String> paragraph) {
        lines.add("");
        lines.addAll(paragraph);
    }

    private void heading(String heading, String command) {
        paragraph(List.of("## " + heading));
        paragraph(List.of("```shell", command, "```"));
    }

    private void notRun() {
        paragraph(List.of("*Not run.*"));
    }

    /** @param summed the first cells of the rows that the summary shows */
    private void measured(String heading, String name, String command, List<String> summed) throws IOException {
        Optional<Results> kept = Results.of(name);
        heading(heading, kept.map(Results::command).orElseGet(() -> command));
        if (kept.isEmpty()) {
            notRun();
            return;
        }
        Machine machine = kept.get().machine();
        List<String> where = new ArrayList<>(
                List.of("Measured at " + kept.get().at() + ", commit `" + machine.commit() + "`.",
                        machine.cores() + " cores" + (machine.processor().isEmpty() ? "" : " of " + machine.processor())
                                + ", " + machine.memory() + " GB, JDK " + machine.java() + ", " + machine.system()
                                + "."));
        if (machine.load() > BUSY * machine.cores()) {
            where.add(String.format(Locale.ROOT,
                    "**The machine was busy with other work:** " + "%.1f processes wanted a core in the minute before.",
                    machine.load()));
        }
        paragraph(where);
        for (Table table : kept.get().tables()) {
            paragraph(List.of("### " + table.title()));
            paragraph(table.markdown());
            for (String row : summed) {
                table.cells(row)
                        .ifPresent(cells -> summary.row(row,
                                IntStream.range(0, cells.size()).filter(cell -> !cells.get(cell).isEmpty())
                                        .mapToObj(cell -> table.columns().get(cell + 1) + " " + cells.get(cell))
                                        .collect(Collectors.joining(", "))));
            }
        }
    }

    /** Returns the lines of a page that another tool has written; without lines if it was not run. */
    private List<String> reported(String heading, String file, String command) throws IOException {
        heading(heading, command);
        Path report = TARGET.resolve(file);
        if (!Files.exists(report)) {
            notRun();
            return List.of();
        }
        List<String> reported = new ArrayList<>();
        for (String line : Files.readAllLines(report)) {
            if (!line.startsWith("# ")) {
                if (line.startsWith("- ") && !reported.isEmpty()
                        && !reported.get(reported.size() - 1).matches("(- .*)?")) {
                    reported.add("");
                }
                // where this machine keeps what is temporary is no matter of the page
                reported.add(line.replace(Objects.requireNonNull(System.getProperty("java.io.tmpdir")), "…")
                        .replaceAll("(?<![`(<])https?://[\\w./-]+", "<$0>"));
            }
        }
        while (!reported.isEmpty() && reported.get(0).isBlank()) {
            reported.remove(0);
        }
        while (!reported.isEmpty() && reported.get(reported.size() - 1).isBlank()) {
            reported.remove(reported.size() - 1);
        }
        return reported;
    }

    /** A report where there is one, else what the fuzzer itself has said. */
    private void fuzzing() throws IOException {
        Optional<Table> runs = FuzzRuns.table(TARGET.resolve("surefire-reports"));
        if (runs.isEmpty() || Files.exists(TARGET.resolve("fuzz.md"))) {
            paragraph(reported("Fuzzing", "fuzz.md", "mvn -Plong test-compile surefire:test@fuzz"));
        } else {
            heading("Fuzzing", "mvn -Plong test-compile surefire:test@fuzz");
            paragraph(runs.get().markdown());
        }
    }

    private void mutations() throws IOException {
        heading("Mutations", "mvn -Plong test-compile pitest:mutationCoverage");
        Optional<Path> report = MutationScores.newest(TARGET.resolve("pit-reports"));
        if (report.isEmpty()) {
            notRun();
            return;
        }
        Table scores = MutationScores.table(report.get());
        paragraph(scores.markdown());
        scores.cells("all").ifPresent(cells -> summary.row("Mutations noticed",
                cells.get(1) + " of " + cells.get(0) + ", " + cells.get(2) + " %"));
        List<String> survivors = MutationSurvivors.markdown(report.get());
        long places = survivors.stream().filter(line -> line.startsWith("| `")).count();
        long open = survivors.stream().filter(line -> line.contains("**not explained**")).count();
        Files.write(TARGET.resolve("mutation-survivors.md"), survivors);
        paragraph(List.of("What no test notices is at " + places + " places, of which " + (places - open)
                + " are explained in `mutations.txt`."));
        survivors.stream().filter(line -> line.startsWith("Explanations")).map(List::of).forEach(this::paragraph);
        tablesStay(survivors, "mutation-survivors.md");
    }
}
