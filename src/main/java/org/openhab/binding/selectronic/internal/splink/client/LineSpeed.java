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
import java.util.ArrayList;
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
    private static final int SLOWEST = 1200;
    /** With start and stop bit. */
    private static final int BITS_OF_A_BYTE = 10;
    /** Bytes of the longest request, which is on the line before the unit can begin to answer. */
    private static final int LONGEST_REQUEST = 26;

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
     * @return how long a unit may be silent before its answer begins, and in the middle of it: a second, and the time
     *         that the request is on the line
     */
    public static Duration silence(int baud) {
        return TURN_AROUND.plusMillis(1000L * BITS_OF_A_BYTE * LONGEST_REQUEST / baud);
    }

    /** @return how long bytes may be on a line whose speed is not known, as behind a network adapter */
    static Duration longest(int bytes) {
        return Duration.ofMillis(1000L * BITS_OF_A_BYTE * bytes / SLOWEST);
    }

    /** @return how long a unit may be silent on a line whose speed is not known */
    public static Duration silence() {
        return silence(SLOWEST);
    }

    /**
     * Asks at each speed until a unit answers, about a second each.
     *
     * @param likely the speed to begin with
     * @param links makes a link with the speed in baud
     * @param clock what time it is
     * @return the speed at which a unit answers
     * @throws SourceException if none answers at any speed
     * @throws SourceException if the line cannot be used at all, for example because it is in use
     * @throws InterruptedException if the thread is interrupted
     */
    public static int search(int likely, Links links, Clock clock) throws SourceException, InterruptedException {
        String name = "";
        List<Integer> order = new ArrayList<>(ALL);
        order.remove(Integer.valueOf(likely));
        order.add(0, likely);
        for (int baud : order) {
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
