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
package org.openhab.binding.selectronic.internal.portal;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Identity;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * One system of the account, as far as it is known.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class PortalSystem {
    /** Longest time before a system page without a serial number is read again. */
    private static final Duration LONGEST_RETRY = Duration.ofDays(1);

    final String number;
    /** Name given by the owner, blank if there is none. */
    volatile String name = "";
    /** Whether live values are polled. */
    volatile boolean isPolled;
    private Identity identity = Identity.NONE;
    private @Nullable Instant describedAt;
    private Duration retry = Duration.ofMinutes(10);

    PortalSystem(String number) {
        this.number = number;
    }

    /**
     * Returns whether to read the system page now: if it was not read yet, or if it contained no serial number some
     * time ago (the portal may have sent another page because of an outage).
     */
    synchronized boolean wantsDescription(Instant now) {
        Instant last = describedAt;
        return last == null || identity.serialNumber() == null && !now.isBefore(last.plus(retry));
    }

    /** Stores the content of the system page. */
    synchronized void described(Identity reported, Instant now) {
        retry = describedAt == null ? retry : PortalSession.shorter(retry.multipliedBy(2), LONGEST_RETRY);
        identity = reported;
        describedAt = now;
    }

    /** Sets the serial number known from before a restart, used until the system page is read. */
    synchronized void remembered(String serialNumber) {
        identity = describedAt == null ? new Identity(serialNumber, null, null, null) : identity;
    }

    synchronized Unit unit() {
        return new Unit(number, identity, name.isEmpty() ? null : name);
    }
}
