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
package org.openhab.binding.selectronic.internal.console;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.action.Diagnosis;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.LogSource.Column;
import org.openhab.binding.selectronic.internal.source.LogSource.Heading;
import org.openhab.binding.selectronic.internal.source.LogSource.Line;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.LogSource.Sheet;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.io.console.Console;

/**
 * Writes a log as CSV to the console, or to a new file in the user data folder of openHAB with the progress on the
 * console. Records read before a failure are kept.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class LogExport implements Sheet {
    private static final String KEY = "export.", FILES = ".csv", HIGH = "high";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DECIMALS = 4;
    private static final int ALL = 100, STEP = 10;

    private final Console console;
    private final ChannelTexts texts;
    private final Log log;
    private final @Nullable Path file;
    private @Nullable Writer writer;
    private @Nullable IOException failure;
    private boolean stopped;
    private int records, read, damaged, shown;
    private String first = "", last = "";

    private LogExport(Console console, ChannelTexts texts, Log log, @Nullable Path file) {
        this.console = console;
        this.texts = texts;
        this.log = log;
        this.file = file;
    }

    /**
     * Writes a log and returns at the end, which may take minutes.
     *
     * @param inverter the inverter
     * @param log the log
     * @param from the first day, null for the oldest
     * @param to the last day, null for the newest
     * @param name the name of the file, null for none
     * @param console the console
     * @param texts provides texts
     */
    static void write(InverterHandler inverter, Log log, @Nullable LocalDate from, @Nullable LocalDate to,
            @Nullable String name, Console console, ChannelTexts texts) {
        Path folder = Diagnosis.folder();
        Path file = name == null ? null : place(folder, name);
        LogExport export = new LogExport(console, texts, log, file);
        if (name != null && file == null) {
            console.println(export.text("outside", folder.toString()));
        } else if (file != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            export.say("exists", file.toString());
        } else {
            inverter.export(log, from, to, export).ifPresentOrElse(export::await, () -> export.say("none"));
        }
    }

    /** Returns the file of a name; null if it is not in the folder, or not a CSV file. */
    private static @Nullable Path place(Path folder, String name) {
        try {
            Path file = folder.resolve(name).normalize();
            Path parent = file.getParent();
            return parent != null && name.endsWith(FILES) && parent.toRealPath().startsWith(folder.toRealPath()) ? file
                    : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** Waits for the end, as long as records come. */
    private void await(CompletableFuture<@Nullable Void> end) {
        int before;
        do {
            before = read();
            try {
                end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                close(Optional.empty());
                return;
            } catch (ExecutionException e) {
                close(Optional.of(texts.text(Futures.cause(Objects.requireNonNullElse(e.getCause(), e)))));
                return;
            } catch (TimeoutException e) {
                // a slow connection
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close(Optional.of(text("stopped")));
                return;
            }
        } while (read() > before);
        close(Optional.of(text("silent", Long.toString(PATIENCE.toSeconds()))));
    }

    private synchronized int read() {
        return read;
    }

    @Override
    public synchronized void begin(Heading heading) {
        if (stopped) {
            return;
        }
        records = heading.records();
        if (!heading.known()) {
            say("format", Integer.toString(heading.format()));
        }
        if (!heading.knowsZone()) {
            say("zone");
        }
        List<String> cells = new ArrayList<>();
        cells.add(heading.knowsZone() ? "TIME" : "TIME [clock of the inverter, zone unknown]");
        if (isOfEvents()) {
            cells.add("EVENT");
        }
        heading.columns().forEach(column -> cells.add(head(column)));
        try {
            Path file = this.file;
            writer = file == null ? null : Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW);
            put(cells);
        } catch (IOException e) {
            failure = e;
        }
    }

    private boolean isOfEvents() {
        return log == Log.ALERTS || log == Log.OPERATIONS;
    }

    private static String head(Column column) {
        String note = HIGH.equals(column.note()) ? "" : column.note();
        String both = column.unit() + (column.unit().isEmpty() || note.isEmpty() ? "" : ", ") + note;
        return both.isEmpty() ? column.name() : column.name() + " [" + both + "]";
    }

    @Override
    public synchronized boolean add(List<Line> lines, int damaged) {
        try {
            for (Line line : lines) {
                if (failure != null || stopped) {
                    return false;
                }
                List<String> cells = new ArrayList<>(List.of(line.time()));
                line.event().ifPresent(event -> cells.add(texts.words(event)));
                line.values().forEach(value -> cells.add(text(value)));
                put(cells);
                first = first.isEmpty() ? line.time() : first;
                last = line.time();
            }
        } catch (IOException e) {
            failure = e;
        }
        read += lines.size() + damaged;
        this.damaged += damaged;
        int percent = ALL * read / records;
        if (file != null && (percent >= shown + STEP || percent == ALL)) {
            shown = percent;
            console.println(Listing.progress(percent) + " " + percent + " %");
        }
        return failure == null && !stopped;
    }

    private void put(List<String> cells) throws IOException {
        String line = cells.stream().map(LogExport::quoted).collect(Collectors.joining(","));
        Writer writer = this.writer;
        if (writer == null) {
            console.println(line);
        } else {
            writer.write(line + "\n");
        }
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String text(Value value) {
        if (value instanceof Value.Numeric numeric) {
            return BigDecimal.valueOf(numeric.number()).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros()
                    .toPlainString();
        }
        return value.equals(Value.UNKNOWN) ? "" : value.toString();
    }

    /** Closes the file and prints the result. */
    private synchronized void close(Optional<String> cut) {
        stopped = true;
        Writer writer = this.writer;
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            failure = e;
        }
        if (cut.isPresent() && last.isEmpty()) {
            say("unread", cut.get());
        } else {
            cut.ifPresent(why -> say("cut", last, why));
        }
        if (failure != null) {
            say("unwritable", String.valueOf(failure));
        }
        if (last.isEmpty()) {
            say("empty");
        } else {
            say("done", Integer.toString(read - damaged), first, last);
        }
        if (damaged > 0) {
            say("damaged", Integer.toString(damaged));
        }
        if (writer != null) {
            say("file", String.valueOf(file));
        }
    }

    private void say(String key, String... arguments) {
        console.println((file == null ? "# " : "") + text(key, arguments));
    }

    private String text(String key, String... arguments) {
        return texts.reported(KEY + key, key, (Object[]) arguments);
    }
}
