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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.text.ChannelTexts;
import org.openhab.core.thing.binding.ThingActions;
import org.openhab.core.thing.binding.ThingHandler;

/**
 * Common parts of the actions of all things: the handler and the texts of results.
 *
 * @param <H> the type of the handler
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public abstract class HandlerActions<H extends ThingHandler> implements ThingActions {
    private final Class<H> kind;
    private @Nullable H handler;

    /** @param kind the type of the handler */
    protected HandlerActions(Class<H> kind) {
        this.kind = kind;
    }

    @Override
    public void setThingHandler(ThingHandler handler) {
        this.handler = kind.isInstance(handler) ? kind.cast(handler) : null;
    }

    @Override
    public @Nullable ThingHandler getThingHandler() {
        return handler;
    }

    /** Returns the texts for results. */
    abstract ChannelTexts texts();

    /** Returns the handler that these actions belong to. */
    final H handler() {
        @Nullable
        H handler = this.handler;
        if (handler == null) {
            throw new IllegalStateException("The actions belong to no " + kind.getSimpleName());
        }
        return handler;
    }

    /** @return a sentence that says whether values are being read */
    public abstract String refresh();

    /** Says what a request to read does: nothing while nothing is polled, or while the connection is released. */
    final String refreshed(Optional<SourceBridgeHandler> bridge, boolean requested) {
        String key = !requested ? "not-begun"
                : bridge.filter(SourceBridgeHandler::isReleased).isPresent() ? "released" : "requested";
        return texts().reported(ConnectionTest.KEY + key, key);
    }

    /**
     * @param minutes time in minutes for which the port or session is released
     * @return {@code result}: whether it is released; {@code reason}: why not
     */
    public abstract Map<String, Object> releasePort(@Nullable Integer minutes);

    /** Returns what an action did: {@code result}, and {@code reason} if it could not do it. */
    final Map<String, Object> outcome(Optional<String> refusal) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("result", refusal.isEmpty());
        refusal.ifPresent(key -> outcome.put("reason", texts().reported(key, key)));
        return outcome;
    }

    /** @return what works and what does not, in several short texts */
    public abstract Map<String, Object> testConnection();

    /** @return the path of the file with a report for support, without secrets */
    public abstract String diagnosticsReport();

    /**
     * Returns the actions passed by a DSL rule. DSL rules call static methods by name and do not distinguish those of
     * two classes, so methods that exist for bridge and inverter must accept the actions of both.
     */
    static HandlerActions<?> of(@Nullable ThingActions actions) {
        if (actions instanceof HandlerActions<?> ours) {
            return ours;
        }
        throw new IllegalArgumentException("Not actions of the Selectronic binding");
    }
}
