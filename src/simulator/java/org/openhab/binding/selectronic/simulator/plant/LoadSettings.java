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
 * What a house uses.
 *
 * @param base always-on consumption in W
 * @param peak height of the evening peak above the base in W
 * @param appliances whether kettle, oven, pump and so on run by chance
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record LoadSettings(double base, double peak, boolean appliances) {
    public LoadSettings {
        if (base < 0 || peak < 0) {
            throw new IllegalArgumentException("a load is not negative");
        }
    }
}
