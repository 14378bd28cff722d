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
 * Everything that can go wrong between the binding and an inverter, each with the key of the text that describes it and
 * what to do about it.
 *
 * @author Selectronic Binding Maintainers - Initial contribution
 */
@NonNullByDefault
public enum Problem {
    /** {0} host or host and port, {1} seconds. */
    NO_ANSWER("no-answer", FailureKind.UNREACHABLE),
    /** {0} host and port. */
    CONNECTION_REFUSED("connection-refused", FailureKind.UNREACHABLE),
    /** {0} host and port. */
    ADAPTER_REFUSED("adapter-refused", FailureKind.UNREACHABLE),
    /** {0} host. */
    UNKNOWN_HOST("unknown-host", FailureKind.UNREACHABLE),
    /** {0} host. */
    NO_ROUTE("no-route", FailureKind.UNREACHABLE),
    /** {0} host. */
    CONNECTION_CUT("connection-cut", FailureKind.UNREACHABLE),
    /** {0} host, {1} message of the TLS library. */
    TLS_FAILED("tls-failed", FailureKind.UNREACHABLE),
    /** {0} accepted fingerprint, {1} current fingerprint. */
    CERTIFICATE_CHANGED("certificate-changed", FailureKind.REFUSED),
    /** {0} status code. */
    HTTP_STATUS("http-status", FailureKind.UNEXPECTED),
    /** {0} target address. */
    REDIRECTED("redirected", FailureKind.UNEXPECTED),
    /** No arguments. */
    NOT_HTTP("not-http", FailureKind.UNEXPECTED),
    /** No arguments. */
    NOT_JSON("not-json", FailureKind.UNEXPECTED),
    /** {0} limit in bytes. */
    TOO_LARGE("too-large", FailureKind.UNEXPECTED),
    /** No arguments. */
    NO_ITEMS("no-items", FailureKind.UNEXPECTED),
    /** No arguments. */
    NO_SAMPLE_TIME("no-sample-time", FailureKind.UNEXPECTED),
    /** All values of an answer are zero: the device has not read its inverter. */
    ALL_ZERO("all-zero", FailureKind.UNEXPECTED),
    /** No arguments. */
    RATE_LIMITED("rate-limited", FailureKind.RATE_LIMITED),
    /** No arguments. */
    NO_UNITS("no-units", FailureKind.UNEXPECTED),
    /** {0} id or serial number, {1} available units. */
    UNKNOWN_UNIT("unknown-unit", FailureKind.REFUSED),
    /** {0} requested serial number, {1} serial number that answered. */
    OTHER_UNIT("other-unit", FailureKind.REFUSED),
    /** {0} id or serial number, {1} units that have it. */
    CLAIMED_TWICE("claimed-twice", FailureKind.REFUSED),
    /** {0} available units. */
    SEVERAL_UNITS("several-units", FailureKind.REFUSED),
    /** {0} time of the last sample. */
    STALE("stale", FailureKind.STALE),
    /** No arguments. */
    NO_VALUES("no-values", FailureKind.UNREACHABLE),
    /** {0} each connection of an inverter with its reason. */
    NO_CONNECTION_DELIVERS("no-connection-delivers", FailureKind.UNREACHABLE),
    /** {0} type of the exception. */
    OUR_MISTAKE("our-mistake", FailureKind.UNEXPECTED),
    /** {0} host and port. */
    NO_CONNECTION("no-connection", FailureKind.UNREACHABLE),
    /** {0} host and port or serial port. */
    LINK_CUT("link-cut", FailureKind.UNREACHABLE),
    /** {0} host and port or serial port. */
    NO_INVERTER("no-inverter", FailureKind.UNREACHABLE),
    /** {0} host and port or serial port. */
    LINE_SHARED("line-shared", FailureKind.UNEXPECTED),
    /** {0} address of the first requested word. */
    NO_WORDS("no-words", FailureKind.UNEXPECTED),
    /** {0} name of the log. */
    LOG_UNREADABLE("log-unreadable", FailureKind.UNEXPECTED),
    /** {0} version of the format. */
    LOG_FORMAT("log-format", FailureKind.UNEXPECTED),
    /** No arguments. */
    POWERCHAIN_MEMBER("powerchain-member", FailureKind.REFUSED),
    /** No arguments. */
    PASSWORD_REFUSED("password-refused", FailureKind.REFUSED, true),
    /** No arguments. */
    PASSWORD_INVALID("password-invalid", FailureKind.REFUSED, true),
    /** {0} serial port. */
    PORT_MISSING("port-missing", FailureKind.UNREACHABLE),
    /** {0} serial port. */
    PORT_IN_USE("port-in-use", FailureKind.BUSY),
    /** {0} serial port, {1} speed in baud. */
    PORT_SPEED("port-speed", FailureKind.REFUSED),
    /** {0} serial port. */
    SERIAL_LIBRARY("serial-library", FailureKind.REFUSED),
    /** No arguments. */
    NO_SERIAL_TRANSPORT("no-serial-transport", FailureKind.REFUSED),
    /** {0} host and port, {1} message of the TLS library. */
    TUNNEL_TLS("tunnel-tls", FailureKind.UNREACHABLE),
    /** {0} host and port. */
    TUNNEL_ANSWER("tunnel-answer", FailureKind.UNEXPECTED),
    /** No arguments. */
    ACCOUNT_REFUSED("account-refused", FailureKind.REFUSED, true),
    /** No arguments. */
    ACCOUNT_INVALID("account-invalid", FailureKind.REFUSED, true),
    /** {0} serial number. */
    TUNNEL_REJECTED("tunnel-rejected", FailureKind.REFUSED),
    /** {0} serial number. */
    TUNNEL_OFFLINE("tunnel-offline", FailureKind.UNREACHABLE),
    /** {0} serial number. */
    TUNNEL_BUSY("tunnel-busy", FailureKind.BUSY),
    /** {0} host. */
    LOGIN_FAILED("login-failed", FailureKind.UNREACHABLE),
    /** {0} host. */
    SESSION_LOST("session-lost", FailureKind.UNREACHABLE),
    /** {0} status code. */
    PORTAL_STATUS("portal-status", FailureKind.UNREACHABLE),
    /** {0} minutes. */
    RELEASED("released", FailureKind.BUSY),
    /** No arguments. */
    IDLE("idle", FailureKind.BUSY);

    private final String key;
    private final FailureKind kind;
    private final boolean lasting;

    Problem(String key, FailureKind kind) {
        this(key, kind, false);
    }

    Problem(String key, FailureKind kind, boolean lasting) {
        this.key = key;
        this.kind = kind;
        this.lasting = lasting;
    }

    /** @return the kind of failure, as shown by the channel {@code connection#failure-kind} */
    public FailureKind kind() {
        return kind;
    }

    /** @return the key of the text in the translations */
    public String key() {
        return "offline." + key;
    }

    /**
     * @return whether the problem persists until the configuration changes, so that another attempt is useless or
     *         harmful, e.g. with a wrong password
     */
    public boolean isLasting() {
        return lasting;
    }
}
