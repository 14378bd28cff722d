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
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * An event recorded by the unit or the portal.
 *
 * @param type what kind of event it is
 * @param code the code of the alert, also when it is cleared (always the code that raised it); or the code of the
 *            operation
 * @param time when it happened, by the clock of the unit or of the portal
 * @param old whether the event was recorded before the first read: it is shown, but does not trigger anything
 * @param snapshot values that the unit measured at that moment; a quantity that was not measured is not a key
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record UnitEvent(Type type, int code, Instant time, boolean old, Map<Quantity, Value> snapshot) {
    /** Stores the snapshot without a copy. */
    public UnitEvent {
        snapshot = Collections.unmodifiableMap(snapshot);
    }

    /**
     * @param other another event
     * @return whether both have the same type and code, regardless of time and snapshot
     */
    public boolean isSameAs(UnitEvent other) {
        return type == other.type && code == other.code;
    }

    /** @return the same event marked as old, so that it does not trigger anything */
    public UnitEvent asOld() {
        return new UnitEvent(type, code, time, true, snapshot);
    }

    /** @return the same event with the opposite sign of the AC source, for one that is wired in reverse */
    public UnitEvent withInvertedAcSource() {
        return new UnitEvent(type, code, time, old, Sample.withInvertedAcSource(snapshot));
    }

    /** Types of events. */
    public enum Type {
        /** An alert became active. */
        ALERT_RAISED,
        /** An alert is no longer active. */
        ALERT_CLEARED,
        /** An operation of the unit: relays, contactors, generator, charge stages, modes. */
        OPERATION
    }
}
