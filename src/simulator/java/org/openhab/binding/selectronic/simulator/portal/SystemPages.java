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
package org.openhab.binding.selectronic.simulator.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.simulator.SimulatedUnit;
import org.openhab.binding.selectronic.simulator.fault.Answer;
import org.openhab.binding.selectronic.simulator.web.Request;

/**
 * The pages about one system, and what they are made of.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class SystemPages {
    /** A unit in the time of a zone. */
    private record Recorded(SimulatedUnit unit, ZoneId zone) {
    }

    private final LiveFeed feed;
    private final Map<Recorded, SiteRecord> records = new ConcurrentHashMap<>();
    private final Map<String, List<EventRow>> addedEvents = new ConcurrentHashMap<>();
    private volatile List<String> eventColumns = EventPage.COLUMNS;

    SystemPages(LiveFeed feed) {
        this.feed = feed;
    }

    /** What is kept of a system, in the time of an account. */
    SiteRecord record(PortalSystem system, PortalAccount account) {
        return Objects.requireNonNull(records.computeIfAbsent(new Recorded(system.unit(), account.zone()),
                recorded -> new SiteRecord(recorded.unit(), recorded.zone())));
    }

    void setEventColumns(List<String> columns) {
        eventColumns = List.copyOf(columns);
    }

    /** A further row on the events page of a system. */
    void addEvent(String number, EventRow row) {
        Objects.requireNonNull(addedEvents.computeIfAbsent(number, any -> new CopyOnWriteArrayList<>())).add(row);
    }

    /** Keeps nothing any more. */
    void close() {
        records.values().forEach(SiteRecord::stop);
    }

    /**
     * The answer to a request; empty where there is no such page.
     *
     * @param page the path without the number of the system
     */
    Optional<Answer> answer(Request request, String page, PortalSystem system, PortalAccount account) {
        SiteRecord record = record(system, account);
        Instant now = system.simulation().now();
        return switch (request.method() + " " + page) {
            case "GET dashboard/hfdata" -> Optional.of(Answer.json(feed.body(system).toString()));
            case "GET dashboard/getdata" -> Optional.of(stored(record, now, request.target().contains("needfirst=1")));
            case "POST dashboard/chartdata" ->
                Optional.of(Answer.json(new ChartBody(record.hours(), now).body(Form.of(request.text())).toString()));
            case "GET dashboard" -> Optional.of(Answer.html(200, HtmlPages.system(system.details())));
            case "GET events" -> Optional.of(events(record, system));
            default -> Optional.empty();
        };
    }

    private static Answer stored(SiteRecord record, Instant now, boolean needFirst) {
        HourlyRecord hours = record.hours();
        return Answer.json(
                record.stored().body(now, needFirst ? hours.firstDay() : Optional.empty(), hours.zone()).toString());
    }

    private Answer events(SiteRecord record, PortalSystem system) {
        List<EventRow> added = addedEvents.getOrDefault(system.number(), List.of());
        return Answer.html(200,
                EventPage.of(
                        Stream.concat(record.events().rows(record.hours().zone()).stream(), added.stream()).toList(),
                        eventColumns));
    }
}
