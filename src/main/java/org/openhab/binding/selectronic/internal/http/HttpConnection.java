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
package org.openhab.binding.selectronic.internal.http;

import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The connection to one web server: each request returns a complete answer of limited size or a typed failure.
 * <p>
 * A request always completes within its time, whatever server and HTTP library do. No redirect is followed, no cookie
 * is kept or sent by itself, no challenge is answered. A GET that fails on a kept connection before any byte of the
 * answer is repeated once on a new connection, since the server may have closed the kept one at that moment; nothing
 * else is ever repeated.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface HttpConnection {
    /**
     * @param request the request
     * @return the answer, whatever its status from 200 on; or a {@code SourceException} with its cause. Cancelling it
     *         aborts the request
     */
    CompletableFuture<Reply> send(HttpRequest request);

    /**
     * Disconnects permanently: running requests fail, later ones fail immediately. Returns immediately.
     *
     * @return completes when all connections and threads are gone
     */
    CompletableFuture<@Nullable Void> close();
}
