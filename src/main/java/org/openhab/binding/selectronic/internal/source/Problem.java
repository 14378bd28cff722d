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
    OUR_MISTAKE("our-mistake");

    private final String key;

    Problem(String key) {
        this.key = key;
    }

    /** @return the key of the text in the translations */
    public String key() {
        return "offline." + key;
    }
}
