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
 * A mains connection.
 *
 * @param importLimit most that is taken in W
 * @param exportLimit most that is fed in, in W; 0 where feeding in is not allowed
 * @param reserveSoc state of charge in percent below which the mains carries the house
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record GridSettings(double importLimit, double exportLimit, double reserveSoc) {
    public GridSettings {
        if (importLimit < 0 || exportLimit < 0 || reserveSoc < 0 || reserveSoc > 100) {
            throw new IllegalArgumentException("limits are not negative, a reserve is 0 to 100");
        }
    }
}
