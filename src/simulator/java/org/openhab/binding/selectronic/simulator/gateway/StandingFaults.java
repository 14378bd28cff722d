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
package org.openhab.binding.selectronic.simulator.gateway;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.UnitSample;
import org.openhab.binding.selectronic.simulator.memory.Register;

/**
 * Since when faults stand. A unit does not tell it: who reads the unit notes when a fault is first seen.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class StandingFaults {
    private record Standing(long code, Instant since) {
    }

    private final Map<Integer, Standing> faults = new HashMap<>();

    /** When the present fault of a unit was first seen; the epoch without one. */
    public synchronized Instant since(UnitSample sample, Instant readAt) {
        long code = sample.image().counts(Register.ALERT_SLOT_0);
        if (code == 0) {
            faults.remove(sample.identity().serial());
            return Instant.EPOCH;
        }
        return Objects.requireNonNull(faults.merge(sample.identity().serial(), new Standing(code, readAt),
                (old, seen) -> old.code() == code ? old : seen)).since();
    }
}
