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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.core.library.types.DateTimeType;
import org.openhab.core.library.types.QuantityType;
import org.openhab.core.types.State;

/**
 * Whether what is told about the age of values is true, by the virtual clock and by nothing that the binding thinks:
 * the age that is shown never lags behind the real one by more than its step, values are told with their time, and the
 * inverter is not ONLINE any more when its last good sample is older than what is tolerated.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class FreshnessCheck {
    /** The age is looked at so often by the binding, whatever else happens. */
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Set<String> VALUES = Set.of("battery#state-of-charge", "battery#power", "load#power",
            "solar#power", "ac-source#power");

    private final Rig rig;
    private final Duration limit;
    private final Duration step;
    private final Map<String, State> last = new HashMap<>();
    private final Set<String> complaints = new LinkedHashSet<>();
    /** When a sample came that is newer than the one before, null before the first. */
    private @Nullable Instant moved;
    private Instant timedAt = Instant.MIN;
    private boolean timeUnknown;
    private @Nullable Duration shownAge;
    private String changed = "";
    private Instant changedAt = Instant.MIN;
    private Duration oldest = Duration.ZERO;

    /**
     * @param rig what is looked at, whenever time has passed there
     * @param limit how long values may be of the present without a new sample
     * @param step by how much the age that is shown may lag behind
     */
    FreshnessCheck(Rig rig, Duration limit, Duration step) {
        this.rig = rig;
        this.limit = limit.plus(TICK);
        this.step = step.plus(TICK);
        rig.openHab().watch(this::updated);
        rig.onStep(this::look);
    }

    private synchronized void updated(String channel, State state) {
        Instant now = rig.now();
        if ("connection#sample-time".equals(channel)) {
            timeUnknown = !(state instanceof DateTimeType);
            timedAt = now;
            moved = isOther(channel, state) ? now : moved;
        } else if ("connection#sample-age".equals(channel)) {
            shownAge = state instanceof QuantityType<?> age ? Duration.ofMillis((long) (age.doubleValue() * 1000))
                    : null;
        } else if (VALUES.contains(channel) && isOther(channel, state) && state instanceof QuantityType<?>) {
            changed = channel;
            changedAt = now;
        }
    }

    private boolean isOther(String channel, State state) {
        return !state.equals(last.put(channel, state));
    }

    private synchronized void look() {
        boolean online = rig.status(rig.inverter()).startsWith("ONLINE");
        Instant since = moved;
        if (since == null) {
            if (online) {
                complaints.add("ONLINE without a sample");
            }
            return;
        } else if (timeUnknown) {
            // a device that places its values in its own future: then their age is not told
            return;
        }
        Duration age = Duration.between(since, rig.now());
        Duration shown = shownAge;
        if (shown != null && age.minus(shown).compareTo(step) > 0) {
            complaints.add("values " + age.toSeconds() + " s old are said to be " + shown.toSeconds() + " s old");
        }
        if (changedAt.isAfter(timedAt)) {
            complaints.add(changed + " changed under the time of another sample");
        }
        if (online) {
            oldest = age.compareTo(oldest) > 0 ? age : oldest;
            if (age.compareTo(limit) > 0) {
                complaints.add("ONLINE with values that are " + age.toSeconds() + " s old");
            }
        }
    }

    /** How old values were at most while the inverter was ONLINE. */
    synchronized Duration oldest() {
        return oldest;
    }

    /** What is not true, a few of it. */
    synchronized List<String> complaints() {
        return complaints.stream().limit(3).toList();
    }

    /** @param longest how old the values may be said to be at present, when all has been well for a while */
    synchronized void checkFresh(Duration longest) {
        Duration shown = shownAge;
        if (!timeUnknown && (shown == null || shown.compareTo(longest.plus(step)) > 0)) {
            complaints.add("after all is well again values are said to be " + shown + " old");
        }
    }
}
