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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.workbench.definition.ThingDefinitions;
import org.openhab.core.thing.Bridge;
import org.openhab.core.thing.Thing;
import org.openhab.core.thing.ThingStatus;
import org.openhab.core.thing.ThingStatusDetail;
import org.openhab.core.thing.ThingStatusInfo;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.binding.ThingHandler;
import org.openhab.core.thing.binding.ThingHandlerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The things there are, and their handlers. Does with them what openHAB does: initialises a thing after its bridge,
 * tells it when the status of its bridge changes, and both on a thread of its own, never on that of a handler. Only a
 * bridge cannot tell what is below it: openHAB lets nobody else add that.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Things implements AutoCloseable {
    private static final long LONGEST_END_SECONDS = 10;

    private final Logger logger = LoggerFactory.getLogger(Things.class);
    private final ThingHandlerFactory factory;
    private final ThingObserver observer;
    private final HandlerCallback callback;
    private final Readings readings;
    private final Map<ThingUID, Thing> things = Collections.synchronizedMap(new LinkedHashMap<>());
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "workbench-things");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param factory makes the handlers
     * @param definitions what things are made of
     * @param readings where states go
     * @param observer is told what happens
     */
    public Things(ThingHandlerFactory factory, ThingDefinitions definitions, Readings readings,
            ThingObserver observer) {
        this.factory = factory;
        this.observer = observer;
        this.readings = readings;
        this.callback = new HandlerCallback(this, definitions, observer);
    }

    /** @return all things, in the order in which they came */
    public List<Thing> all() {
        synchronized (things) {
            return List.copyOf(things.values());
        }
    }

    /** @return the states of their channels */
    public Readings readings() {
        return readings;
    }

    @Nullable
    Thing get(ThingUID uid) {
        return things.get(uid);
    }

    /** @param thing a thing that is to be there from now on; one that is there already stays as it is */
    public void add(Thing thing) {
        if (things.putIfAbsent(thing.getUID(), thing) == null) {
            later(() -> register(thing));
        }
    }

    private void later(Runnable work) {
        if (!worker.isShutdown()) {
            worker.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    // what a binding must not do; openHAB goes on as well
                    logger.error("A handler failed", e);
                }
            });
        }
    }

    private void register(Thing thing) {
        Bridge bridge = bridgeOf(thing);
        ThingHandler handler = factory.registerHandler(thing);
        handler.setCallback(callback);
        thing.setHandler(handler);
        if (bridge == null || isInitialized(bridge)) {
            initialize(thing);
        } else {
            setStatus(thing,
                    new ThingStatusInfo(ThingStatus.UNINITIALIZED, ThingStatusDetail.BRIDGE_UNINITIALIZED, null));
        }
    }

    private void initialize(Thing thing) {
        ThingHandler handler = thing.getHandler();
        if (handler != null) {
            setStatus(thing, new ThingStatusInfo(ThingStatus.INITIALIZING, ThingStatusDetail.NONE, null));
            handler.initialize();
        }
    }

    private @Nullable Bridge bridgeOf(Thing thing) {
        ThingUID uid = thing.getBridgeUID();
        return uid != null && get(uid) instanceof Bridge bridge ? bridge : null;
    }

    private static boolean isInitialized(Thing thing) {
        ThingStatus status = thing.getStatus();
        return status == ThingStatus.UNKNOWN || status == ThingStatus.ONLINE || status == ThingStatus.OFFLINE;
    }

    /** A handler has a new status for its thing. */
    void setStatus(Thing thing, ThingStatusInfo now) {
        ThingStatusInfo before = thing.getStatusInfo();
        thing.setStatusInfo(now);
        if (!before.equals(now)) {
            observer.statusChanged(thing, now);
            if (thing instanceof Bridge && isInitialized(thing)) {
                later(() -> tellChildren(thing.getUID(), now));
            }
        }
    }

    private void tellChildren(ThingUID bridge, ThingStatusInfo status) {
        for (Thing child : all()) {
            ThingHandler handler = child.getHandler();
            if (handler != null && Objects.equals(bridge, child.getBridgeUID())) {
                if (isInitialized(child)) {
                    handler.bridgeStatusChanged(status);
                } else if (child.getStatusInfo().getStatusDetail() == ThingStatusDetail.BRIDGE_UNINITIALIZED) {
                    initialize(child);
                }
            }
        }
    }

    /** A handler has changed its thing, which may be another object now. */
    void replace(Thing thing) {
        Thing before = things.put(thing.getUID(), thing);
        if (before != null && before != thing) {
            thing.setHandler(before.getHandler());
            thing.setStatusInfo(before.getStatusInfo());
        }
    }

    /** Ends all handlers, those of bridges last. */
    @Override
    public void close() {
        later(() -> {
            List<Thing> reversed = new ArrayList<>(all());
            Collections.reverse(reversed);
            reversed.forEach(this::end);
        });
        worker.shutdown();
        try {
            if (!worker.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
                logger.error("A handler does not come to an end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Thing thing) {
        ThingHandler handler = thing.getHandler();
        if (handler != null) {
            handler.dispose();
            factory.unregisterHandler(thing);
            handler.setCallback(null);
            thing.setHandler(null);
        }
    }

    /** @return the things that are no bridges */
    public Collection<Thing> devices() {
        return all().stream().filter(thing -> !(thing instanceof Bridge)).toList();
    }
}
