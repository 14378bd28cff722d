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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The solar generators of a plant.
 *
 * @param acPeak peak of the AC-coupled solar inverters in W, 0 where there are none
 * @param dcPeak peak of the DC-coupled solar on shunt 1 in W, 0 where there is none
 * @param cloudiness 0 for a clear sky to 1 for heavy, moving cloud
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record SolarSettings(double acPeak, double dcPeak, double cloudiness) {
    public SolarSettings {
        if (acPeak < 0 || dcPeak < 0 || cloudiness < 0 || cloudiness > 1) {
            throw new IllegalArgumentException("peaks are not negative, cloudiness is 0 to 1");
        }
    }

    /** The same generators under another sky. */
    public SolarSettings withCloudiness(double newCloudiness) {
        return new SolarSettings(acPeak, dcPeak, newCloudiness);
    }
}
