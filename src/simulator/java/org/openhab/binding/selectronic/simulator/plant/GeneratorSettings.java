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
package org.openhab.binding.selectronic.simulator.plant;

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A generator that the SP PRO starts and stops.
 *
 * @param rating power in W
 * @param startSoc state of charge in percent at which it starts
 * @param stopSoc state of charge in percent at which it may stop
 * @param minimumRun shortest run under load
 * @param warmUp time between running and taking load
 * @param coolDown time without load before it stops
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record GeneratorSettings(double rating, double startSoc, double stopSoc, Duration minimumRun, Duration warmUp,
        Duration coolDown) {
    public GeneratorSettings {
        if (rating <= 0 || stopSoc <= startSoc) {
            throw new IllegalArgumentException("a generator has power and stops above where it starts");
        }
    }

    /** A generator with ordinary times. */
    public static GeneratorSettings of(double rating, double startSoc, double stopSoc) {
        return new GeneratorSettings(rating, startSoc, stopSoc, Duration.ofMinutes(30), Duration.ofSeconds(60),
                Duration.ofSeconds(120));
    }
}
