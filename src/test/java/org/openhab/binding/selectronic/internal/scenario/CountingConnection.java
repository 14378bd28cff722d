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
package org.openhab.binding.selectronic.internal.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.http.HttpConnection;
import org.openhab.binding.selectronic.internal.http.HttpRequest;
import org.openhab.binding.selectronic.internal.http.Reply;

/**
 * Counts the running requests of a connection, so that virtual time can stop until they are answered.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class CountingConnection implements HttpConnection {
    /** When and what was asked, in order. */
    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final HttpConnection inner;
    private final VirtualTime time;
    private final AtomicInteger underWay = new AtomicInteger();

    public CountingConnection(HttpConnection inner, VirtualTime time) {
        this.inner = inner;
        this.time = time;
    }

    @Override
    public CompletableFuture<Reply> send(HttpRequest call) {
        asked.add(time.clock().instant() + " " + call.path());
        underWay.incrementAndGet();
        CompletableFuture<Reply> outcome = new CompletableFuture<>();
        inner.send(call).whenComplete((reply, failure) -> {
            // its consequences are processed before it counts as answered
            if (failure == null) {
                outcome.complete(reply);
            } else {
                outcome.completeExceptionally(failure);
            }
            underWay.decrementAndGet();
        });
        return outcome;
    }

    public boolean isIdle() {
        return underWay.get() == 0;
    }

    @Override
    public CompletableFuture<@Nullable Void> close() {
        return inner.close();
    }
}
