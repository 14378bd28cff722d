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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.action.Diagnosis;
import org.openhab.binding.selectronic.internal.action.InverterActions;
import org.openhab.binding.selectronic.internal.diagnostics.Capture;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog.Figures;
import org.openhab.binding.selectronic.internal.diagnostics.DiagnosticsReport;
import org.openhab.binding.selectronic.internal.forecast.Forecast;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.history.HistoryReader;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.Futures;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.source.RegisterSource.Row;
import org.openhab.binding.selectronic.internal.source.Unit;
import org.openhab.binding.selectronic.internal.splink.memory.Register;
import org.openhab.binding.selectronic.internal.splink.memory.Registers;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.io.console.Console;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.thing.Thing;
import org.openhab.core.types.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints things, values and logs to a console.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Listing {
    private static final DateTimeFormatter FORECAST_TIME = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT);
    private static final int FORECAST_BAR = 25;
    private static final double WATT_HOURS_PER_KILOWATT_HOUR = 1000;

    private static final int BAR = 40;
    private static final double ALL = 100;
    private static final String SETTINGS = "settings";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Logger logger = LoggerFactory.getLogger(Listing.class);
    private final Console console;
    private final ChannelTexts texts;

    Listing(Console console, ChannelTexts texts) {
        this.console = console;
        this.texts = texts;
    }

    void status(List<Thing> things) {
        for (Thing thing : things) {
            String description = thing.getStatusInfo().getDescription();
            console.println(thing.getUID() + " " + thing.getStatusInfo().getStatus() + " "
                    + thing.getStatusInfo().getStatusDetail()
                    + (description == null ? "" : " " + texts.resolved(description)));
            if (thing.getHandler() instanceof InverterHandler inverter) {
                inverter.alternatives()
                        .forEach(each -> console.println("  " + each.type().name().toLowerCase(Locale.ROOT) + " "
                                + each.id() + ": " + each.words()
                                + each.outage().map(outage -> ", no values: " + texts.text(outage)).orElse("")));
            }
            contact(thing)
                    .ifPresent(contact -> console.println("  " + contact.answers() + " answers"
                            + contact.sinceAnswer().map(age -> ", the last one " + DiagnosticsReport.ago(age))
                                    .orElse("")
                            + "; " + contact.allFailures() + " failures"
                            + contact.failure().map(failure -> ", the last one: " + texts.text(failure)).orElse("")));
        }
    }

    private static Optional<Figures> contact(Thing thing) {
        if (thing.getHandler() instanceof InverterHandler inverter) {
            return Optional.of(inverter.contact().figures());
        }
        return thing.getHandler() instanceof SourceBridgeHandler bridge ? Optional.of(bridge.contact().figures())
                : Optional.empty();
    }

    void devices(List<Thing> things) {
        for (Thing thing : things) {
            if (thing.getHandler() instanceof SourceBridgeHandler bridge) {
                console.println(thing.getUID().getAsString());
                for (Unit unit : bridge.units()) {
                    console.println("  " + unit.name() + reported(", ", unit.identity().model())
                            + reported(", firmware ", unit.identity().firmware()) + ", id " + unit.id());
                }
                if (bridge.units().isEmpty()) {
                    console.println("  none found");
                }
            }
        }
    }

    private static String reported(String before, @Nullable String text) {
        return text == null ? "" : before + text;
    }

    void channels(InverterHandler inverter) {
        Optional<Sample> sample = inverter.contact().figures().sample();
        sample.ifPresent(
                reported -> console.println("read by " + reported.connectionType() + " for " + reported.time()));
        Map<Quantity, State> states = inverter.states();
        Set<Quantity> recorded = HistoryReader.quantities();
        for (Quantity quantity : Quantity.values()) {
            if (inverter.getThing().getChannel(quantity.channelId()) != null) {
                @Nullable
                State state = states.get(quantity);
                String nothing = recorded.contains(quantity) ? "a series, see history" : "nothing yet";
                console.println(quantity.channelId() + " = " + (state == null ? nothing : state)
                        + sample.map(reported -> raw(quantity, reported)).orElse(""));
            }
        }
    }

    private static String raw(Quantity quantity, Sample reported) {
        @Nullable
        Value value = reported.values().get(quantity);
        return value == null ? ""
                : "  <- " + value
                        + DiagnosticsReport.origin(quantity, reported).map(from -> " from " + from).orElse("");
    }

    void events(InverterHandler inverter, int most) {
        List<String> events = inverter.lastEvents(most);
        events.forEach(console::println);
        if (events.isEmpty()) {
            console.println("no alert and no operation was seen since openHAB has started");
        }
    }

    void log(InverterHandler inverter, Log log, int most, boolean raw) {
        await(inverter.newest(log, most), "logs").ifPresent(excerpt -> {
            if (!excerpt.known()) {
                console.println("records of format " + excerpt.format() + ", which is not known: only their words");
            }
            if (excerpt.entries().isEmpty()) {
                console.println("the log is empty");
            }
            excerpt.entries().forEach(entry -> {
                console.println(inverter.words(entry));
                if (raw && (entry.event().isPresent() || !entry.values().isEmpty())) {
                    console.println("  " + entry.words());
                }
            });
        });
    }

    /**
     * Prints registers with the name of each, its address, its words, its value, how sure its meaning is, and that.
     *
     * @param inverter the inverter
     * @param pattern a part of name, group or meaning, empty for all
     * @param settings whether to print settings only
     */
    void registers(InverterHandler inverter, String pattern, boolean settings) {
        String part = pattern.toLowerCase(Locale.ROOT);
        Map<String, Register> wanted = new LinkedHashMap<>();
        for (Register register : Registers.all()) {
            if ((!settings || register.group().startsWith(SETTINGS))
                    && (register.name() + " " + register.group() + " " + register.meaning() + " "
                            + texts.words(register.meaning())).toLowerCase(Locale.ROOT).contains(part)) {
                wanted.put(register.name(), register);
            }
        }
        if (wanted.isEmpty()) {
            console.println("no register has " + pattern);
            return;
        }
        await(inverter.registers(wanted.keySet()), "registers").ifPresent(rows -> {
            for (Row row : rows) {
                Register register = Objects.requireNonNull(wanted.get(row.name()));
                console.println(String.format(Locale.ROOT, "%s 0x%04X [%s] = %s (%s) %s", row.name(), row.address(),
                        row.words(), texts.words(row.value().toString()),
                        register.confidence().name().toLowerCase(Locale.ROOT), texts.words(register.meaning())));
            }
            console.println(rows.size() + " registers, " + (wanted.size() - rows.size())
                    + " more that this inverter does not have");
        });
    }

    /** Waits for the answer; prints the reason if there is none. */
    private <T> Optional<T> await(Optional<CompletableFuture<T>> asked, String what) {
        if (asked.isEmpty()) {
            console.println("this connection has no " + what + ", or the inverter was not reached yet");
            return Optional.empty();
        }
        try {
            return Optional.of(Objects.requireNonNull(asked.get().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)));
        } catch (ExecutionException e) {
            console.println("not read: " + texts.text(Futures.cause(Objects.requireNonNullElse(e.getCause(), e))));
        } catch (TimeoutException e) {
            console.println("not read: no answer within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    void history(InverterHandler inverter) {
        Map<Quantity, State> states = inverter.states();
        State progress = states.get(Quantity.CONNECTION_HISTORY_PROGRESS);
        State state = states.get(Quantity.CONNECTION_HISTORY_STATE);
        if (progress instanceof QuantityType<?> percent) {
            console.println(progress(percent.doubleValue()) + " " + percent);
        }
        if (state != null) {
            console.println(state.toString());
        } else {
            console.println(inverter.hasRecord() ? "no recorded data was read so far" : "this connection has no log");
        }
    }

    /** Returns a bar that shows how much is done. */
    static String progress(double percent) {
        int done = (int) Math.round(percent / ALL * BAR);
        return "[" + "#".repeat(done) + ".".repeat(BAR - done) + "]";
    }

    void backfill(InverterHandler inverter, LocalDate from, @Nullable LocalDate to, ZoneId zone) {
        console.println(
                InverterActions.backfill(inverter, from, to, zone).isEmpty() ? "started; history shows the progress"
                        : "not started: this connection has no log, or the days are in the wrong order");
    }

    /**
     * Writes requests and answers to a file. The file is created at once, so that a problem with its location is
     * reported at once; an existing file is never overwritten. The content is written at the end.
     *
     * @param bridge the bridge
     * @param time the duration
     * @param place the file; empty for a new one in openHAB's userdata folder, or in the folder for temporary files if
     *            that is unknown
     */
    void capture(SourceBridgeHandler bridge, Duration time, Optional<String> place) {
        String type = bridge.getThing().getThingTypeUID().getId();
        Capture capture = new Capture(ConnectionType.valueOf(type.toUpperCase(Locale.ROOT)));
        try {
            Path file = (place.isPresent() ? Path.of(place.get())
                    : Diagnosis.folder().resolve("selectronic-" + type + "-" + System.currentTimeMillis() + ".capture"))
                    .toAbsolutePath().normalize();
            Files.createFile(file);
            if (bridge.record(capture, time, () -> write(capture, file))) {
                console.println("recording for " + time.toMinutes() + " min; then the file is " + file);
            } else {
                Files.delete(file);
                console.println("nothing is requested at the moment, so there is nothing to record");
            }
        } catch (IOException | InvalidPathException e) {
            console.println("the file cannot be created: " + e);
        }
    }

    private void write(Capture capture, Path file) {
        try {
            Files.write(file, capture.lines(), StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            logger.warn("The recording cannot be written: {}", e.toString());
        }
    }

    /**
     * Prints the forecast: a line for each half hour, with the band from the low to the expected charge as a chart.
     *
     * @param inverter an inverter
     */
    void forecast(InverterHandler inverter) {
        Optional<Forecast> made = inverter.forecast();
        if (made.isEmpty()) {
            console.println("no forecast: link a channel of the group forecast, and wait for a value");
            return;
        }
        Forecast forecast = made.get();
        console.println(texts.text(forecast));
        if (forecast.steps().isEmpty()) {
            return;
        }
        console.println(String.format(Locale.ROOT, "%-9s  %7s %5s  %7s %7s  %-22s%5s", "time", "charge", "low", "load",
                "solar", " 0 %", "100 %"));
        for (Forecast.Step step : forecast.steps()) {
            console.println(String.format(Locale.ROOT, "%s  %5s %% %3s %%  %5s W %5s W  |%s|",
                    FORECAST_TIME.format(step.start().atZone(texts.zone())), whole(step.charge()),
                    whole(step.chargeLow()), whole(step.load()), whole(step.solar()),
                    bar(step.chargeLow(), step.charge())));
        }
        Forecast.Score score = forecast.score();
        if (Double.isFinite(score.forecast())) {
            console.println(String.format(Locale.ROOT,
                    "mean error of the last nights: forecast %.2f kWh, as the night before %.2f kWh, present power %.2f kWh",
                    score.forecast() / WATT_HOURS_PER_KILOWATT_HOUR, score.yesterday() / WATT_HOURS_PER_KILOWATT_HOUR,
                    score.present() / WATT_HOURS_PER_KILOWATT_HOUR));
        }
        if (forecast.state() == Forecast.State.READY) {
            console.println("lowest charge until the sun takes over: " + whole(forecast.lowestCharge())
                    + " %, with a probability of 90 % at least " + whole(forecast.lowestChargeLow()) + " %; reserve "
                    + whole(forecast.reserve()) + " %");
        }
    }

    private static String whole(double number) {
        return Double.isFinite(number) ? Long.toString(Math.round(number)) : "-";
    }

    private static String bar(double low, double expected) {
        StringBuilder bar = new StringBuilder();
        for (int column = 0; column < FORECAST_BAR; column++) {
            double percent = 100.0 * (column + 1) / FORECAST_BAR;
            bar.append(percent <= low ? '#' : percent <= expected ? '-' : ' ');
        }
        return bar.toString();
    }
}
