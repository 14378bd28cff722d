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
 * Parameters of the tunnel server of select.live, filled by openHAB. Values of things from text files are not validated
 * by openHAB.
 * <p>
 * The server reads e-mail address and password from one line, separated by a colon: neither may contain a line break,
 * and the address must not contain a colon.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public class TunnelConfiguration extends SpLinkConfiguration {
    /** E-mail address of the account. */
    public @Nullable String email;
    /** Password of the account, not that of the inverter. */
    public @Nullable String password;
    /** Name of the server, without scheme, port or path. */
    public String host = "select.live";
    /** The TCP port of the server. */
    public int port = 7528;

    @Override
    Parameters checked() {
        return new Parameters("tunnel").required("email", email).sendable("email", String.valueOf(email), ":")
                .requiredPassword("password", password).sendable("password", String.valueOf(password), "")
                .host("host", host).port("port", port);
    }
}
