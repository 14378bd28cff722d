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

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.diagnostics.ContactLog;
import org.openhab.binding.selectronic.internal.model.ChannelForm;
import org.openhab.binding.selectronic.internal.model.OperationCodes;
import org.openhab.binding.selectronic.internal.model.Quantity;
import org.openhab.binding.selectronic.internal.model.UnitEvent;
import org.openhab.binding.selectronic.internal.model.Value;
import org.openhab.core.i18n.TimeZoneProvider;

/**
 * Adds texts to the observations of one inverter: names of alerts, explanations, and event texts.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SampleTexts {
    private final ChannelTexts texts;
    private final TimeZoneProvider zones;
    private final ContactLog contact;
    private @Nullable UnitEvent lastAlert;

    /**
     * @param texts provides texts
     * @param zones provides the time zone of times in texts
     * @param contact receives the events
     */
    SampleTexts(ChannelTexts texts, TimeZoneProvider zones, ContactLog contact) {
        this.texts = texts;
        this.zones = zones;
        this.contact = contact;
    }

    /** Forgets the last alert. */
    void forget() {
        lastAlert = null;
    }

    /**
     * @param observation what follows from a sample
     * @return the derived values, with texts for the values that people read
     */
    Map<Quantity, Value> of(Observation observation) {
        Map<Quantity, Value> derived = observation.derived().values();
        observation.alertCode()
                .ifPresent(code -> derived.put(Quantity.ALERTS_TEXT, new Value.Words(() -> texts.text(code))));
        Value listed = derived.getOrDefault(Quantity.ALERTS_ACTIVE_LIST,
                observation.sample().values().getOrDefault(Quantity.ALERTS_ACTIVE_LIST, Value.UNKNOWN));
        if (listed instanceof Value.Alerts active) {
            derived.put(Quantity.ALERTS_ACTIVE_LIST, new Value.Words(() -> texts.text(active.codes())));
        }
        derived.replaceAll((quantity,
                value) -> quantity.form() == ChannelForm.EXPLANATION && value instanceof Value.Text explanation
                        ? new Value.Words(() -> texts.explanation(explanation.text()))
                        : value);
        // update the event texts before the triggers, so that rules can read them
        Set<UnitEvent> events = new LinkedHashSet<>(observation.sample().events());
        events.addAll(observation.derived().alerts());
        events.forEach(event -> report(event, derived));
        return derived;
    }

    private void report(UnitEvent event, Map<Quantity, Value> values) {
        contact.happened(event);
        Value text = new Value.Words(() -> texts.text(event, zones.getTimeZone()));
        if (event.type() != UnitEvent.Type.OPERATION) {
            // the log record of a polled alert comes later with more details and replaces it; an older record of
            // another alert does not
            UnitEvent last = lastAlert;
            if (last == null || !event.time().isBefore(last.time()) || event.isSameAs(last)) {
                values.put(Quantity.ALERTS_LAST_EVENT, text);
                lastAlert = event;
            }
            return;
        }
        values.put(Quantity.INVERTER_LAST_OPERATION, text);
        if (OperationCodes.isOfGenerator(event.code())) {
            values.put(Quantity.GENERATOR_LAST_EVENT, text);
        }
    }
}
