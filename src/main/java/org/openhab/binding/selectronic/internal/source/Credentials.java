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
     * @param purpose what the secret is for, e.g. "account" or "unit 240001"; for each purpose the secret that was
     *            refused last is stored
     * @param secret everything that makes it a different secret when it changes: server, name, password
     * @return the state of the credential
     */
    Credential of(String purpose, String... secret);
}
