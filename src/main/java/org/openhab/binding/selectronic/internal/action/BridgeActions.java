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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.automation.annotation.ActionInput;
import org.openhab.core.automation.annotation.ActionOutput;
import org.openhab.core.automation.annotation.ActionOutputs;
import org.openhab.core.automation.annotation.RuleAction;
import org.openhab.core.thing.binding.ThingActions;
import org.openhab.core.thing.binding.ThingActionsScope;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Rule actions of a bridge.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
@Component(scope = ServiceScope.PROTOTYPE, service = BridgeActions.class)
@ThingActionsScope(name = "selectronic-bridge")
public class BridgeActions extends HandlerActions<SourceBridgeHandler> {
    /** Limit in minutes. One day, so that a mistake does not stop polling for good. */
    static final int LONGEST_RELEASE = 1440;

    /** Created by openHAB for each thing. */
    public BridgeActions() {
        super(SourceBridgeHandler.class);
    }

    @Override
    ChannelTexts texts() {
        return handler().texts();
    }

    /**
     * Reads all inverters of the bridge at once.
     *
     * @return a sentence that says whether values are being read
     */
    @Override
    @RuleAction(label = "@text/action.refresh.label", description = "@text/action.refresh.description")
    @ActionOutput(name = "result", label = "@text/action.refresh.done.label", type = "java.lang.String")
    public String refresh() {
        handler().refresh();
        return refreshed(Optional.of(handler()), true);
    }

    /**
     * @param actions the actions of a bridge, or of an inverter
     * @return a sentence that says whether values are being read
     */
    public static String refresh(@Nullable ThingActions actions) {
        return of(actions).refresh();
    }

    /**
     * Releases the port or session for another program. The bridge takes it back after the given time.
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
        return outcome(release(handler(), minutes));
    }

    /**
     * @param actions the actions of a bridge, or of an inverter
     * @param minutes duration in minutes
     * @return {@code result}: whether it is released; {@code reason}: why not
     */
    public static Map<String, Object> releasePort(@Nullable ThingActions actions, @Nullable Integer minutes) {
        return of(actions).releasePort(minutes);
    }

    /** Returns the key of the text that says why it is not released. */
    static Optional<String> release(SourceBridgeHandler bridge, @Nullable Integer minutes) {
        return minutes == null || minutes < 1 || minutes > LONGEST_RELEASE ? Optional.of("release.out-of-range")
                : new PortRelease().of(bridge, Duration.ofMinutes(minutes));
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
     * @param actions the actions of a bridge, or of an inverter
     * @return what works and what does not, in several short texts
     */
    public static Map<String, Object> testConnection(@Nullable ThingActions actions) {
        return of(actions).testConnection();
    }

    /** @return the path of a new file with a report for support, without secrets */
    @Override
    @RuleAction(label = "@text/action.diagnostics-report.label", description = "@text/action.diagnostics-report.description")
    @ActionOutput(name = "result", label = "@text/action.diagnostics-report.report.label", type = "java.lang.String")
    public String diagnosticsReport() {
        return Diagnosis.written(List.of(handler().getThing()), texts().zone());
    }

    /**
     * @param actions the actions of a bridge, or of an inverter
     * @return the path of a new file with a report for support
     */
    public static String diagnosticsReport(@Nullable ThingActions actions) {
        return of(actions).diagnosticsReport();
    }
}
