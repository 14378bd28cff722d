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
package org.openhab.binding.selectronic.internal.source;

import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.RegisterRefresh;
import org.openhab.binding.selectronic.internal.model.TextStorage;

/**
 * The readers of the events of a unit, and what they want to know besides.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@FunctionalInterface
public interface EventReaders {
    /**
     * @param unit a unit
     * @return the storage of each reader, by its name, for {@code NewEvents.upTo()}
     */
    Map<String, TextStorage> of(Unit unit);

    /**
     * @param unit a unit
     * @return the names of the registers that are read along with the live values, and how often
     */
    default Map<String, RegisterRefresh> registers(Unit unit) {
        return Map.of();
    }
}
