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
package org.openhab.binding.selectronic.workbench.host;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.core.common.ThreadPoolManager;

/**
 * The threads of the pools that openHAB shares out. Nobody can end these pools, but their threads need not outlast the
 * last work for long. What is handed out of a pool does not reach its settings; an heir of the manager does.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class PoolThreads extends ThreadPoolManager {
    private PoolThreads() {
    }

    /** Lets threads go as soon as they have nothing to do. */
    public static void leaveWhenIdle() {
        // makes them, if nobody has asked for them yet
        getScheduledPool("thingHandler");
        getScheduledPool("discovery");
        getPool("selectronic");
        for (String name : new String[] { "thingHandler", "discovery", "selectronic" }) {
            if (pools.get(name) instanceof ThreadPoolExecutor pool) {
                pool.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
            }
        }
    }
}
