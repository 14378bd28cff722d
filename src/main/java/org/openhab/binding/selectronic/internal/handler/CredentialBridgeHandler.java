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

import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;

/**
 * A bridge with a secret. Saving its configuration, changed or not, is the owner's request to try the secret again;
 * openHAB initialises a bridge at other times too (at a start, when it is enabled or renamed), and those are not.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
abstract class CredentialBridgeHandler extends SourceBridgeHandler {
    private volatile boolean saved;

    CredentialBridgeHandler(Bridge bridge, Services services) {
        super(bridge, services);
    }

    /** Returns the state of the secrets of this thing. Must be called by {@code initialize()}. */
    Credentials credentials() {
        if (saved) {
            saved = false;
            services.refused().forget(getThing().getUID());
        }
        return services.refused().of(getThing().getUID());
    }

    @Override
    public void handleConfigurationUpdate(Map<String, Object> parameters) {
        saved = true;
        boolean unchanged = !isModifyingCurrentConfig(parameters);
        super.handleConfigurationUpdate(parameters);
        if (unchanged && isInitialized()) {
            // openHAB does not initialise the handler in this case
            dispose();
            initialize();
        }
    }

    @Override
    public void thingUpdated(Thing thing) {
        saved |= isSaved(getThing(), thing);
        super.thingUpdated(thing);
    }

    /**
     * Returns whether the owner has saved the thing. openHAB passes things from text files whose configuration has
     * changed, and things that are saved unchanged in the user interface. It also passes a thing when its label,
     * location or a property changes, or when a discovery result changes the current thing: these say nothing about the
     * secret.
     */
    private static boolean isSaved(Thing before, Thing now) {
        // two things of one UID are equal
        return before != now // NOPMD
                && (!before.getConfiguration().equals(now.getConfiguration()) || isSame(before, now));
    }

    private static boolean isSame(Thing before, Thing now) {
        return Objects.equals(before.getLabel(), now.getLabel())
                && Objects.equals(before.getLocation(), now.getLocation())
                && Objects.equals(before.getSemanticEquipmentTag(), now.getSemanticEquipmentTag())
                && before.getProperties().equals(now.getProperties()) && before.getChannels().equals(now.getChannels());
    }

    @Override
    protected void forget() {
        super.forget();
        services.refused().forget(getThing().getUID());
    }
}
