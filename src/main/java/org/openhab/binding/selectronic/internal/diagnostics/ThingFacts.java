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
package org.openhab.binding.selectronic.internal.diagnostics;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.source.Unit;

/**
 * Input of a report: everything about one thing, including secrets.
 *
 * @param type the id of its type
 * @param id its own id
 * @param status its status and the detail of it
 * @param description the text of its status, null for none
 * @param configuration its configuration
 * @param properties its properties
 * @param contact the statistics of answers and failures
 * @param units the units found by a bridge, or the unit of an inverter
 * @param channels the quantities that it has channels for
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ThingFacts(String type, String id, String status, @Nullable String description,
        Map<String, Object> configuration, Map<String, String> properties, ContactLog.Figures contact, List<Unit> units,
        List<Quantity> channels) {
}
