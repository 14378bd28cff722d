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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The ways to an inverter, with what is usual on each: the times that decide between a short trouble and an outage.
 * <p>
 * Source: the gateway reads its inverter every 5 s (published {@code /devices/&#123;id&#125;} body, member
 * {@code poll}).
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Way {
    /** The Select.live box on the local network. */
    GATEWAY(Duration.ofSeconds(60), 3, Duration.ofSeconds(60), Duration.ofMinutes(5));

    private final Duration staleAfter;
    private final int toleratedFailures;
    private final Duration toleratedTime;
    private final Duration slowestProbe;

    Way(Duration staleAfter, int toleratedFailures, Duration toleratedTime, Duration slowestProbe) {
        this.staleAfter = staleAfter;
        this.toleratedFailures = toleratedFailures;
        this.toleratedTime = toleratedTime;
        this.slowestProbe = slowestProbe;
    }

    /**
     * A sample whose own time has not moved for so long is no longer true of the present.
     *
     * @return the longest time without a new sample
     */
    public Duration staleAfter() {
        return staleAfter;
    }

    /** @return the number of polls in a row that must fail before the trouble is called an outage */
    public int toleratedFailures() {
        return toleratedFailures;
    }

    /** @return the time without a good answer after which the trouble is called an outage, however few polls failed */
    public Duration toleratedTime() {
        return toleratedTime;
    }

    /** @return the ceiling of the growing delay between attempts while nothing answers */
    public Duration slowestProbe() {
        return slowestProbe;
    }
}
