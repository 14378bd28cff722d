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
package org.openhab.binding.selectronic.internal.polling;

import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The request of an owner that is not answered yet. Repeated requests are one. Guarded by the poller.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
final class OpenRequest {
    private @Nullable CompletableFuture<@Nullable Void> answer;

    /** Returns whether there is one. */
    boolean isOpen() {
        return answer != null;
    }

    /** Returns its answer, of a new request if there is none. */
    CompletableFuture<@Nullable Void> open() {
        CompletableFuture<@Nullable Void> open = answer;
        if (open == null) {
            open = new CompletableFuture<>();
            answer = open;
        }
        return open;
    }

    /** Returns its answer to be completed, null if there is none. The next request is another. */
    @Nullable
    CompletableFuture<@Nullable Void> take() {
        CompletableFuture<@Nullable Void> taken = answer;
        answer = null;
        return taken;
    }
}
