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
package org.openhab.binding.selectronic.internal.derive;

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Alert;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * The alert that stands, and when it changes. What stood already at the first sample was there before us and is no
 * event.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class AlertWatch {
    private boolean known;
    private @Nullable Alert standing;

    /**
     * What has changed with a sample.
     *
     * @param cleared the code of the alert that is gone, null if none is
     * @param raised the code of the alert that is new, null if none is
     */
    public record Change(@Nullable Integer cleared, @Nullable Integer raised) {
        static final Change NONE = new Change(null, null);
    }

    /**
     * @param sample a new sample
     * @param values what the alert's figures are added to; nothing is added where the sample does not tell of alerts
     * @return what has changed
     */
    public Change observe(Sample sample, Map<Quantity, Value> values) {
        Value told = sample.values().get(ALERTS_CODE);
        if (told == null) {
            return Change.NONE;
        }
        OptionalDouble code = sample.number(ALERTS_CODE);
        if (code.isEmpty()) {
            values.put(ALERTS_ACTIVE, Value.UNKNOWN);
            values.put(ALERTS_SINCE, Value.UNKNOWN);
            return Change.NONE;
        }
        Alert before = standing;
        Alert now = alert((int) code.getAsDouble(), sample, before);
        standing = now;
        Instant since = now == null ? null : now.since();
        values.put(ALERTS_ACTIVE, Value.of(now != null));
        values.put(ALERTS_SINCE, since == null ? Value.UNKNOWN : Value.of(since));
        Change change = known ? change(before, now) : Change.NONE;
        known = true;
        return change;
    }

    private static @Nullable Alert alert(int code, Sample sample, @Nullable Alert before) {
        if (code == 0) {
            return null;
        }
        if (sample.values().get(ALERTS_SINCE) instanceof Value.Moment moment) {
            return new Alert(code, moment.instant());
        }
        return before != null && before.code() == code ? before : new Alert(code, sample.time());
    }

    private static Change change(@Nullable Alert before, @Nullable Alert now) {
        Integer was = before == null ? null : before.code();
        Integer is = now == null ? null : now.code();
        return Objects.equals(was, is) ? Change.NONE : new Change(was, is);
    }
}
