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
package org.openhab.binding.selectronic.internal.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.handler.InverterHandler;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.automation.annotation.ActionInput;
import org.openhab.core.automation.annotation.ActionOutput;
import org.openhab.core.automation.annotation.ActionOutputs;
import org.openhab.core.automation.annotation.RuleAction;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.binding.ThingActions;
import org.openhab.core.thing.binding.ThingActionsScope;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Rule actions of an inverter.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(scope = ServiceScope.PROTOTYPE, service = InverterActions.class)
@ThingActionsScope(name = "selectronic")
public class InverterActions extends HandlerActions<InverterHandler> {
    private static final int USUAL_EVENTS = 10;

    /** Created by openHAB for each thing. */
    public InverterActions() {
        super(InverterHandler.class);
    }

    @Override
    ChannelTexts texts() {
        return handler().texts();
    }

    private static InverterActions ofInverter(@Nullable ThingActions actions) {
        if (actions instanceof InverterActions inverter) {
            return inverter;
        }
        throw new IllegalArgumentException("Not actions of an inverter of the Selectronic binding");
    }

    /**
     * Reads the inverter at once.
     *
     * @return a sentence that says whether values are being read
     */
    @Override
    @RuleAction(label = "@text/action.refresh.label", description = "@text/action.refresh.description")
    @ActionOutput(name = "result", label = "@text/action.refresh.done.label", type = "java.lang.String")
    public String refresh() {
        return refreshed(handler().source(), handler().refresh().isPresent());
    }

    /**
     * @param actions the actions of a bridge, or of an inverter
     * @return a sentence that says whether values are being read
     */
    public static String refresh(@Nullable ThingActions actions) {
        return of(actions).refresh();
    }

    /**
     * Sends a part of the recorded data again to the history channels that have items.
     *
     * @param from the first day; null for the first available day
     * @param to the last day; null for today
     * @return {@code result}: whether it was started; {@code reason}: why not, e.g. because there is no recorded data
     */
    @RuleAction(label = "@text/action.backfill.label", description = "@text/action.backfill.description")
    @ActionOutputs({
            @ActionOutput(name = "result", label = "@text/action.backfill.started.label", type = "java.lang.Boolean"),
            @ActionOutput(name = "reason", label = "@text/action.reason.label", type = "java.lang.String") })
    public Map<String, Object> backfill(
            @ActionInput(name = "from", label = "@text/action.backfill.from.label", description = "@text/action.backfill.from.description", type = "java.time.LocalDate") @Nullable LocalDate from,
            @ActionInput(name = "to", label = "@text/action.backfill.to.label", description = "@text/action.backfill.to.description", type = "java.time.LocalDate") @Nullable LocalDate to) {
        return outcome(backfill(handler(), from, to, texts().zone()));
    }

    /**
     * @param actions the actions of an inverter
     * @param from the first day; null for the first available day
     * @param to the last day; null for today
     * @return {@code result}: whether it was started; {@code reason}: why not
     */
    public static Map<String, Object> backfill(@Nullable ThingActions actions, @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return ofInverter(actions).backfill(from, to);
    }

    /**
     * @param inverter an inverter
     * @param from the first day; null for the first available day
     * @param to the last day; null for today
     * @param zone the time zone of days
     * @return the key of the text that says why it was not started
     */
    public static Optional<String> backfill(InverterHandler inverter, @Nullable LocalDate from, @Nullable LocalDate to,
            ZoneId zone) {
        Instant begin = from == null ? Instant.EPOCH : from.atStartOfDay(zone).toInstant();
        LocalDate last = to == null ? LocalDate.now(zone) : to;
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        if (!begin.isBefore(end)) {
            return Optional.of("backfill.reversed");
        }
        return inverter.refillHistory(begin, end) ? Optional.empty() : Optional.of("backfill.nothing");
    }

    /**
     * Records a service of the generator, so that the hours to the next one count from it.
     *
     * @param hours the operating hours at the service; null for the present ones
     * @return whether it was recorded; false if the present operating hours are unknown or fewer
     */
    @RuleAction(label = "@text/action.generator-serviced.label", description = "@text/action.generator-serviced.description")
    @ActionOutput(name = "result", label = "@text/action.generator-serviced.recorded.label", type = "java.lang.Boolean")
    public boolean generatorServiced(
            @ActionInput(name = "hours", label = "@text/action.generator-serviced.hours.label", description = "@text/action.generator-serviced.hours.description", type = "java.lang.Integer") @Nullable Integer hours) {
        return handler().generatorServiced(hours);
    }

    /**
     * @param actions the actions of an inverter
     * @param hours the operating hours at the service; null for the present ones
     * @return whether it was recorded
     */
    public static boolean generatorServiced(@Nullable ThingActions actions, @Nullable Integer hours) {
        return ofInverter(actions).generatorServiced(hours);
    }

    /**
     * Releases the ports and sessions of its bridges for another program. They take them back after the given time.
     *
     * @param minutes duration in minutes, 1 to 1440
     * @return {@code result}: whether it is released; {@code reason}: why not, e.g. because the connection serves any
     *         number of programs
     */
    @Override
    @RuleAction(label = "@text/action.release-port.label", description = "@text/action.release-port.description")
    @ActionOutputs({
            @ActionOutput(name = "result", label = "@text/action.release-port.released.label", type = "java.lang.Boolean"),
            @ActionOutput(name = "reason", label = "@text/action.reason.label", type = "java.lang.String") })
    public Map<String, Object> releasePort(
            @ActionInput(name = "minutes", label = "@text/action.release-port.minutes.label", description = "@text/action.release-port.minutes.description", type = "java.lang.Integer", required = true, defaultValue = "30") @Nullable Integer minutes) {
        List<Optional<String>> refusals = handler().sources().stream()
                .map(bridge -> BridgeActions.release(bridge, minutes)).toList();
        return outcome(refusals.isEmpty() ? Optional.of(ConnectionTest.KEY + "not-begun")
                : refusals.stream().filter(Optional::isEmpty).findFirst().orElseGet(() -> refusals.get(0)));
    }

    /**
     * @param actions the actions of an inverter, or of a bridge
     * @param minutes duration in minutes
     * @return {@code result}: whether it is released; {@code reason}: why not
     */
    public static Map<String, Object> releasePort(@Nullable ThingActions actions, @Nullable Integer minutes) {
        return of(actions).releasePort(minutes);
    }

    /** @return what works and what does not after one attempt, in several short texts */
    @Override
    @RuleAction(label = "@text/action.test-connection.label", description = "@text/action.test-connection.description")
    @ActionOutputs({
            @ActionOutput(name = "state", label = "@text/action.test-connection.state.label", type = "java.lang.String"),
            @ActionOutput(name = "inverters", label = "@text/action.test-connection.inverters.label", type = "java.lang.String"),
            @ActionOutput(name = "thing", label = "@text/action.test-connection.thing.label", type = "java.lang.String"),
            @ActionOutput(name = "connections", label = "@text/action.test-connection.connections.label", type = "java.lang.String"),
            @ActionOutput(name = "age", label = "@text/action.test-connection.age.label", type = "java.lang.String"),
            @ActionOutput(name = "values", label = "@text/action.test-connection.values.label", type = "java.lang.String"),
            @ActionOutput(name = "unknown", label = "@text/action.test-connection.unknown.label", type = "java.lang.String"),
            @ActionOutput(name = "missing", label = "@text/action.test-connection.missing.label", type = "java.lang.String"),
            @ActionOutput(name = "failures", label = "@text/action.test-connection.failures.label", type = "java.lang.String"),
            @ActionOutput(name = "failure", label = "@text/action.test-connection.failure.label", type = "java.lang.String") })
    public Map<String, Object> testConnection() {
        return new ConnectionTest(texts()).of(handler());
    }

    /**
     * @param actions the actions of an inverter, or of a bridge
     * @return what works and what does not, in several short texts
     */
    public static Map<String, Object> testConnection(@Nullable ThingActions actions) {
        return of(actions).testConnection();
    }

    /** @return the path of a new file with a report about inverter and bridge for support, without secrets */
    @Override
    @RuleAction(label = "@text/action.diagnostics-report.label", description = "@text/action.diagnostics-report.description")
    @ActionOutput(name = "result", label = "@text/action.diagnostics-report.report.label", type = "java.lang.String")
    public String diagnosticsReport() {
        List<Thing> things = new ArrayList<>();
        handler().sources().forEach(bridge -> things.add(bridge.getThing()));
        things.add(handler().getThing());
        return Diagnosis.written(things, texts().zone());
    }

    /**
     * @param actions the actions of an inverter, or of a bridge
     * @return the path of a new file with a report for support
     */
    public static String diagnosticsReport(@Nullable ThingActions actions) {
        return of(actions).diagnosticsReport();
    }

    /**
     * @param date a day; null for all settings
     * @return the settings of the inverter, or those changed since the start of that day, one per line; a text that
     *         says so if there are none; empty before they were read
     */
    @RuleAction(label = "@text/action.settings-report.label", description = "@text/action.settings-report.description")
    @ActionOutput(name = "result", label = "@text/action.settings-report.report.label", type = "java.lang.String")
    public String settingsReport(
            @ActionInput(name = "date", label = "@text/action.settings-report.date.label", description = "@text/action.settings-report.date.description", type = "java.time.LocalDate") @Nullable LocalDate date) {
        return handler().settingsReport(date);
    }

    /**
     * @param actions the actions of an inverter
     * @param date a day; null for all settings
     * @return the settings of the inverter, or those changed since the start of that day
     */
    public static String settingsReport(@Nullable ThingActions actions, @Nullable LocalDate date) {
        return ofInverter(actions).settingsReport(date);
    }

    /**
     * @param count maximum number of events; null for 10
     * @return the last events, one per line, the newest last; a text that says so if there are none
     */
    @RuleAction(label = "@text/action.last-events.label", description = "@text/action.last-events.description")
    @ActionOutput(name = "result", label = "@text/action.last-events.events.label", type = "java.lang.String")
    public String lastEvents(
            @ActionInput(name = "count", label = "@text/action.last-events.count.label", description = "@text/action.last-events.count.description", type = "java.lang.Integer", defaultValue = "10") @Nullable Integer count) {
        List<String> events = handler().lastEvents(count == null ? USUAL_EVENTS : count);
        return events.isEmpty() ? texts().reported("last-events.none", "none") : String.join("\n", events);
    }

    /**
     * @param actions the actions of an inverter
     * @param count maximum number of events; null for 10
     * @return the last events, one per line
     */
    public static String lastEvents(@Nullable ThingActions actions, @Nullable Integer count) {
        return ofInverter(actions).lastEvents(count);
    }
}
