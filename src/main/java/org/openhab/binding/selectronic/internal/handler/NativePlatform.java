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
package org.openhab.binding.selectronic.internal.handler;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLSocketFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.model.Provider;
import org.openhab.binding.selectronic.internal.splink.link.SerialLinks;

/**
 * What native connections need of the platform.
 *
 * @param executor threads that may wait for a connection
 * @param steady measures durations
 * @param tls opens secure connections, with the certificates that the platform trusts
 * @param serial opens serial ports, empty while openHAB's serial transport is not installed
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public record NativePlatform(Executor executor, Clock steady, SSLSocketFactory tls,
        Provider<Optional<SerialLinks>> serial) {
}
