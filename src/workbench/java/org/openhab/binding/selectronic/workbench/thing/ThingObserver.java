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
package org.openhab.binding.selectronic.workbench.thing;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.types.State;

/**
 * Is told what happens to things, on whatever thread it happens.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface ThingObserver {
    /**
     * @param thing a thing whose status is another now
     * @param now its status
     */
    void statusChanged(Thing thing, ThingStatusInfo now);

    /**
     * @param channel a channel
     * @param state the state that it was given, changed or not
     */
    void stateUpdated(Channel channel, State state);

    /**
     * @param channel a trigger channel
     * @param event what it tells
     */
    void triggered(Channel channel, String event);

    /** @param result a thing that was found and is about to be added */
    void found(DiscoveryResult result);
}
