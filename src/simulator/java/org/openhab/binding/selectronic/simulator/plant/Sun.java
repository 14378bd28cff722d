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

import java.time.LocalDateTime;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The sun at one place: how much of its peak a solar generator gives, by season, hour and cloud.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Sun {
    private static final double TILT_OF_THE_EARTH = Math.toRadians(23.44);
    private static final double TEN_MINUTES = 600;
    private static final double TWO_HOURS = 7200;

    private final double latitude;
    private final Chance clouds;

    public Sun(double latitude, long seed) {
        this.latitude = Math.toRadians(latitude);
        this.clouds = new Chance(seed, "clouds");
    }

    /** Sine of the sun's height; negative at night. */
    public double height(LocalDateTime local) {
        double declination = -TILT_OF_THE_EARTH * Math.cos(2 * Math.PI * (local.getDayOfYear() + 10) / 365.25);
        double hourAngle = Math.PI * (local.toLocalTime().toSecondOfDay() / 3600.0 - 12) / 12;
        return Math.sin(latitude) * Math.sin(declination)
                + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
    }

    /** Share of the peak under a clear sky, 0 to 1. */
    public double clear(LocalDateTime local) {
        return Math.pow(Math.max(0, height(local)), 0.9);
    }

    /** Share of the peak that comes through, 0 to 1. */
    public double share(LocalDateTime local, double seconds, double cloudiness) {
        double slow = clouds.wander(seconds, TWO_HOURS);
        double quick = clouds.wander(seconds + 1e9, TEN_MINUTES);
        double cover = Math.min(1, cloudiness * (0.35 + 0.7 * slow + 0.5 * quick));
        return clear(local) * (1 - 0.9 * cover);
    }
}
