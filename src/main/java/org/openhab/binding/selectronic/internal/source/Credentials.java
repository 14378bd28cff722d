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
package org.openhab.binding.selectronic.internal.source;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * The credentials of one thing.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public interface Credentials {
    /**
     * @param purpose what it opens, as "account" or "unit 240001"; of each purpose one secret is remembered, the one
     *        that was refused last
     * @param secret all that makes it another one if it changes: server, name, password
     * @return what is known of it
     */
    Credential of(String purpose, String... secret);
}
