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
import org.openhab.binding.selectronic.internal.source.Credential;
import org.openhab.binding.selectronic.internal.source.Credentials;
import org.openhab.binding.selectronic.internal.source.Problem;
import org.openhab.binding.selectronic.internal.source.SourceException;

/**
 * An account of select.live. It is never shown, and sent over a secure connection only.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public final class TunnelAccount {
    private final String email;
    private final String password;

    private final Credential credential;

    private TunnelAccount(String email, String password, Credential credential) {
        this.email = email;
        this.password = password;
        this.credential = credential;
    }

    /**
     * @param email the e-mail address
     * @param password the password
     * @param credentials the credentials of the thing that the account belongs to
     * @return the account
     * @throws SourceException if it has control characters, or if a colon would change its meaning
     */
    public static TunnelAccount of(String email, String password, Credentials credentials) throws SourceException {
        if (email.isBlank() || email.indexOf(':') >= 0 || hasControls(email) || hasControls(password)) {
            throw new SourceException(Problem.ACCOUNT_INVALID);
        }
        return new TunnelAccount(email, password, credentials.of("account", email, password));
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** @return the state of the credential */
    Credential credential() {
        return credential;
    }

    /** @return the text to log in with */
    String login() {
        return "USER:" + email + ":" + password;
    }
}
