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
package org.openhab.binding.selectronic.internal.splink.link;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * An account of select.live. It is shown nowhere, and sent over a secure connection only.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TunnelAccount {
    private final String email;
    private final String password;

    private TunnelAccount(String email, String password) {
        this.email = email;
        this.password = password;
    }

    /**
     * @param email the e-mail address
     * @param password the password
     * @return the account
     * @throws SourceException if it cannot be said in one line, or if a colon would make another one of it
     */
    public static TunnelAccount of(String email, String password) throws SourceException {
        if (email.isBlank() || email.indexOf(':') >= 0 || hasControls(email) || hasControls(password)) {
            throw new SourceException(Problem.ACCOUNT_INVALID);
        }
        return new TunnelAccount(email, password);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** @return the line that logs in */
    String login() {
        return "USER:" + email + ":" + password;
    }
}
