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
package org.openhab.binding.selectronic.internal.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Something that happened, as the unit or the portal has recorded it.
 *
 * @param type what kind of event it is
 * @param code the number of the alert, that of its raising also where it is cleared; or of the operation
 * @param time when it happened, by the clock of the unit or of the portal
 * @param old whether it is no news, as what was recorded before the first look: it is shown, but triggers nothing
 * @param snapshot what the unit measured at that moment; what it did not measure is not a key
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record UnitEvent(Type type, int code, Instant time, boolean old, Map<Quantity, Value> snapshot) {
    /** Keeps the snapshot as it is. */
    public UnitEvent {
        snapshot = Collections.unmodifiableMap(snapshot);
    }

    /**
     * @param other another event
     * @return whether the same is told, whenever and with whatever snapshot
     */
    public boolean isSameAs(UnitEvent other) {
        return type == other.type && code == other.code;
    }

    /** @return the same as something that is no news */
    public UnitEvent asOld() {
        return new UnitEvent(type, code, time, true, snapshot);
    }

    /** @return the same of an AC source that is wired the other way round */
    public UnitEvent withInvertedAcSource() {
        Map<Quantity, Value> inverted = new LinkedHashMap<>(snapshot);
        inverted.replaceAll(Sample::inverted);
        return new UnitEvent(type, code, time, old, inverted);
    }

    /** Kinds of events. */
    public enum Type {
        /** An alert began to stand. */
        ALERT_RAISED,
        /** An alert ceased to stand. */
        ALERT_CLEARED,
        /** The unit did something: relays, contactors, generator, charge stages, modes. */
        OPERATION
    }
}
