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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.handler.SourceBridgeHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases the port or session of a bridge and waits until it is free.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PortRelease {
    /** Time to wait. A running request has ended by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOTHING_TO_RELEASE = "release.nothing", NOT_USED = "release.not-used",
            NOT_FREE = "release.not-free";

    private final Logger logger = LoggerFactory.getLogger(PortRelease.class);

    /**
     * @param bridge a bridge
     * @param time duration of the release
     * @return the key of the text that says why it is not released; empty if it is
     */
    public Optional<String> of(SourceBridgeHandler bridge, Duration time) {
        if (!bridge.isReleasable()) {
            logger.info("{} serves any number of programs at a time, so there is nothing to release",
                    bridge.getThing().getUID());
            return Optional.of(NOTHING_TO_RELEASE);
        }
        try {
            bridge.release(time).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return bridge.isReleased() ? Optional.empty() : Optional.of(NOT_USED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(NOT_FREE);
        } catch (ExecutionException | TimeoutException e) {
            logger.debug("{} is not free yet: {}", bridge.getThing().getUID(), e.toString());
            return Optional.of(NOT_FREE);
        }
    }
}
