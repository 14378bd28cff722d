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
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.AcSource;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * What follows from a sample and from those before it.
 *
 * @param values the derived quantities
 * @param generator whether the generator has started (true) or stopped (false) since it was last known, empty for
 *        neither
 * @param alerts which alerts have come or gone, in the order of time
 * @param acSource what is wired to the AC source, {@link AcSource#AUTO} as long as nothing tells
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record Derived(Map<Quantity, Value> values, Optional<Boolean> generator, List<UnitEvent> alerts,
        AcSource acSource) {
}
