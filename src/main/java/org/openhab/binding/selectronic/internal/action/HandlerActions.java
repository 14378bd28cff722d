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

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.handler.ChannelTexts;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TimeZoneProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.binding.ThingActions;
import org.openhab.core.thing.binding.ThingHandler;
import org.osgi.framework.FrameworkUtil;

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
    private final ChannelTexts texts;
    private final TimeZoneProvider zones;
    private @Nullable H handler;

    /**
     * @param kind the type of the handler
     * @param translations provides texts
     * @param locales provides the language of texts
     * @param zones provides the time zone of times in texts
     */
    protected HandlerActions(Class<H> kind, TranslationProvider translations, LocaleProvider locales,
            TimeZoneProvider zones) {
        this.kind = kind;
        this.texts = new ChannelTexts(FrameworkUtil.getBundle(HandlerActions.class), translations, locales);
        this.zones = zones;
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
    final ChannelTexts texts() {
        return texts;
    }

    /** Returns the provider of the time zone of times in texts. */
    final TimeZoneProvider zones() {
        return zones;
    }

    /** Returns the handler that these actions belong to. */
    final H handler() {
        H handler = this.handler;
        if (handler == null) {
            throw new IllegalStateException("The actions belong to no " + kind.getSimpleName());
        }
        return handler;
    }

    /** Reads as soon as possible. */
    public abstract void refresh();

    /**
     * @param minutes time in minutes for which the port or session is released
     * @return whether it is released
     */
    public abstract boolean releasePort(@Nullable Integer minutes);

    /** @return a text that says what works and what does not */
    public abstract String testConnection();

    /** @return a report for support, without secrets */
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
