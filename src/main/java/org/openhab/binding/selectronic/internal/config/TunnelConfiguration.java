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
package org.openhab.binding.selectronic.internal.config;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The parameters of the way through the server of select.live, filled by openHAB. Things from text files come
 * unchecked.
 * <p>
 * The server takes e-mail address and password in one line with a colon between them, so neither may end the line and
 * the address may not have a colon.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class TunnelConfiguration extends SpLinkConfiguration {
    /** E-mail address of the account. */
    public @Nullable String email;
    /** Password of the account, not to be mixed up with that of the inverter. */
    public @Nullable String password;
    /** Name of the server, without anything around it. */
    public String host = "select.live";
    /** The TCP port of the server. */
    public int port = 7528;

    @Override
    Parameters checked() {
        return new Parameters("tunnel").required("email", email).sendable("email", String.valueOf(email), ":")
                .requiredPassword("password", password).sendable("password", String.valueOf(password), "")
                .host("host", host)
                .port("port", port);
    }
}
