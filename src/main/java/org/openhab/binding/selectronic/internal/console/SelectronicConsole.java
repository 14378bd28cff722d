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

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.action.Diagnosis;
import org.openhab.binding.selectronic.internal.action.PortRelease;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.source.LogSource.Log;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TimeZoneProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.io.console.Console;
import org.openhab.core.io.console.ConsoleCommandCompleter;
import org.openhab.core.io.console.StringsCompleter;
import org.openhab.core.io.console.extensions.AbstractConsoleCommandExtension;
import org.openhab.core.io.console.extensions.ConsoleCommandExtension;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingRegistry;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The command {@code openhab:selectronic}.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(service = ConsoleCommandExtension.class)
public class SelectronicConsole extends AbstractConsoleCommandExtension implements ConsoleCommandCompleter {
    private static final int USUAL_EVENTS = 20;
    private static final int MOST_EVENTS = 100;
    private static final int LONGEST_RELEASE = 1440;
    private static final int LONGEST_CAPTURE = 60;
    private static final String SEEN = "seen", RAW = "raw", DAY = "[\\d-]+";

    private final OwnThings things;
    private final ChannelTexts texts;

    /**
     * @param thingRegistry all things
     * @param timeZoneProvider provides the time zone of days
     * @param translationProvider provides texts
     * @param localeProvider provides the language of texts
     */
    @Activate
    public SelectronicConsole(final @Reference ThingRegistry thingRegistry,
            final @Reference TimeZoneProvider timeZoneProvider,
            final @Reference TranslationProvider translationProvider, final @Reference LocaleProvider localeProvider) {
        super("selectronic", "Shows and controls things of the Selectronic binding.");
        this.things = new OwnThings(thingRegistry);
        this.texts = new ChannelTexts(FrameworkUtil.getBundle(SelectronicConsole.class), translationProvider,
                localeProvider, timeZoneProvider);
    }

    @Override
    public List<String> getUsages() {
        return Stream.of(Subcommand.values()).map(each -> buildCommandUsage(each.syntax(), each.description()))
                .toList();
    }

    @Override
    public @Nullable ConsoleCommandCompleter getCompleter() {
        return this;
    }

    @Override
    public boolean complete(String[] args, int cursorArgumentIndex, int cursorPosition, List<String> candidates) {
        Optional<Subcommand> known = Subcommand.of(List.of(args));
        Stream<String> words = Stream.of();
        if (cursorArgumentIndex <= 0) {
            words = Stream.of(Subcommand.values()).map(Subcommand::word);
        } else if (cursorArgumentIndex == 1 && known.isPresent()) {
            words = things.all().stream().filter(known.get()::isAbout).map(thing -> thing.getUID().getAsString());
        } else if (cursorArgumentIndex == 2
                && known.filter(Set.of(Subcommand.LOGS, Subcommand.EXPORT)::contains).isPresent()) {
            words = Stream.concat(known.stream().filter(Subcommand.LOGS::equals).map(logs -> SEEN),
                    Stream.of(Log.values()).map(log -> log.name().toLowerCase(Locale.ROOT)));
        }
        return new StringsCompleter(words.toList(), cursorArgumentIndex == 1).complete(args, cursorArgumentIndex,
                cursorPosition, candidates);
    }

    @Override
    public void execute(String[] args, Console console) {
        List<String> words = List.of(args);
        Optional<Subcommand> known = Subcommand.of(words);
        if (known.isEmpty()) {
            if (!words.isEmpty()) {
                console.println("unknown: " + words.get(0));
            }
            printUsage(console);
            return;
        }
        List<String> rest = words.subList(1, words.size());
        Listing listing = new Listing(console, texts);
        switch (known.get()) {
            case STATUS -> listing.status(things.all());
            case DEVICES, SYSTEMS -> listing.devices(things.all());
            case DIAGNOSTICS -> diagnostics(rest, console);
            case READ, LOGS, EXPORT, FORECAST, REGISTERS, SETTINGS,
                    HISTORY ->
                things.handler(rest, InverterHandler.class).ifPresentOrElse(
                        inverter -> inverter(known.get(), inverter, rest, listing, console),
                        () -> usage(known.get(), "no such inverter", console));
            case RELEASE,
                    CAPTURE ->
                things.handler(rest, SourceBridgeHandler.class).ifPresentOrElse(
                        bridge -> bridge(known.get(), bridge, rest, listing, console),
                        () -> usage(known.get(), "no such bridge", console));
        }
    }

    private void diagnostics(List<String> rest, Console console) {
        List<Thing> chosen = rest.isEmpty() ? things.all() : things.find(rest.get(0)).stream().toList();
        console.println(chosen.isEmpty() ? "no such thing; try status" : Diagnosis.of(chosen, texts.zone()));
    }

    private void inverter(Subcommand command, InverterHandler inverter, List<String> rest, Listing listing,
            Console console) {
        if (command == Subcommand.READ) {
            listing.channels(inverter);
        } else if (command == Subcommand.FORECAST) {
            listing.forecast(inverter);
        } else if (command == Subcommand.LOGS) {
            logs(inverter, rest.subList(1, rest.size()), listing, console);
        } else if (command == Subcommand.EXPORT) {
            export(inverter, rest.subList(1, rest.size()), console);
        } else if (command == Subcommand.REGISTERS || command == Subcommand.SETTINGS) {
            listing.registers(inverter, String.join(" ", rest.subList(1, rest.size())), command == Subcommand.SETTINGS);
        } else if (rest.size() == 1) {
            listing.history(inverter);
        } else {
            try {
                listing.backfill(inverter, LocalDate.parse(rest.get(1)),
                        rest.size() > 2 ? LocalDate.parse(rest.get(2)) : null, texts.zone());
            } catch (DateTimeParseException e) {
                usage(command, "not a day: " + e.getParsedString(), console);
            }
        }
    }

    /**
     * Prints the last events, or a log if one is named. Arguments: which log, number of entries, and whether to print
     * raw words.
     */
    private void logs(InverterHandler inverter, List<String> rest, Listing listing, Console console) {
        Optional<Log> log = Optional.empty();
        int count = USUAL_EVENTS;
        boolean raw = false;
        for (String word : rest) {
            Optional<Log> named = log(word);
            Optional<Integer> number = number(word, MOST_EVENTS);
            if (named.isPresent()) {
                log = named;
            } else if (number.isPresent()) {
                count = number.get();
            } else if (RAW.equals(word)) {
                raw = true;
            } else if (!SEEN.equals(word)) {
                usage(Subcommand.LOGS, "neither a log nor a number from 1 to " + MOST_EVENTS + ": " + word, console);
                return;
            }
        }
        if (log.isPresent()) {
            listing.log(inverter, log.get(), count, raw);
        } else {
            listing.events(inverter, count);
        }
    }

    /** Arguments: which log, up to two days, and the name of a file. */
    private void export(InverterHandler inverter, List<String> rest, Console console) {
        Optional<Log> log = rest.isEmpty() ? Optional.empty() : log(rest.get(0));
        int days = 1;
        while (days < rest.size() && days <= 2 && rest.get(days).matches(DAY)) {
            days++;
        }
        if (log.isEmpty()) {
            usage(Subcommand.EXPORT, "no such log", console);
        } else if (rest.size() > days + 1) {
            usage(Subcommand.EXPORT, "not a day: " + rest.get(days), console);
        } else {
            try {
                LocalDate from = days > 1 ? LocalDate.parse(rest.get(1)) : null;
                LocalDate to = days > 2 ? LocalDate.parse(rest.get(2)) : null;
                LogExport.write(inverter, log.get(), from, to, rest.size() > days ? rest.get(days) : null, console,
                        texts);
            } catch (DateTimeParseException e) {
                usage(Subcommand.EXPORT, "not a day: " + e.getParsedString(), console);
            }
        }
    }

    private static Optional<Log> log(String word) {
        return Stream.of(Log.values()).filter(each -> each.name().equalsIgnoreCase(word)).findAny();
    }

    private void bridge(Subcommand command, SourceBridgeHandler bridge, List<String> rest, Listing listing,
            Console console) {
        int longest = command == Subcommand.RELEASE ? LONGEST_RELEASE : LONGEST_CAPTURE;
        Optional<Integer> minutes = rest.size() < 2 ? Optional.empty() : number(rest.get(1), longest);
        if (minutes.isEmpty()) {
            usage(command, "not a number from 1 to " + longest, console);
            return;
        }
        Duration time = Duration.ofMinutes(minutes.get());
        if (command == Subcommand.CAPTURE) {
            listing.capture(bridge, time, rest.size() > 2 ? Optional.of(rest.get(2)) : Optional.empty());
            return;
        }
        console.println(new PortRelease().of(bridge, time).map(key -> texts.reported(key, key))
                .orElseGet(() -> "released for " + time.toMinutes() + " min; then openHAB reconnects"));
    }

    private void usage(Subcommand command, String problem, Console console) {
        console.println(problem);
        console.printUsage(buildCommandUsage(command.syntax(), command.description()));
    }

    private static Optional<Integer> number(String text, int largest) {
        if (!text.matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        return number >= 1 && number <= largest ? Optional.of(number) : Optional.empty();
    }
}
