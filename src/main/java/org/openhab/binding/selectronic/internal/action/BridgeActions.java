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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.automation.annotation.ActionInput;
import org.openhab.core.automation.annotation.ActionOutput;
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

    /** Reads all inverters of the bridge at once. */
    @Override
    @RuleAction(label = "@text/action.refresh.label", description = "@text/action.refresh.description")
    public void refresh() {
        handler().refresh();
    }

    /** @param actions the actions of a bridge, or of an inverter */
    public static void refresh(@Nullable ThingActions actions) {
        of(actions).refresh();
    }

    /**
     * Releases the port or session for another program. The bridge takes it back after the given time.
     *
     * @param minutes duration in minutes, 1 to 1440
     * @return whether it is released; false if the time is out of range, if the bridge is not in use, or if it serves
     *         any number of programs (gateway, portal)
     */
    @Override
    @RuleAction(label = "@text/action.release-port.label", description = "@text/action.release-port.description")
    @ActionOutput(name = "result", label = "@text/action.release-port.released.label", type = "java.lang.Boolean")
    public boolean releasePort(
            @ActionInput(name = "minutes", label = "@text/action.release-port.minutes.label", description = "@text/action.release-port.minutes.description", type = "java.lang.Integer", required = true, defaultValue = "30") @Nullable Integer minutes) {
        return release(handler(), minutes);
    }

    /**
     * @param actions the actions of a bridge, or of an inverter
     * @param minutes duration in minutes
     * @return whether it is released
     */
    public static boolean releasePort(@Nullable ThingActions actions, @Nullable Integer minutes) {
        return of(actions).releasePort(minutes);
    }

    static boolean release(SourceBridgeHandler bridge, @Nullable Integer minutes) {
        if (minutes == null || minutes < 1 || minutes > LONGEST_RELEASE) {
            return false;
        }
        return new PortRelease().of(bridge, Duration.ofMinutes(minutes)).isEmpty();
    }

    /** @return a text that says what works and what does not, after one attempt */
    @Override
    @RuleAction(label = "@text/action.test-connection.label", description = "@text/action.test-connection.description")
    @ActionOutput(name = "result", label = "@text/action.test-connection.result.label", type = "java.lang.String")
    public String testConnection() {
        return new ConnectionTest(texts()).of(handler());
    }

    /**
     * @param actions the actions of a bridge, or of an inverter
     * @return a text that says what works and what does not
     */
    public static String testConnection(@Nullable ThingActions actions) {
        return of(actions).testConnection();
    }

    /** @return a report for support, without secrets */
    @Override
    @RuleAction(label = "@text/action.diagnostics-report.label", description = "@text/action.diagnostics-report.description")
    @ActionOutput(name = "result", label = "@text/action.diagnostics-report.report.label", type = "java.lang.String")
    public String diagnosticsReport() {
        return Diagnosis.of(List.of(handler().getThing()), texts().zone());
    }

    /**
     * @param actions the actions of a bridge, or of an inverter
     * @return a report for support, without secrets
     */
    public static String diagnosticsReport(@Nullable ThingActions actions) {
        return of(actions).diagnosticsReport();
    }
}
