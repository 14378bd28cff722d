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
package org.openhab.binding.selectronic.workbench.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.workbench.thing.Change;
import org.openhab.binding.selectronic.workbench.thing.Readings;
import org.openhab.binding.selectronic.workbench.thing.Things;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.type.ChannelKind;

/**
 * Makes the rows of the table out of the things there are.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Rows {
    private final Labels labels;
    private final ValueText values;

    /**
     * @param labels what channels are called
     * @param values how values are written
     */
    public Rows(Labels labels, ValueText values) {
        this.labels = labels;
        this.values = values;
    }

    /**
     * @param things the things there are
     * @return a row for each state channel, in the order of the channels
     */
    public List<Row> of(Things things) {
        List<Row> rows = new ArrayList<>();
        boolean several = things.devices().size() > 1;
        for (Thing thing : things.devices()) {
            String suffix = several ? " · " + thing.getLabel() : "";
            for (Channel channel : thing.getChannels()) {
                if (channel.getKind() == ChannelKind.STATE) {
                    rows.add(row(channel, suffix, things.readings()));
                }
            }
        }
        return rows;
    }

    private Row row(Channel channel, String suffix, Readings readings) {
        Optional<Readings.Reading> reading = readings.of(channel.getUID());
        return new Row(labels.group(channel) + suffix, labels.channel(channel),
                reading.map(known -> values.of(channel, known.state())).orElseGet(() -> new ValueText.Shown("", "")),
                reading.map(known -> Row.age(readings.age(known))).orElseGet(() -> ""),
                reading.map(Readings.Reading::change).orElseGet(() -> Change.NONE), labels.isAdvanced(channel));
    }
}
