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

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.fake.VirtualTime;
import org.openhab.binding.selectronic.internal.http.Reply;
import org.openhab.binding.selectronic.internal.portal.PortalCall;
import org.openhab.binding.selectronic.internal.portal.PortalTransport;

/**
 * Knows what is under way over another transport, so that virtual time can stand still until it has come back.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class CountingTransport implements PortalTransport {
    /** When and what was asked, in order. */
    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final PortalTransport inner;
    private final VirtualTime time;
    private final AtomicInteger underWay = new AtomicInteger();

    public CountingTransport(PortalTransport inner, VirtualTime time) {
        this.inner = inner;
        this.time = time;
    }

    @Override
    public URI base() {
        return inner.base();
    }

    @Override
    public CompletableFuture<Reply> send(PortalCall call, String cookies) {
        asked.add(time.clock().instant() + " " + call.path());
        underWay.incrementAndGet();
        CompletableFuture<Reply> outcome = new CompletableFuture<>();
        inner.send(call, cookies).whenComplete((reply, failure) -> {
            // what follows from it has been done when it counts as over
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
    public CompletableFuture<@Nullable Void> disconnect() {
        return inner.disconnect();
    }
}
