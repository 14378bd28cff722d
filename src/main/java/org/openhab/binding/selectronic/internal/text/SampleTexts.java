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
package org.openhab.binding.selectronic.internal.text;

import static org.openhab.binding.selectronic.internal.model.Quantity.*;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.derive.Derived;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.EventCodes;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.Sample;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;

/**
 * Adds texts to the samples of one inverter: names of alerts, explanations, and event texts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class SampleTexts {
    /** An event that is further ahead of the samples was recorded by a wrong clock. */
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final List<Quantity> EXPLANATIONS = Stream.of(Quantity.values())
            .filter(quantity -> quantity.form() == ChannelForm.EXPLANATION).toList();

    private final ChannelTexts texts;
    private final TextStorage storage;
    private @Nullable UnitEvent lastAlert;

    /**
     * @param texts provides texts
     * @param storage the storage of the thing, which keeps the last events over a restart
     */
    public SampleTexts(ChannelTexts texts, TextStorage storage) {
        this.texts = texts;
        this.storage = storage;
    }

    /** @return the texts of the last events that were stored before a restart */
    public Map<Quantity, Value> restored() {
        Map<Quantity, Value> restored = new EnumMap<>(Quantity.class);
        for (Quantity quantity : List.of(GENERATOR_LAST_EVENT, INVERTER_LAST_OPERATION, ALERTS_LAST_EVENT,
                INVERTER_LAST_SETTINGS_CHANGE)) {
            String text = storage.get(quantity.channelId());
            if (text != null) {
                restored.put(quantity, new Value.Words(() -> text));
            }
        }
        return restored;
    }

    /** Forgets the last alert. */
    public void forget() {
        lastAlert = null;
    }

    /**
     * @param sample a sample
     * @param derived the values derived from it
     * @param events the events of both
     * @return the derived values, with texts for the values that people read
     */
    public Map<Quantity, Value> of(Sample sample, Derived derived, Collection<UnitEvent> events) {
        Map<Quantity, Value> values = derived.values();
        if (latest(ALERTS_CODE, sample, values) instanceof Value.Numeric code) {
            values.put(ALERTS_TEXT, new Value.Words(() -> texts.text((int) code.number())));
        }
        if (latest(ALERTS_ACTIVE_LIST, sample, values) instanceof Value.Alerts active) {
            values.put(ALERTS_ACTIVE_LIST, new Value.Words(() -> texts.text(active.codes())));
        }
        for (Quantity quantity : EXPLANATIONS) {
            if (values.get(quantity) instanceof Value.Text explanation) {
                values.put(quantity, new Value.Words(() -> texts.explanation(explanation.text())));
            }
        }
        // update the event texts before the triggers, so that rules can read them
        events.forEach(event -> report(event, sample.time(), values));
        return values;
    }

    private static @Nullable Value latest(Quantity quantity, Sample sample, Map<Quantity, Value> derived) {
        Value value = derived.get(quantity);
        return value == null ? sample.values().get(quantity) : value;
    }

    private void report(UnitEvent event, Instant now, Map<Quantity, Value> values) {
        if (event.type() != UnitEvent.Type.OPERATION) {
            // the log record of a polled alert comes later with more details and replaces it; an older record of
            // another alert does not, unless the clock was ahead at the last one
            UnitEvent last = lastAlert;
            if (last == null || !event.time().isBefore(last.time()) || event.isSameAs(last)
                    || last.time().isAfter(now.plus(AHEAD))) {
                report(ALERTS_LAST_EVENT, event, values);
                lastAlert = event;
            }
            return;
        }
        report(INVERTER_LAST_OPERATION, event, values);
        if (EventCodes.isOfGenerator(event.code())) {
            report(GENERATOR_LAST_EVENT, event, values);
        }
    }

    private void report(Quantity quantity, UnitEvent event, Map<Quantity, Value> values) {
        String text = texts.brief(event);
        values.put(quantity, new Value.Words(() -> text));
        storage.keep(quantity.channelId(), text);
    }
}
