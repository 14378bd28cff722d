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
package org.openhab.binding.selectronic.internal.splink.client;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.link.Link;

/**
 * A serial port whose speed is detected whenever it is opened: each speed is tried until a unit answers, about one
 * second each. The last detected speed is tried first, as often as any other request is repeated.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class AutoSpeedLink implements Link {
    private final String name;
    private final Links links;
    private final AtomicInteger detected;
    private final Clock clock;
    private volatile @Nullable Link current;
    private volatile boolean aborted;

    /** Creates links to the port. */
    @FunctionalInterface
    public interface Links {
        /**
         * @param baud the speed
         * @return the link, not open
         * @throws SourceException if no link can be created
         */
        Link link(int baud) throws SourceException;
    }

    /**
     * @param name name of the port
     * @param links creates links to it
     * @param detected holds the last detected speed in baud
     * @param clock provides the time
     */
    public AutoSpeedLink(String name, Links links, AtomicInteger detected, Clock clock) {
        this.name = name;
        this.links = links;
        this.detected = detected;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Fails if no unit answers at any speed, or if the port cannot be used at all, for example because it is in use.
     */
    @Override
    public void open() throws SourceException, InterruptedException {
        aborted = false;
        int likely = detected.get();
        for (int speed : IntStream.concat(IntStream.of(likely), LineSpeed.ALL.stream().mapToInt(baud -> baud))
                .distinct().toArray()) {
            if (aborted) {
                throw cut();
            }
            Link link = links.link(speed);
            current = link;
            if (answers(link, speed == likely ? Exchange.TRIES : 1)) {
                detected.set(speed);
                return;
            }
        }
        throw new SourceException(Problem.NO_INVERTER, name);
    }

    /** Leaves the link open if a unit answers. */
    private boolean answers(Link link, int tries) throws SourceException, InterruptedException {
        boolean answered = false;
        try {
            link.open();
            Exchange exchange = new Exchange(link, LineSpeed.TURN_AROUND, clock);
            for (int n = 0; n < tries && !answered; n++) {
                answered = exchange.ask(SpLinkClient.STATE).words() != null;
            }
        } catch (SourceException e) {
            // a converter without 128000 baud may support the next speed
            if (e.problem() != Problem.PORT_SPEED) {
                throw e;
            }
        } finally {
            if (!answered) {
                link.close();
            }
        }
        return answered;
    }

    @Override
    public void write(byte[] bytes) throws SourceException {
        Objects.requireNonNull(current).write(bytes);
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws SourceException, InterruptedException {
        return Objects.requireNonNull(current).read(buffer, timeout);
    }

    @Override
    public void close() {
        aborted = true;
        Link open = current;
        if (open != null) {
            open.close();
        }
    }
}
