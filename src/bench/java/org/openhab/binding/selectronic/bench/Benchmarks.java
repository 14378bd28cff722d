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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.polling.RhythmReport;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.BackfillReport;
import org.openhab.binding.selectronic.internal.splink.memory.WireReport;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all benchmarks and prints tables: time and bytes per operation, how old the values of a gateway are, what
 * reading a unit costs on the line, how well reading its log uses it, the size of the jar and how quickly it starts.
 * Keeps them as JSON too, in
 * {@code target/bench/benchmarks.json}, and everything that JMH tells in {@code target/benchmarks.json}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Benchmarks {
    private Benchmarks() {
    }

    /**
     * @param arguments a pattern of the benchmarks to run, none for all
     */
    public static void main(String[] arguments) throws RunnerException, IOException, SourceException {
        Machine machine = Machine.here();
        List<Table> tables = new ArrayList<>();
        tables.add(timed(arguments.length == 0 ? ".*Benchmark.*" : arguments[0]));
        if (arguments.length == 0) {
            tables.add(RhythmReport.table());
            tables.add(WireReport.table());
            tables.add(BackfillReport.table());
            Path jar = jar();
            tables.add(JarReport.table(jar));
            tables.add(StartReport.table(jar));
        }
        Results.show("benchmarks", "mvn -Plong -DskipTests package exec:exec@benchmarks", machine, tables);
    }

    private static Table timed(String pattern) throws RunnerException {
        Options options = new OptionsBuilder().include(pattern).addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT).resultFormat(ResultFormatType.JSON).result("target/benchmarks.json")
                .build();
        Table table = Table.of("Time and memory of one operation", "Benchmark", "µs", "± µs", "Bytes");
        for (RunResult result : new Runner(options).run()) {
            Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            table.row("`" + result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1") + "`",
                    result.getPrimaryResult().getScore(), result.getPrimaryResult().getScoreError(),
                    allocated == null ? "–" : Math.round(allocated.getScore()));
        }
        return table.note("By JMH, average time with the half width of the 99.9 % confidence interval.");
    }

    private static Path jar() throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("target"),
                "org.openhab.binding.selectronic-*.jar")) {
            return jars.iterator().next();
        }
    }
}
