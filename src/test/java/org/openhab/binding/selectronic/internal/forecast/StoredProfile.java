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
package org.openhab.binding.selectronic.internal.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.TextStorage;

/**
 * What is stored of the past of a house, for tests of whoever stores it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class StoredProfile {
    private StoredProfile() {
    }

    /** Stores what a house was like in half hours from one moment to another. */
    public static void put(TextStorage storage, Instant from, Instant to, Function<Instant, HalfHour> house) {
        ProfileStore store = new ProfileStore();
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(ProfileStore.SECONDS)) {
            store.add(at, at.plusSeconds(ProfileStore.SECONDS), Objects.requireNonNull(house.apply(at)));
        }
        store.save(storage);
    }

    /** Loads of the half hours from one to another in watts, NaN for gaps. */
    public static List<Double> loads(TextStorage storage, Instant from, Instant to) {
        ProfileStore store = ProfileStore.load(storage);
        return LongStream.range(ProfileStore.slot(from), ProfileStore.slot(to))
                .mapToObj(slot -> store.get(slot, ProfileStore.LOAD)).toList();
    }
}
