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
package org.openhab.binding.selectronic.internal.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;

/**
 * Notes the series of a history. Without a forecast that asks for records.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public abstract class SeriesBook implements HistoryReader.Outlet {
    public final Map<Quantity, List<Point>> sent = new EnumMap<>(Quantity.class);

    @Override
    public void series(Quantity quantity, List<Point> points) {
        Objects.requireNonNull(sent.computeIfAbsent(quantity, key -> new ArrayList<>())).addAll(points);
    }

    @Override
    public Optional<HistoryPosition> recordsAfter() {
        return Optional.empty();
    }

    @Override
    public void records(HistoryPortion portion) {
    }
}
