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
package org.openhab.binding.selectronic.workbench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.simulator.scenario.Scenario;
import org.openhab.binding.selectronic.workbench.screen.Columns;
import org.openhab.binding.selectronic.workbench.screen.Journal;
import org.openhab.binding.selectronic.workbench.screen.LiveReport;
import org.openhab.binding.selectronic.workbench.screen.PlainReport;
import org.openhab.binding.selectronic.workbench.screen.Rows;
import org.openhab.binding.selectronic.workbench.screen.TerminalScreen;
import org.openhab.binding.selectronic.workbench.screen.Texts;
import org.openhab.binding.selectronic.workbench.screen.ValueText;
import org.openhab.binding.selectronic.workbench.screen.View;
import org.openhab.binding.selectronic.workbench.thing.Things;
import org.osgi.framework.BundleException;

/**
 * The program behind {@code ./try}: runs the packaged binding without openHAB and shows what it does.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Workbench {
    /** After a good run. */
    public static final int GOOD = 0;
    /** If the run could not begin. */
    public static final int FAILED = 1;
    /** If the bridge never came online. */
    public static final int NEVER_ONLINE = 2;
    /** For options that make no sense. */
    public static final int BAD_USAGE = 64;

    private static final String JAR = "selectronic.jar";
    private static final Duration WITHOUT_TERMINAL = Duration.ofSeconds(30);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final CountDownLatch ending = new CountDownLatch(1);

    /**
     * @param out where results go
     * @param err where complaints go
     * @param terminal whether {@code out} is a terminal that can be drawn on
     */
    public Workbench(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** @param arguments the command line; the system property {@code selectronic.jar} names the bundle */
    public static void main(String... arguments) {
        PrintStream out = stream(FileDescriptor.out);
        Workbench workbench = new Workbench(out, stream(FileDescriptor.err), System.console() != null);
        CountDownLatch ended = new CountDownLatch(1);
        int[] status = { FAILED };
        // Ctrl-C is a way to end like any other: everything is put away first
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            workbench.end();
            try {
                if (ended.await(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                    out.flush();
                    Runtime.getRuntime().halt(status[0]);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "workbench-end"));
        try {
            status[0] = workbench.run(arguments);
        } finally {
            ended.countDown();
        }
        System.exit(status[0]);
    }

    /** A terminal whose character set is not told shows UTF-8 in all likelihood. */
    private static PrintStream stream(FileDescriptor descriptor) {
        Charset reported = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        Charset charset = reported.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : reported;
        return new PrintStream(new FileOutputStream(descriptor), false, charset) {
            @Override
            public void println(@Nullable String line) {
                super.println(line);
                flush();
            }
        };
    }

    /** Ends a run from another thread. */
    public void end() {
        ending.countDown();
    }

    /**
     * @param arguments the command line
     * @return the exit status
     */
    public int run(String... arguments) {
        try {
            Options options = Options.parse(arguments);
            Texts texts = new Texts(options.locale());
            if (options.help()) {
                out.println(texts.of("usage"));
                return GOOD;
            } else if (options.list()) {
                list();
                return GOOD;
            }
            Logging.configure(options.verbose());
            return run(options, texts);
        } catch (UsageException e) {
            Texts texts = new Texts(Options.language(arguments));
            err.println(texts.of(e.key(), e.arguments()));
            err.println();
            err.println(texts.of("usage"));
            return BAD_USAGE;
        }
    }

    private void list() {
        int columns = 0;
        for (Scenario scenario : Scenario.values()) {
            columns = Math.max(columns, Columns.width(scenario.label()));
        }
        for (Scenario scenario : Scenario.values()) {
            out.println(Columns.left(scenario.label(), columns + 2) + scenario.description());
        }
    }

    private int run(Options options, Texts texts) throws UsageException {
        try (ConnectionType.Opened connectionType = options.connectionType().open(AccountPassword.ofOwner(texts))) {
            return run(options, texts, connectionType);
        } catch (IOException e) {
            err.println(texts.of("failed.way", e.getMessage()));
            return FAILED;
        }
    }

    private int run(Options options, Texts texts, ConnectionType.Opened connectionType) throws IOException {
        boolean live = terminal && !options.plain();
        Duration asked = options.duration();
        Duration duration = asked == null && !live ? WITHOUT_TERMINAL : asked;
        try (SmallOpenHab openHab = new SmallOpenHab(Path.of(System.getProperty(JAR)), options.locale(),
                options.connectionType().serialPorts())) {
            Clock clock = Clock.systemDefaultZone();
            Rows rows = new Rows(openHab.labels(),
                    new ValueText(openHab.labels(), options.locale(), ZoneId.systemDefault()));
            View view = live ? new LiveReport(new TerminalScreen(out), texts, rows) : new PlainReport(out, texts, rows);
            Run run = new Run(new Journal(texts, openHab.labels(), clock, view::happened), view, ending);
            String title = options.connectionType().title(texts);
            view.begin(title,
                    List.of(openHab.labels().addon() + " · " + title, texts.of("begin.shows"), duration == null
                            ? texts.of("begin.ends")
                            : texts.of(options.once() ? "begin.ends-once" : "begin.ends-after", duration.toSeconds())));
            Things things = openHab.begin(connectionType.bridge(), connectionType.configuration(), run);
            run.watch(things, duration, options.once());
            if (run.wasOnline()) {
                return GOOD;
            }
            err.println(texts.of("failed.never-online", things.all().get(0).getLabel(), run.bridgeStatus()));
            return NEVER_ONLINE;
        } catch (BundleException | IllegalStateException e) {
            err.println(texts.of("failed.bundle", e.getMessage()));
            return FAILED;
        }
    }
}
