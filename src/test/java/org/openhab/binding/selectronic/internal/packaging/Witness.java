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
package org.openhab.binding.selectronic.internal.packaging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.workbench.thing.ThingObserver;
import org.openhab.core.config.discovery.DiscoveryResult;
import org.openhab.core.thing.Channel;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.types.State;

/**
 * Remembers what happens to things.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class Witness implements ThingObserver {
    private final Patience patience;
    /** Status changes as {@code type status}. */
    final List<String> statuses = new CopyOnWriteArrayList<>();
    /** What was discovered. */
    final List<DiscoveryResult> found = new CopyOnWriteArrayList<>();
    /** Triggers as {@code group#channel payload}. */
    final List<String> triggers = new CopyOnWriteArrayList<>();

    Witness(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void statusChanged(Thing thing, ThingStatusInfo now) {
        statuses.add(thing.getThingTypeUID().getId() + " " + now.getStatus());
        patience.changed();
    }

    @Override
    public void stateUpdated(Channel channel, State state) {
        patience.changed();
    }

    @Override
    public void triggered(Channel channel, String event) {
        triggers.add(channel.getUID().getId() + " " + event);
        patience.changed();
    }

    @Override
    public void found(DiscoveryResult result) {
        found.add(result);
        patience.changed();
    }
}
