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
 * What stands at the AC source terminals at a moment.
 *
 * @param volts 0 without a source
 * @param frequency in Hz, 0 without a source
 * @param connected whether the contactor is closed
 * @param mains whether it is the grid
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record AcSource(double volts, double frequency, boolean connected, boolean mains) {
    static final AcSource NONE = new AcSource(0, 0, false, false);
}
