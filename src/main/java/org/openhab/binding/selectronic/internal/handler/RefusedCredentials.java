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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.source.Credential;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.core.storage.Storage;
import org.openhab.core.thing.ThingUID;

/**
 * Stores which credentials of which things were refused: one hash per thing and purpose, followed by the number of
 * attempts without a clear result unless it is refused. Nothing is written for accepted credentials.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class RefusedCredentials {
    private static final String BETWEEN = " ";

    private final ThingStorage storage;
    private final Map<ThingUID, OfThing> things = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();

    /** @param storage the storage, by thing and purpose */
    public RefusedCredentials(Storage<String> storage) {
        this.storage = new ThingStorage(storage);
    }

    /**
     * @param thing the bridge
     * @return its credentials
     */
    public Credentials of(ThingUID thing) {
        return Objects.requireNonNull(things.computeIfAbsent(thing, OfThing::new));
    }

    /**
     * Deletes the stored state of the credentials of a thing. Results of running attempts are ignored.
     *
     * @param thing the bridge
     */
    public void forget(ThingUID thing) {
        OfThing before = things.remove(thing);
        (before == null ? new OfThing(thing) : before).thingStorage.clear();
    }

    private static String hash(String thing, String purpose, String[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((thing + '\0' + purpose).getBytes(StandardCharsets.UTF_8));
            for (String part : secret) {
                digest.update((byte) 0);
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The credentials of a thing since the owner last saved it. */
    private final class OfThing implements Credentials {
        private final ThingUID thing;
        private final Set<String> accepted = ConcurrentHashMap.newKeySet();
        /** Not written to after the owner has saved or removed the thing. */
        private final ThingStorage thingStorage;

        OfThing(ThingUID thing) {
            this.thing = thing;
            this.thingStorage = storage.ofThing(thing.getAsString());
        }

        @Override
        public Credential of(String purpose, String... secret) {
            return new Remembered(this, purpose, hash(thing.getAsString(), purpose, secret));
        }
    }

    private final class Remembered implements Credential {
        private final OfThing owner;
        private final String purpose;
        private final String hash;

        Remembered(OfThing owner, String purpose, String hash) {
            this.owner = owner;
            this.purpose = purpose;
            this.hash = hash;
        }

        /** Returns the number of failed attempts in a row, the maximum if it is refused. */
        private int failures() {
            @Nullable
            String text = owner.thingStorage.get(purpose);
            if (text == null || !text.startsWith(hash)) {
                return 0;
            }
            String count = text.substring(hash.length()).strip();
            return count.matches("\\d") ? Integer.parseInt(count) : DOUBTFUL_ATTEMPTS;
        }

        @Override
        public boolean isRefused() {
            return failures() >= DOUBTFUL_ATTEMPTS;
        }

        @Override
        public void refuse() {
            owner.accepted.remove(hash);
            owner.thingStorage.keep(purpose, hash);
        }

        @Override
        public int doubt() {
            int attempts = Math.min(failures() + 1, DOUBTFUL_ATTEMPTS);
            if (attempts < DOUBTFUL_ATTEMPTS) {
                owner.thingStorage.keep(purpose, hash + BETWEEN + attempts);
            } else {
                refuse();
            }
            return attempts;
        }

        @Override
        public void accept() {
            owner.accepted.add(hash);
            if (failures() > 0) {
                owner.thingStorage.remove(purpose);
            }
        }

        @Override
        public boolean wasAccepted() {
            return owner.accepted.contains(hash);
        }

        @Override
        public <T> CompletableFuture<T> alone(Provider<CompletableFuture<T>> attempt,
                Provider<SourceException> refusal) {
            CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
            @Nullable
            CompletableFuture<?> before = underWay.put(hash, over);
            return (before == null ? CompletableFuture.completedFuture(null) : before)
                    .thenCompose(
                            done -> isRefused() ? CompletableFuture.<T> failedFuture(refusal.get()) : attempt.get())
                    .whenComplete((done, failure) -> {
                        underWay.remove(hash, over);
                        over.complete(null);
                    });
        }
    }
}
