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
package org.openhab.binding.selectronic.simulator.scenario;

import java.time.Duration;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.memory.UnitIdentity;
import org.openhab.binding.selectronic.simulator.plant.Plant;

/**
 * Something that happens to a unit some time after the start of a scenario.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ScenarioEvent(Duration after, String what, Consumer<Unit> action) {
    /** The unit to which it happens. */
    public interface Unit {
        /** Does something to the plant. */
        void change(Consumer<Plant> change);

        /** Pulls or plugs in the cable between unit and gateway. */
        void setLinked(boolean linked);

        /** Puts another unit, fresh from some days on a bench, in the place of this one. */
        void replaceBy(UnitIdentity identity);
    }
}
