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
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Notes;
import org.openhab.binding.selectronic.internal.source.Credential;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.binding.selectronic.internal.source.EventReaders;
import org.openhab.binding.selectronic.internal.splink.client.Password;

/**
 * What reading a unit's memory takes besides a link.
 *
 * @param password the password of the unit
 * @param executor threads that may wait for a line
 * @param steady measures how long things take
 * @param wall knows the time of day, for the time of samples and the offset of the unit's clock
 * @param zone the zone that the unit's clock is in
 * @param memory where it is remembered over restarts what was found out about units
 * @param credentials what is known of account and password, over restarts
 * @param readers who reads the events of units
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record NativeAccess(Password password, Executor executor, Clock steady, Clock wall, Supplier<ZoneId> zone,
        Notes memory, Credentials credentials, EventReaders readers) {
    /**
     * @param purpose which of the passwords
     * @return what is known of the password of a unit
     */
    Credential credential(String purpose) {
        return password.credential(credentials, purpose);
    }
}
