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
package org.openhab.binding.selectronic.internal.handler;

import static org.openhab.binding.selectronic.internal.model.Quantity.CONNECTION_HISTORY_END;
import static org.openhab.binding.selectronic.internal.model.Quantity.CONNECTION_HISTORY_PROGRESS;
import static org.openhab.binding.selectronic.internal.model.Quantity.CONNECTION_HISTORY_STATE;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.history.HistoryReader;
import org.openhab.binding.selectronic.internal.history.HistoryState;
import org.openhab.binding.selectronic.internal.history.Point;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.binding.selectronic.internal.source.HistoryPortion;
import org.openhab.binding.selectronic.internal.source.HistoryPosition;
import org.openhab.core.types.TimeSeries;

/**
 * Publishes the history channels of an inverter: one time series per channel and portion. Series are added to stored
 * data and never remove any. The same records fill the past of the forecast.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class HistoryChannels implements HistoryReader.Outlet {
    private static final Set<Quantity> QUANTITIES = HistoryReader.quantities();

    private final Predicate<Quantity> linked;
    private final BiConsumer<Quantity, TimeSeries> series;
    private final Consumer<Map<Quantity, Value>> values;
    private final Function<HistoryState, String> texts;
    private final ForecastChannels forecast;

    /**
     * @param linked whether the channel of a quantity has an item
     * @param series receives the series
     * @param values updates the connection channels
     * @param texts provides the text of a state
     * @param forecast receives the records that it misses
     */
    HistoryChannels(Predicate<Quantity> linked, BiConsumer<Quantity, TimeSeries> series,
            Consumer<Map<Quantity, Value>> values, Function<HistoryState, String> texts, ForecastChannels forecast) {
        this.linked = linked;
        this.series = series;
        this.values = values;
        this.texts = texts;
        this.forecast = forecast;
    }

    @Override
    public Set<Quantity> wanted() {
        Set<Quantity> wanted = EnumSet.copyOf(QUANTITIES);
        wanted.removeIf(linked.negate());
        return wanted;
    }

    @Override
    public void series(Quantity quantity, List<Point> points) {
        TimeSeries reported = new TimeSeries(TimeSeries.Policy.ADD);
        points.forEach(
                point -> reported.add(point.time(), ChannelPublisher.state(quantity.form(), Value.of(point.number()))));
        series.accept(quantity, reported);
    }

    @Override
    public Optional<HistoryPosition> recordsAfter() {
        return forecast.missingAfter();
    }

    @Override
    public void records(HistoryPortion portion) {
        forecast.fill(portion);
    }

    private static Value number(OptionalDouble number) {
        return number.isPresent() ? Value.of(number.getAsDouble()) : Value.UNKNOWN;
    }

    @Override
    public void state(HistoryState state) {
        if (wanted().isEmpty()) {
            // read for the forecast only
            return;
        }
        Map<Quantity, Value> reported = new EnumMap<>(Quantity.class);
        reported.put(CONNECTION_HISTORY_STATE, new Value.Words(() -> texts.apply(state)));
        reported.put(CONNECTION_HISTORY_PROGRESS, number(state.percent()));
        reported.put(CONNECTION_HISTORY_END, state.end().map(Value::of).orElseGet(() -> Value.UNKNOWN));
        values.accept(reported);
    }
}
