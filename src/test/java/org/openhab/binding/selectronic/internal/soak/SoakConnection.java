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
package org.openhab.binding.selectronic.internal.soak;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.fake.FakeStorage;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.core.thing.Bridge;
import org.openhab.core.types.State;

/**
 * What differs between the connections: the bridge, the simulated device behind it, and how that fails.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
interface SoakConnection extends AutoCloseable {
    ConnectionType connectionType();

    /** How the report calls it. */
    default String label() {
        return connectionType().name().toLowerCase(Locale.ROOT);
    }

    /** The connections of the inverter in order of preference: this one, unless there are several. */
    default List<SoakConnection> parts() {
        return List.of(this);
    }

    /** The pace of the polls. */
    Duration interval();

    /** The bridge, without a handler. */
    Bridge bridge();

    /** A handler for it, as openHAB makes one after a start. */
    SourceBridgeHandler handler(Bridge bridge);

    /** Nothing is answered from now on, or all is well again. */
    void fail(boolean failing);

    /** A single answer goes wrong. */
    void trouble();

    /** The unit is switched off and on. */
    default void reset() {
    }

    /** Without troubles of the way's own. */
    default void calm() {
    }

    /** Waits until the device has noticed, in real time, that nobody is connected any more. */
    default void awaitReleased() {
    }

    /** Whether nothing is under way in real time. */
    boolean isQuiet();

    /** How often the device was asked so far. */
    long requests();

    /** How often somebody has logged in so far. */
    long logins();

    /** What openHAB stores for the bridge. */
    FakeStorage stored();

    /** How often the client did what it must not: write, or ask for two things at a time. */
    int violations();

    /** Sees each update of a channel. */
    default void updated(String channel, State state) {
    }

    /** Checks what holds of this connection only. */
    default void check(List<Incident> incidents) {
    }

    /** Lets the device forget what was asked, which would fill the memory of a test. */
    void forget();

    @Override
    void close();
}
