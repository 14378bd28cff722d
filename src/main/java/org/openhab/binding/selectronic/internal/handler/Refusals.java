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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.portal.RefusalMemory;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.core.storage.Storage;

/**
 * Which configurations of bridges the portal has refused: all that ever were, so that a password that comes back after
 * another one is not tried again either.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class Refusals {
    private static final String BETWEEN = " ";

    private final Storage<String> storage;
    private final Map<String, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();

    /** @param storage where they are remembered, by thing, as fingerprints of configurations */
    public Refusals(Storage<String> storage) {
        this.storage = storage;
    }

    /**
     * @param thing the bridge
     * @param fingerprint that of its present configuration
     * @return what is remembered of it
     */
    public RefusalMemory of(String thing, String fingerprint) {
        return new OfConfiguration(thing, fingerprint);
    }

    /**
     * Forgets what was refused of a bridge, because the bridge is removed.
     *
     * @param thing the bridge
     */
    void forget(String thing) {
        storage.remove(thing);
    }

    private final class OfConfiguration implements RefusalMemory {
        private final String thing;
        private final String fingerprint;

        OfConfiguration(String thing, String fingerprint) {
            this.thing = thing;
            this.fingerprint = fingerprint;
        }

        @Override
        public boolean isRefused() {
            @Nullable
            String refused = storage.get(thing);
            return refused != null && Set.of(refused.split(BETWEEN)).contains(fingerprint);
        }

        @Override
        public void refuse() {
            @Nullable
            String refused = storage.get(thing);
            storage.put(thing, refused == null ? fingerprint : refused + BETWEEN + fingerprint);
        }

        @Override
        public <T> CompletableFuture<T> alone(Supplier<CompletableFuture<T>> login) {
            CompletableFuture<?> before = underWay.getOrDefault(fingerprint, CompletableFuture.completedFuture(null));
            CompletableFuture<T> outcome = before.handle((in, failure) -> in).thenCompose(in -> isRefused()
                    ? CompletableFuture.failedFuture(new SourceException(Problem.ACCOUNT_REFUSED))
                    : login.get());
            underWay.put(fingerprint, outcome);
            outcome.whenComplete((in, failure) -> underWay.remove(fingerprint, outcome));
            return outcome;
        }
    }
}
