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
 * What can go wrong between us and an inverter, each with the key of the text that says so and what to do about it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Problem {
    /** {0} host, {1} seconds. */
    NO_ANSWER("no-answer"),
    /** {0} host and port. */
    CONNECTION_REFUSED("connection-refused"),
    /** {0} host. */
    UNKNOWN_HOST("unknown-host"),
    /** {0} host. */
    NO_ROUTE("no-route"),
    /** {0} host. */
    CONNECTION_CUT("connection-cut"),
    /** {0} host, {1} what the TLS library says. */
    TLS_FAILED("tls-failed"),
    /** {0} fingerprint that was pinned, {1} fingerprint now. */
    CERTIFICATE_CHANGED("certificate-changed"),
    /** {0} status code. */
    HTTP_STATUS("http-status"),
    /** {0} where to. */
    REDIRECTED("redirected"),
    /** No arguments. */
    NOT_HTTP("not-http"),
    /** No arguments. */
    NOT_JSON("not-json"),
    /** {0} bytes that were the limit. */
    TOO_LARGE("too-large"),
    /** No arguments. */
    NO_ITEMS("no-items"),
    /** No arguments. */
    NO_SAMPLE_TIME("no-sample-time"),
    /** No arguments. */
    RATE_LIMITED("rate-limited"),
    /** No arguments. */
    NO_UNITS("no-units"),
    /** {0} id or serial number, {1} the units that are there. */
    UNKNOWN_UNIT("unknown-unit"),
    /** {0} the units that are there. */
    SEVERAL_UNITS("several-units"),
    /** {0} when the last sample was taken. */
    STALE("stale"),
    /** {0} the kind of exception. */
    OUR_MISTAKE("our-mistake"),
    /** {0} host and port. */
    NO_CONNECTION("no-connection"),
    /** {0} host and port or serial port. */
    LINK_CUT("link-cut"),
    /** {0} host and port or serial port. */
    NO_INVERTER("no-inverter"),
    /** {0} host and port or serial port. */
    LINE_SHARED("line-shared"),
    /** {0} address of the first word that was asked for. */
    NO_WORDS("no-words"),
    /** {0} which log. */
    LOG_UNREADABLE("log-unreadable"),
    /** {0} the version of the format. */
    LOG_FORMAT("log-format"),
    /** No arguments. */
    POWERCHAIN_MEMBER("powerchain-member"),
    /** No arguments. */
    PASSWORD_REFUSED("password-refused", true),
    /** No arguments. */
    PASSWORD_INVALID("password-invalid", true),
    /** {0} serial port. */
    PORT_MISSING("port-missing"),
    /** {0} serial port. */
    PORT_IN_USE("port-in-use"),
    /** {0} serial port, {1} speed in baud. */
    PORT_SPEED("port-speed"),
    /** No arguments. */
    NO_SERIAL_TRANSPORT("no-serial-transport"),
    /** {0} host and port, {1} what the TLS library says. */
    TUNNEL_TLS("tunnel-tls"),
    /** {0} host and port. */
    TUNNEL_ANSWER("tunnel-answer"),
    /** No arguments. */
    ACCOUNT_REFUSED("account-refused", true),
    /** No arguments. */
    ACCOUNT_INVALID("account-invalid", true),
    /** {0} serial number. */
    TUNNEL_REJECTED("tunnel-rejected"),
    /** {0} serial number. */
    TUNNEL_OFFLINE("tunnel-offline"),
    /** {0} serial number. */
    TUNNEL_BUSY("tunnel-busy"),
    /** {0} host. */
    LOGIN_FAILED("login-failed"),
    /** {0} host. */
    SESSION_LOST("session-lost"),
    /** {0} status code. */
    PORTAL_STATUS("portal-status"),
    /** {0} minutes. */
    RELEASED("released");

    private final String key;
    private final boolean lasting;

    Problem(String key) {
        this(key, false);
    }

    Problem(String key, boolean lasting) {
        this.key = key;
        this.lasting = lasting;
    }

    /** @return the key of the text in the translations */
    public String key() {
        return "offline." + key;
    }

    /**
     * @return whether it stays until the configuration changes, so that another attempt is useless or does harm, as one
     *         more wrong password may
     */
    public boolean isLasting() {
        return lasting;
    }
}
