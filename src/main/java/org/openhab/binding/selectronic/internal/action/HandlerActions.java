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
import org.openhab.binding.selectronic.internal.handler.OwnerTexts;
import org.openhab.core.i18n.LocaleProvider;
import org.openhab.core.i18n.TimeZoneProvider;
import org.openhab.core.i18n.TranslationProvider;
import org.openhab.core.thing.binding.ThingActions;
import org.openhab.core.thing.binding.ThingHandler;
import org.osgi.framework.FrameworkUtil;

/**
 * What the actions of all things have in common: whose they are, and what they answer with.
 *
 * @param <H> whose actions they are
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public abstract class HandlerActions<H extends ThingHandler> implements ThingActions {
    private final Class<H> kind;
    private final OwnerTexts texts;
    private final TimeZoneProvider zones;
    private @Nullable H handler;

    /**
     * @param kind whose actions they are
     * @param translations where texts come from
     * @param locales which language they are in
     * @param zones which zone times are told in
     */
    protected HandlerActions(Class<H> kind, TranslationProvider translations, LocaleProvider locales,
            TimeZoneProvider zones) {
        this.kind = kind;
        this.texts = new OwnerTexts(FrameworkUtil.getBundle(HandlerActions.class), translations, locales);
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

    /** What the actions answer with. */
    final OwnerTexts texts() {
        return texts;
    }

    /** Which zone times are told in. */
    final TimeZoneProvider zones() {
        return zones;
    }

    /** Whose actions these are. */
    final H handler() {
        H handler = this.handler;
        if (handler == null) {
            throw new IllegalStateException("The actions belong to no " + kind.getSimpleName());
        }
        return handler;
    }

    /** Reads as soon as may be. */
    public abstract void refresh();

    /**
     * @param minutes for how long the port or session is let go of
     * @return whether it is released
     */
    public abstract boolean releasePort(@Nullable Integer minutes);

    /** @return in words what works and what does not */
    public abstract String testConnection();

    /** @return a report for those who help, without secrets */
    public abstract String diagnosticsReport();

    /**
     * The actions that a DSL rule has been given. It calls a static method by its name and does not tell the static
     * methods of two classes apart, so those that both kinds have must serve both.
     */
    static HandlerActions<?> of(@Nullable ThingActions actions) {
        if (actions instanceof HandlerActions<?> ours) {
            return ours;
        }
        throw new IllegalArgumentException("Not actions of the Selectronic binding");
    }
}
