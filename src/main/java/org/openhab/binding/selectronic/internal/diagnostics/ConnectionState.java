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
package org.openhab.binding.selectronic.internal.diagnostics;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.ConnectionType;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * The present state of one of several connections of an inverter.
 *
 * @param type the connection type
 * @param id the last part of the UID of its bridge
 * @param active whether it supplies the values
 * @param polled whether it is read
 * @param age the time since its last good sample, empty if there was none
 * @param outage why it has no current values, empty if it has, and while it is not read
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record ConnectionState(ConnectionType type, String id, boolean active, boolean polled, Optional<Duration> age,
        Optional<SourceException> outage) {
    /** @return its text, without the outage */
    public String words() {
        return (active ? "active" : polled ? "read too" : "not read until it is needed")
                + age.map(since -> ", the last good sample " + DiagnosticsReport.ago(since)).orElse("");
    }
}
