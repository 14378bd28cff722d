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
package org.openhab.binding.selectronic.internal.scenario.matrix;

import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.fault.FaultName;

/**
 * What goes wrong with lines, with answers of web pages, and with what is in them; and with what is behind a box.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class WebTroubleList {
    private WebTroubleList() {
    }

    static Stream<Trouble> all() {
        return Stream.concat(Stream.of(FaultName.values()).map(Trouble::of),
                Stream.of(new Trouble(Trouble.NEVER_COMPLETES, (rig, phase) -> rig.setStuck(true), rig -> {
                    rig.clear();
                    rig.setStuck(false);
                }, java.util.Map.of()),
                        new Trouble("box cable-pulled", (rig, phase) -> rig.simulation().unit().setLinked(false),
                                rig -> rig.simulation().unit().setLinked(true), java.util.Map.of())));
    }
}
