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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.core.types.TimeSeries;

/**
 * One cell of the matrix: a trouble on a way in a phase, from its beginning until nothing is left of it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Trial {
    private static final Duration RECORD_COMES = Duration.ofHours(2);
    private static final long A_MOMENT_NANOS = Duration.ofMillis(500).toNanos();

    private final Trouble trouble;
    private final ExpectationTable.Row row;
    private final SetUp setUp;
    private final Phase phase;
    private final Expected expected;
    private final Tolerance tolerance;
    private final TraceLog log;
    private final List<String> complaints = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private String shown = "";
    private String text = "";
    private @Nullable Duration offlineAfter;
    private @Nullable Duration backAfter;
    private @Nullable Duration recordAfter;
    private Duration oldest = Duration.ZERO;
    private boolean freshnessTrue = true;

    Trial(Trouble trouble, ExpectationTable.Row row, SetUp setUp, Phase phase, TraceLog log) {
        this.trouble = trouble;
        this.row = row;
        this.setUp = setUp;
        this.phase = phase;
        this.expected = row.cell(setUp, phase == Phase.DISPOSE ? Phase.START : phase);
        this.tolerance = Tolerance.of(setUp);
        this.log = log;
    }

    Outcome run() {
        shown = "ok";
        switch (phase) {
            case START -> atStart();
            case STEADY -> inSteadyState();
            case BACK_FILL -> duringBackFill();
            case DISPOSE -> {
                if (!row.cell(setUp, Phase.START).isNone()) {
                    whileItIsDisposedOf(true);
                }
                if (!row.cell(setUp, Phase.STEADY).isNone()) {
                    whileItIsDisposedOf(false);
                }
                shown = "clean";
            }
        }
        return new Outcome(shown, text, offlineAfter, backAfter, recordAfter, oldest, freshnessTrue, complaints);
    }

    private void atStart() {
        VirtualTime time;
        try (Rig rig = Rigs.make(setUp, row.victim(), phase)) {
            time = rig.time();
            ValueCheck values = new ValueCheck(rig);
            FreshnessCheck freshness = watch(rig);
            begin(rig, phase);
            rig.begin();
            Instant began = rig.now();
            if (expected.isShown()) {
                boolean late = "stale".equals(expected.about()) || trouble.name().equals(Trouble.NEVER_COMPLETES);
                awaitShown(rig, late ? tolerance.most() : tolerance.settles());
                if (!late && !values.updates().isEmpty()) {
                    complain("published " + values.updates().get(0) + " without a good answer");
                }
                offlineAfter = late ? Duration.between(began, rig.now()) : null;
            } else {
                rig.run(tolerance.hold());
                checkQuiet(rig, true);
            }
            endAndRecover(rig, values);
            leave(rig, freshness);
        }
        leftThreads(time);
    }

    private void inSteadyState() {
        VirtualTime time;
        try (Rig rig = Rigs.make(setUp, row.victim(), phase)) {
            time = rig.time();
            ValueCheck values = new ValueCheck(rig);
            FreshnessCheck freshness = watch(rig);
            beginWell(rig);
            suffer(rig, values);
            endAndRecover(rig, values);
            leave(rig, freshness);
        }
        leftThreads(time);
    }

    private void duringBackFill() {
        VirtualTime time;
        try (Rig rig = Rigs.make(setUp, row.victim(), phase)) {
            time = rig.time();
            ValueCheck values = new ValueCheck(rig);
            FreshnessCheck freshness = watch(rig);
            rig.begin();
            String channel = rig.past().channel();
            rig.run(Duration.ofHours(1), () -> !series(rig, channel).isEmpty());
            if (series(rig, channel).isEmpty() || rig.shown("connection#history-state").equals("complete")) {
                complain("not amid the record, but " + rig.shown("connection#history-state") + " with "
                        + series(rig, channel).size() + " entries");
            }
            suffer(rig, values);
            if ("interrupted".equals(row.record()) && !rig.run(RECORD_COMES,
                    () -> rig.shown("connection#history-state").equals("interrupted offline.log-unreadable"))) {
                // what was being read when the trouble began may have been good
                complain("the record is said to be " + rig.shown("connection#history-state"));
            }
            Instant end = rig.now();
            endAndRecover(rig, values);
            rig.run(RECORD_COMES, () -> rig.shown("connection#history-state").startsWith("complete")
                    && rig.past().complaints(series(rig, channel), row.lacks()).isEmpty());
            recordAfter = Duration.between(end, rig.now());
            complaints.addAll(rig.past().complaints(series(rig, channel), row.lacks()));
            leave(rig, freshness);
        }
        leftThreads(time);
    }

    private void whileItIsDisposedOf(boolean first) {
        VirtualTime time;
        try (Rig rig = Rigs.make(setUp, row.victim(), phase)) {
            time = rig.time();
            if (first) {
                begin(rig, Phase.START);
                rig.begin();
                rig.time().settle();
            } else {
                beginWell(rig);
                begin(rig, phase);
                rig.time().pass(rig.time().untilNext());
            }
            long attempts = rig.attempts();
            long deadline = System.nanoTime() + A_MOMENT_NANOS;
            while (rig.attempts() == attempts && System.nanoTime() < deadline) {
                LockSupport.parkNanos(A_MOMENT_NANOS / 500);
            }
            leave(rig);
        }
        leftThreads(time);
    }

    private static List<TimeSeries.Entry> series(Rig rig, String channel) {
        return rig.openHab().series.getOrDefault(channel, List.of());
    }

    private void begin(Rig rig, Phase when) {
        rig.setHurried(trouble.isSlow()
                || rig.connectionType() != ConnectionType.GATEWAY && rig.connectionType() != ConnectionType.PORTAL);
        trouble.begin().accept(rig, when);
    }

    private void beginWell(Rig rig) {
        rig.begin();
        if (!rig.run(tolerance.most(), rig::isWell)) {
            complain("did not begin well: " + rig.openHab().statuses);
        }
        rig.run(tolerance.settles());
    }

    /** The trouble, in the middle of a good time. */
    private void suffer(Rig rig, ValueCheck values) {
        keep(rig);
        values.begin();
        Instant began = rig.now();
        begin(rig, phase);
        if (expected.isShown()) {
            awaitShown(rig, tolerance.most());
            Duration took = Duration.between(began, rig.now());
            offlineAfter = took;
            boolean early = took.plus(Tolerance.interval(setUp)).compareTo(tolerance.least()) < 0;
            if (early && !expected.lasting()) {
                complain("OFFLINE after " + took.toSeconds() + " s");
            }
            rig.run(tolerance.after());
            if (!expected.isShown(rig)) {
                complain("did not stay: " + rig.status(rig.bridge()) + " / " + rig.status(rig.inverter()));
            }
        } else {
            rig.run(tolerance.hold());
            checkQuiet(rig, false);
        }
        complaints.addAll(values.complaints(switch (expected.kind()) {
            case UNDEF -> expected.about();
            case UNKNOWN -> "*";
            default -> setUp == SetUp.ALTERNATIVES ? ValueCheck.OF_THE_UNIT : "";
        }));
    }

    private void awaitShown(Rig rig, Duration atMost) {
        if (!rig.run(atMost, () -> expected.isShown(rig))) {
            complain("not shown: " + rig.status(rig.bridge()) + " / " + rig.status(rig.inverter()));
        }
        boolean byBridge = expected.isShownAs(rig.status(rig.bridge()));
        String status = rig.status(byBridge ? rig.bridge() : rig.inverter());
        shown = (byBridge ? "bridge " : "inverter ")
                + status.replaceFirst("^.*@text/offline\\.", "").replaceFirst(" .*$", "");
        text = ShownText.english(status);
        complaints.addAll(ShownText.complaints(status));
    }

    private void checkQuiet(Rig rig, boolean first) {
        if (expected.kind() == Expected.Kind.UNKNOWN) {
            return;
        }
        if (!rig.isOnline()) {
            complain("not ONLINE: " + rig.status(rig.bridge()) + " / " + rig.status(rig.inverter()));
        }
        String remark = rig.status(rig.bridge());
        if (expected.isRemark(remark)) {
            shown = remark.replaceFirst("^.*@text/online\\.", "remark ").replaceFirst(" \\[.*$", "");
            text = ShownText.english(remark);
            complaints.addAll(ShownText.complaints(remark));
        } else if (expected.kind() == Expected.Kind.REMARK) {
            complain("the bridge remarks nothing: " + remark);
        }
        String channel = expected.about();
        String state = rig.shown(channel);
        boolean updated = rig.openHab().updates.stream().anyMatch(update -> update.startsWith(channel + " "));
        if (expected.kind() == Expected.Kind.UNDEF && !"UNDEF".equals(state)) {
            complain(channel + " is " + state);
        } else if (expected.kind() == Expected.Kind.KEPT && (updated || first != "null".equals(state))) {
            complain(channel + " was not left alone, is " + state);
        }
    }

    private void endAndRecover(Rig rig, ValueCheck values) {
        if (expected.lasting()) {
            rig.run(tolerance.hold());
            // a password that was good before is refused for sure only the second time
            boolean wasGood = phase != Phase.START && "password-refused".equals(expected.about());
            if (rig.refusals() > (wasGood ? 2 : 1)) {
                complain("the password was refused " + rig.refusals() + " times");
            }
        }
        checkTexts(rig);
        keep(rig);
        values.begin();
        trouble.end().accept(rig);
        rig.setHurried(false);
        Instant end = rig.now();
        if (expected.lasting()) {
            rig.reconfigure(trouble.cure());
        }
        boolean back = rig.run(tolerance.back(expected), () -> rig.isWell() && isFresh(rig));
        backAfter = Duration.between(end, rig.now());
        if (!back) {
            complain("did not come back: " + rig.status(rig.bridge()) + " / " + rig.status(rig.inverter()));
        }
        rig.run(tolerance.settles());
        if (back && !rig.isWell()) {
            complain("did not stay well: " + rig.status(rig.bridge()) + " / " + rig.status(rig.inverter()));
        }
        complaints.addAll(values.complaints(""));
    }

    /** A good sample has come since. */
    private static boolean isFresh(Rig rig) {
        return failures(rig) == 0
                && rig.openHab().updates.stream().anyMatch(update -> update.startsWith("connection#sample-time 2"));
    }

    private static int failures(Rig rig) {
        String failures = rig.shown("connection#failures");
        return failures.matches("\\d+") ? Integer.parseInt(failures) : -1;
    }

    /** No other text than the right one was ever shown. */
    private void checkTexts(Rig rig) {
        if (expected.kind() == Expected.Kind.UNKNOWN) {
            return;
        }
        if (setUp == SetUp.ALTERNATIVES) {
            rig.openHab().statuses.stream().filter(status -> status.startsWith("main OFFLINE")).findFirst()
                    .ifPresent(status -> complain("showed " + status));
            return;
        }
        for (String status : rig.openHab().statuses) {
            String shown = status.substring(status.indexOf(' ') + 1);
            boolean other = shown.startsWith("OFFLINE") && !"OFFLINE BRIDGE_OFFLINE".equals(shown)
                    && !(expected.isShown() && expected.isShownAs(shown));
            boolean remarked = shown.startsWith("ONLINE NONE ") && !expected.isRemark(shown)
                    && !(expected.isShown() && "no-units".equals(expected.about()));
            if (other || remarked) {
                complain("showed " + status);
                return;
            }
        }
    }

    private void keep(Rig rig) {
        said.append(rig.openHab().statuses).append(rig.openHab().updates);
        rig.openHab().statuses.clear();
        rig.openHab().updates.clear();
    }

    private FreshnessCheck watch(Rig rig) {
        Duration limit = "portal midnight".equals(trouble.name()) ? Tolerance.BAD_TIME : tolerance.stale();
        return new FreshnessCheck(rig, limit, tolerance.least().dividedBy(2));
    }

    private void leave(Rig rig, FreshnessCheck freshness) {
        freshness.checkFresh(Tolerance.interval(setUp));
        oldest = freshness.oldest();
        freshnessTrue = freshness.complaints().isEmpty();
        complaints.addAll(freshness.complaints());
        leave(rig);
    }

    private void leave(Rig rig) {
        complaints.addAll(Leftovers.ofThings(rig, setUp.hasPortal()));
        keep(rig);
        said.append(rig.openHab().thing(rig.bridge().getUID()).getProperties())
                .append(rig.openHab().thing(rig.inverter().getUID()).getProperties()).append(rig.kept())
                .append(log.take(Objects.requireNonNull(Thread.currentThread().getThreadGroup())));
        String everything = said.toString();
        rig.secrets().stream().filter(everything::contains).findFirst()
                .ifPresent(secret -> complain("told a secret that begins with " + secret.substring(0, 4)));
    }

    private void leftThreads(VirtualTime time) {
        complaints.addAll(Leftovers.threads(setUp.hasPortal(), time));
    }

    private void complain(String complaint) {
        if (!complaints.contains(complaint)) {
            complaints.add(complaint);
        }
    }
}
