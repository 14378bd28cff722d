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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    private final List<String> lines = new ArrayList<>();

    private ProofPage() {
    }

    /** @param versions of what the binding is built with, each as {@code name=version} */
    public static void main(String[] versions) throws IOException {
        ProofPage page = new ProofPage();
        page.write(List.of(versions));
        Files.write(PAGE, page.lines);
        System.out.println(PAGE + " is written");
    }

    private void write(List<String> versions) throws IOException {
        lines.add("# Proof");
        paragraph("Measurements, with the machine and the command of each.",
                "This page is written by `mvn -Plong -DskipTests package exec:exec@page` from what lies in `target`, reports of long runs as they stand there; "
                        + "`mvn -Plong -DskipTests verify` measures first.",
                "Written on " + LocalDate.now(ZoneOffset.UTC) + " from commit `" + Machine.here().commit() + "`.");
        Table with = Table.of("", "Built with", "Version");
        versions.stream().map(version -> version.split("=", 2)).forEach(version -> with.row(version[0], version[1]));
        paragraph(with.markdown().toArray(String[]::new));
        measured("Benchmarks", "benchmarks", "mvn -Plong -DskipTests package exec:exec@benchmarks");
        measured("Many Things", "scale", "mvn -Plong -DskipTests package exec:exec@many-things");
        reported("Endurance", "soak.md", "mvn -Plong test-compile surefire:test@year");
        reported("Faults", "fault-matrix.md", "mvn verify -Dmatrix.whole=true -Dfuzz.rounds=1000000");
        mutations();
        fuzzing();
    }

    /** Lines with an empty one before them. */
    private void paragraph(String... paragraph) {
        lines.add("");
        lines.addAll(List.of(paragraph));
    }

    private void heading(String heading, String command) {
        paragraph("## " + heading);
        paragraph("```shell", command, "```");
    }

    private void notRun() {
        paragraph("*Not run.*");
    }

    private void measured(String heading, String name, String command) throws IOException {
        Optional<Results> kept = Results.of(name);
        heading(heading, kept.map(Results::command).orElse(command));
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
        paragraph(where.toArray(String[]::new));
        for (Table table : kept.get().tables()) {
            paragraph("### " + table.title());
            paragraph(table.markdown().toArray(String[]::new));
        }
    }

    /** A page that another tool has written; its headings go below ours. */
    private void reported(String heading, String file, String command) throws IOException {
        heading(heading, command);
        Path report = TARGET.resolve(file);
        if (!Files.exists(report)) {
            notRun();
            return;
        }
        List<String> reported = new ArrayList<>();
        for (String line : Files.readAllLines(report)) {
            if (!line.startsWith("# ")) {
                if (line.startsWith("- ") && !reported.isEmpty()
                        && !reported.get(reported.size() - 1).matches("(- .*)?")) {
                    reported.add("");
                }
                // where this machine keeps what is temporary is no matter of the page
                reported.add(
                        (line.startsWith("##") ? "#" + line : line).replace(System.getProperty("java.io.tmpdir"), "…")
                                .replaceAll("(?<![`(<])https?://[\\w./-]+", "<$0>"));
            }
        }
        while (!reported.isEmpty() && reported.get(0).isBlank()) {
            reported.remove(0);
        }
        while (!reported.isEmpty() && reported.get(reported.size() - 1).isBlank()) {
            reported.remove(reported.size() - 1);
        }
        paragraph(reported.toArray(String[]::new));
    }

    /** A report where there is one, else what the fuzzer itself has said. */
    private void fuzzing() throws IOException {
        Optional<Table> runs = FuzzRuns.table(TARGET.resolve("surefire-reports"));
        if (runs.isEmpty() || Files.exists(TARGET.resolve("fuzz.md"))) {
            reported("Fuzzing", "fuzz.md", "mvn -Plong test-compile surefire:test@fuzz");
        } else {
            heading("Fuzzing", "mvn -Plong test-compile surefire:test@fuzz");
            paragraph(runs.get().markdown().toArray(String[]::new));
        }
    }

    private void mutations() throws IOException {
        heading("Mutations", "mvn -Plong test-compile pitest:mutationCoverage");
        Optional<Path> report = MutationScores.newest(TARGET.resolve("pit-reports"));
        if (report.isEmpty()) {
            notRun();
            return;
        }
        paragraph(MutationScores.table(report.get()).markdown().toArray(String[]::new));
        List<String> survivors = MutationSurvivors.markdown(report.get());
        if (!survivors.isEmpty()) {
            paragraph(survivors.toArray(String[]::new));
        }
    }
}
