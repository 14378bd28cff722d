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
package org.openhab.binding.selectronic.internal.splink;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.model.TextStorage;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.binding.selectronic.internal.source.EventReaders;
import org.openhab.binding.selectronic.internal.splink.client.Password;
import org.openhab.binding.selectronic.internal.splink.client.SpLinkClient;
import org.openhab.binding.selectronic.internal.splink.link.Link;

/**
 * Everything that reading a unit's memory needs besides a link.
 *
 * @param password the password of the unit
 * @param executor threads that may block on a connection
 * @param steady a monotonic clock to measure durations
 * @param wall the time of day, for the time of samples and the offset of the unit's clock
 * @param zone the time zone of the unit's clock
 * @param memory stores findings about units; survives restarts
 * @param credentials state of account and password; survives restarts
 * @param readers the readers of events
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record NativeAccess(Password password, Executor executor, Clock steady, Clock wall, Provider<ZoneId> zone,
        TextStorage memory, Credentials credentials, EventReaders readers) {
    /**
     * @param link the link to a unit, not open
     * @param purpose the unit that the password is for
     * @param silence timeout for the first bytes of an answer, and for each following pause
     * @return a client on this link
     */
    SpLinkClient client(Link link, String purpose, Duration silence) {
        return new SpLinkClient(link, password, password.credential(credentials, purpose), silence, steady);
    }
}
