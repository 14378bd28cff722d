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
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;
import org.openhab.binding.selectronic.internal.splink.link.Link;

/**
 * The speeds that a unit's serial ports can be set to, in baud.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class LineSpeed {
    /** All of them, in the order in which the vendor's program tries them (published by the splink project). */
    public static final List<Integer> ALL = List.of(57600, 115200, 230400, 128000, 9600, 2400, 1200, 4800, 19200,
            38400);

    private static final Duration TURN_AROUND = Duration.ofSeconds(1);
    /** Bits of the longest query and the longest answer, with start and stop bit of each byte. */
    private static final int LONGEST_EXCHANGE = (8 + 522) * 10;

    /** Makes a link with a speed in baud. */
    @FunctionalInterface
    public interface Links {
        /**
         * @param baud the speed
         * @return the link, not open
         * @throws SourceException if there is none to be had, or if the search is to end
         */
        Link link(int baud) throws SourceException;
    }

    private LineSpeed() {
    }

    /**
     * @param baud a speed
     * @return how long to wait for an answer at that speed: a second, and the time that the bytes are on the line
     */
    public static Duration timeout(int baud) {
        return TURN_AROUND.plusMillis(1000L * LONGEST_EXCHANGE / baud);
    }

    /**
     * Asks at each speed until a unit answers, about a second each.
     *
     * @param links makes a link with the speed in baud
     * @param clock what time it is
     * @return the speed at which a unit answers
     * @throws SourceException if none answers at any speed
     * @throws SourceException if the line cannot be used at all, for example because it is in use
     * @throws InterruptedException if the thread is interrupted
     */
    public static int search(Links links, Clock clock) throws SourceException, InterruptedException {
        String name = "";
        for (int baud : ALL) {
            Link link = links.link(baud);
            name = link.name();
            if (answers(link, clock)) {
                return baud;
            }
        }
        throw new SourceException(Problem.NO_INVERTER, name);
    }

    private static boolean answers(Link link, Clock clock) throws SourceException, InterruptedException {
        try {
            link.open();
            return new Exchange(link, clock).ask(SpLinkClient.STATE, TURN_AROUND).words() != null;
        } catch (SourceException e) {
            // a converter that cannot do 128000 baud may do the speed after it
            if (e.problem() != Problem.PORT_SPEED) {
                throw e;
            }
            return false;
        } finally {
            link.close();
        }
    }
}
