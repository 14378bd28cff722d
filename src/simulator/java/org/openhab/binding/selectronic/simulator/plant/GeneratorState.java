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
 * The generator at a moment.
 *
 * @param turning whether its alternator gives a voltage
 * @param connected whether it may supply
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record GeneratorState(GeneratorStatus status, GeneratorReason startReason, GeneratorReason runReason,
        boolean turning, boolean connected) {
    static final GeneratorState OFF = new GeneratorState(GeneratorStatus.NOT_RUNNING, GeneratorReason.NOT_RUNNING,
            GeneratorReason.NOT_RUNNING, false, false);
    static final GeneratorState MAINS = new GeneratorState(GeneratorStatus.AC_SOURCE_PRESENT,
            GeneratorReason.AC_SOURCE_PRESENT, GeneratorReason.AC_SOURCE_PRESENT, true, true);
}
