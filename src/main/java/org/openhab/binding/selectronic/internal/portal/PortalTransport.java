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

import java.net.URI;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.http.Reply;

/**
 * Sends requests to the one server that cookies and account belong to, and to no other.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface PortalTransport {
    /** @return where the server is */
    URI base();

    /**
     * @param call the request
     * @param cookies the cookies that go with it, empty for none
     * @return the answer, whatever its status; or a {@code SourceException}
     */
    CompletableFuture<Reply> send(PortalCall call, String cookies);

    /**
     * Disconnects permanently; running requests fail. Returns immediately, because it may be called while an answer is
     * processed.
     *
     * @return completes when everything is released
     */
    CompletableFuture<@Nullable Void> disconnect();
}
