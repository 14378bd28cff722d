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

import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.workbench.thing.ThingObserver;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.types.State;

/**
 * What has happened, in words: status changes, finds and triggers.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Journal implements ThingObserver {
    private static final int MOST_ENTRIES = 100;

    private final Texts texts;
    private final Labels labels;
    private final Clock clock;
    private final Consumer<Entry> reader;
    private final Deque<Entry> entries = new ArrayDeque<>();

    /**
     * Something that has happened.
     *
     * @param time when
     * @param style how it is shown
     * @param text what
     */
    public record Entry(LocalTime time, Style style, String text) {
        @Override
        public String toString() {
            return String.format("%tT  %s", time, text);
        }
    }

    /**
     * @param texts the texts of the workbench
     * @param labels what things and channels are called
     * @param clock the owner's time
     * @param reader is given each entry as it comes
     */
    public Journal(Texts texts, Labels labels, Clock clock, Consumer<Entry> reader) {
        this.texts = texts;
        this.labels = labels;
        this.clock = clock;
        this.reader = reader;
    }

    /**
     * @param most how many entries are wanted
     * @return the latest, the last one at the end
     */
    public List<Entry> latest(int most) {
        synchronized (entries) {
            return entries.stream().skip(Math.max(0, entries.size() - most)).toList();
        }
    }

    private void add(Style style, String text) {
        Entry entry = new Entry(LocalTime.now(clock), style, text);
        synchronized (entries) {
            entries.add(entry);
            if (entries.size() > MOST_ENTRIES) {
                entries.remove();
            }
            reader.accept(entry);
        }
    }

    @Override
    public void statusChanged(Thing thing, ThingStatusInfo now) {
        if (now.getStatus() != ThingStatus.INITIALIZING) {
            add(style(now.getStatus()), thing.getLabel() + "  " + status(now));
        }
    }

    /**
     * @param status a status
     * @return the status in words
     */
    public String status(ThingStatusInfo status) {
        String description = labels.description(status);
        String detail = status.getStatusDetail() == ThingStatusDetail.NONE ? "" : " " + status.getStatusDetail();
        return status.getStatus() + detail + (description.isEmpty() ? "" : ": " + description);
    }

    /**
     * @param status a status
     * @return how it is shown
     */
    public static Style style(ThingStatus status) {
        return switch (status) {
            case ONLINE -> Style.GOOD;
            case OFFLINE -> Style.BAD;
            default -> Style.WAITING;
        };
    }

    @Override
    public void stateUpdated(Channel channel, State state) {
        // states are the table's business
    }

    @Override
    public void triggered(Channel channel, String event) {
        String meaning = labels.event(channel, event);
        add(Style.EVENT, texts.of("journal.trigger", labels.channel(channel), event)
                + (meaning.isEmpty() ? "" : " (" + meaning + ")"));
    }

    @Override
    public void found(DiscoveryResult result) {
        add(Style.PLAIN, texts.of("journal.found", result.getLabel()));
    }
}
