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
import org.openhab.binding.selectronic.simulator.SimulatedUnit;

/**
 * Something that happens to a unit some time after the start of a scenario.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ScenarioEvent(Duration after, String what, Consumer<SimulatedUnit> action) {
}
