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
package org.openhab.binding.selectronic.internal.derive;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Trigger;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * The result derived from a sample and the samples before it.
 *
 * @param values the derived quantities
 * @param triggers the payloads of the triggers that follow from a change since the last known state
 * @param alerts the alerts raised or cleared, in order of time
 * @param acSource the type of the AC source, {@link AcSource#AUTO} while unknown
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Derived(Map<Quantity, Value> values, Map<Trigger, String> triggers, List<UnitEvent> alerts,
        AcSource acSource) {
}
