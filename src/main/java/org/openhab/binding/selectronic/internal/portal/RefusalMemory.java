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
package org.openhab.binding.selectronic.internal.portal;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Remembers, over restarts, that the portal has refused the account of a configuration, so that no second wrong
 * password is ever sent for it: what the portal does after several is not known.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface RefusalMemory {
    /** @return whether the account of the present configuration was refused */
    boolean isRefused();

    /** The account of the present configuration was refused. */
    void refuse();

    /**
     * Logs in when no log-in with the same configuration is under way, which may be one that was begun before the
     * bridge was initialised anew.
     *
     * @param <T> what comes of it
     * @param login logs in
     * @return what comes of it; the refusal if that before was refused
     */
    <T> CompletableFuture<T> alone(Supplier<CompletableFuture<T>> login);
}
