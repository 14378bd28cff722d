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
package org.openhab.binding.selectronic.internal.splink.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.HistoryRecord;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.simulator.log.LogSettings;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Decodes a full detailed log, 5952 records of 62 days, to portions of days, and one record; the words are at hand, so
 * that no line and no simulated unit is measured.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class LogBenchmark {
    private static final Duration PAST = Duration.ofDays(70);
    private static final int RECORDS = 5952;

    private final List<LogRecord> records = new ArrayList<>();
    private LogUnit unit = new LoggedUnit(Scenario.SUNNY_DAY, Instant.parse("2026-01-20T03:00:00Z"),
            Duration.ofHours(1), LogSettings.DEFAULT).known();

    /** Reads the log once. */
    @Setup
    public void read() throws SourceException, InterruptedException {
        LoggedUnit house = new LoggedUnit(Scenario.SUNNY_DAY, Instant.parse("2026-01-20T03:00:00Z"), PAST,
                LogSettings.DEFAULT);
        unit = house.known();
        records.addAll(new Ring(LogKind.DETAILED, house).newest(RECORDS + 1));
        if (records.size() != RECORDS) {
            throw new IllegalStateException("not a full log: " + records.size());
        }
    }

    /** One operation is the whole log. */
    @Benchmark
    public void decodeAFullLog(Blackhole sink) {
        Instant end = Instant.EPOCH;
        DetailedRecord before = null;
        for (LogRecord words : records) {
            DetailedRecord record = new DetailedRecord(words, unit);
            end = record.time(end);
            sink.consume(record.history(before, end, unit.interval()));
            before = record;
        }
    }

    /** One operation is one record with what it follows on, out of the middle of the log. */
    @Benchmark
    public HistoryRecord decodeARecord() {
        int middle = records.size() / 2;
        DetailedRecord record = new DetailedRecord(records.get(middle), unit);
        return record.history(new DetailedRecord(records.get(middle - 1), unit), record.time(Instant.EPOCH),
                unit.interval());
    }
}
