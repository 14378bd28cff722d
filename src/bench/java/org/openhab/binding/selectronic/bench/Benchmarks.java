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
import java.util.Collection;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
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
 * Runs all benchmarks and prints tables: time and bytes per operation, what reading a unit costs on the line, and how
 * well reading its log uses it. Writes {@code target/benchmarks.json} too.
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
        Options options = new OptionsBuilder().include(arguments.length == 0 ? ".*Benchmark.*" : arguments[0])
                .addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT).resultFormat(ResultFormatType.JSON)
                .result("target/benchmarks.json").build();
        Collection<RunResult> results = new Runner(options).run();
        System.out.printf(Locale.ROOT, "%-40s %14s %16s%n", "benchmark", "us/operation", "bytes/operation");
        for (RunResult result : results) {
            Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            System.out.printf(Locale.ROOT, "%-40s %14.2f %16.0f%n",
                    result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1"),
                    result.getPrimaryResult().getScore(), allocated == null ? Double.NaN : allocated.getScore());
        }
        WireReport.print(System.out);
        BackfillReport.print(System.out);
    }
}
