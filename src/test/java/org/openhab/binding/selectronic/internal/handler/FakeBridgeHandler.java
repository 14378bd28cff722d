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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.source.InverterSource;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;

/**
 * A bridge on a source that a test controls.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class FakeBridgeHandler extends SourceBridgeHandler {
    static final Duration INTERVAL = Duration.ofSeconds(5);

    /** After how long without a linked channel the source is released. */
    Duration idleAfter = Duration.ZERO;
    /** Whether its configuration has a problem. */
    boolean wrong;
    /** Whether what was stored about it was to be forgotten. */
    boolean forgotten;
    private final InverterSource source;
    private final Duration interval;

    /**
     * @param bridge the bridge
     * @param services the services of openHAB
     * @param source what is polled, at the usual interval
     */
    public FakeBridgeHandler(Bridge bridge, Services services, InverterSource source) {
        this(bridge, services, source, source.connectionType().usualInterval());
    }

    /**
     * @param bridge the bridge
     * @param services the services of openHAB
     * @param source what is polled
     * @param interval how often
     */
    public FakeBridgeHandler(Bridge bridge, Services services, InverterSource source, Duration interval) {
        super(bridge, services);
        this.source = source;
        this.interval = interval;
    }

    @Override
    ConnectionType connectionType() {
        return source.connectionType();
    }

    @Override
    protected void forget() {
        forgotten = true;
    }

    @Override
    public void initialize() {
        if (wrong) {
            updateStatus(ThingStatus.OFFLINE, ThingStatusDetail.CONFIGURATION_ERROR);
            return;
        }
        begin(source, new Pace(interval, Duration.ofSeconds(10), idleAfter));
    }
}
